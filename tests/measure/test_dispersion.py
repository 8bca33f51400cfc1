import pytest

from analysis import measure
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.errors import CorpusError
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


def test_positions_are_shares_of_the_report_before_the_mention(corpus):
    where = measure.positions(corpus, codebook=BOOK)
    first = where[where["report_id"] == "yunling-2024"]
    assert first["position"].tolist() == pytest.approx([0, 0, 8 / 22, 12 / 22])


def test_dispersion_is_even_where_every_paragraph_mentions_alike():
    even = Report(id="even", title="", paragraphs=("就业工作。",) * 5 + ("科技工作。",))
    frame = measure.dispersion(Corpus.from_reports([even]), codebook=BOOK, statistics=("dp_norm", "range"))
    assert frame["range"].tolist() == [5, 1]
    assert frame["dp_norm"].tolist() == pytest.approx([(1 / 6) / (5 / 6), 1.0])
    with pytest.raises(CorpusError, match="no statistic is called 'gini'"):
        measure.dispersion(Corpus.from_reports([even]), codebook=BOOK, statistics=("gini",))
