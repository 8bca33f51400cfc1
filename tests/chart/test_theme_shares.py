import re

import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from analysis import chart, measure, read
from analysis.chart.style import LIGHT
from analysis.errors import ChartError
from tests.chart.frames import changed, themes

YEARS = measure.theme_frequencies(read.corpus("national").select(year=range(2019, 2026)), part="all", intervals=False)


def bars(figure) -> dict[str, list]:
    """The bars of each theme, from the first year or place to the last."""
    drawn = {bars[0].get_gid().removeprefix("bars-"): list(bars) for bars in figure.axes[0].containers}
    return {theme: sorted(own, key=lambda bar: bar.get_x()) for theme, own in drawn.items()}


def test_a_bar_is_as_high_as_the_share_of_mentions_and_all_bars_fill_the_whole():
    drawn = bars(chart.theme_shares(YEARS))
    counts = YEARS.pivot(index="year", columns="theme", values="mentions")
    shares = counts.div(counts.sum(axis=1), axis=0)
    wanted = [theme for theme in drawn if theme in shares]
    assert wanted == shares.mean().nlargest(5).index.tolist()
    for theme in wanted:
        assert [bar.get_height() for bar in drawn[theme]] == pytest.approx(shares[theme].tolist())
    tops = [sum(own[i].get_height() for own in drawn.values()) for i in range(len(counts))]
    assert tops == pytest.approx([1.0] * len(counts))


def test_the_words_are_of_shares_and_say_how_the_themes_were_chosen():
    note = chart.theme_shares(YEARS, lang="en").record.texts.note
    assert "the 5 largest mean shares" in note and "No intervals" in note and "per 10,000" not in note
    assert "mean shares" not in chart.theme_shares(YEARS, highlight="education", lang="en").record.texts.note


def test_places_stand_in_the_order_of_the_first_theme():
    provinces = measure.theme_frequencies(read.corpus("provinces").select(year=2026), intervals=False)
    figure = chart.theme_shares(provinces, highlight="education", lang="en")
    heights = [bar.get_height() for bar in bars(figure)["education"]]
    assert heights == sorted(heights, reverse=True) and len(heights) == 31
    assert "the highest and the lowest" in figure.record.texts.title


def test_two_reports_of_one_bar_are_refused():
    two = themes(years=(2024, 2025), places=("云岭市", "海源市"))
    with pytest.raises(ChartError, match="draws one report a place; select one year$"):
        chart.theme_shares(two)
    with pytest.raises(ChartError, match="by='month': use 'year' or 'place'"):
        chart.theme_shares(two, by="month")


def test_one_year_equal_places_and_a_selection_of_themes_are_told_as_they_are():
    one = chart.theme_shares(themes(years=(2023,)), highlight="technology", lang="en").record.texts
    assert one.title == "Science and technology: 10% of mentions in 2023"
    equal = chart.theme_shares(themes(places=("云岭市", "青溪市")), highlight="technology", lang="en").record.texts
    assert equal.title == "Science and technology: 10% of mentions in Place 0 and Place 1"
    assert "all 4 themes" not in one.subtitle


def test_the_others_are_all_that_is_left_of_the_whole_whether_or_not_the_frame_has_them():
    two = YEARS[YEARS["theme"].isin(["energy", "housing"])]
    drawn = bars(chart.theme_shares(two))
    assert [sum(own[i].get_height() for own in drawn.values()) for i in range(7)] == pytest.approx([1.0] * 7)
    last = two.loc[two["year"] == 2025, "share"].sum()
    names = [text.get_text() for text in chart.theme_shares(two, lang="en").axes[0].texts]
    assert names[-1] == f"other themes {1 - last:.0%}" and last < 0.2


def test_where_nothing_is_left_no_others_are_drawn_or_named():
    whole = themes(years=(2024, 2025)).assign(share=0.25)
    whole.attrs = themes(years=(2024, 2025)).attrs
    figure = chart.theme_shares(whole, lang="en")
    assert len(figure.axes[0].containers) == 4 and not [t for t in figure.axes[0].texts if "other" in t.get_text()]


def test_the_places_that_the_words_name_are_drawn_where_not_all_have_room():
    provinces = measure.theme_frequencies(read.corpus("provinces").select(year=2026), intervals=False)
    _, (ax, _) = plt.subplots(1, 2, figsize=(5, 3))
    for figure in (chart.theme_shares(provinces, lang="en", ax=ax), chart.theme_shares(provinces, lang="en")):
        names = [label.get_text() for label in figure.axes[0].get_xticklabels()]
        texts = (ax if figure.axes[0] is ax else figure).record.texts
        highest, lowest = re.search("in (.+), [0-9]+% in (.+) [(]the highest", texts.title).groups()
        assert names[0] == highest and names[-1] == lowest and texts.subtitle.endswith(f"numbers: {lowest}")
    assert len(ax.get_xticklabels()) < 31
    plt.close("all")


def test_the_axes_of_a_caller_is_filled_with_places_as_its_labels_stand_around_it():
    frame = themes(places=[f"地{i}" for i in range(60)])
    ax = Figure(figsize=(6, 4)).add_axes((0.1, 0.2, 0.5, 0.6))
    chart.theme_shares(frame, ax=ax)
    assert len(ax.get_xticks()) == int(0.92 * 300 / LIGHT.least)


def test_a_thread_leads_from_a_small_share_to_the_name_that_had_to_give_way():
    frame = themes(years=(2024, 2025), count=6)
    crowded = changed(frame, share=frame["theme"].map({"technology": 0.9}).fillna(0.02))
    axes = chart.theme_shares(crowded).axes[0]
    threads = [line.get_xydata() for line in axes.lines if line.get_gid() == "thread"]
    assert len(threads) >= 3 and all(start[0] == 2025 + 0.43 for start, _ in threads)
    assert not [line for line in chart.theme_shares(YEARS).axes[0].lines if line.get_gid() == "thread"]


def test_shares_that_read_the_same_have_no_highest_and_no_lowest():
    frame = themes(years=(2024, 2025))
    shares = changed(frame, share=frame["share"] + 0.004 * (frame["year"] == 2025))
    alt = chart.theme_shares(shares, highlight="technology").record.alt
    assert "highest" not in alt["en"] and "最高" not in alt["zh"]
    frame = themes(places=("云岭市", "青溪市"))
    shares = changed(frame, share=frame["share"] + 0.004 * (frame["place"] == "青溪市"))
    title = chart.theme_shares(shares, highlight="technology", lang="en").record.texts.title
    assert title == "Science and technology: 10% of mentions in Place 1 and Place 0"
