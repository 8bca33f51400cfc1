import pytest

from analysis import measure
from analysis.codebook import Codebook, Theme
from analysis.measure.tally import scopes
from analysis.measure.variants import variants
from tests.measure.yunling import NESTED_REPORT, book, corpus_of

BOOK = book(
    science=["科技创新", "科技", "创新", "/[科技创新]{2}/"],
    work=["就业", "稳岗", "招聘"],
    farming=["农业", "农业科技"],
)


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(**NESTED_REPORT)


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
