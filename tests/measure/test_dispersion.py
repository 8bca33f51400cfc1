import pytest

from analysis import measure
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.report import Report
from tests.measure.yunling import TWO_REPORTS, WORDS, corpus_of


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(**TWO_REPORTS)


def test_positions_are_shares_of_the_report_before_the_mention(corpus):
    where = measure.positions(corpus, codebook=WORDS)
    first = where[where["report_id"] == "yunling2024"]
    assert first["position"].tolist() == pytest.approx([0, 0, 8 / 22, 12 / 22])


def test_dispersion_is_even_where_every_paragraph_mentions_alike():
    even = Report(id="even", title="", paragraphs=("就业工作。",) * 5 + ("科技工作。",))
    frame = measure.dispersion(Corpus.from_reports([even]), codebook=WORDS, statistics=("dp_norm", "range"))
    assert frame["range"].tolist() == [5, 1]
    assert frame["dp_norm"].tolist() == pytest.approx([(1 / 6) / (5 / 6), 1.0])
    with pytest.raises(CorpusError, match="no statistic is called 'gini'"):
        measure.dispersion(Corpus.from_reports([even]), codebook=WORDS, statistics=("gini",))


def test_where_no_text_was_measured_dispersion_is_missing(corpus):
    frame = measure.dispersion(corpus, codebook=WORDS, part="review", statistics=("dp_norm", "juilland_u"))
    assert frame["parts"].tolist() == [0] * 4 and frame[["dp_norm", "juilland_u"]].isna().all(axis=None)
