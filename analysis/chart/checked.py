"""Whether a frame is one that a chart can draw, told in one sentence."""

import numpy as np
import pandas as pd

from analysis.errors import ChartError

# What charts draw or tell of where a frame has it: numbers, and names.
_DRAWN = ("year", "low", "high", "rank_low", "rank_high", "mentions", "mentions_earlier", "mentions_later")
_NAMES = ("label_zh", "label_en", "term", "word", "phrase")


def at_least_one(chart: str, option: str, given: int) -> None:
    """Raise ChartError where an option that says how many to show is no whole number from 1."""
    if not isinstance(given, int) or isinstance(given, bool) or given < 1:
        raise ChartError(f"chart.{chart}: {option}={given!r}; use a whole number from 1")


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
    at_least_one(chart, "most", most)
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
