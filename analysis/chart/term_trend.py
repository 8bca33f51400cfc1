"""Lines over years: how often chosen words are said, as rates that reports of any length can be compared by."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.chart.canvas import compose
from analysis.chart.checked import checked
from analysis.chart.highlight import COLOURS, highlighted
from analysis.chart.record import Words
from analysis.chart.trend import TERMS, one_a_year, plot, texts

_COLUMNS = ("year", "term", "rate")


def term_trend(
    frame: pd.DataFrame,
    *,
    highlight: str | list[str] | None = None,
    lang: str = "zh",
    title: Words | None = None,
    subtitle: Words | None = None,
    note: Words | None = None,
    source: Words | None = None,
    alt: Words | None = None,
    size: str = "web",
    style: str = "light",
    ax: Axes | None = None,
) -> Figure:
    """Draw the rates of words over the years of one place.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.count_terms` with one report a year. Years without a report are gaps.
    highlight
        Up to eight terms to colour and label; the others are grey. Default: all (of more than eight, those said most).
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For several reports of one year or of several places, an unknown term, or more terms than colours.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> reports = read.corpus("national").select(year=range(2019, 2026))
    >>> words = measure.count_terms(reports, ["就业", "发展"])
    >>> figure = chart.term_trend(words, lang="en")
    """
    checked(frame, _COLUMNS, "term_trend", "count_terms")
    frame = one_a_year(frame, TERMS, "term_trend")
    wanted = highlighted(frame, "term", highlight, default=_said_most(frame), limit=COLOURS)
    names = {language: {term: term for term in frame["term"]} for language in ("zh", "en")}
    return compose(
        term_trend,
        frame,
        partial(plot, kind=TERMS, highlight=wanted, names=names),
        texts=partial(texts, kind=TERMS, highlight=wanted, names=names),
        options={"highlight": highlight},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _said_most(frame: pd.DataFrame) -> list[str]:
    """Return the terms said most, the first first: as many as there are colours for."""
    mean = frame.groupby("term")["rate"].mean().sort_values(ascending=False, kind="stable")
    return mean.index[:COLOURS].tolist()
