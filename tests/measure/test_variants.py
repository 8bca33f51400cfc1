import pytest

from analysis import measure
from analysis.codebook import Codebook, Theme
from analysis.measure.tally import scopes
from analysis.measure.variants import variants
from tests.measure.yunling import NESTED, NESTED_REPORT, corpus_of


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(**NESTED_REPORT)


def test_leaving_a_term_out_equals_counting_with_a_codebook_without_it(corpus):
    measured = scopes(corpus, part="all")
    for way in variants(corpus, NESTED, measured):
        if way.kind != "without":
            continue
        theme = NESTED.themes[way.theme]
        kept = tuple(t for t in theme.terms if t.pattern != way.name)
        themes = tuple(Theme(theme.id, "", "", "", kept) if t is theme else t for t in NESTED.themes)
        smaller = Codebook("smaller", "", "", "1", themes)
        frame = measure.theme_frequencies(corpus, codebook=smaller, part="all", intervals=False)
        assert way.mentions[0, way.theme] == frame["mentions"].iloc[way.theme], way.name
