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


def test_contributions_add_up_to_the_theme(corpus):
    terms = measure.contributions(corpus, codebook=BOOK, part="all")
    themes = measure.theme_frequencies(corpus, codebook=BOOK, part="all", intervals=False)
    total = terms.groupby(["report_id", "theme"])["mentions"].sum()
    for row in themes[themes["mentions"] > 0].itertuples():
        assert total[row.report_id, row.theme] == row.mentions
    first = terms[(terms["report_id"] == "yunling-2024") & (terms["theme"] == "work")]
    assert first["term"].tolist() == ["就业", "稳岗"] and first["share"].tolist() == pytest.approx([2 / 3, 1 / 3])
