"""Lines over years: how often chosen themes are mentioned, against all the others in grey."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from analysis import provenance
from analysis.chart.canvas import Pen, Plot, checked, compose, source_of
from analysis.chart.fonts import text_width
from analysis.chart.lines import draw_lines, scale_top
from analysis.chart.numbers import number
from analysis.chart.record import HouseFigure, Texts
from analysis.errors import ChartError

_COLUMNS = ("year", "theme", "label_zh", "label_en", "rate", "low", "high")


def theme_trend(
    frame: pd.DataFrame,
    *,
    highlight: str | list[str] | None = None,
    lang: str = "zh",
    title: str | None = None,
    subtitle: str | None = None,
    note: str | None = None,
    source: str | None = None,
    alt: str | None = None,
    size: str = "web",
    ax: Axes | None = None,
) -> HouseFigure:
    """Draw the rates of themes over the years of one place, some coloured, the rest grey.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.theme_frequencies` with one report a year. Years without a report are gaps.
    highlight
        Up to eight theme ids to colour and label. Default: the theme with the highest rate in the last year.
    lang, title, subtitle, note, source, alt, size, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For several reports of one year, an unknown theme, or more themes than colours.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> reports = read.corpus("national").select(year=range(2019, 2026))
    >>> themes = measure.theme_frequencies(reports, part="all", intervals=False)
    >>> figure = chart.theme_trend(themes, highlight="technology", lang="en")
    """
    checked(frame, _COLUMNS, "theme_trend", "theme_frequencies")
    frame = _one_a_year(frame, "theme", "theme_trend")
    last = frame[frame["year"] == frame["year"].max()]
    wanted = (
        [highlight] if isinstance(highlight, str) else list(highlight or [last.nlargest(1, "rate")["theme"].item()])
    )
    unknown = [theme for theme in wanted if theme not in set(frame["theme"])]
    if unknown:
        known = ", ".join(frame["theme"].unique())
        raise ChartError(f"highlight={unknown[0]!r} is not a theme of the frame; it has {known}")
    given = {"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt}
    return compose(
        "theme_trend",
        frame,
        partial(_plot, frame, wanted),
        texts=partial(_texts, frame, wanted, source),
        lang=lang,
        size=size,
        ax=ax,
        given=given,
        redraw=partial(theme_trend, frame, highlight=highlight, **given),
    )


def _one_a_year(frame: pd.DataFrame, key: str, chart: str) -> pd.DataFrame:
    if frame["year"].isna().any():
        raise ChartError(f"chart.{chart} needs the year of every report; set it when reading: read.report(..., year=)")
    if frame.duplicated(["year", key]).any():
        raise ChartError(f"chart.{chart} draws one report a year; select one place, or draw chart.theme_heatmap")
    attrs = frame.attrs
    frame = frame.sort_values("year", kind="stable").reset_index(drop=True)
    frame.attrs = attrs
    return frame


def _plot(frame: pd.DataFrame, highlight: list[str], pen: Pen) -> Plot:
    names = dict(zip(frame["theme"], frame[f"label_{pen.lang}"], strict=True))
    widest = max(text_width(names[theme], pen.style.label, bold=True) for theme in highlight)
    draw = partial(_draw, frame, highlight, names)
    return Plot(draw, left=30, right=widest + 14, bottom=26)


def _draw(frame: pd.DataFrame, highlight: list[str], names: dict[str, str], ax: Axes, pen: Pen) -> None:
    draw_lines(ax, pen, frame, key="theme", labels=names, highlight=highlight)


def _texts(frame: pd.DataFrame, highlight: list[str], source: str | None, lang: str) -> Texts:
    attrs = frame.attrs
    names = dict(zip(frame["theme"], frame[f"label_{lang}"], strict=True))
    place = provenance.place_of(attrs, lang)
    first, last = int(frame["year"].min()), int(frame["year"].max())
    facts = []
    for theme in highlight:
        rows = frame[frame["theme"] == theme]
        peak = rows.loc[rows["rate"].idxmax()]
        facts.append((names[theme], rows["rate"].iloc[0], rows["rate"].iloc[-1], int(peak["year"]), peak["rate"]))
    years = frame["year"].nunique()
    cut = frame["rate"].max() > scale_top(frame, "theme", highlight)
    if lang == "en":
        title = "; ".join(f"{name} {_moved_en(a, b)} {number(a)} to {number(b)}" for name, a, b, _, _ in facts[:2])
        title = f"{first} to {last}: {title}"
        others = "; grey: the other themes" if len(highlight) < len(names) else ""
        others += ", cut off at the top" if cut else ""
        subtitle = f"{place or 'Reports'}: {provenance.per_line(attrs, 'en')}; bands: 95% intervals{others}"
        alt = f"Line chart over {years} reports, {first} to {last}, {provenance.per_line(attrs, 'en')}. " + " ".join(
            f"{name}: from {number(a)} to {number(b)}, highest {number(p)} in {y}." for name, a, b, y, p in facts
        )
    else:
        title = "，".join(f"“{name}”由{number(a)}{_moved_zh(a, b)}{number(b)}" for name, a, b, _, _ in facts[:2])
        title = f"{first}年至{last}年：{title}"
        others = "；灰线为其他主题" if len(highlight) < len(names) else ""
        others += "，超出上限者未画全" if cut else ""
        subtitle = f"{place}报告各主题{provenance.per_line(attrs, 'zh')}；色带为95%区间{others}"
        alt = f"折线图：{first}至{last}年{years}份报告的{provenance.per_line(attrs, 'zh')}。" + "".join(
            f"“{name}”由{number(a)}变为{number(b)}，{y}年最高（{number(p)}）。" for name, a, b, y, p in facts
        )
    return Texts(title, subtitle, provenance.note_line(attrs, lang), source_of(frame, lang, source), alt)


def _moved_en(before: float, after: float) -> str:
    return "rises from" if after > before else "falls from" if after < before else "stays from"


def _moved_zh(before: float, after: float) -> str:
    return "升至" if after > before else "降至" if after < before else "仍为"
