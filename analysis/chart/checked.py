"""Whether a frame is one that a chart can draw, told in one sentence, and which reports its rows are of."""

import numpy as np
import pandas as pd

from analysis.errors import ChartError

# What charts draw or tell of where a frame has it: numbers, and names.
_DRAWN = ("year", "low", "high", "rank_low", "rank_high", "mentions", "mentions_earlier", "mentions_later")
_NAMES = ("label_zh", "label_en", "term", "word", "phrase")


def checked(
    frame: pd.DataFrame,
    columns: tuple[str, ...],
    chart: str,
    measure: str,
    *,
    numbers: tuple[str, ...] = (),
    key: tuple[str, ...] = (),
    most: int = 1,
) -> pd.DataFrame:
    """Return the frame if it has rows, rates and the columns a chart needs; else raise ChartError with the way out.

    ``numbers`` are the columns that must have a number in every row, ``key`` those that tell rows apart, ``most`` is
    how many rows the chart is asked to show, at least one. A rate or a share may be missing, of a report without the
    part that was measured.
    """
    if not isinstance(most, int) or isinstance(most, bool) or most < 1:
        raise ChartError(f"chart.{chart}: most={most!r}; use a whole number from 1")
    if not isinstance(frame, pd.DataFrame):
        raise ChartError(f"chart.{chart} draws the frame of measure.{measure}, not {type(frame).__name__}")
    missing = [name for name in columns if name not in frame.columns]
    if missing:
        raise ChartError(f"chart.{chart} needs the column {missing[0]!r}; give it the frame of measure.{measure}")
    if frame.empty:
        raise ChartError(f"chart.{chart}: the frame has no rows; check the selection before it")
    for column in {"rate", "share", "rank", *_DRAWN, *numbers} & set(frame):
        if any(isinstance(value, str) for value in frame[column]):
            raise ChartError(
                f"chart.{chart}: the column {column!r} holds text; turn it into numbers, as by astype(float)"
            )
    for column in {*_NAMES} & {*columns}:
        absent = sum(not isinstance(value, str) for value in frame[column])
        if absent:
            raise ChartError(
                f"chart.{chart}: the column {column!r} has no name in {absent} of {len(frame)} rows; add them"
            )
    if key and (again := frame.duplicated(list(key))).any():
        twice = frame.loc[again.to_numpy(), key[-1]].iloc[0]
        raise ChartError(f"chart.{chart}: the {key[-1]} {twice!r} has several rows; leave one, as by drop_duplicates()")
    for column in dict.fromkeys([*columns, *(name for name in _DRAWN if name in frame)]):
        given = frame[column]
        if pd.api.types.is_numeric_dtype(given) and np.isinf(given.to_numpy(dtype=float, na_value=np.nan)).any():
            raise ChartError(f"chart.{chart}: the column {column!r} has an infinite number; leave those rows out")
    for column in numbers:
        absent = int(pd.to_numeric(frame[column], errors="coerce").isna().sum())
        if absent:
            raise ChartError(
                f"chart.{chart}: the column {column!r} has no number in {absent} of {len(frame)} rows; "
                f"leave those rows out, or give it the frame of measure.{measure}"
            )
    for column in {"rate", *columns} & {"rate", "share", "rank"} & set(frame):
        if frame[column].isna().all():
            raise ChartError(f"chart.{chart}: nothing was measured (no report has that part); measure with part='all'")
    return frame


def of_its_reports(frame: pd.DataFrame, given: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return a copy whose attrs name only the reports of its rows, and those they are compared with.

    A selection of rows keeps the attrs of the whole frame: source, place and years would be those of all its reports.
    Of rates the attrs also tell on how many ``mentions`` of these reports the measure's frame ``given`` rests, where
    the frame is a choice of its themes: the Han characters beside them are those of all.
    """
    frame = frame.copy()
    reports = frame.attrs.get("reports") or []
    if "place" in frame:
        reports = [report for report in reports if report["place"] in set(frame["place"])] or reports
    if "year" in frame and "report_id" not in frame:
        reports = [report for report in reports if report["year"] in set(frame["year"].dropna())] or reports
    ids = set(frame.get("report_id", ()))
    own = [report for report in reports if report["id"] in ids or "old_id" in frame]  # two that were aligned
    before = {(report["place"], year) for report in own for year in frame.get("against", ())}
    if own:
        reports = [report for report in reports if report in own or (report["place"], report["year"]) in before]
    given = frame if given is None else given
    counted = given[given["report_id"].isin(ids)] if "report_id" in given else given
    sides = [side for side in ("", "_earlier", "_later") if {f"rate{side}", f"mentions{side}"} <= set(given)]
    mentions = {"mentions": sum(int(counted[f"mentions{side}"].sum()) for side in sides)} if sides else {}
    frame.attrs = frame.attrs | {"reports": reports} | mentions
    return frame
