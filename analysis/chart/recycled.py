"""Stacked columns over years: how much of each report was kept, moved or reworded from the one before."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.numbers import counted, number, percent
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.reuse import NAMES, legend, status_colours
from analysis.chart.years import extremes, label_years, one_report_a

_COLUMNS = ("year", "against", "kept_share", "moved_share", "reworded_share", "new_share")
_STACKED = ("reworded", "moved", "kept")  # from the bottom up


def recycled(
    frame: pd.DataFrame,
    *,
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
    """Draw the share of each report that stands, as it was or reworded, in the report before.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.recycled`, of one place.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For two reports of one year.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> figure = chart.recycled(measure.recycled(read.corpus("national")), lang="en")
    """
    checked(frame, _COLUMNS, "recycled", "recycled", numbers=_COLUMNS)
    frame = frame.sort_values("year", ignore_index=True)
    one_report_a("year", frame, "recycled")
    return compose(
        recycled,
        frame,
        lambda frame, pen: Plot(partial(_draw, frame), left=42, right=4, bottom=26, top=30),
        texts=_texts,
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _draw(frame: pd.DataFrame, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, grid="y")
    years = frame["year"].astype(int).to_numpy()
    base = np.zeros(len(frame))
    colours = status_colours(style)
    for status in _STACKED:
        share = frame[f"{status}_share"].to_numpy() * 100
        ax.bar(years, share, bottom=base, width=0.8, color=colours[status], gid=status)
        base = base + share
    legend({status: NAMES[status][pen.lang == "en"] for status in _STACKED}, ax, pen)
    ax.set_xlim(years.min() - 0.7, years.max() + 0.7)
    ax.set_ylim(0, max(5.0, base.max() * 1.08))
    ax.yaxis.set_major_formatter(lambda value, _: f"{number(value, 0)}%")
    label_years(ax, pen, years)


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs = frame.attrs
    total = 1 - frame["new_share"]
    years = int(frame["year"].iloc[-1]), int(frame["against"].iloc[-1]), int(frame["year"].iloc[0])
    now, start, ends = percent(total.iloc[-1]), percent(total.iloc[0]), extremes(frame["year"], total, percent, lang)
    (when, peak), (least, low) = ends or (("", ""), ("", ""))
    if lang == "en":
        most = "the most of the years shown"
        close = f"; {most}" if when == str(years[0]) else f"; {most} was {peak} in {when}"
        close = close if ends else ""
        title = f"{now} of the {years[0]} report stands unchanged or reworded in that of {years[1]}{close}"
        subtitle = (
            "Share of each report's Han characters in sentences that stand, unchanged or reworded, in the one before"
        )
        alt = (
            f"Stacked columns for {counted(len(frame), 'report')}. {now} of the {years[0]} report stands unchanged or "
        )
        alt += f"reworded in that of {years[1]}, the rest is new."
        alt += f" Highest: {when}, {peak}; lowest: {least}, {low}; first: {years[2]}, {start}." if ends else ""
        said = "Sentences are paired one to one; one whose numbers changed counts as reworded."
        said += " After a gap, the last report before it."
    else:
        close = "，为所示年份中最高" if when == str(years[0]) else f"，所示年份中{when}年最高，为{peak}"
        close = close if ends else ""
        title = f"{years[0]}年报告有{now}见于{years[1]}年报告（原样、移位或改写）{close}"
        subtitle = "各年报告中，见于上一份报告（原样、移位或改写）的句子所占汉字比重"
        alt = f"堆积柱形图：{len(frame)}份报告。{years[0]}年报告有{now}见于{years[1]}年报告，其余为新写。"
        alt += f"最高为{when}年{peak}，最低为{least}年{low}，起点为{years[2]}年{start}。" if ends else ""
        said = "句子一一配对；数字有变的句子计为改写；中断年份与此前最近一份比较。"
    note = sentences(lang, provenance.note_line(attrs, lang), said)
    return Texts(title, subtitle, note, alt=alt)
