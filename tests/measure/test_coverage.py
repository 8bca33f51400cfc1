import pytest

from analysis import measure
from tests.measure.yunling import TWO_REPORTS, WORDS, corpus_of


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(**TWO_REPORTS)


def test_coverage_counts_sentences_no_theme_mentions(corpus):
    frame = measure.coverage(corpus, codebook=WORDS, part="all")
    assert frame["sentences"].tolist() == [4, 2] and frame["uncovered"].tolist() == [1, 1]
    assert frame["uncovered_han_share"].tolist() == pytest.approx([4 / 22, 4 / 9])


def test_gaps_name_what_uncovered_sentences_talk_about(corpus):
    gaps = measure.coverage_gaps(corpus, codebook=WORDS, part="all", minimum=1)
    assert "天气晴好" in set(gaps["phrase"]) and "就业" not in set(gaps["phrase"])
