"""A heat map: every theme by every year, or by every place."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, checked, compose, source_of
from analysis.chart.fonts import text_width
from analysis.chart.numbers import number
from analysis.chart.record import HouseFigure, Texts
from analysis.errors import ChartError

_COLUMNS = ("report_id", "year", "place", "place_en", "theme", "label_zh", "label_en", "rate")
# Ends of a scale whose half is a round number too.
_NICE = (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10)
_LEGEND = 46  # pixels under the map for its scale


def theme_heatmap(
    frame: pd.DataFrame,
    *,
    by: str | None = None,
    lang: str = "zh",
    title: str | None = None,
    subtitle: str | None = None,
    note: str | None = None,
    source: str | None = None,
    alt: str | None = None,
    size: str = "web",
    ax: Axes | None = None,
) -> HouseFigure:
    """Draw the rate of every theme in every report as a map of colours.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.theme_frequencies`.
    by
        ``"year"`` (one column a year, gaps between years shown) or ``"place"`` (one column a place). Default: year if
        the frame has one place, else place.
    lang, title, subtitle, note, source, alt, size, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For two reports in one column.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> reports = read.corpus("provinces").select(year=2026)
    >>> figure = chart.theme_heatmap(measure.theme_frequencies(reports, intervals=False))
    """
    checked(frame, _COLUMNS, "theme_heatmap", "theme_frequencies")
    by = by or ("year" if frame["place"].nunique() == 1 else "place")
    if by not in {"year", "place"}:
        raise ChartError(f"by={by!r}: use 'year' or 'place'")
    if frame.duplicated([by, "theme"]).any():
        raise ChartError(
            f"chart.theme_heatmap has two reports for one {by}; select one {'place' if by == 'year' else 'year'}"
        )
    given = {"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt}
    return compose(
        "theme_heatmap",
        frame,
        partial(_plot, frame, by),
        texts=partial(_texts, frame, by, source),
        lang=lang,
        size=size,
        ax=ax,
        given=given,
        redraw=partial(theme_heatmap, frame, by=by, **given),
    )


def _table(frame: pd.DataFrame, by: str, lang: str) -> pd.DataFrame:
    names = f"label_{lang}"
    themes = frame.drop_duplicates("theme")[["theme", names]]
    table = frame.pivot(index="theme", columns=by, values="rate").loc[themes["theme"]]
    columns = sorted(table.columns) if by == "year" else frame.drop_duplicates("place")["place"]
    table = table[list(columns)]
    if by == "place":
        short = frame.drop_duplicates("place").set_index("place")["place_en"] if lang == "en" else None
        table.columns = [short[p] or p if lang == "en" else _short(p) for p in table.columns]
    table.index = themes[names].tolist()
    return table


def _short(place: str) -> str:
    # 内蒙古自治区 is 内蒙古 to its readers; a column has room for no more.
    for ending in ("壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市"):
        if place.endswith(ending) and len(place) > len(ending) + 1:
            return place[: -len(ending)]
    return place


def _plot(frame: pd.DataFrame, by: str, pen: Pen) -> Plot:
    table = _table(frame, by, pen.lang)
    left = max(text_width(label, pen.style.small) for label in table.index) + 10
    names = max(text_width(str(c), pen.style.small) for c in table.columns) if by == "place" else 0
    return Plot(
        partial(_draw, table, by), left=left, right=4, bottom=_LEGEND + (max(20, names + 8) if by == "place" else 24)
    )


def _draw(table: pd.DataFrame, by: str, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    colours = LinearSegmentedColormap.from_list("house", style.ramp)
    values = table.to_numpy(dtype=float)
    top = _ceiling(values)
    edges = _edges(table, by)
    mesh = ax.pcolormesh(
        edges, np.arange(len(table) + 1), np.ma.masked_invalid(_cells(table, edges)), cmap=colours, vmin=0, vmax=top
    )
    mesh.set_edgecolor(style.paper)
    mesh.set_linewidth(pen.pt(0.8))
    ax.set_ylim(len(table), 0)
    ax.set_yticks(np.arange(len(table)) + 0.5, table.index, color=style.ink)
    if by == "year":
        years = [int(y) for y in table.columns]
        shown = [
            y
            for y in years
            if y % 10 == 0 or (y in (years[0], years[-1]) and all(abs(y - o) > 3 for o in years if o % 10 == 0))
        ]
        shown = shown if len(years) > 12 else years
        ax.set_xticks([y + 0.5 for y in shown], [str(y) for y in shown])
    else:
        rotation = 90 if pen.lang == "en" or _cell_width(ax, len(table.columns)) < pen.px(34) else 0
        labels = [
            str(c) if rotation == 90 and pen.lang == "en" else "\n".join(c) if rotation else c for c in table.columns
        ]
        ax.set_xticks(
            np.arange(len(labels)) + 0.5,
            labels,
            rotation=90 if pen.lang == "en" else 0,
            color=style.ink,
            linespacing=1.02,
        )
    if _cell_width(ax, len(table.columns)) >= pen.px(style.small * 2.1):
        _write_values(ax, pen, _cells(table, edges), edges[0], top)
    _legend(ax, pen, colours, top, beyond=bool(np.nanmax(values) > top))


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


def _cell_width(ax: Axes, columns: int) -> float:
    return ax.get_window_extent().width / columns


def _ceiling(values: np.ndarray) -> float:
    # One report on one subject would leave all others pale: the scale ends where 99 of 100 cells are, and says so.
    value = float(np.nanpercentile(values, 99))
    if not value > 0:
        return 1.0
    step = 10 ** np.floor(np.log10(value))
    return float(next(nice * step for nice in _NICE if nice * step >= value))


def _write_values(ax: Axes, pen: Pen, values: np.ndarray, first: float, top: float) -> None:
    rows, columns = values.shape
    height = ax.get_window_extent().height / rows
    length = min(pen.style.small * 0.86, 0.62 * height / pen.size.scale)
    for r in range(rows):
        for c in range(columns):
            if values[r, c] == values[r, c]:
                colour = pen.style.paper if values[r, c] > 0.55 * top else pen.style.ink
                ax.text(
                    first + c + 0.5,
                    r + 0.5,
                    f"{values[r, c]:.0f}",
                    ha="center",
                    va="center",
                    fontsize=pen.pt(length),
                    color=colour,
                )


def _legend(ax: Axes, pen: Pen, colours, top: float, *, beyond: bool) -> None:
    box = ax.get_window_extent()
    figure = ax.figure
    width, height = pen.px(220), pen.px(9)
    total_w, total_h = figure.get_size_inches() * figure.dpi
    names = max((t.get_window_extent().height for t in ax.get_xticklabels()), default=0)
    y = box.y0 - names - pen.px(28)
    scale = figure.add_axes(((box.x1 - width) / total_w, y / total_h, width / total_w, height / total_h))
    scale.imshow(np.linspace(0, 1, 256)[None, :], aspect="auto", cmap=colours, extent=(0, top, 0, 1))
    bare(scale, pen)
    scale.set_yticks([])
    last = ("≥ " if beyond else "") + number(top, 0)
    scale.set_xticks([0, top / 2, top], ["0", number(top / 2, 0), last])


def _texts(frame: pd.DataFrame, by: str, source: str | None, lang: str) -> Texts:
    attrs = frame.attrs
    label = f"label_{lang}"
    place = provenance.place_of(attrs, lang)
    mean = frame.groupby("theme", sort=False).agg(rate=("rate", "mean"), label=(label, "first"))
    high = mean.loc[mean["rate"].idxmax()]
    cell = frame.loc[frame["rate"].idxmax()]
    where = int(cell["year"]) if by == "year" else cell["place_en" if lang == "en" else "place"]
    if lang == "en":
        if by == "year":
            first, last = (frame[frame["year"] == y] for y in (frame["year"].min(), frame["year"].max()))
            lead = [side.loc[side["rate"].idxmax(), label] for side in (first, last)]
            title = f"From {lead[0]} in {int(frame['year'].min())} to {lead[1]} in {int(frame['year'].max())}"
        else:
            leads = frame.loc[frame.groupby("place", sort=False)["rate"].idxmax()][label].value_counts()
            title = (
                f"{leads.index[0]}: the most mentioned theme in {leads.iloc[0]} of {frame['place'].nunique()} places"
            )
        subtitle = f"Themes by {provenance.per_line(attrs, 'en')}, each {by}"
        alt = (
            f"Heat map of {mean.shape[0]} themes by {frame[by].nunique()} {by}s, {provenance.per_line(attrs, 'en')}. "
            f"Highest on average: {high['label']}, {number(high['rate'])}. "
            f"Highest of all: {cell[label]}, {where}, {number(cell['rate'])}."
        )
    else:
        if by == "year":
            first, last = (frame[frame["year"] == y] for y in (frame["year"].min(), frame["year"].max()))
            lead = [side.loc[side["rate"].idxmax(), label] for side in (first, last)]
            span = f"从{int(frame['year'].min())}年的“{lead[0]}”到{int(frame['year'].max())}年的“{lead[1]}”"
            title = f"{span}：{place}报告最常谈什么"
        else:
            leads = frame.loc[frame.groupby("place", sort=False)["rate"].idxmax()][label].value_counts()
            title = f"{frame['place'].nunique()}个地区中有{leads.iloc[0]}个最常提及“{leads.index[0]}”"
        subtitle = f"各主题{provenance.per_line(attrs, 'zh')}，按{'年份' if by == 'year' else '地区'}"
        alt = (
            f"热力图：{mean.shape[0]}个主题、{frame[by].nunique()}个{'年份' if by == 'year' else '地区'}的"
            f"{provenance.per_line(attrs, 'zh')}。平均最高为“{high['label']}”（{number(high['rate'])}），"
            f"单格最高为{where}{'年' if by == 'year' else ''}“{cell[label]}”（{number(cell['rate'])}）。"
        )
    return Texts(title, subtitle, provenance.note_line(attrs, lang), source_of(frame, lang, source), alt)
