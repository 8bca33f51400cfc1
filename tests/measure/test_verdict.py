"""How often a verdict is wrong, how large a change it finds, and that interval, p and verdict agree."""

import numpy as np
import pytest

from analysis import measure, read
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.measure.verdict import verdicts
from analysis.report import Report
from benchmarks import verdicts as simulation

BOOK = Codebook(
    "test", "测试", "Test", "1",
    (
        Theme("work", "就业", "Work", "", (Term("就业"),)),
        Theme("science", "科技", "Science", "", (Term("科技"),)),
    ),
)  # fmt: skip


def compare(before, after, **options):
    def report(year, work, science):
        lines = ["稳定就业岗位。"] * work + ["科技很重要。"] * science + ["其他工作安排。"] * (100 - work - science)
        return Report(id=f"x-{year}", title="", year=year, place="云岭市", paragraphs=tuple(lines))

    corpus = Corpus.from_reports([report(2024, *before), report(2025, *after)])
    return measure.compare_years(corpus, 2024, 2025, codebook=BOOK, **options).set_index("theme")


def test_the_interval_leaves_out_no_change_exactly_where_p_is_under_five_percent():
    frame = measure.compare_years(read.corpus("national"), range(2013, 2018), range(2018, 2023))
    apart = (frame["low"] > 0) | (frame["high"] < 0)
    assert (apart == (frame["p"] < 0.05)).all() and 0 < apart.sum() < len(frame)


def test_p_does_not_depend_on_how_many_draws_were_made():
    few, many = (compare((10, 10), (10, 45), draws=draws).loc["science", "p"] for draws in (200, 4000))
    assert few == pytest.approx(many, rel=0.9) and few < 1e-4


def test_the_interval_is_the_textbooks_where_mentions_are_independent():
    """Rothman, Greenland and Lash, Modern Epidemiology: the variance of a log ratio of rates is 1/a + 1/b."""
    row = compare((20, 20), (20, 40), draws=4000).loc["science"]
    expected = 1.96 * np.sqrt(1 / 20 + 1 / 40) / np.log(2)
    assert (row["high"] - row["low"]) / 2 == pytest.approx(expected, rel=0.05)


def test_six_mentions_against_none_are_no_clear_change():
    """By chance alone one in 32 such pairs is as uneven (2 / 2**6); a bootstrap without a floor gives 1e-9."""
    row = compare((10, 0), (10, 6)).loc["science"]
    assert row["verdict"] == "no clear change" and 0.02 < row["p"] < 0.2
    assert compare((10, 0), (10, 40)).loc["science", "verdict"] == "robust rise"


def test_a_theme_of_one_term_is_not_fragile_for_want_of_another():
    assert compare((10, 10), (10, 45)).loc["science", "verdict"] == "robust rise"


def test_ranks_have_the_intervals_that_theme_frequencies_gives_for_the_same_unit():
    national = read.corpus("national")
    for unit in ("sentence", "paragraph"):
        changes = measure.compare_years(national, 2024, 2025, unit=unit)
        alone = measure.theme_frequencies(national.select(year=2025), unit=unit)
        assert changes.attrs["unit"] == unit
        columns = ["rate_later", "rank_later", "rank_later_low", "rank_later_high"]
        expected = alone[["rate", "rank", "rank_low", "rank_high"]].to_numpy(dtype=float)
        assert changes[columns].to_numpy(dtype=float) == pytest.approx(expected)


def test_a_change_that_is_clear_only_by_itself_says_so():
    frame = measure.compare_years(read.corpus("national"), range(2013, 2018), range(2018, 2023))
    robust = frame[frame["verdict"].str.startswith("robust")]
    unsure = robust["why"].str.contains("by itself, for among 22 themes about one differs so by chance")
    assert (unsure == (robust["q"] >= 0.05)).all()


@pytest.fixture(scope="module")
def terms():
    """Two premiers' terms of five reports each."""
    pooled = simulation.pool(read.corpus("national").select(year=range(2013, 2023)))
    return simulation.simulate(pooled, by="sentence", unit="sentence", repeats=40, draws=200)


def test_the_simulation_counts_as_compare_years_does():
    corpus = read.corpus("national").select(year=[2024, 2025])
    frame = measure.compare_years(corpus, 2024, 2025)
    pooled = simulation.pool(corpus)
    assert pooled.mentions.sum(axis=0).tolist() == (frame["mentions_earlier"] + frame["mentions_later"]).tolist()
    tally, ways = pooled.half(np.arange(len(pooled.mentions)) % 2 == 0, "paragraph", "x")
    assert (tally.totals == ways.mentions["rule", "longest", None]).all() and tally.size.sum() == ways.sizes["han"]


@pytest.mark.slow
def test_where_nothing_changed_hardly_a_verdict_is_robust(terms):
    assert terms["robust"].mean() <= 0.07 and terms["corrected"].mean() <= 0.01
    for corpus in (
        read.corpus("national").select(year=[2024, 2025]),
        read.corpus("provinces").select(place=["广东省", "江苏省"], year=2025),
    ):
        pooled = simulation.pool(corpus)
        found = simulation.simulate(pooled, by="sentence", unit="sentence", repeats=60, draws=200)
        assert found["robust"].mean() <= 0.07 and found["corrected"].mean() <= 0.01


@pytest.mark.slow
def test_a_doubled_theme_rises_robustly_where_it_is_mentioned_often_enough(terms):
    assert terms["robust_rise"].mean() >= 0.9
    often = terms[terms["mentions"] >= 120]
    assert often["theme"].nunique() >= 4 and often["robust_rise"].mean() >= 0.95


@pytest.mark.slow
def test_sentences_are_cautious_between_real_neighbours_and_paragraphs_far_too_wide():
    national = read.corpus("national")
    pairs = [(national, year - 1, year) for year in range(2012, 2023)]
    assert 0.35 < simulation.neighbours(pairs, "sentence") < 0.67
    assert simulation.neighbours(pairs, "paragraph") < 0.35


def test_the_reason_counts_the_themes_that_chance_gives_among_those_compared():
    def why(themes):
        ones = np.ones(themes)
        return verdicts(ones, ones, ones, 0.04 * ones, 0.3 * ones, [""] * themes, corrected=False)[1][0]

    assert "among 22 themes about one differs so by chance" in why(22)
    assert "among 60 themes about 3 differ so by chance" in why(60)
