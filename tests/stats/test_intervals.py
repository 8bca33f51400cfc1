"""R's p.adjust and interval values: ../shared/reference-values/intervals_and_fdr.json.

Its bootstrap invariants are in measure/test_bootstrap.py. Its floor of permutation tests (p is never 0) has
nothing to hold here: the package has no permutation test; the p of compare_years is a normal one.
"""

import math

import pytest

from analysis.stats.intervals import adjust, clopper_pearson, wilson


def test_adjusted_p_values_are_those_of_r(reference_values):
    case = reference_values("intervals_and_fdr.json")["cases"][0]
    for name, method in (("BH", "bh"), ("BY", "by"), ("holm", "holm"), ("bonferroni", "bonferroni")):
        assert adjust(case["p"], method) == pytest.approx(case[name], abs=1e-9)
    assert (adjust(case["p"]) <= 0.05).sum() == 4 and (adjust(case["p"], "bonferroni") <= 0.05).sum() == 3


def test_proportion_intervals_are_those_of_r(reference_values):
    for row in reference_values("intervals_and_fdr.json")["cases"][1]["rows"]:
        assert wilson(row["k"], row["n"]) == pytest.approx(row["wilson"], abs=1e-9)
        assert clopper_pearson(row["k"], row["n"]) == pytest.approx(row["clopper_pearson"], abs=1e-9)


def test_missing_p_values_stay_missing_and_do_not_count():
    found = adjust([0.01, math.nan, 0.04])
    assert found[[0, 2]].tolist() == adjust([0.01, 0.04]).tolist() and math.isnan(found[1])
    assert len(adjust([])) == 0 and math.isnan(wilson(0, 0)[0])


def test_an_unknown_method_is_refused():
    with pytest.raises(ValueError, match="bh, by, holm, bonferroni"):
        adjust([0.1], "fdr")
