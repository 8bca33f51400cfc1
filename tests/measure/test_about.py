import json

from analysis.corpus import Corpus
from analysis.measure.about import about, resampled
from analysis.measure.tally import scopes
from analysis.report import Report
from tests.measure.yunling import corpus_of, halves


def test_each_report_says_what_was_measured_of_it_and_the_frame_what_of_all():
    corpus = Corpus.from_reports([halves(2025), halves(2024)]) + corpus_of(clear2023=("天气晴好。",))
    measured = scopes(corpus, part=None)
    attrs = about("theme_frequencies", (corpus, measured), count="longest", seed=None)
    assert [(r["id"], r["part"]) for r in attrs["reports"]] == [
        ("yunling-2025", "plan"), ("yunling-2024", "plan"), ("clear2023", "all"),
    ]  # fmt: skip
    assert attrs["part"] == "plan, else all" and attrs["count"] == "longest" and "seed" not in attrs


def test_one_part_and_one_unit_are_named_and_several_are_mixed():
    corpus = Corpus.from_reports([halves(2025, times=50), halves(2024, times=3)])
    measured = scopes(corpus, part="plan")
    assert about("coverage", (corpus, measured))["part"] == "plan"
    assert resampled(measured) == "mixed" and resampled(measured[:1]) == "paragraph"


def test_facts_are_plain_values_that_json_can_hold():
    undated = Corpus.from_reports([Report(id="x", title="", paragraphs=("就业。",))])
    for corpus, year in ((corpus_of(a2025=("就业。",)), 2025), (undated, None)):
        attrs = about("coverage", (corpus, scopes(corpus, part="all")))
        assert json.loads(json.dumps(attrs))["reports"][0]["year"] == year


def test_both_sides_of_a_comparison_are_credited():
    one, two = corpus_of(a2024=("就业。",)), corpus_of(a2025=("科技。",))
    attrs = about("compare_years", *((side, scopes(side, part="all")) for side in (one, two)))
    assert [report["id"] for report in attrs["reports"]] == ["a2024", "a2025"]
