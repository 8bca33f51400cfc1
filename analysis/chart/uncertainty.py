"""How charts show intervals: whiskers on bars, bands along lines, a translucent bar where there is a single value.

A value without an interval (low and high missing) is drawn without one; nothing stands for "certain".
"""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba

from analysis.chart.canvas import Pen

_SHADE = 0.3


def whiskers(ax: Axes, pen: Pen, frame: pd.DataFrame, at: list[float], *, cap: float) -> None:
    """Draw the interval of each row's ``rate`` (from ``low`` to ``high``) across, at heights ``at``.

    ``cap`` is the length of the ends in pixels at scale 1.
    """
    known = frame["low"].notna()
    rows = frame[known]
    ax.errorbar(
        rows["rate"],
        [place for place, ok in zip(at, known, strict=True) if ok],
        xerr=[(rows["rate"] - rows["low"]).clip(lower=0), (rows["high"] - rows["rate"]).clip(lower=0)],
        fmt="none",
        ecolor=pen.style.ink,
        elinewidth=pen.pt(1.5),
        capsize=pen.pt(cap),
        capthick=pen.pt(1.5),
    )


def band(ax: Axes, pen: Pen, run: pd.DataFrame, *, colour: str, shade: float = _SHADE, gid: str | None = None) -> None:
    """Shade the interval along a run of years; of a single year draw it as a bar."""
    if not run["low"].notna().any():
        return
    if len(run) == 1:
        row = run.iloc[0]
        bar(ax, pen, float(row["year"]), float(row["low"]), float(row["high"]), colour=colour, width=4, gid=gid)
        return
    years = run["year"].astype(float)
    # A thin edge tells whose band it is where bands overlap.
    faces = {"facecolor": to_rgba(colour, shade), "edgecolor": to_rgba(colour, 0.5), "linewidth": pen.pt(0.7)}
    ax.fill_between(years, run["low"], run["high"], **faces, gid=gid)


def bar(
    ax: Axes, pen: Pen, x: float, low: float, high: float, *, colour: str, width: float, gid: str | None = None,
    shade: float = _SHADE,
) -> None:  # fmt: skip
    """Draw one interval upright at ``x`` as a translucent bar, ``width`` pixels wide at scale 1."""
    ax.vlines(x, low, high, color=colour, alpha=shade, linewidth=pen.pt(width), zorder=2, gid=gid)
