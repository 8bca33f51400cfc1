"""Two-group comparisons against R, Dunning, Rayson, Evert and others: ../shared/reference-values/keyness_2x2.json."""

import math

import numpy as np
import pytest

from analysis.stats import keyness


@pytest.fixture
def cases(reference_values):
    return {case["id"]: case for case in reference_values("keyness_2x2.json")["cases"]}


def counts(case, word=None):
    """(count in target, count in reference, size of target, size of reference) of a case."""
    if "counts" in case:
        return case["counts"]
    if "table_o11_o12_o21_o22" in case:
        a, b, c, d = case["table_o11_o12_o21_o22"]
        return a, b, a + c, b + d
    if "marginals_nii_nix_nxi_nxx" in case:
        both, first, second, total = case["marginals_nii_nix_nxi_nxx"]
        return both, second - both, first, total - first
    target, *rest = (text.split() for text in case["docs"].values())
    word = word or case["word"]
    return target.count(word), sum(r.count(word) for r in rest), len(target), sum(map(len, rest))


def test_quantedas_cases_are_those_of_r(cases):
    expected = cases["quanteda-1"]["expected"]
    case = counts(cases["quanteda-1"])
    assert keyness.chi2(*case, correction="yates") == pytest.approx(expected["chi2_yates"], rel=1e-9)
    assert keyness.chi2(*case) == pytest.approx(expected["chi2_uncorrected"], rel=1e-9)
    assert keyness.g2(*case) == pytest.approx(expected["G2_uncorrected"], rel=1e-9)
    assert keyness.g2(*case, correction="williams") == pytest.approx(expected["G2_williams"], rel=1e-9)
    assert keyness.p_value(keyness.g2(*case)) == pytest.approx(expected["p_G2"], rel=1e-9)
    ratio, p = keyness.fisher(*case)
    assert ratio == pytest.approx(expected["fisher_odds_ratio_cond_MLE"], rel=1e-4)
    assert p == pytest.approx(expected["fisher_p_two_sided"], rel=1e-9)
    second = cases["quanteda-2"]
    assert keyness.chi2(*counts(second), correction="yates") == pytest.approx(
        second["expected"]["chi2_yates"], rel=1e-9
    )
    assert keyness.chi2(*counts(second)) == pytest.approx(second["expected"]["chi2_uncorrected"], rel=1e-9)


def test_words_are_ordered_as_in_quanteda(cases):
    case = cases["quanteda-3-order"]
    for target in ("d1", "d2"):
        docs = dict(sorted(case["docs"].items(), key=lambda item: item[0] != target))
        words = sorted(set(" ".join(docs.values()).split()))
        score = {}
        for word in words:
            a, b, n1, n2 = counts({"docs": docs}, word)
            score[word] = float(keyness.g2(a, b, n1, n2)) * (1 if a / n1 >= b / n2 else -1)
        assert sorted(words, key=lambda w: (-score[w], w)) == case["expected_order"][f"G2_uncorrected_target_{target}"]


def test_words_are_ordered_as_in_quanteda_by_fisher_and_by_its_default(cases):
    """quanteda's default is chi-squared with Yates' correction only where a cell is small and the table uneven."""
    docs = cases["quanteda-3-order"]["docs"]
    expected = cases["quanteda-3-order"]["expected_order"]
    words = sorted(set(" ".join(docs.values()).split()))
    ratio, score = {}, {}
    for word in words:
        a, b, n1, n2 = counts({"docs": docs}, word)
        ratio[word] = keyness.fisher(a, b, n1, n2)[0]
        size, column = n1 + n2, a + b
        small = min(row * cell / size for row in (n1, n2) for cell in (column, size - column)) < 5
        uneven = abs(a * (n2 - b) - b * (n1 - a)) >= size / 2
        correction = {"correction": "yates"} if small and uneven else {}
        score[word] = float(keyness.chi2(a, b, n1, n2, **correction)) * (1 if a / n1 >= b / n2 else -1)
    assert sorted(words, key=lambda w: (-ratio[w], w)) == expected["exact_target_d1"]
    assert sorted(words, key=lambda w: (-score[w], w)) == expected["chi2_default_target_d1"]


