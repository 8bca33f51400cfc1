"""An axis of time: every report has a year, and the first, the last, lone and round years are written under it."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import Locator

from analysis import provenance
from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.errors import ChartError

_STEPS = (1, 2, 5, 10, 20, 50)


def require_years(frame: pd.DataFrame, chart: str) -> None:
    """Raise ChartError, saying how to set it, where a report of the frame has no year."""
    if frame["year"].isna().any():
        raise ChartError(f"chart.{chart} needs the year of every report; set it when reading: read.report(..., year=)")


def label_years(ax: Axes, pen: Pen, years: Sequence[int], *, shift: float = 0, apart: float = 1.35) -> None:
    """Write years under the axes, within the limits it has, at least ``apart`` widths of a year from each other.

    ``shift`` is where a year stands in its column: 0.5 where columns begin at the year.
    """
    width = pen.pt(text_width("2025", pen.style.small) * apart) / 72
    ax.xaxis.set_major_locator(_Years(years, width, shift))
    ax.xaxis.set_major_formatter(lambda x, _: f"{x - shift:.0f}")


class _Years(Locator):
    # Chosen anew at every drawing: a layout of the caller's figure can make an axes narrower after the chart is drawn.
    def __init__(self, years: Sequence[int], width: float, shift: float):
        self.years, self.width, self.shift = years, width, shift  # the width in inches

    def __call__(self) -> list[float]:
        ax = self.axis.axes
        (low, high), inches = ax.get_xlim(), ax.bbox.width / ax.get_figure(root=True).dpi
        return [year + self.shift for year in year_ticks(self.years, self.width * (high - low) / inches)]

    def tick_values(self, vmin: float, vmax: float) -> list[float]:
        return self()


def years_of(years: Sequence[int], values: Sequence[float], value: float, lang: str) -> str:
    """Return the years that have a value, in words: where several share the highest, none alone is the highest.

    >>> years_of([2023, 2024, 2025], [3, 1, 3], 3, "en")
    '2023, 2025'
    """
    there = (int(year) for year, own in zip(years, values, strict=True) if own == value)
    return provenance.year_spans(sorted(there), lang)


def year_ticks(years: Sequence[int], apart: float) -> list[int]:
    """Return the years to label, at least ``apart`` years from each other.

    The first and last year come first, then years without a neighbour (a reader cannot guess them), then the years
    around a gap, then round years between.

    >>> year_ticks([1954, 1955, 1956, 1960, 1964, 1975, 1978, 1979, *range(1980, 2026)], 2.5)
    [1954, 1960, 1964, 1975, 1978, 1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]
    >>> year_ticks(range(2019, 2026), 0.5)
    [2019, 2020, 2021, 2022, 2023, 2024, 2025]
    """
    known = sorted({int(year) for year in years})
    present = set(known)
    step = next((step for step in _STEPS if step >= apart and (known[-1] - known[0]) / step <= 16), _STEPS[-1])
    alone = [year for year in known if not {year - 1, year + 1} & present]
    edges = [year for year in known if not {year - 1, year + 1} <= present]
    around = [year for year in known if year % step == 0]
    chosen: list[int] = []
    for year in (known[-1], known[0], *alone, *edges, *around):
        if all(abs(year - other) >= apart for other in chosen):
            chosen.append(year)
    return sorted(chosen)
