"""Lines over years with interval bands, gaps where years are missing, and labels at the ends that never overlap."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.chart.axes import bare, spread
from analysis.chart.canvas import Pen


def draw_lines(
    ax: Axes, pen: Pen, frame: pd.DataFrame, *, key: str, labels: dict[str, str], highlight: Sequence[str]
) -> None:
    """Draw one line for each value of ``key``: those in ``highlight`` coloured and labelled, the others grey."""
    style = pen.style
    bare(ax, pen, grid="y")
    colours = dict(zip(highlight, style.colours(len(highlight)), strict=True))
    years = np.array(sorted(frame["year"].astype(int).unique()))
    for value, rows in frame.groupby(key, sort=False):
        if value not in colours:
            for run in _runs(rows):
                ax.plot(
                    run["year"], run["rate"], color=style.rest, linewidth=pen.pt(1), alpha=0.7, zorder=1, gid="rest"
                )
    ends = []
    for value in highlight:
        rows = frame[frame[key] == value].sort_values("year")
        for run in _runs(rows):
            if run["low"].notna().any():
                ax.fill_between(
                    run["year"].astype(float), run["low"], run["high"], color=colours[value], alpha=0.13, linewidth=0
                )
            ax.plot(
                run["year"], run["rate"], color=colours[value], linewidth=pen.pt(2.4), zorder=3, gid=f"line-{value}"
            )
            if len(run) == 1:
                ax.plot(run["year"], run["rate"], "o", color=colours[value], markersize=pen.pt(5), zorder=3)
        ends.append((value, float(rows["rate"].iloc[-1])))
    ax.set_ylim(0, scale_top(frame, key, highlight))
    padding = max(0.5, 0.01 * (years[-1] - years[0]))
    ax.set_xlim(years[0] - padding, years[-1] + padding)
    ax.set_xticks(_ticks(years))
    ax.set_xticklabels([str(year) for year in _ticks(years)])
    _label_ends(ax, pen, ends, labels, colours, years[-1] + padding)


def scale_top(frame: pd.DataFrame, key: str, highlight: Sequence[str]) -> float:
    """Return where the scale ends: above all that is highlighted; the subtitle says where a grey line is cut off."""
    own = frame[frame[key].isin(highlight)]
    top = float(max(own["rate"].max(), own["high"].fillna(0).max()))
    return top * 1.06 if top > 0 else 1.0


def _runs(rows: pd.DataFrame) -> list[pd.DataFrame]:
    # Years in a row belong to one line; over a year without a report no line is drawn.
    rows = rows.sort_values("year")
    breaks = rows["year"].astype(int).diff().fillna(1).ne(1).cumsum()
    return [run for _, run in rows.groupby(breaks.to_numpy())]


def _ticks(years: np.ndarray) -> list[int]:
    if len(years) <= 8:
        return years.tolist()
    step = next(s for s in (2, 5, 10, 20) if (years[-1] - years[0]) / s <= 9)
    ticks = [year for year in range(-(-years[0] // step) * step, years[-1] + 1, step)]
    # The last year is what the reader looks for; a round year too near gives way to it.
    return [year for year in ticks if years[-1] - year > step * 0.4] + [int(years[-1])]


def _label_ends(ax, pen, ends, labels, colours, x) -> None:
    low, high = ax.get_ylim()
    per_pixel = (high - low) / ax.get_window_extent().height
    gap = pen.px(pen.style.label * 1.25) * per_pixel
    inset = gap / 2
    places = spread([value for _, value in ends], gap, low + inset, high - inset)
    for (value, _), place in zip(ends, places, strict=True):
        ax.annotate(
            labels[value],
            (x, place),
            xytext=(pen.pt(6), 0),
            textcoords="offset points",
            va="center",
            color=colours[value],
            fontsize=pen.pt(pen.style.label),
            fontweight="bold",
            annotation_clip=False,
            gid=f"end-{value}",
        )
