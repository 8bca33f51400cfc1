from itertools import pairwise

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis import chart
from tests.chart.frames import changed, comparisons, overlapping

PAPER = "#ffffff"


def shapes(figure, name: str) -> dict:
    lines = (line for axes in figure.axes for child in (axes, *axes.child_axes) for line in child.lines)
    return {line.get_gid().removeprefix(name): line for line in lines if (line.get_gid() or "").startswith(name)}


def test_changes_that_are_not_robust_are_hollow_in_both_panels():
    frame = comparisons()["compare_years"]
    assert frame["verdict"].str.startswith("robust").any()
    figure = chart.compare_years(frame, lang="en")
    for dots in (shapes(figure, "later-"), shapes(figure, "ratio-")):
        for row in frame.itertuples():
            hollow = dots[row.theme].get_markerfacecolor() == PAPER
            assert hollow != row.verdict.startswith("robust"), row.theme


def test_the_ratio_stands_in_its_interval():
    frame = comparisons()["compare_years"]
    figure = chart.compare_years(frame)
    intervals, ratios = shapes(figure, "interval-"), shapes(figure, "ratio-")
    for row in frame.itertuples():
        assert list(intervals[row.theme].get_xdata()) == [row.low, row.high]
        assert ratios[row.theme].get_xdata()[0] == row.log2_ratio


def test_a_small_format_shows_robust_changes_first():
    frame = comparisons()["compare_years"]
    shown = shapes(chart.compare_years(frame, size="wechat"), "later-")
    assert len(shown) < len(frame) and set(frame.loc[frame["verdict"].str.startswith("robust"), "theme"]) <= set(shown)


def test_a_small_format_says_how_many_themes_it_leaves_out():
    frame = comparisons()["compare_years"]
    figure = chart.compare_years(frame, size="wechat", lang="en")
    [said] = [text.get_text() for text in figure.findobj(Text) if text.get_gid() == "left-out"]
    assert said == f"{len(frame) - len(shapes(figure, 'later-'))} more themes not shown" and overlapping(figure) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_awkward_frames_are_drawn_clear(lang):
    frame = comparisons()["compare_years"]
    zero = {"rate_earlier": 0.0, "rate_later": 0.0, "difference": 0.0, "log2_ratio": 0.0, "low": -9.0, "high": 9.0}
    for awkward in (changed(frame.head(1)), changed(frame, **zero)):
        awkward.attrs = frame.attrs
        assert overlapping(chart.compare_years(awkward, lang=lang)) == []


def test_a_ratio_beyond_the_scale_stands_at_its_end_as_an_arrow():
    frame = comparisons()["compare_years"]
    far, near = frame["theme"].iloc[0], frame["theme"].iloc[1]
    made = changed(frame, log2_ratio=frame["log2_ratio"].where(frame["theme"] != far, -5.0), high=6.0)
    figure = chart.compare_years(made, lang="en")
    dots, axes = shapes(figure, "ratio-"), figure.axes[0].child_axes[1]
    assert (dots[far].get_marker(), dots[near].get_marker()) == ("<", "o")
    assert dots[far].get_xdata()[0] == pytest.approx(axes.get_xlim()[0], rel=0.02)


def test_an_interval_that_runs_beyond_the_scale_ends_in_an_arrow_there():
    frame = comparisons()["compare_years"]
    far, near = frame["theme"].iloc[0], frame["theme"].iloc[1]
    figure = chart.compare_years(changed(frame, low=frame["low"].mask(frame["theme"] == far, -4.2)))
    beyond, axes = shapes(figure, "beyond-"), figure.axes[0].child_axes[1]
    assert far in beyond and near not in beyond and beyond[far].get_marker() == "<"
    assert beyond[far].get_xdata()[0] == pytest.approx(axes.get_xlim()[0], rel=0.02)


def test_intervals_that_a_frame_lacks_are_not_promised():
    frame = comparisons()["compare_years"]
    bare = changed(frame, low=float("nan"), high=float("nan"))
    for lang, said in (("en", "interval"), ("zh", "区间")):
        of, without = (chart.compare_years(own, lang=lang).record.texts for own in (frame, bare))
        for one in ("subtitle", "note", "alt"):
            assert said in getattr(of, one) and said not in getattr(without, one)


@pytest.mark.parametrize("layout", [None, "constrained"])
def test_both_panels_stand_within_the_axes_of_a_caller_and_apart(layout):
    figure = Figure(figsize=(12, 6), layout=layout)
    left, right = figure.subplots(1, 2)
    chart.compare_years(comparisons()["compare_years"], ax=left)
    figure.draw_without_rendering()
    rates, ratios = (panel.get_tightbbox() for panel in left.child_axes)
    marks = [mark.get_window_extent() for mark in left.child_axes[1].get_xticklabels()]
    assert all(one.x1 < other.x0 for one, other in pairwise(marks)) and len(marks) > 2
    assert rates.x1 < ratios.x0 and ratios.x1 < right.get_tightbbox().x0
    assert (left.child_axes[0].bbox.x0, left.child_axes[1].bbox.x1) == pytest.approx((left.bbox.x0, left.bbox.x1))


def test_a_long_name_loses_what_explains_it_before_it_is_cut():
    frame = comparisons()["compare_years"]
    assert frame["label_en"].str.len().max() > 50
    names = [name.get_text() for name in chart.compare_years(frame, lang="en").axes[0].child_axes[0].get_yticklabels()]
    assert "Infrastructure" in names and not any("…" in name for name in names)


def test_rates_that_read_the_same_do_not_differ():
    frame = comparisons()["compare_years"]
    same = changed(frame, rate_earlier=4.04, rate_later=3.96, difference=-0.08)
    alt = chart.compare_years(same).record.alt
    assert "No theme differs. " in alt["en"] and "各主题均无差别。" in alt["zh"]
