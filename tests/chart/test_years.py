from itertools import pairwise

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis import chart
from analysis.chart.years import year_ticks
from analysis.errors import ChartError
from tests.chart.frames import changed, themes


def test_labels_keep_their_distance_and_the_ends_come_first():
    years = [*range(1954, 1961), 1964, 1975, *range(1978, 2026)]
    for apart in (1, 2.5, 4, 9):
        ticks = year_ticks(years, apart)
        assert ticks[0] == 1954 and ticks[-1] == 2025 and set(ticks) <= set(years)
        assert min(later - earlier for earlier, later in pairwise(ticks)) >= apart


def test_a_year_that_stands_alone_is_labelled_where_there_is_room():
    assert {1964, 1975} <= set(year_ticks([1954, 1955, 1964, 1975, 1978, 1979, 1980], 3))
    assert year_ticks([2025], 1) == [2025]


@pytest.mark.parametrize("draw", [chart.theme_trend, lambda frame, ax: chart.theme_heatmap(frame, by="year", ax=ax)])
def test_years_stand_apart_in_the_axes_of_a_caller_that_is_made_narrower_afterwards(draw):
    ax = Figure(figsize=(12, 5)).subplots()
    draw(themes(years=range(2000, 2026)), ax=ax)
    ax.set_position((0.2, 0.1, 0.2, 0.8))
    years = [label for label in ax.get_xticklabels() if label.get_text()]
    assert [years[0].get_text(), years[-1].get_text()] == ["2000", "2025"] and len(years) > 3
    assert all(one.get_window_extent().x1 + 3 < other.get_window_extent().x0 for one, other in pairwise(years))


@pytest.mark.parametrize("draw", [chart.theme_trend, lambda frame: chart.theme_heatmap(frame, by="year")])
def test_a_report_without_a_year_is_an_error_that_says_how_to_set_it(draw):
    frame = themes().assign(year=None).astype({"year": "Int64"})
    with pytest.raises(ChartError, match="needs the year of every report; set it when reading"):
        draw(frame)


@pytest.mark.parametrize("size", ["web", "wechat"])
@pytest.mark.parametrize("name", ["theme_trend", "theme_heatmap", "theme_shares"])
def test_every_axis_of_years_begins_and_ends_with_a_year_written_under_it(name, size):
    axes = getattr(chart, name)(themes(years=range(1979, 2026)), size=size).axes[0]
    written = [tick.get_text() for tick in axes.get_xticklabels()]
    assert (written[0], written[-1]) == ("1979", "2025") and len(written) < 30


_LINES = ["theme_trend", "theme_shares", "theme_heatmap", "rank_change"]


@pytest.mark.parametrize("name", _LINES)
def test_two_reports_of_a_year_are_refused_though_they_share_no_theme(name):
    frame = themes(years=(2024, 2025), places=("云岭市", "海源市"))
    frame = frame[(frame["place"] == "云岭市") == frame["theme"].isin(["technology", "employment"])]
    by = {"by": "year"} if name in ("theme_shares", "theme_heatmap") else {}
    with pytest.raises(ChartError, match=f"^chart.{name} draws one report a year; select one place$"):
        getattr(chart, name)(frame, **by)


def test_a_line_does_not_join_two_places_but_a_place_that_was_renamed_under_one_name():
    frame = themes(years=(2024, 2025), places=("云岭市", "海源市"))
    two = frame[(frame["place"] == "云岭市") == (frame["year"] == 2024)]
    for draw in (chart.theme_trend, chart.rank_change):
        with pytest.raises(
            ChartError, match="draws the years of one place, and the frame has 云岭市 and 海源市; select"
        ):
            draw(two)
        record = draw(changed(two, place="云岭市")).record
        assert "2024–2025" in record.texts.source, "both reports are its source"
    for place in ("", None):
        assert chart.theme_trend(changed(two, place=two["place"].where(two["year"] == 2024, place))).axes
    assert chart.theme_trend(two.drop(columns="place")[two["year"] == 2024]).axes


@pytest.mark.parametrize("draw", [chart.theme_shares, chart.theme_heatmap])
def test_charts_of_years_or_places_take_the_same_of_the_same_frame(draw):
    frame = themes(years=(2023, 2024, 2025), places=("云岭市", "海源市"))
    first = frame["place"] == "云岭市"
    each = frame[first == (frame["year"] == 2024)]
    cases = {
        "one place": (frame[first], "2023"),
        "one year": (frame[frame["year"] == 2025], "云岭"),
        "each place a report of another year": (each[each["year"] < 2025], "云岭"),
        "renamed": (each, "2023"),
        "no year": (changed(frame[frame["year"] == 2025], year=pd.NA).astype({"year": "Int64"}), "云岭"),
    }
    for case, (own, column) in cases.items():
        own.attrs = frame.attrs
        columns = {label.get_text() for label in draw(own).axes[0].get_xticklabels()}
        assert any(column in name.replace("\n", "") for name in columns), case
    with pytest.raises(ChartError, match="^by='': use 'year' or 'place'"):
        draw(frame, by="")
    with pytest.raises(ChartError, match="draws one report a place; select one year, or say by='year'$"):
        draw(frame[first], by="place")