def test_our_yates_correction_is_capped_as_in_r(cases):
    (a, b), (c, d) = cases["yates-trap"]["table"]
    assert keyness.chi2(a, b, a + c, b + d, correction="yates") == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("name", ["dunning1993-p72", "dunning1993-nltk-1", "dunning1993-nltk-2"])
def test_g2_is_dunnings(cases, name):
    assert keyness.g2(*counts(cases[name])) == pytest.approx(cases[name]["expected"]["G2"], abs=0.005)


def test_other_printed_values(cases):
    assert keyness.chi2(*counts(cases["dunning1993-chi2"])) == pytest.approx(31777, abs=0.5)
    pedersen = counts(cases["pedersen1996"])
    for tail, expected in (("two-sided", 0.486), ("less", 0.243), ("greater", 0.986)):
        assert keyness.fisher(*pedersen, alternative=tail)[1] == pytest.approx(expected, abs=0.0005)
    assert keyness.chi2(*pedersen, correction="yates") == pytest.approx(0.5)
    assert keyness.simple_maths(*counts(cases["kilgarriff-simple-maths"])) == pytest.approx(1.1224, abs=5e-5)
    assert keyness.difference_coefficient(*counts(cases["hofland-johansson-diff"])) == pytest.approx(-0.32, abs=0.005)
    assert keyness.percent_difference(*counts(cases["gabrielatos-pctdiff"])) == pytest.approx(88.7, abs=0.05)
    assert keyness.odds_ratio(*counts(cases["pojanapunya-or"])) == pytest.approx(16.6, abs=0.05)


def test_log_ratio_at_its_edges(cases):
    for case in cases["logratio-edges"]["cases"]:
        if "counts" in case:
            found = keyness.log_ratio(*case["counts"])
        else:
            a, b, c, d = case["table"]
            found = keyness.log_ratio(a, b, a + c, b + d)
        assert found == {"Infinity": math.inf, "-Infinity": -math.inf}.get(case["expected"], case["expected"])


def test_the_conservative_bound_is_everts(cases):
    for case in cases["evert-LRC"]["cases"]:
        assert keyness.log_ratio_bound(*case["counts"]) == pytest.approx(case["LRC_m1"], rel=1e-8)
        bound = keyness.log_ratio_bound(*case["counts"], tests=100)
        assert bound == pytest.approx(case["LRC_bonferroni_m100"], rel=1e-8, abs=1e-12)


def test_two_cells_are_raysons_and_four_are_ours(cases):
    for case in cases["rayson-vs-dunning"]["cases"]:
        assert keyness.g2_two_cells(*case["counts"]) == pytest.approx(case["LL_2cell"], rel=1e-9)
        assert keyness.g2(*case["counts"]) == pytest.approx(case["G2_4cell"], rel=1e-9)


def test_critical_values_are_raysons(cases):
    for level, value in cases["rayson-definition"]["expected"]["critical_values_chi2_df1"].items():
        assert keyness.p_value(value) == pytest.approx(float(level.removeprefix("p<")), rel=0.03)


def test_the_mann_whitney_case_is_scipys(cases):
    from scipy.stats import mannwhitneyu, rankdata

    case = cases["kilgarriff2001-mannwhitney"]
    assert mannwhitneyu(case["x"], case["y"]).statistic in {16, 25 - 16}
    assert rankdata(case["x"] + case["y"])[:5].sum() == case["expected"]["rank_sum_x"]


def test_every_measure_takes_arrays():
    a, b = np.array([5, 0, 3]), np.array([1, 4, 0])
    for measure in (keyness.log_ratio, keyness.log_ratio_bound, keyness.g2, keyness.chi2):
        assert measure(a, b, 100, 120).shape == (3,)


@pytest.mark.parametrize("statistic", [keyness.g2, keyness.chi2])
def test_an_unknown_correction_is_an_error_and_not_no_correction(statistic):
    with pytest.raises(ValueError, match="correction='yate' is not known; use one of none, yates, williams"):
        statistic(10, 20, 1000, 1000, correction="yate")
