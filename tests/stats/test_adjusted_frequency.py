import pytest

from analysis.stats.adjusted_frequency import BY_GAPS, gaps

# as the paper abbreviates them, and as they are called here
NAMES = {"ALD": "ald", "ARF": "arf", "AWT": "awt", "fALD": "f_ald", "fAWT": "f_awt"}


def test_gaps_between_uses_give_the_printed_values(reference_values):
    case = reference_values("dispersion.json")["sequence"]
    tokens = case["tokens_50"].split()
    positions = [i + 1 for i, token in enumerate(tokens) if token == case["word"]]
    assert gaps(positions, len(tokens)).tolist() == case["distances"]
    for name, own in NAMES.items():
        assert BY_GAPS[own](positions, len(tokens)) == pytest.approx(case[name], abs=0.0005), name
