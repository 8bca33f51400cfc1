import pytest

from analysis.stats.adjusted_frequency import BY_GAPS, gaps

NAMES = {
    "Range": "range", "SD_pop": "standard_deviation", "VC": "variation_coefficient", "JuillandD": "juilland_d",
    "RosengrenS": "rosengren_s", "DP": "dp", "DPnorm": "dp_norm", "KL_bits": "kl_divergence", "CarrollD2": "carroll_d2",
    "LyneD3": "lyne_d3", "ZhangDC": "zhang_dc", "CarrollUm": "carroll_um", "JuillandU": "juilland_u",
    "RosengrenKF": "rosengren_kf", "EngwallFM": "engwall_fm", "KromerUR": "kromer_ur",
    "ALD": "ald", "ARF": "arf", "AWT": "awt", "fALD": "f_ald", "fAWT": "f_awt",
}  # fmt: skip


def test_gaps_between_uses_give_the_printed_values(reference_values):
    case = reference_values("dispersion.json")["sequence"]
    tokens = case["tokens_50"].split()
    positions = [i + 1 for i, token in enumerate(tokens) if token == case["word"]]
    assert gaps(positions, len(tokens)).tolist() == case["distances"]
    for name in ("ALD", "ARF", "AWT", "fALD", "fAWT"):
        assert BY_GAPS[NAMES[name]](positions, len(tokens)) == pytest.approx(case[name], abs=0.0005), name
