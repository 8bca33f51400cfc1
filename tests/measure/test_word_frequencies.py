import pytest

from analysis import measure
from analysis.errors import CorpusError
from tests.measure.yunling import TWO_REPORTS, corpus_of


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(**TWO_REPORTS)


def test_word_frequencies_keep_policy_phrases_and_drop_function_words(corpus):
    words = measure.word_frequencies(corpus, part="all")
    assert "就业" in set(words["word"]) and "各位代表" not in set(words["word"])
    row = words[(words["report_id"] == "yunling2024") & (words["word"] == "就业")].iloc[0]
    assert row["mentions"] == 2 and row["rank"] == 1 and row["rate"] == pytest.approx(2 / row["words"] * 10_000)
    whole = measure.word_frequencies(corpus, part="all", by="corpus", keep_stop_words=True)
    assert whole["mentions"].sum() == whole["words"].iloc[0]


def test_an_unknown_grouping_is_an_error_and_not_the_whole_corpus(corpus):
    with pytest.raises(CorpusError, match="by='reports': use 'report' or 'corpus'"):
        measure.word_frequencies(corpus, by="reports")
