"""A note tells what the chart shows, no more."""

import pytest

from analysis import chart
from tests.chart.awkward import frames
from tests.chart.frames import changed, comparisons, themes


@pytest.mark.parametrize("name", ["theme_heatmap", "slope", "province_change", "theme_shares", "term_trend"])
def test_a_chart_that_draws_no_intervals_promises_none(name):
    assert frames()[name].attrs["draws"]
    for lang in ("zh", "en"):
        assert "95%" not in getattr(chart, name)(frames()[name], lang=lang).record.texts.note


@pytest.mark.parametrize("name", ["theme_frequencies", "theme_trend", "rank_change"])
def test_intervals_that_a_frame_lacks_are_not_promised(name):
    frame = comparisons()[name] if name == "rank_change" else themes()
    bare = changed(frame, **dict.fromkeys(("low", "high", "rank_low", "rank_high"), float("nan")))
    assert "95%" in getattr(chart, name)(frame, lang="en").record.texts.note
    assert "95%" not in getattr(chart, name)(bare, lang="en").record.texts.note
