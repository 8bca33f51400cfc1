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


def test_themes_mentioned_alike_are_tied_and_share_the_better_rank():
    ranks = measure.priority_ranks(Corpus.from_reports([shares(2025, 20, 10)]), codebook=SHARES)
    assert ranks["tied"].all() and ranks["rank"].tolist() == [1, 1]
    assert ranks[["previous_year", "change"]].isna().all(axis=None)
