"""Ranked bars with their names on the left and their numbers at the ends, all within one narrow panel."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from analysis.chart.axes import bare
from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.chart.selection import whole_ranks


def named_bars(
    ax: Axes, pen: Pen, names: Sequence[str], values: Sequence[float], said: Sequence[str], colours, *, row: float
) -> None:
    """Draw as many bars as the panel has rows of ``row`` pixels (at scale 1), the first on top, equal ones all or none.

    ``said`` is written at the end of each bar; the longest bar ends where the longest of these still fits.
    """
    style = pen.style
    bare(ax, pen, ticks=False)
    wide, high = pen.extent(ax)
    rows = max(2, int(high / row))
    shown = min(rows, whole_ranks(values, rows))
    names, values, said = list(names)[:shown], list(values)[:shown], list(said)[:shown]
    ax.barh(range(len(names)), values, height=0.62, color=list(colours)[:shown], gid="bars")
    ax.set_ylim(max(rows, len(names)) - 0.4, -0.6)
    left = max(text_width(name, style.small) for name in names) + 10
    right = max(text_width(text, style.small) for text in said) + 8
    unit = (max(values) or 1.0) / max(wide - left - right, 20)
    ax.set_xlim(-left * unit, (wide - left) * unit)
    for place, (name, value, text) in enumerate(zip(names, values, said, strict=True)):
        small = {"textcoords": "offset points", "fontsize": pen.pt(style.small), "color": style.ink}
        small |= {"va": "center_baseline"}  # the name and the number stand on one line
        ax.annotate(name, (0, place), xytext=(-pen.pt(6), 0), ha="right", gid=f"bar-{place}", **small)
        ax.annotate(text, (value, place), xytext=(pen.pt(5), 0), ha="left", **small)
