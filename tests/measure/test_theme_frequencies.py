import pandas as pd
import pytest
from scipy.stats import chi2

from analysis import measure
from analysis.corpus import Corpus
from analysis.report import Report
from tests.measure.yunling import HALVES, halves


@pytest.fixture(scope="module")
def corpus():
    return Corpus.from_reports([halves(), halves(2024)])


def test_rates_are_mentions_per_ten_thousand_han_characters(corpus):
    frame = measure.theme_frequencies(corpus, codebook=HALVES, part="all")
    row = frame.query("report_id == 'yunling-2025' and theme == 'science'").iloc[0]
    assert row["mentions"] == 100 and row["han"] == halves().han
    assert row["rate"] == pytest.approx(100 / halves().han * 10_000)
    assert row["share"] == pytest.approx(0.5) and row["rank"] == 1


def test_the_plan_is_measured_unless_told_otherwise(corpus):
    plan = measure.theme_frequencies(corpus, codebook=HALVES).query("theme == 'work'")
    assert set(plan["part"]) == {"plan"} and set(plan["mentions"]) == {50}
    review = measure.theme_frequencies(corpus, codebook=HALVES, part="review").query("theme == 'work'")
    assert set(review["mentions"]) == {50}


def test_a_report_without_a_plan_is_measured_whole_and_says_so():
    whole = Corpus.from_reports([Report(id="x", title="x", paragraphs=("就业就业。",))])
    assert measure.theme_frequencies(whole, codebook=HALVES)["part"].unique().tolist() == ["all"]
    strict = measure.theme_frequencies(whole, codebook=HALVES, part="plan")
    assert strict["part"].unique().tolist() == ["none"] and strict["rate"].isna().all()


def test_intervals_hold_the_rate_and_do_not_depend_on_the_order_of_reports(corpus):
    frame = measure.theme_frequencies(corpus, codebook=HALVES)
    assert ((frame["low"] <= frame["rate"]) & (frame["rate"] <= frame["high"])).all()
    assert ((frame["rank_low"] <= frame["rank"]) & (frame["rank"] <= frame["rank_high"])).all()
    keys = ["report_id", "theme"]
    turned = measure.theme_frequencies(Corpus.from_reports(list(corpus)[::-1]), codebook=HALVES)
    pd.testing.assert_frame_equal(
        frame.sort_values(keys, ignore_index=True), turned.sort_values(keys, ignore_index=True)
    )
    assert not frame.equals(measure.theme_frequencies(corpus, codebook=HALVES, seed=1))


def test_no_mention_is_not_certainty_but_a_poisson_count_of_none():
    quiet = Corpus.from_reports([Report(id="x", title="x", paragraphs=("稳定就业。",) * 50)])
    row = measure.theme_frequencies(quiet, codebook=HALVES).query("theme == 'science'").iloc[0]
    assert (row["mentions"], row["rate"], row["low"]) == (0, 0, 0)
    assert row["high"] == pytest.approx(chi2.ppf(0.975, 2) / 2 / (4 * 50) * 10_000)


def test_other_denominators_change_the_rate_not_the_mentions(corpus):
    han, words, sentences = (
        measure.theme_frequencies(corpus, codebook=HALVES, denominator=d, intervals=False)
        for d in ("han", "words", "sentences")
    )
    assert han["mentions"].equals(words["mentions"]) and han["mentions"].equals(sentences["mentions"])
    assert (words["rate"] > han["rate"]).all()
    assert sentences.query("theme == 'science'")["rate"].iloc[0] == pytest.approx(100 * 100 / 101)


def test_the_frame_says_how_it_was_made(corpus):
    attrs = measure.theme_frequencies(corpus, codebook=HALVES).attrs
    assert attrs["measure"] == "theme_frequencies" and attrs["count"] == "longest" and attrs["seed"] == 0
    assert attrs["codebook"]["sha256"] == HALVES.sha256
    assert [r["id"] for r in attrs["reports"]] == ["yunling-2025", "yunling-2024"]
