"""A heat map: every theme by every year, or by every place."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare, name_columns
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.heat import OVER_MAP, ROW, ceiling, draw_cells, scale_bar, write_values
from analysis.chart.labels import highest_and_lowest, leaders, left_out, names_of, within
from analysis.chart.numbers import alike, counted, number
from analysis.chart.places import place_names
from analysis.chart.record import Texts, Words
from analysis.chart.rows import fitting
from analysis.chart.selection import among_themes
from analysis.chart.years import label_years, years_of, years_or_places

_COLUMNS = ("report_id", "year", "place", "place_en", "theme", "label_zh", "label_en", "rate")
_LEGEND = 34  # pixels over the map for its scale


def theme_heatmap(
    frame: pd.DataFrame,
    *,
    by: str | None = None,
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
    """Draw the rate of every theme in every report as a map of colours.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.theme_frequencies`.
    by
        ``"year"`` (one column a year, gaps between years shown) or ``"place"`` (one column a place). Default: the place
        where there are several, unless only the years tell reports apart.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For two reports in one column, and by year for a report without one.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> reports = read.corpus("provinces").select(year=2026)
    >>> figure = chart.theme_heatmap(measure.theme_frequencies(reports, intervals=False))
    """
    checked(frame, _COLUMNS, "theme_heatmap", "theme_frequencies")
    frame = frame.sort_values(["year", "place", "theme"], ignore_index=True)
    by = years_or_places(by, frame, "theme_heatmap")
    return compose(
        theme_heatmap,
        frame,
        partial(_plot, by=by),
        texts=partial(_texts, by=by),
        options={"by": by},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _table(frame: pd.DataFrame, by: str, pen: Pen) -> pd.DataFrame:
    # The themes most mentioned on top; places in the order of the corpus, in which its reports are listed.
    table = frame.pivot(index="theme", columns=by, values="rate")
    table = table.loc[table.mean(axis=1).sort_values(ascending=False, kind="stable").index]
    if by == "place":
        listed = [report["place"] for report in frame.attrs.get("reports", ())]
        table = table[sorted(table, key=lambda place: (listed.index(place) if place in listed else 0, place))]
        table = table.rename(columns=place_names(frame, pen.lang))
    return table.set_axis(within(names_of(frame, "theme", pen.lang), pen, longest=36)[table.index])


def _plot(frame: pd.DataFrame, pen: Pen, by: str) -> Plot:
    table = _table(frame, by, pen)
    left = max(text_width(label, pen.style.small) for label in table.index) + 10
    names = max(text_width(str(c), pen.style.small) for c in table.columns) + 8 if by == "place" else 0
    per = provenance.per_line(frame.attrs, pen.lang)
    room = {"top": _LEGEND, "bottom": max(24, names)}
    shown = fitting(table, pen, fill=ROW, around=sum(room.values()))
    return Plot(partial(_draw, shown, by, per, len(table) - len(shown)), left=left, right=4, **room)


def _draw(table: pd.DataFrame, by: str, per: str, more: int, ax: Axes, pen: Pen) -> None:
    bare(ax, pen)
    top = ceiling(table.to_numpy(dtype=float))
    edges = _edges(table, by)
    cells = _cells(table, edges)
    colours, absent = draw_cells(ax, pen, cells, edges, table.index, top=top, type_size=pen.style.small)
    if by == "year":
        label_years(ax, pen, table.columns, shift=0.5)
    else:
        name_columns(ax, pen, np.arange(len(table.columns)) + 0.5, list(table.columns), length=pen.style.small)
    write_values(ax, pen, cells, float(edges[0]), top, colours)
    beyond = bool(np.nanmax(table.to_numpy(dtype=float)) > top)
    scale_bar(ax, pen, colours, top, per, beyond=beyond, absent=absent)
    left_out(ax, pen, more, **OVER_MAP)


def _edges(table: pd.DataFrame, by: str) -> np.ndarray:
    if by == "place":
        return np.arange(len(table.columns) + 1)
    first, last = int(min(table.columns)), int(max(table.columns))
    return np.arange(first, last + 2)


def _cells(table: pd.DataFrame, edges: np.ndarray) -> np.ndarray:
    if len(edges) == len(table.columns) + 1:
        return table.to_numpy(dtype=float)
    # A year without a report is an empty column, so that time runs evenly.
    return table.rename(columns=int).reindex(columns=[int(e) for e in edges[:-1]]).to_numpy(dtype=float)


def _texts(frame: pd.DataFrame, lang: str, by: str) -> Texts:
    attrs, label, per = frame.attrs, f"label_{lang}", provenance.per_line(frame.attrs, lang)
    mean = frame.groupby("theme", sort=False).agg(rate=("rate", "mean"), label=(label, "first"))
    if not mean["rate"].max() > 0:
        return _texts_of_nothing(frame, lang, by)
    ends = highest_and_lowest(mean["label"], mean["rate"], lang)
    cells = frame[frame["rate"].map(partial(alike, frame["rate"].max()))]
    cell, count, peak = cells.iloc[0], frame[by].nunique(), number(frame["rate"].max())
    where = int(cell["year"]) if by == "year" else place_names(frame, lang)[cell["place"]]
    if len(mean) == 1:
        title = _title_of_one(frame, lang, by)
    else:
        title, among = (_title_by_year if by == "year" else _title_by_place)(frame, lang), among_themes(frame, lang)
        title = title if not among else f"{title}, {among}" if lang == "en" else f"{among}，{title}"
    if lang == "en":
        subtitle = f"Themes by {per}, each {by}"
        alt = f"Heat map of {counted(len(mean), 'theme')} by {counted(count, by)}, {per}. {title}. "
        if len(mean) > 1:
            alt += f"On average {ends}. "
            alt += f"Highest of all: {f'{cell[label]}, {where}' if len(cells) == 1 else f'{len(cells)} cells'}, {peak}."
    else:
        of, unit = ("年份", "年") if by == "year" else ("地区", "")
        subtitle = f"各主题{per}，按{of}"
        alt = f"热力图：{len(mean)}个主题、{count}个{of}的{per}。{title}。"
        if len(mean) > 1:
            alt += f"平均{ends}；"
            alt += f"单格最高为{f'{where}{unit}“{cell[label]}”' if len(cells) == 1 else f'{len(cells)}格'}（{peak}）。"
    return Texts(title, subtitle, provenance.note_line(attrs, lang, intervals=False), alt=alt.strip())


def _texts_of_nothing(frame: pd.DataFrame, lang: str, by: str) -> Texts:
    per, count = provenance.per_line(frame.attrs, lang), frame["theme"].nunique()
    if lang == "en":
        title, subtitle = f"None of {counted(count, 'theme')} is mentioned in any {by}", f"Themes by {per}, each {by}"
        alt = f"Heat map of {counted(count, 'theme')}, all empty. {title}."
    else:
        title, subtitle = (
            f"{frame[by].nunique()}个{'年份' if by == 'year' else '地区'}均未提及所列{count}个主题",
            f"各主题{per}，按{'年份' if by == 'year' else '地区'}",
        )
        alt = f"热力图：{count}个主题，全为零。{title}。"
    return Texts(title, subtitle, provenance.note_line(frame.attrs, lang, intervals=False), alt=alt)


def _title_of_one(frame: pd.DataFrame, lang: str, by: str) -> str:
    # Of one theme none can be the most mentioned: told is where it is.
    rated, name = frame[frame["rate"].notna()], frame[f"label_{lang}"].iloc[0]
    places, said, told = place_names(frame, lang), rated["rate"].map(number), []
    for rate in dict.fromkeys((number(rated["rate"].max()), number(rated["rate"].min()))):
        if by == "year":
            where = years_of(rated["year"], said, rate, lang) + ("年" if lang == "zh" else "")
        else:
            where = leaders(rated["place"].map(places), (said == rate).astype(int), lang)
        told.append((where, rate))
    if len(told) == 1:
        [(where, rate)] = told
        return f"{name}: {rate} in {where}" if lang == "en" else f"“{name}”：{where}为{rate}"
    (high, most), (low, least) = told
    if lang == "en":
        return f"{name}: highest in {high} ({most}), lowest in {low} ({least})"
    return f"“{name}”：{high}最高（{most}），{low}最低（{least}）"


def _title_by_year(frame: pd.DataFrame, lang: str) -> str:
    place, zh = provenance.place_of(frame.attrs, lang), lang == "zh"
    frame = frame[frame["rate"].notna()]
    years = [int(frame["year"].min()), int(frame["year"].max())]
    ends = [frame[frame["year"] == year] for year in years]
    first, last = (leaders(rows[f"label_{lang}"], rows["rate"], lang) for rows in ends)
    if years[0] == years[1]:
        return f"{years[0]}年{place}报告最常谈{last}" if zh else f"{last}: the theme most mentioned in {years[0]}"
    if first == last:
        return (
            f"{years[0]}年和{years[1]}年，{place}报告最常谈的都是{last}"
            if zh
            else f"{last}: the theme most mentioned in {years[0]} as in {years[1]}"
        )
    if zh:
        return f"从{years[0]}年的{first}到{years[1]}年的{last}：{place}报告最常谈什么"
    return f"From {first} in {years[0]} to {last} in {years[1]}: what the reports mention most"


def _title_by_place(frame: pd.DataFrame, lang: str) -> str:
    places, label = frame["place"].nunique(), f"label_{lang}"
    best = frame["rate"].eq(frame.groupby("place")["rate"].transform("max")) & frame["rate"].gt(0)
    leads = frame[best].groupby(label, sort=False).size()
    most = leads[leads == leads.max()]
    names = leaders(most.index.to_series(), most, lang)
    if lang == "en":
        of = counted(places, "place")
        return f"{names}: the most mentioned theme in {leads.max()} of {of}{' each' * (len(most) > 1)}"
    return (
        f"{places}个地区中有{leads.max()}个最常提及{names}"
        if len(most) == 1
        else (f"{places}个地区中，{names}各在{leads.max()}个居首")
    )
