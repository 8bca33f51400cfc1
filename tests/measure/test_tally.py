import numpy as np
import pytest

from analysis import measure
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.measure.counting import theme_hits
from analysis.measure.tally import measured_hits, measured_rows, measured_words, rank, scopes, tally
from tests.measure.yunling import HALVES, TWO_REPORTS, corpus_of, halves


@pytest.fixture(scope="module")
def corpus():
    return Corpus.from_reports([halves(times=50), halves(2024, times=3)])


def test_part_and_unit_are_chosen_for_each_report_by_itself(corpus):
    long, short = scopes(corpus, part=None)
    assert (long.part, long.unit, long.units) == ("plan", "paragraph", 101)
    assert (short.part, short.unit, short.units) == ("plan", "sentence", 7)
    assert len(scopes(corpus, part="all", unit="paragraph")[1].rows) == 11


def test_a_report_without_the_part_is_measured_whole_only_where_none_was_asked_for():
    whole = corpus_of(yunling2025=("天气晴好。",))
    assert scopes(whole, part=None)[0].part == "all"
    [strict] = scopes(whole, part="plan")
    assert (strict.part, strict.units) == ("none", 0)


def test_scopes_together_measure_each_row_once(corpus):
    plan, review, whole = (
        measured_rows(scopes(corpus, part=p), len(corpus.sentences)) for p in ("plan", "review", "all")
    )
    assert whole.all() and not (plan & review).any() and (plan | review).sum() == len(corpus.sentences)


def test_a_tally_counts_what_lies_in_the_scope_and_only_that():
    corpus = corpus_of(**TWO_REPORTS)
    [first, second] = scopes(corpus, part="all", unit="paragraph")
    rows, groups = np.array([0, 0, 1, 2, 4]), np.array([0, 0, 0, 1, 1])
    counted = tally(first, rows, groups, 2)
    assert counted.mentions.tolist() == [[3, 0], [0, 1]] and counted.size.tolist() == [12, 10]
    assert counted.in_sentences.tolist() == [2, 1], "two mentions in one sentence are one sentence"
    assert counted.rates(10_000).tolist() == pytest.approx([3 / 22 * 10_000, 1 / 22 * 10_000])
    assert tally(second, rows, groups, 2).totals.tolist() == [0, 1]


def test_nothing_measured_has_no_rate():
    [scope, _] = scopes(corpus_of(**TWO_REPORTS), part="review")
    empty = tally(scope, np.array([0]), np.array([0]), 1)
    assert np.isnan(empty.rates(1)).all() and np.isnan(empty.draws(1, draws=100, seed=0)).all()


def test_ties_share_the_best_rank():
    assert rank(np.array([5.0, 9.0, 5.0, 1.0])).tolist() == [2, 1, 2, 4]


@pytest.mark.parametrize("name", ["part", "denominator", "unit"])
def test_an_unknown_choice_names_the_known_ones(corpus, name):
    with pytest.raises(CorpusError, match=f"{name}='half' is not known; use one of "):
        measure.theme_frequencies(corpus, codebook=HALVES, **{name: "half"})


@pytest.mark.parametrize(
    "name", ["theme_frequencies", "coverage", "contributions", "dispersion", "emphasis", "sensitivity"]
)
def test_a_corpus_without_reports_is_one_sentence(name):
    with pytest.raises(CorpusError, match="the corpus has no reports"):
        getattr(measure, name)(Corpus.from_reports([]), codebook=HALVES)


def test_words_and_hits_are_those_of_the_part_that_is_measured(corpus):
    plan = scopes(corpus, part="plan")
    words = measured_words(corpus, plan)
    assert set(words["part"]) == {"plan"} and "新增" not in set(words["word"])
    hits = measured_hits(corpus, theme_hits(corpus, HALVES), plan)
    assert len(hits) == 3 * (50 + 3) and set(corpus.sentences["part"].iloc[hits["row"]]) == {"plan"}
