"""Intervals as they are drawn: from low to high of the frame, and none where the frame has none."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis.chart.canvas import Pen
from analysis.chart.style import LIGHT, size_of
from analysis.chart.uncertainty import band, bar, whiskers

PEN = Pen(LIGHT, size_of("web"), "zh")
NONE = float("nan")


@pytest.fixture
def ax():
    return Figure().add_subplot()


def test_whiskers_reach_from_low_to_high_and_a_row_without_an_interval_has_none(ax):
    frame = pd.DataFrame({"rate": [5.0, 7.0, 2.0], "low": [3.0, NONE, 2.0], "high": [8.0, NONE, 2.5]})
    whiskers(ax, PEN, frame, [0, 1, 2], cap=4)
    [lines] = ax.containers[0].lines[2]
    assert [segment.tolist() for segment in lines.get_segments()] == [[[3, 0], [8, 0]], [[2, 2], [2.5, 2]]]


def test_a_band_runs_along_its_years_and_a_single_year_is_a_bar(ax):
    run = pd.DataFrame({"year": [2024, 2025], "low": [1.0, 2.0], "high": [3.0, 5.0]})
    band(ax, PEN, run, colour="red", gid="two")
    band(ax, PEN, run.head(1), colour="red", gid="one")
    two, one = ax.collections
    assert two.get_gid() == "two" and np.isin([[2024, 1], [2025, 5]], two.get_paths()[0].vertices).all()
    assert one.get_segments()[0].tolist() == [[2024, 1], [2024, 3]]


def test_nothing_is_drawn_where_nothing_is_known(ax):
    band(ax, PEN, pd.DataFrame({"year": [2024], "low": [NONE], "high": [NONE]}), colour="red")
    assert not ax.collections


def test_a_bar_is_translucent_so_that_what_lies_behind_is_seen(ax):
    bar(ax, PEN, 1, 2, 3, colour="red", width=4)
    assert 0 < ax.collections[0].get_alpha() < 1
