"""Lines over years: how often chosen themes are mentioned, against all the others in grey."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.chart.canvas import compose
from analysis.chart.checked import checked
from analysis.chart.highlight import COLOURS, highlighted
from analysis.chart.labels import names_of
from analysis.chart.record import Words
from analysis.chart.trend import THEMES, one_a_year, plot, texts

_COLUMNS = ("year", "theme", "label_zh", "label_en", "rate")


def theme_trend(
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
    """Draw the rates of themes over the years of one place, some coloured, the rest grey.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.theme_frequencies` with one report a year. Years without a report are gaps.
    highlight
        Up to eight theme ids to colour and label. Default: the theme with the highest rate in the last year.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For several reports of one year or of several places, an unknown theme, or more themes than colours.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> reports = read.corpus("national").select(year=range(2019, 2026))
    >>> themes = measure.theme_frequencies(reports, part="all", intervals=False)
    >>> figure = chart.theme_trend(themes, highlight="technology", lang="en")
    """
    checked(frame, _COLUMNS, "theme_trend", "theme_frequencies")
    frame = one_a_year(frame, THEMES, "theme_trend")
    last = frame[frame["year"] == frame["year"].max()]
    default = [last.nlargest(1, "rate")["theme"].item()]
    wanted = highlighted(frame, "theme", highlight, default=default, limit=COLOURS)
    names = {language: names_of(frame, "theme", language).to_dict() for language in ("zh", "en")}
    return compose(
        theme_trend,
        frame,
        partial(plot, kind=THEMES, highlight=wanted, names=names),
        texts=partial(texts, kind=THEMES, highlight=wanted, names=names),
        options={"highlight": highlight},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )
