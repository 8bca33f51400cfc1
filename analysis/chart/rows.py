"""Rows of names: how many of them can be read on the height there is, which of them are kept, and their type."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.chart.canvas import Pen


def fitting(frame: pd.DataFrame, pen: Pen, *importance: pd.Series, fill: float, around: float) -> pd.DataFrame:
    """Return the rows that can be read at once, in the frame's order.

    Those are kept that are highest by the first ``importance``, among equals by the next, and else come first. The type
    of a name takes ``fill`` of the height of its row; ``around`` is what the plot needs above and below its rows, in
    pixels at scale 1.
    """
    most = max(1, int(fill * pen.inside(around=around)[1] / pen.least))
    order = np.lexsort([np.arange(len(frame)), *(-np.asarray(by, dtype=float) for by in reversed(importance))])
    return frame.iloc[sorted(order[:most])]


def row_type(ax: Axes, pen: Pen, rows: int, *, fill: float, largest: float | None = None) -> float:
    """Return the type size of the names of so many rows, in pixels at scale 1: no larger than a label, and readable."""
    length = fill * pen.extent(ax)[1] / max(rows, 4)
    return min(largest or pen.style.label, max(pen.least, length))
