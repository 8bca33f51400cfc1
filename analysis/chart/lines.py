"""Lines over years with interval bands, gaps where years are missing, and labels at the ends that never overlap."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from analysis.chart.axes import End, bare, label_ends
from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.chart.numbers import number
from analysis.chart.uncertainty import band
from analysis.chart.years import label_years

_STEM = 16  # pixels between the end of a line and its label


def draw_lines(
    ax: Axes, pen: Pen, frame: pd.DataFrame, *, key: str, labels: dict[str, str], highlight: Sequence[str]
) -> None:
    """Draw one line for each value of ``key``: those in ``highlight`` coloured and labelled, the others grey."""
    style = pen.style
    bare(ax, pen, grid="y")
    colours = dict(zip(highlight, style.colours(len(highlight)), strict=True))
    for value, rows in frame.groupby(key, sort=False):
        if value not in colours:
            look = {"color": style.rest, "linewidth": pen.pt(1), "alpha": 0.5, "zorder": 1, "gid": "rest"}
            plot_runs(ax, pen, rows, "rate", dot=3, **look)
    ends = []
    for value in highlight:
        rows = frame[frame[key] == value].sort_values("year")
        for run in runs(rows):
            _draw_run(ax, pen, run, colours[value], f"line-{value}", 0.13 if len(highlight) < 4 else 0.07)
        last = rows.iloc[-1]
        ax.plot(last["year"], last["rate"], "o", color=colours[value], markersize=pen.pt(7), zorder=4, gid="end")
        said = end_label(labels[value], float(last["rate"]))
        ends.append(End(float(last["year"]), float(last["rate"]), said, colours[value], f"end-{value}"))
    years = frame["year"].astype(int)
    padding = max(0.5, 0.01 * (years.max() - years.min()))
    ax.set_ylim(0, scale_top(frame, key, highlight))
    ax.set_xlim(years.min() - padding, years.max() + padding)
    label_years(ax, pen, years)
    label_ends(ax, pen, ends, at=years.max() + padding, stem=_STEM, length=style.label)


def end_label(label: str, rate: float) -> str:
    """Return what stands at the end of a line: its name and its last value."""
    return f"{label} {number(rate)}"


def room_for_ends(
    frame: pd.DataFrame, *, key: str, labels: dict[str, str], highlight: Sequence[str], pen: Pen
) -> float:
    """Return the pixels (at scale 1) that the labels at the ends need."""
    last = {value: frame[frame[key] == value].sort_values("year")["rate"].iloc[-1] for value in highlight}
    widths = [text_width(end_label(labels[v], rate), pen.style.label, bold=True) for v, rate in last.items()]
    return max(widths) + _STEM + 4


def scale_top(frame: pd.DataFrame, key: str, highlight: Sequence[str]) -> float:
    """Return where the scale ends: above all that is highlighted; the subtitle says where a grey line is cut off."""
    own = frame[frame[key].isin(highlight)]
    top = float(max(own["rate"].max(), own["high"].fillna(0).max()))
    return top * 1.06 if top > 0 else 1.0


def _draw_run(ax: Axes, pen: Pen, run: pd.DataFrame, colour: str, gid: str, shade: float) -> None:
    if len(run) == 1:
        # A year that stands alone: a point, with its interval as a line, for a band would have no width.
        ax.plot(run["year"], run["rate"], "o", color=colour, markersize=pen.pt(6), zorder=3, gid=gid)
        band(ax, pen, run, colour=colour)
        return
    band(ax, pen, run, colour=colour, shade=shade)
    ax.plot(
        run["year"],
        run["rate"],
        color=colour,
        linewidth=pen.pt(2.6),
        solid_joinstyle="round",
        zorder=3,
        gid=gid,
    )


def plot_runs(ax: Axes, pen: Pen, rows: pd.DataFrame, column: str, *, dot: float, **look) -> None:
    """Draw a line over each run of years and a dot, ``dot`` pixels wide, at a year that stands alone."""
    for run in runs(rows):
        mark = {"marker": "o", "markersize": pen.pt(dot)} if len(run) == 1 else {}
        ax.plot(run["year"].astype(int), run[column], **look, **mark)


def runs(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the rows in pieces of consecutive years: over a year without a report no line is drawn."""
    rows = rows.sort_values("year")
    breaks = rows["year"].astype(int).diff().fillna(1).ne(1).cumsum()
    return [run for _, run in rows.groupby(breaks.to_numpy())]
