"""What share of all mentions each theme has: stacked bars, one a year or a place."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import End, bare, label_ends, name_columns
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.highlight import COLOURS, highlighted, left_to_chart
from analysis.chart.labels import ABOVE, briefly, leaders, left_out, names_of, within
from analysis.chart.numbers import alike, counted, percent
from analysis.chart.places import place_names
from analysis.chart.record import Texts, Words, of_place, sentences
from analysis.chart.selection import among_themes, themes_left_out
from analysis.chart.years import extremes, label_years, years_or_places
from analysis.errors import ChartError

_COLUMNS = ("report_id", "year", "place", "theme", "label_zh", "label_en", "mentions", "share")
_MOST = 5
_FILL = 0.92  # of the width of a place by its name, upright
_WIDE = 0.86  # of its year or place is a bar
_OTHERS = "others"


def theme_shares(
    frame: pd.DataFrame,
    *,
    highlight: str | list[str] | None = None,
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
    """Draw the share of themes in all theme mentions as stacked bars, one a year or place; the other themes are grey.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.theme_frequencies` with one report a year, or one a place.
    highlight
        Up to eight theme ids. Default: the five with the largest shares over all reports.
    by
        ``"year"`` or ``"place"``. Default: the place where there are several, unless only the years tell reports apart.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For two reports of one year (or place), an unknown theme, or more themes than colours.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> reports = read.corpus("national").select(year=range(2019, 2026))
    >>> figure = chart.theme_shares(measure.theme_frequencies(reports, intervals=False), lang="en")
    """
    checked(frame, _COLUMNS, "theme_shares", "theme_frequencies")
    by = years_or_places(by, frame, "theme_shares")
    absent = frame["share"].isna().groupby(frame["report_id"]).mean()
    if absent.between(0, 1, inclusive="neither").any():
        raise ChartError(
            "chart.theme_shares: the column 'share' is missing for some themes of a report; give it the "
            "frame of measure.theme_frequencies, or leave their rows out"
        )
    wanted = highlighted(frame, "theme", highlight, default=_largest(frame), limit=COLOURS)
    return compose(
        theme_shares,
        frame,
        partial(_plot, wanted=wanted, by=by),
        texts=partial(_texts, wanted=wanted, by=by, picked=left_to_chart(highlight)),
        options={"highlight": highlight, "by": by},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _largest(frame: pd.DataFrame) -> list[str]:
    """Return the themes with the largest mean shares, the largest first."""
    return frame.groupby("theme")["share"].mean().sort_values(ascending=False, kind="stable").index[:_MOST].tolist()


def _table(frame: pd.DataFrame, wanted: list[str], by: str) -> pd.DataFrame:
    """Return the shares: a row a year or place, a column a theme, and the others together if anything is left.

    The others are all that is left of the whole, whether or not the frame has their rows.
    """
    table = frame.pivot(index=by, columns="theme", values="share")
    if by == "place":
        table = table.sort_values([wanted[0]], ascending=False, kind="stable")
    kept = table.loc[table.notna().any(axis=1), wanted].fillna(0)
    left = (1 - kept.sum(axis=1)).round(9).clip(lower=0)
    return kept.assign(**{_OTHERS: left}) if left.any() else kept


def _names(frame: pd.DataFrame, wanted: list[str], lang: str) -> list[str]:
    return [*briefly(names_of(frame, "theme", lang)[wanted]), "other themes" if lang == "en" else "其他主题"]


def _plot(frame: pd.DataFrame, pen: Pen, wanted: list[str], by: str) -> Plot:
    names = within(pd.Series(_names(frame, wanted, pen.lang)), pen).tolist()
    widest = max(text_width(f"{name} 22%", pen.style.label, bold=True) for name in names)
    beside = {"left": 40, "right": widest + 14}
    bottom, whole = 26.0, _table(frame, wanted, by)
    table = whole
    if by == "place":
        bottom = max(text_width(name, pen.style.small) for name in place_names(frame, pen.lang).values()) + 14
        most = max(2, int(_FILL * pen.inside(beside=sum(beside.values()))[0] / pen.least))
        # The highest and the lowest, which the title names, and as many of the others as have room.
        told = whole[wanted[0]].isin(whole[wanted[0]].agg(["max", "min"]))
        table = whole.iloc[sorted(np.argsort(~told.to_numpy(), kind="stable")[:most])]
    hidden = len(whole) - len(table)
    draw = partial(_draw, frame, table, hidden, names, by)
    return Plot(draw, **beside, top=ABOVE if hidden else 6, bottom=bottom)


def _draw(frame: pd.DataFrame, table: pd.DataFrame, hidden: int, names: list[str], by: str, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    left_out(ax, pen, hidden, what=("地区", "place"))
    at = table.index.astype(int).to_numpy() if by == "year" else np.arange(len(table))
    colours = [*style.colours(len(names) - 1), style.rest][: table.shape[1]]
    bottom = np.zeros(len(table))
    for theme, colour in zip(table.columns, colours, strict=True):
        ax.bar(at, table[theme], bottom=bottom, width=_WIDE, color=colour, gid=f"bars-{theme}")
        bottom = bottom + table[theme].to_numpy()
    ax.set_ylim(0, 1)
    ax.set_xlim(at.min() - 0.6, at.max() + 0.6)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "25%", "50%", "75%", "100%"])
    if by == "year":
        label_years(ax, pen, at)
    else:
        places = place_names(frame, pen.lang)
        length = min(style.small, max(pen.least, _FILL * pen.extent(ax)[0] / len(table)))
        name_columns(ax, pen, at, [places[place] for place in table.index], length=length)
    last = table.iloc[-1]
    ends = [
        End(
            at.max() + _WIDE / 2, middle, f"{name} {percent(share)}", style.soft if theme == _OTHERS else colour, "name"
        )
        for theme, name, share, middle, colour in zip(
            last.index, names[: len(last)], last, last.cumsum() - last / 2, colours, strict=True
        )
    ]
    label_ends(ax, pen, ends, at=at.max() + 0.6, stem=8, length=style.label)


def _texts(frame: pd.DataFrame, lang: str, wanted: list[str], by: str, picked: bool) -> Texts:
    attrs, table = frame.attrs, _table(frame, wanted, by)
    names = dict(zip([*wanted, _OTHERS], _names(frame, wanted, lang), strict=True))
    place, unit = provenance.place_of(attrs, lang), "年" if lang == "zh" and by == "year" else ""
    columns = [f"{year}{unit}" for year in table.index] if by == "year" else table.index.map(place_names(frame, lang))
    first, shares = names[wanted[0]], table[wanted[0]]
    told = _told(shares, pd.Series(columns, shares.index), by, lang)
    top = [(names[theme], percent(table[theme].mean())) for theme in wanted[:3]]
    largest = picked and len(wanted) < frame["theme"].nunique()
    of = among_themes(frame, lang)
    if lang == "en":
        title = f"{first}: {told}"
        subtitle = of_place(place, f"share of all theme mentions; numbers: {columns[-1]}")
        alt = f"Stacked bars of {counted(len(table), 'report')}. {title}{_peak(shares, by, lang)}. Mean shares: "
        alt += ", ".join(f"{name} {share}" for name, share in top) + "."
        said = "No intervals: a share of one report varies by chance."
        if largest:
            said = f"In colour: the {len(wanted)} largest mean shares over all reports{of and f', {of}'}. {said}"
    else:
        title = f"“{first}”占提及的比例：{told}"
        subtitle = f"{place}报告各主题占全部主题提及次数的比例；右侧数字为{columns[-1]}"
        alt = f"堆叠条形图：{len(table)}份报告。{title}{_peak(shares, by, lang)}。平均比例："
        alt += "，".join(f"“{name}”{share}" for name, share in top) + "。"
        said = "未画区间：单份报告的比例有偶然波动。"
        if largest:
            said = f"彩色为{of}各报告平均比例最大的{len(wanted)}个主题。{said}"
    # A share is of mentions, whatever the rates of the frame are per: of all, not only of those of the themes it has.
    mentions = None if themes_left_out(frame) else attrs.get("mentions")
    note = provenance.note_line({**attrs, "denominator": None, "mentions": mentions}, lang, intervals=False)
    return Texts(title, subtitle, sentences(lang, note, said), alt=alt)


def _told(shares: pd.Series, columns: pd.Series, by: str, lang: str) -> str:
    # Of years the first and the last, of places the highest and the lowest; one where both are the same.
    ends = [percent(shares.iloc[0]), percent(shares.iloc[-1])]
    sides = (0, 0) if alike(shares.max(), shares.min(), percent) else (1, -1)
    at = [*columns.iloc[[0, -1]]] if by == "year" else [leaders(columns, shares * side, lang) for side in sides]
    one = at[0] == at[1]
    if lang == "en":
        said = f"{ends[0]} of mentions in {at[0]}" + ("" if one else f", {ends[1]} in {at[1]}")
        return said + (" (the highest and the lowest)" if by == "place" and not one else "")
    of = ("", "") if by == "year" or one else ("最高的是", "最低的是")
    return f"{of[0]}{at[0]}{ends[0]}" + ("" if one else f"，{of[1]}{at[1]}{ends[1]}")


def _peak(shares: pd.Series, by: str, lang: str) -> str:
    ends = extremes(shares.index, shares, percent, lang) if by == "year" else None
    if not ends:
        return ""
    if lang == "en":
        return "; its highest: {1} in {0}, its lowest: {3} in {2}".format(*ends[0], *ends[1])
    return "；其最高为{}年的{}，最低为{}年的{}".format(*ends[0], *ends[1])
