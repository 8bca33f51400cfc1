import pytest

from analysis import measure
from analysis.corpus import Corpus
from analysis.report import Report


@pytest.fixture(scope="module")
def corpus():
    one = ("就业优先，稳定就业。稳岗扩岗。", "推进科技创新。天气晴好。")
    two = ("科技馆开放。", "各位代表！")
    return Corpus.from_reports(
        [
            Report(id=f"yunling-{y}", title="", year=y, place="云岭市", paragraphs=p)
            for y, p in ((2024, one), (2025, two))
        ]
    )


def test_word_frequencies_keep_policy_phrases_and_drop_function_words(corpus):
    words = measure.word_frequencies(corpus, part="all")
    assert "就业" in set(words["word"]) and "各位代表" not in set(words["word"])
    row = words[(words["report_id"] == "yunling-2024") & (words["word"] == "就业")].iloc[0]
    assert row["mentions"] == 2 and row["rank"] == 1 and row["rate"] == pytest.approx(2 / row["words"] * 10_000)
    whole = measure.word_frequencies(corpus, part="all", by="corpus", keep_stop_words=True)
    assert whole["mentions"].sum() == whole["words"].iloc[0]
