from itertools import combinations

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.path import Path

from analysis.chart.canvas import Pen
from analysis.chart.point_labels import label_points
from analysis.chart.style import size_of, style_of


def _labelled(x, y, texts: dict[int, str], *, area: float = 400):
    figure = Figure(figsize=(6, 4), dpi=100)
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set_xlim(0, 6)
    ax.set_ylim(0, 4)
    points = ax.scatter(x, y, s=area)
    written = label_points(ax, Pen(style_of("light"), size_of("web"), "en"), points, texts, length=15)
    named = [text.get_text() for text in ax.texts]
    assert written == len(named)
    return ax, points, named


def test_texts_lie_beside_their_discs_and_cover_none():
    x, y = [1.0, 3.0, 5.0], [1.0, 3.0, 1.5]
    ax, points, named = _labelled(x, y, {0: "roads", 1: "schools", 2: "farms"})
    assert sorted(named) == ["farms", "roads", "schools"]
    radius = np.sqrt(points.get_sizes()[0]) / 2 * 100 / 72
    for text in ax.texts:
        box = text.get_window_extent()
        for centre in ax.transData.transform(points.get_offsets()):
            nearest = np.clip(centre, box.min, box.max)
            assert np.hypot(*(nearest - centre)) >= radius - 0.5


def test_where_there_is_room_for_one_the_first_is_written():
    crowd = np.arange(12)
    x, y = 2.6 + 0.12 * (crowd % 4), 1.8 + 0.12 * (crowd // 4)
    long = "a name that is far too long to find a place twice beside these twelve discs"
    for first in (0, 11):  # corners of the crowd
        order = [first, *(place for place in range(12) if place != first)]
        _, _, named = _labelled(x, y, {place: f"{place} {long}" for place in order}, area=60)
        assert named[0] == f"{first} {long}" and len(named) < 12


@pytest.mark.parametrize("seed", range(4))
def test_no_line_passes_through_another_disc(seed):
    x, y = np.random.default_rng(seed).uniform((0.5, 0.5), (5.5, 3.5), (25, 2)).T
    ax, points, named = _labelled(x, y, {place: f"topic number {place}" for place in range(25)})
    assert named
    centres = ax.transData.transform(points.get_offsets())
    radius = np.sqrt(points.get_sizes()[0]) / 2 * 100 / 72
    for line in ax.lines:
        near, own = ax.transData.transform(np.column_stack(line.get_data()))
        steps = near + np.linspace(0, 1, 400)[:, None] * (own - near)
        met = np.flatnonzero((np.linalg.norm(steps[:, None] - centres, axis=2) < radius - 0.5).any(axis=0))
        # Only those discs that its own point lies in.
        assert all(np.hypot(*(centres[disc] - own)) <= radius for disc in met)


@pytest.mark.parametrize("crowd", [8, 60])
def test_names_that_must_stand_do_however_crowded_the_map_is(crowd):
    generator = np.random.default_rng(1)
    figure = Figure(figsize=(6, 3), dpi=100)
    FigureCanvasAgg(figure)
    ax = figure.add_axes((0.1, 0.1, 0.8, 0.8))
    ax.set_xlim(-1.5, 1.5)
    ax.set_ylim(-1.5, 1.5)
    points = ax.scatter(*generator.normal(0, 0.25, (2, crowd)), s=200)
    texts = {place: f"a name of topic {place}" for place in range(crowd)}
    written = label_points(ax, Pen(style_of("light"), size_of("web"), "en"), points, texts, length=12, must=2)
    gids = [text.get_gid() for text in ax.texts]
    assert {"label-0", "label-1"} <= set(gids) and written == len(gids)
    boxes = [text.get_window_extent() for text in ax.texts]
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])


@pytest.mark.parametrize("seed", [1, 2])
def test_no_two_lines_cross_however_crowded_the_map_is(seed):
    figure = Figure(figsize=(8, 4.5), dpi=100)
    FigureCanvasAgg(figure)
    ax = figure.add_axes((0.05, 0.05, 0.9, 0.9))
    ax.set_xlim(-1.5, 1.5)
    ax.set_ylim(-1.5, 1.5)
    points = ax.scatter(*np.random.default_rng(seed).normal(0, 0.4, (2, 50)), s=120)
    texts = {place: f"a topic {place}" for place in range(50)}
    label_points(ax, Pen(style_of("light"), size_of("web"), "en"), points, texts, length=12, must=2)
    lines = [Path(ax.transData.transform(line.get_xydata())) for line in ax.lines]
    assert len(lines) > 20 and not any(one.intersects_path(other) for one, other in combinations(lines, 2))


@pytest.mark.parametrize("seed", range(4))
def test_no_text_all_but_touches_another_disc_than_its_own_and_no_line_runs_into_its_text(seed):
    x, y = np.random.default_rng(seed).uniform((0.5, 0.5), (5.5, 3.5), (25, 2)).T
    ax, points, _ = _labelled(x, y, {place: f"topic number {place}" for place in range(25)})
    centres, radius = ax.transData.transform(points.get_offsets()), np.sqrt(points.get_sizes()[0]) / 2 * 100 / 72
    boxes = [text.get_window_extent() for text in ax.texts]
    for text, box in zip(ax.texts, boxes, strict=True):
        away = np.hypot(*(centres - np.clip(centres, box.min, box.max)).T) - radius
        own = int(text.get_gid().removeprefix("label-"))
        assert away[own] <= away.min() or away.min() >= 2
    ends = [ax.transData.transform(line.get_xydata())[0] for line in ax.lines]
    assert not any(box.contains(*end) for box in boxes for end in ends)
