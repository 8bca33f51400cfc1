"""Frames that are hard to draw: one row, forty rows, long labels, zero, ties, negative numbers, missing years."""

from functools import cache

import numpy as np
import pandas as pd

from analysis import measure, read
from analysis.paths import data_folder
from tests.chart.frames import comparisons, terms, themes
from tests.chart.topic_frames import frames as topic_frames

_LONG_ZH = "乡村全面振兴与城乡融合发展及县域经济统筹推进机制改革"
_LONG_EN = "Extraordinarily comprehensive revitalisation of the countryside: roads, water, and everything besides"
_NAMES = {"label_zh": _LONG_ZH, "label_en": _LONG_EN}
_WORDS = ("term", "phrase", "word", "heading")
_VALUES = (
    "mentions", "rate", "low", "high", "share", "rate_earlier", "rate_later", "mentions_earlier", "mentions_later",
    "difference", "log2_ratio", "documents", "recycled", "kept", "stability", "coherence", "score", "size", "height",
)  # fmt: skip
_SIGNED = ("difference", "log2_ratio", "log_odds_z", "log_ratio", "coherence", "x", "y")


@cache
def frames() -> dict[str, pd.DataFrame]:
    """A frame for every chart, by the chart's name."""
    national = read.corpus("national").select(year=range(2019, 2026))
    samples = read.reports([data_folder() / "samples" / f"yunling-{year}.txt" for year in (2024, 2025)])
    report = national.select(year=2025)
    years = themes(years=range(2016, 2026), count=9)
    return {
        **comparisons(),
        **topic_frames(),
        "theme_frequencies": themes(count=12),
        "theme_heatmap": years,
        "theme_trend": years,
        "theme_shares": years,
        "term_trend": terms(),
        "wordcloud": measure.contributions(report),
        "comparison_cloud": measure.keyness(national, target=2025, reference=[2023, 2024]),
        "dispersion": measure.positions(report),
        "concordance_table": measure.concordance(samples, "就业"),
    }


def one_row(frame: pd.DataFrame) -> pd.DataFrame:
    """What belongs to the first theme, topic or word, or the first row."""
    for key in ("theme", "topic", "phrase", "word"):
        if key in frame and frame[key].nunique() > 1:
            real = frame[frame[key] != 0]  # topic 0 is what fits none
            return frame[frame[key] == real[key].iloc[0]]
    return frame.head(1)


def forty_rows(frame: pd.DataFrame) -> pd.DataFrame:
    """The same themes, topics or words again and again under other names, until there are forty."""
    for key in ("theme", "topic", "phrase", "word", "term"):
        if key in frame and 1 < frame[key].nunique() < 40:
            return _again(frame, key)
    return frame


def _again(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    copies, count = [frame], frame[key].nunique()
    for number in range(1, 40 // count + 1):
        copy = frame.copy()
        number_of = (frame[key].max() + 1) * number if key == "topic" else None
        copy[key] = frame[key] + number_of if key == "topic" else frame[key].astype(str) + f" {number}"
        for label in set(_NAMES) & set(copy):
            copy[label] = copy[label].astype(str) + f" {number}"
        copies.append(copy)
    whole = pd.concat(copies, ignore_index=True)
    return whole[whole[key].isin(list(dict.fromkeys(whole[key]))[:40])].reset_index(drop=True)


def long_labels(frame: pd.DataFrame) -> pd.DataFrame:
    """Labels three times as long as any of the codebook's, and words as long as the longest phrase."""
    copy = frame.copy()
    for label, long in _NAMES.items():
        if label in copy:
            copy[label] = [f"{long} {name}" for name in copy[label]]
    for word in _WORDS:
        if word in copy and not set(_NAMES) & set(copy):
            copy[word] = [f"{name}{_LONG_ZH[:12]}" if name else name for name in copy[word]]
    return copy


def zero(frame: pd.DataFrame) -> pd.DataFrame:
    """Nothing counted at all."""
    return _each(frame, _VALUES, lambda values: values * 0)


def ties(frame: pd.DataFrame) -> pd.DataFrame:
    """All the same."""
    return _each(
        frame, _VALUES, lambda values: values * 0 + values.dropna().iloc[0] if values.notna().any() else values
    )


def negative(frame: pd.DataFrame) -> pd.DataFrame:
    """Everything fell."""
    return _each(frame, _SIGNED, lambda values: -values.abs())


def missing_years(frame: pd.DataFrame) -> pd.DataFrame:
    """A third of the years has no report."""
    if "year" not in frame or frame["year"].nunique() < 4:
        return frame
    years = sorted(frame["year"].dropna().unique())
    return frame[~frame["year"].isin(years[len(years) // 3 : 2 * len(years) // 3])]


def _each(frame: pd.DataFrame, columns: tuple[str, ...], change) -> pd.DataFrame:
    copy = frame.copy()
    for column in set(columns) & set(copy):
        # The size of a node of a tree is what makes it a tree.
        counted = pd.api.types.is_numeric_dtype(copy[column]) and copy[column].dtype != np.bool_
        if counted and not (column == "size" and "node" in copy):
            copy[column] = change(copy[column])
    return copy


CASES = {case.__name__: case for case in (one_row, forty_rows, long_labels, zero, ties, negative, missing_years)}


def made(name: str, case: str) -> pd.DataFrame:
    """The frame of a chart made awkward, its attrs kept."""
    frame = frames()[name]
    changed = CASES[case](frame) if case in CASES else frame
    changed.attrs = frame.attrs
    return changed
