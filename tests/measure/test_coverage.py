import pytest

from analysis import measure
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.report import Report

BOOK = Codebook(
    "test", "测试", "Test", "1",
    (
        Theme("work", "就业", "Work", "", (Term("就业"), Term("稳岗"))),
        Theme("science", "科技", "Science", "", (Term("科技创新"), Term("科技"))),
    ),
)  # fmt: skip


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


def test_coverage_counts_sentences_no_theme_mentions(corpus):
    frame = measure.coverage(corpus, codebook=BOOK, part="all")
    assert frame["sentences"].tolist() == [4, 2] and frame["uncovered"].tolist() == [1, 1]
    assert frame["uncovered_han_share"].tolist() == pytest.approx([4 / 22, 4 / 9])


def test_gaps_name_what_uncovered_sentences_talk_about(corpus):
    gaps = measure.coverage_gaps(corpus, codebook=BOOK, part="all", minimum=1)
    assert "天气晴好" in set(gaps["phrase"]) and "就业" not in set(gaps["phrase"])
