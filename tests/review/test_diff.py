from analysis import review
from analysis.codebook import Term
from analysis.corpus import Corpus
from analysis.report import Report
from tests.measure.yunling import book


def test_diff_names_every_number_that_changes():
    corpus = Corpus.from_reports(
        [Report(id="x", title="", year=2025, place="云岭市", paragraphs=("就业。招聘。科技。",))]
    )
    old = book(work=[Term("就业")], science=[Term("科技")])
    new = book(work=[Term("就业"), Term("招聘")], science=[Term("科技")], farming=[Term("农业")])
    found = review.diff(old, new, corpora={"mine": corpus})
    assert found[["theme", "mentions_old", "mentions_new"]].fillna(-1).values.tolist() == [
        ["work", 1, 2],
        ["farming", -1, 0],
        ["science", 1, 1],
    ], "science is no longer first"
    assert review.diff(old, old, corpora={"mine": corpus}).empty


def test_diff_names_numbers_outside_the_plan_too():
    """A figure of whole reports changes with a term that stands in the review only."""
    review_part, plan = "一、2024年工作回顾", "二、2025年工作安排"
    paragraphs = (review_part, *["过去一年，稳定就业。"] * 20, plan, *["我们将发展科技。"] * 20)
    corpus = Corpus.from_reports(
        [Report(id="x", title="云岭市政府工作报告", year=2025, place="云岭市", paragraphs=paragraphs)]
    )
    assert set(corpus.sentences["part"]) == {"review", "plan"}
    old, new = book(work=[Term("就业")], science=[Term("科技")]), book(work=[Term("招聘")], science=[Term("科技")])
    found = review.diff(old, new, corpora={"mine": corpus})
    assert found[["part", "theme", "mentions_old", "mentions_new"]].values.tolist() == [["all", "work", 20, 0]] + (
        [["all", "science", 20, 20]] if len(found) > 1 else []
    )
