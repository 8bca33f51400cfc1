import numpy as np
import pytest

from analysis import measure
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.report import Report

BOOK = Codebook(
    "test", "测试", "Test", "1",
    (
        Theme("science", "科技", "Science", "", (Term("科技创新"), Term("科技"), Term("创新"))),
        Theme("work", "就业", "Work", "", (Term("就业"), Term("稳岗"), Term("招聘"))),
        Theme("farming", "农业", "Farming", "", (Term("农业"), Term("农业科技"))),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus():
    many = ["推进科技创新。"] * 30 + ["农业科技，农业。"] * 25 + ["就业。稳岗。招聘。"] * 10
    return Corpus.from_reports([Report(id="x", title="", paragraphs=tuple(many))])


def test_a_rank_that_hangs_on_one_term_is_fragile_and_says_on_which(corpus):
    verdicts = measure.sensitivity(corpus, codebook=BOOK, part="all").set_index("theme")
    assert verdicts.loc["farming", "verdict"] == "fragile"
    assert "without 农业" in verdicts.loc["farming", "why"]
    assert (verdicts["highest_rank"] <= verdicts["rank"]).all() and (verdicts["rank"] <= verdicts["lowest_rank"]).all()


def test_detail_lists_every_way_of_counting(corpus):
    detail = measure.sensitivity(corpus, codebook=BOOK, part="all", detail=True)
    science = detail[detail["theme"] == "science"]
    assert science["variant"].tolist()[:3] == ["longest", "every", "word"]
    assert set(science["kind"]) == {"rule", "without", "denominator"}
    assert set(detail[detail["kind"] == "denominator"]["variant"]) == {"han", "words", "sentences"}
    assert not np.isnan(detail["rate"]).any()
