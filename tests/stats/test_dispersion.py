"""Values their authors printed: ../shared/reference-values/dispersion.json."""

import pytest

from analysis.stats.adjusted_frequency import BY_GAPS, BY_PARTS
from analysis.stats.dispersion import STATISTICS

NAMES = {
    "Range": "range", "SD_pop": "standard_deviation", "VC": "variation_coefficient", "JuillandD": "juilland_d",
    "RosengrenS": "rosengren_s", "DP": "dp", "DPnorm": "dp_norm", "KL_bits": "kl_divergence", "CarrollD2": "carroll_d2",
    "LyneD3": "lyne_d3", "ZhangDC": "zhang_dc", "CarrollUm": "carroll_um", "JuillandU": "juilland_u",
    "RosengrenKF": "rosengren_kf", "EngwallFM": "engwall_fm", "KromerUR": "kromer_ur",
}  # fmt: skip


def test_unequal_parts_give_gries_values(reference_values):
    case = reference_values("dispersion.json")["gries_corpus"]
    parts = [part.split() for part in case["parts"]]
    for word, expected in case["expected_3dp"].items():
        counts = [part.count(word) for part in parts]
        for name, value in expected.items():
            found = STATISTICS[NAMES[name]](counts, [len(part) for part in parts])
            assert found == pytest.approx(value, abs=0.0005), (word, name)


def test_equal_parts_give_the_printed_values(reference_values):
    for case in reference_values("dispersion.json")["equal_parts"]:
        found = (STATISTICS | BY_PARTS)[NAMES[case["m"]]](case["counts"])
        # Carroll's Um 4.31, Juilland's U 6.46 and Rosengren's KF 8.86 are printed to two places, some truncated.
        assert found == pytest.approx(case["expected"], abs=0.005), case


def test_a_word_that_does_not_occur_has_no_dispersion():
    assert {f([0, 0, 0]) for f in (STATISTICS | BY_PARTS).values()} == {0.0}
    assert {f([], 50) for f in BY_GAPS.values()} == {0.0}
