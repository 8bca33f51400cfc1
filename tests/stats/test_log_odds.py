"""Weighted log-odds under its conventions: ../shared/reference-values/log_odds_dirichlet.json."""

import pytest

from analysis.stats.log_odds import log_odds


@pytest.fixture
def cases(reference_values):
    return {case["id"]: case for case in reference_values("log_odds_dirichlet.json")["cases"]}


def test_two_terms_of_variance_give_fighting_words_values(cases):
    case = cases["fightin_words-readme"]
    one, two = case["doc1"].split(), case["doc2"].split()
    words = sorted(set(one + two))
    z = dict(
        zip(
            words,
            log_odds([one.count(w) for w in words], [two.count(w) for w in words], prior=case["prior"])[1],
            strict=True,
        )
    )
    assert {w: z[w] for w in case["expected_z"]} == pytest.approx(case["expected_z"], abs=1e-9)
    z4 = dict(
        zip(
            words,
            log_odds([one.count(w) for w in words], [two.count(w) for w in words], prior=case["prior"], terms=4)[1],
            strict=True,
        )
    )
    four = case["same_input_4term_variance"]
    assert {w: z4[w] for w in four} == pytest.approx(four, abs=1e-9)


@pytest.mark.parametrize("name", ["scattertext-score", "scattertext-thresholded"])
def test_four_terms_give_scattertexts_values(cases, name):
    case = cases[name]
    z = log_odds(case["cat"], case["not_cat"], prior=case["alpha_w"], terms=4)[1]
    assert z == pytest.approx(case["implied_z"], abs=1e-6)


def test_z_becomes_p_by_the_normal_distribution(cases):
    from scipy.stats import norm

    for z, p in cases["scattertext-z-to-p"]["pairs"]:
        assert norm.cdf(z) == pytest.approx(p, abs=1e-12)


@pytest.mark.parametrize("name", ["tidylo-signs", "tidylo-2"])
def test_words_of_one_text_only_are_positive_there(cases, name):
    rows = cases[name]["rows"]
    texts = sorted({text for text, *_ in rows})
    words = sorted({word for _, word, _ in rows})
    table = {text: [sum(n for t, w, n in rows if (t, w) == (text, word)) for word in words] for text in texts}
    prior = [sum(column) for column in zip(*table.values(), strict=True)]
    for text in texts:
        others = [sum(table[o][i] for o in texts if o != text) for i in range(len(words))]
        delta = dict(zip(words, log_odds(table[text], others, prior=prior)[0], strict=True))
        for t, word, _ in rows:
            if t == text and sum(table[o][words.index(word)] for o in texts if o != text) == 0:
                assert delta[word] > 0, word
    if name == "tidylo-2":
        assert delta["text"] < 0


def test_a_prior_must_be_positive():
    with pytest.raises(ValueError, match="above zero"):
        log_odds([1], [1], prior=0)
    with pytest.raises(ValueError, match="2 or 4"):
        log_odds([1], [1], prior=1, terms=3)
