from itertools import pairwise

import pytest
from matplotlib.figure import Figure

from analysis import chart
from analysis.chart.years import year_ticks
from analysis.errors import ChartError
from tests.chart.frames import themes


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
