import pytest

from analysis import measure
from tests.measure.yunling import TWO_REPORTS, WORDS, corpus_of


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(**TWO_REPORTS)


def test_contributions_add_up_to_the_theme(corpus):
    terms = measure.contributions(corpus, codebook=WORDS, part="all")
    themes = measure.theme_frequencies(corpus, codebook=WORDS, part="all", intervals=False)
    total = terms.groupby(["report_id", "theme"])["mentions"].sum()
    for row in themes[themes["mentions"] > 0].itertuples():
        assert total[row.report_id, row.theme] == row.mentions
    first = terms[(terms["report_id"] == "yunling2024") & (terms["theme"] == "work")]
    assert first["term"].tolist() == ["就业", "稳岗"] and first["share"].tolist() == pytest.approx([2 / 3, 1 / 3])
