"""An axis of time: which years it has, which of them are written under it, and when values are highest and lowest."""

from collections.abc import Callable, Sequence

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


def one_report_a(by: str, frame: pd.DataFrame, chart: str, *key: str, choose: bool = False) -> None:
    """Raise ChartError, saying what to do, where a ``"year"`` or a ``"place"`` has two reports, or a report no year.

    ``key`` is what a report has one row of, as its themes; ``choose``: the caller can say by which the chart draws.
    """
    if by == "year":
        require_years(frame, chart)
    other = "place" if by == "year" else "year"
    if _shared(by, frame, key):
        instead = f", or say by='{other}'" if choose and not _shared(other, frame, key) else ""
        raise ChartError(f"chart.{chart} draws one report a {by}; select one {other}{instead}")


def _shared(by: str, frame: pd.DataFrame, key: tuple[str, ...]) -> bool:
    reports = frame.groupby(by)["report_id"].nunique() if "report_id" in frame else pd.Series(dtype=int)
    return bool(frame.duplicated([by, *key]).any() or (reports > 1).any())


def years_or_places(by: str | None, frame: pd.DataFrame, chart: str) -> str:
    """Return by what a chart draws a column for each report: ``"year"`` or ``"place"``, as given, or as the frame is.

    By place where the frame has several, unless a place has several reports and no year two.
    """
    if by not in {None, "year", "place"}:
        raise ChartError(f"by={by!r}: use 'year' or 'place'")
    reports = frame.drop_duplicates("report_id")
    if by is None:
        renamed = reports["place"].duplicated().any() and reports["year"].is_unique
        by = "year" if renamed or reports["place"].nunique() < 2 else "place"
    one_report_a(by, frame, chart, "theme", choose=True)
    return by


def one_line(frame: pd.DataFrame, chart: str, key: str) -> None:
    """Raise ChartError, saying what to do, where a line over the years would join two reports of one or two places."""
    one_report_a("year", frame, chart, key)
    # What the frame says goes first: who gave a place that was renamed one name has said that it is one.
    own = set(frame["report_id"]) if "report_id" in frame else set()
    reports = (report["place"] for report in frame.attrs.get("reports") or () if report["id"] in own)
    places = sorted({place for place in (frame["place"].dropna() if "place" in frame else reports) if place})
    if len(places) > 1:
        raise ChartError(
            f"chart.{chart} draws the years of one place, and the frame has {places[0]} and {places[1]}; select one, "
            "or where it was renamed give it one name: frame.assign(place=...)"
        )


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


def extremes(
    years: Sequence[int], values: Sequence[float], say: Callable[[float], str], lang: str
) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """Return when values are highest and when lowest, in words, with these as ``say`` prints them.

    Where several years read the same, none alone is the highest; where all do, there is no highest: None.

    >>> extremes([2023, 2024, 2025], [3.01, 1, 3.02], lambda value: f"{value:.1f}", "en")
    (('2023, 2025', '3.0'), ('2024', '1.0'))
    """
    said = [say(value) for value in values]
    high, low = ((years_of(years, said, end, lang), end) for end in (say(max(values)), say(min(values))))
    return None if high == low else (high, low)


def years_of(years: Sequence[int], said: Sequence[str], value: str, lang: str) -> str:
    """Return the years of which a value is ``said``, in words.

    >>> years_of([2023, 2024, 2025], ["3.0", "1.0", "3.0"], "3.0", "en")
    '2023, 2025'
    """
    return provenance.year_spans(sorted(int(year) for year, own in zip(years, said, strict=True) if own == value), lang)


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
