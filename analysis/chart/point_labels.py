"""Labels of points that do not overlap each other: the one door to textalloc."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.text import Text

from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.chart.labels import cut

_EDGE = 8  # pixels between a text and the edge of the figure
_TOUCH = 2  # pixels from another disc, within which a text seems to be of that
_BEFORE = 2  # pixels between a line and its text


def label_points(
    ax: Axes, pen: Pen, points: PathCollection, texts: dict[int, str], *, length: float, must: int = 0
) -> int:
    """Write a text beside each point where it covers neither a point nor another text, with a line where it is far.

    ``points`` is the scatter they are drawn with and ``texts`` has the texts by the places of their points in it, the
    most important first; ``length`` is the type size in pixels at scale 1. A text that finds no such place, or whose
    line would pass through another point or text, or that would seem to be of another point, is left out, the least
    important first; of these the first ``must`` stand left or right of everything. Returns how many were written. The
    same points give the same places.
    """
    labels = _labelled(ax, pen, points, texts, length)
    missing = {place: texts[place] for place in list(texts)[:must] if place not in labels}
    labels |= _aside(ax, pen, points, missing, list(labels.values()), length)
    for place, (text, _) in labels.items():
        text.set_gid(f"label-{place}")
    return len(labels)


def _aside(
    ax: Axes, pen: Pen, points: PathCollection, texts: dict[int, str], others: list[list], length: float
) -> dict[int, list]:
    """Write texts left or right of all else, where their lines, beneath the points, cross fewest labels, then lines.

    Where neither side has room for a text, it is cut.
    """
    where, radii, drawn = ax.transData.transform(points.get_offsets()), _radii(ax, points), {}
    boxes = [text.get_window_extent() for text, _ in others]
    lines = [Path(ax.transData.transform(line.get_xydata())) for _, line in others if line is not None]
    ends = [
        min([*(where[:, 0] - radii), *(box.x0 for box in boxes)]) - pen.px(10),
        max([*(where[:, 0] + radii), *(box.x1 for box in boxes)]) + pen.px(10),
    ]
    room = {
        ends[0]: ends[0] / pen.size.scale - _EDGE,
        ends[1]: (ax.figure.bbox.width - ends[1]) / pen.size.scale - _EDGE,
    }
    high = pen.px(length) * pen.style.leading
    free = [(x, y) for x in ends for y in np.arange(ax.bbox.y0, ax.bbox.y1 + 1, high)]
    for place, text in texts.items():
        own = where[place]
        ways = [Path([own, end]) for end in free]
        tight = [text_width(text, length) > room[x] for x, _ in free]
        crossed = [(sum(map(way.intersects_bbox, boxes)), sum(map(way.intersects_path, lines))) for way in ways]
        *_, end = min(zip(tight, crossed, [np.hypot(*(own - end)) for end in free], free, strict=True))
        free.remove(end)
        lines.append(Path([own, end]))
        near, at = ax.transData.inverted().transform([own, end])
        line = ax.plot(*zip(near, at, strict=True), color=pen.style.soft, lw=pen.pt(0.8), zorder=1)[0]
        left = end[0] == ends[0]
        label = ax.annotate(
            cut(text, length, room[end[0]], keep="both"), at, xytext=(pen.pt(-3 if left else 3), 0), va="center",
            textcoords="offset points", ha="right" if left else "left", color=pen.style.ink, fontsize=pen.pt(length),
            annotation_clip=False,
        )  # fmt: skip
        drawn[place] = [label, line]
    return drawn


def _labelled(ax: Axes, pen: Pen, points: PathCollection, texts: dict[int, str], length: float) -> dict[int, list]:
    """Return the text and the line of each place that has room for them, drawn."""
    import textalloc

    places = list(texts)
    x, y = points.get_offsets()[places].T
    _, _, written, lines = textalloc.allocate(
        ax, list(x), list(y), list(texts.values()), scatter_plot=points, text_scatter_sizes=_radii(ax, points)[places],
        textsize=pen.pt(length), textcolor=pen.style.ink, linecolor=pen.style.soft, linewidth=pen.pt(0.8),
        nbr_candidates=600, min_distance=0.004, max_distance=0.3, margin=0.002, avoid_label_lines_overlap=True,
        avoid_crossing_label_lines=True, draw_all=False,
    )  # fmt: skip
    labels = {place: pair for place, *pair in zip(places, written, lines, strict=True) if pair[0] is not None}
    for place in reversed(list(labels)):
        text, line = labels[place]
        crosses = line is not None and _crosses(place, line, labels, ax, points)
        if crosses or _nearer_to_another(place, text, ax, points, pen.px(_TOUCH)):
            del labels[place]
            for artist in (text, line):
                if artist is not None:
                    artist.remove()
    for text, line in labels.values():
        if line is not None:
            _shorten(text, line, ax, pen.px(_BEFORE))
    return labels


def _nearer_to_another(place: int, text: Text, ax: Axes, points: PathCollection, touch: float) -> bool:
    """Tell whether the disc of another point all but touches the text, and its own lies farther from it."""
    box, centres = text.get_window_extent(), ax.transData.transform(points.get_offsets())
    away = np.hypot(*(centres - np.clip(centres, box.min, box.max)).T) - _radii(ax, points)
    own, away[place] = away[place], np.inf
    return bool(away.min() < min(own, touch))


def _shorten(text: Text, line: Line2D, ax: Axes, away: float) -> None:
    """Let a line end before the text it leads to."""
    near, own = ax.transData.transform(line.get_xydata())
    box, along = text.get_window_extent().padded(away), np.linspace(near, own, 200)
    ends = [end for end in along if not box.contains(*end)] or [own]
    line.set_data(*ax.transData.inverted().transform([ends[0], own]).T)


def _radii(ax: Axes, points: PathCollection) -> np.ndarray:
    """Return the radii of the discs of a scatter, in pixels of the display."""
    areas = np.resize(points.get_sizes(), len(points.get_offsets()))
    return np.sqrt(areas) / 2 * ax.figure.dpi / 72


def _crosses(place: int, line: Line2D, labels: dict, ax: Axes, points: PathCollection) -> bool:
    """Tell whether the line to a label passes through the disc of another point or the text of another label."""
    near, own = ax.transData.transform(np.column_stack(line.get_data()))
    centres, radii = ax.transData.transform(points.get_offsets()), _radii(ax, points)
    along = np.clip((centres - own) @ (near - own) / max(1e-9, np.sum((near - own) ** 2)), 0, 1)
    away = np.hypot(*(own + along[:, None] * (near - own) - centres).T)
    # The discs its own point lies in, the point's own among them, no line could leave without passing through.
    elsewhere = np.hypot(*(centres - own).T) > radii
    if (elsewhere & (away < radii)).any():
        return True
    path = Path([near, own])
    return any(path.intersects_bbox(text.get_window_extent()) for other, (text, _) in labels.items() if other != place)
