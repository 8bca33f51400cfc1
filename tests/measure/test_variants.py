import pytest

from analysis import measure
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.measure.tally import scopes
from analysis.measure.variants import variants
from analysis.report import Report

BOOK = Codebook(
    "test", "测试", "Test", "1",
    (
        Theme("science", "科技", "", "", (Term("科技创新"), Term("科技"), Term("创新"), Term("/[科技创新]{2}/"))),
        Theme("work", "就业", "Work", "", (Term("就业"), Term("稳岗"), Term("招聘"))),
        Theme("farming", "农业", "Farming", "", (Term("农业"), Term("农业科技"))),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus():
    many = ["推进科技创新。"] * 30 + ["农业科技，农业。"] * 25 + ["就业。稳岗。招聘。"] * 10
    return Corpus.from_reports([Report(id="x", title="", paragraphs=tuple(many))])


@pytest.mark.parametrize("count", ["longest", "every", "word"])
def test_leaving_a_term_out_equals_counting_with_a_codebook_without_it(corpus, count):
    measured = scopes(corpus, part="all")
    for way in variants(corpus, BOOK, measured, count=count):
        if way.kind != "without":
            continue
        theme = BOOK.themes[way.theme]
        kept = tuple(t for t in theme.terms if t.pattern != way.name)
        themes = tuple(Theme(theme.id, "", "", "", kept) if t is theme else t for t in BOOK.themes)
        smaller = Codebook("smaller", "", "", "1", themes)
        frame = measure.theme_frequencies(corpus, codebook=smaller, count=count, part="all", intervals=False)
        assert way.mentions[0, way.theme] == frame["mentions"].iloc[way.theme], way.name
