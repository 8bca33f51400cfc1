"""Small multiples: equal panels in rows and columns, each with its name above it."""

import re
from math import ceil

from matplotlib.axes import Axes

from analysis.chart.axes import bare
from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.chart.labels import cut
from analysis.chart.wrap import balanced

_LINES = 2  # of a panel's name
_APART = 8  # pixels between the names of two panels


def panels(
    ax: Axes, pen: Pen, count: int, *, columns: int, left: float, between: float, under: float = 0
) -> list[Axes]:
    """Return ``count`` axes inside ``ax``, row by row, which itself is left empty.

    ``left`` is the room in pixels (at scale 1) for labels left of each panel, ``between`` the gap between columns,
    ``under`` the room below each panel; above each there is room for a name of two lines.
    """
    bare(ax, pen)
    ax.set_axis_off()
    box = ax.get_window_extent()
    rows = ceil(count / columns)
    head = pen.px(pen.style.small * 1.35 * _LINES + 6)
    wide = (box.width - pen.px(between) * (columns - 1)) / columns
    high = box.height / rows
    found = []
    for number in range(count):
        x = (number % columns) * (wide + pen.px(between)) + pen.px(left)
        y = box.height - (number // columns + 1) * high + pen.px(under)
        inside = (
            x / box.width,
            y / box.height,
            (wide - pen.px(left)) / box.width,
            (high - head - pen.px(under)) / box.height,
        )
        panel = ax.inset_axes(inside)
        bare(panel, pen)
        found.append(panel)
    return found


def name_panel(panel: Axes, pen: Pen, text: str, *, left: float = 0, colour: str | None = None, gid: str) -> None:
    """Write a panel's name above it in at most two lines; what does not fit ends in an ellipsis."""
    style = pen.style
    wide = pen.extent(panel)[0] + left - _APART
    if text_width(text, style.small, bold=True) > wide:  # terms in brackets stand on a line of their own, no number
        text = re.sub(r" \((?![\d,]+\))", "\n(", text, count=1)
    lines = balanced(text, style.small, wide, bold=True)
    if len(lines) > _LINES:
        last = cut(" ".join(line.strip() for line in lines[_LINES - 1 :]), style.small, wide, bold=True)
        lines = [*lines[: _LINES - 1], last]
    panel.annotate(
        "\n".join(line.rstrip() for line in lines), (0, 1), xycoords="axes fraction",
        xytext=(-pen.pt(left), pen.pt(6)), textcoords="offset points", va="baseline", ha="left", linespacing=1.2,
        fontsize=pen.pt(style.small), fontweight="bold", color=colour or style.ink, annotation_clip=False, gid=gid,
    )  # fmt: skip
