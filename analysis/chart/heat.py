"""The parts of a heat map: where its scale ends, the scale's legend, and values written in cells that have room."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import Colormap, LinearSegmentedColormap, to_rgb
from matplotlib.patches import Rectangle
from matplotlib.transforms import ScaledTranslation

from analysis.chart.axes import bare
from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.chart.labels import ABOVE
from analysis.chart.numbers import number
from analysis.chart.rows import row_type

# Round ends of a scale.
_NICE = (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10)
ROW = 0.84  # of a row by its name
OVER_MAP = {"at": 0, "above": ABOVE}  # where it is said how many rows are left out: beside the legend


def ceiling(values: np.ndarray) -> float:
    """Return a round number where 99 of 100 cells are below: one report on one subject would leave all others pale.

    >>> ceiling(np.array([[3.0, 45.0], [7.0, 5.0]]))
    50.0
    """
    value = float(np.nanpercentile(values, 99))
    if not value > 0:
        return 1.0
    step = 10 ** np.floor(np.log10(value))
    return float(next(nice * step for nice in _NICE if nice * step >= value))


def draw_cells(
    ax: Axes, pen: Pen, cells: np.ndarray, edges: np.ndarray, names: Sequence[str], *, top: float, type_size: float
) -> tuple[Colormap, bool]:
    """Draw the cells, hatch the columns without a report and name the rows in type of at most ``type_size``.

    Returns the colours, and whether a column is hatched.
    """
    style, rows = pen.style, len(cells)
    colours = LinearSegmentedColormap.from_list("house", style.ramp)
    mesh = ax.pcolormesh(
        edges, np.arange(rows + 1), np.ma.masked_invalid(cells), cmap=colours, vmin=0, vmax=top, gid="cells"
    )
    mesh.set_edgecolor(style.paper)
    mesh.set_linewidth(pen.pt(0.8))
    absent = np.isnan(cells).all(axis=0)
    ax.bar(
        edges[:-1][absent], rows, width=1, align="edge", facecolor="none", edgecolor=style.line, linewidth=0,
        hatch="////", gid="no report",
    )  # fmt: skip
    ax.set_xlim(edges[0], edges[-1])
    ax.set_ylim(rows, 0)
    length = row_type(ax, pen, rows, fill=ROW, largest=type_size)
    ax.set_yticks(np.arange(rows) + 0.5, names, color=style.ink, fontsize=pen.pt(length))
    return colours, bool(absent.any())


def write_values(ax: Axes, pen: Pen, values: np.ndarray, first: float, top: float, colours: Colormap) -> None:
    """Write whole numbers into the cells, dark on light and light on dark, if the widest fits at a readable size."""
    rows, columns = values.shape
    box = ax.get_window_extent()
    widest = max((text_width(number(v, 0), 1.0) for v in values.flat if v == v), default=1.0)
    length = min(pen.style.small, 0.62 * box.height / rows / pen.size.scale)
    length = min(length, 0.86 * box.width / columns / widest / pen.size.scale)
    if length < pen.least:
        return
    for row, column in np.argwhere(~np.isnan(values)):
        value = values[row, column]
        colour = _readable(colours(min(value / top, 1.0)), pen)
        at = (first + column + 0.5, row + 0.5)
        ax.text(*at, number(value, 0), ha="center", va="center", fontsize=pen.pt(length), color=colour, gid="value")


def scale_bar(ax: Axes, pen: Pen, colours: Colormap, top: float, per: str, *, beyond: bool, absent: bool) -> None:
    """Draw the legend over the right end of the map: what the colours mean, and the mark of years without a report."""
    style, width = pen.style, pen.px(180)
    ends = pen.px(18)  # half of the last number stands out beyond the bar
    inches = [length / pen.size.dpi for length in (-width - ends, pen.px(22), width, pen.px(10))]
    # From the map's upper right corner, so that it moves with the map where a layout sets that later.
    corner = ax.figure.dpi_scale_trans + ScaledTranslation(1, 1, ax.transAxes)
    scale = ax.inset_axes(inches, transform=corner, label="scale")
    scale.imshow(np.linspace(0, 1, 256)[None, :], aspect="auto", cmap=colours, extent=(0, top, 0, 1))
    bare(scale, pen)
    scale.tick_params(pad=pen.pt(2))
    scale.set_yticks([])
    scale.set_xticks([0, top / 2, top], ["0", f"{top / 2:,g}", ("≥ " if beyond else "") + f"{top:,g}"])
    small = {"fontsize": pen.pt(style.small), "color": style.soft, "va": "center"}
    left = -pen.px(12) / width
    scale.text(left, 0.5, per, ha="right", transform=scale.transAxes, **small)
    if absent:
        left -= (pen.px(text_width(per, style.small)) + pen.px(24)) / width
        said = "no report" if pen.lang == "en" else "无报告"
        scale.text(left, 0.5, said, ha="right", transform=scale.transAxes, **small)
        left -= (pen.px(text_width(said, style.small)) + pen.px(6)) / width
        box = Rectangle(
            (left - pen.px(18) / width, 0), pen.px(18) / width, 1, transform=scale.transAxes, clip_on=False,
            facecolor="none", edgecolor=style.line, linewidth=pen.pt(0.8), hatch="////",
        )  # fmt: skip
        scale.add_patch(box)


def _readable(cell: tuple, pen: Pen) -> str:
    # Of paper and ink, the one that contrasts more with the cell (WCAG 2.2).
    def light(colour) -> float:
        parts = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour))
        return float(np.dot((0.2126, 0.7152, 0.0722), list(parts)))

    def contrast(colour) -> float:
        a, b = sorted((light(colour), light(cell[:3])))
        return (b + 0.05) / (a + 0.05)

    return max((pen.style.ink, pen.style.paper), key=contrast)
