from analysis import measure
from analysis.corpus import Corpus
from tests.measure.yunling import SHARES, shares


def test_priority_ranks_follow_each_theme_from_report_to_report():
    ranks = measure.priority_ranks(Corpus.from_reports([shares(2024, 20, 5), shares(2025, 10, 40)]), codebook=SHARES)
    science = ranks[ranks["theme"] == "science"]
    assert (
        science["rank"].tolist() == [2, 1]
        and science["change"].iloc[1] == 1
        and science["previous_year"].iloc[1] == 2024
    )
    assert not ranks["tied"].any()
