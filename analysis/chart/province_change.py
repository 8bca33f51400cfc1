"""Maps of tiles: how a theme's rate changed in each place, clear changes filled, the others hollow."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.highlight import highlighted, left_to_chart
from analysis.chart.labels import ABOVE, briefly, cut_apart, left_out, names_of, within
from analysis.chart.numbers import counted, number
from analysis.chart.places import letters, place_names, tiles
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.tile_grid import TileGrid, tile_grid
from analysis.chart.verdicts import ROBUST, change_colour
from analysis.errors import ChartError

_COLUMNS = ("place", "place_en", "place_code", "theme", "label_zh", "label_en", "ratio", "log2_ratio", "verdict")
_MOST = 6  # maps on one figure
_LONGEST = 36  # characters of a theme's name


def province_change(
    frame: pd.DataFrame,
    *,
    theme: str | list[str] | None = None,
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
    """Draw how each place's rate changed, one map of tiles for each theme.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.panel_changes`. A tile is filled where the verdict is a robust rise or fall.
    theme
        One to six theme ids; one shows the ratios too. Default: the six themes in which most places moved the same way.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For an unknown theme or more than six.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> two = read.corpus("provinces").select(place=["北京市", "上海市"])
    >>> figure = chart.province_change(measure.panel_changes(two, 2025, 2026, draws=100), theme="digital")
    """
    checked(frame, _COLUMNS, "province_change", "panel_changes")
    wanted = highlighted(frame, "theme", theme, default=_moved_alike(frame), option="theme", limit=_MOST)
    shown = frame[frame["theme"].isin(wanted)].sort_values(["place_code", "place", "theme"])
    if shown["log2_ratio"].isna().all():
        raise ChartError(
            "chart.province_change: no place has a ratio for what is shown; choose other themes with theme="
        )
    picked = frame["theme"].nunique() if left_to_chart(theme) else None
    return compose(
        province_change,
        frame,
        partial(_plot, wanted=wanted),
        texts=partial(_texts, wanted=wanted, picked=picked),
        shown=shown,
        options={"theme": theme},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _moved_alike(frame: pd.DataFrame) -> list[str]:
    # The themes in which most places moved the same way, whichever, of those measured.
    ratio = frame["log2_ratio"].dropna()
    alike = [side.groupby(frame["theme"]).mean() for side in (ratio > 0, ratio < 0)]
    return np.maximum(*alike).sort_values(ascending=False, kind="stable").index[:_MOST].tolist()


def _plot(frame: pd.DataFrame, pen: Pen, wanted: list[str]) -> Plot:
    places, count = frame.drop_duplicates("place"), len(wanted)
    names = _names(places, pen.lang, brief=count > 1).values()
    own = pen, count, _tiles(places).values(), names
    grid, above = tile_grid(*own, pen.inside()), 0
    if grid.maps < count:  # the sentence that some are left out takes room from those that are not
        grid, above = tile_grid(*own, pen.inside(around=ABOVE)), ABOVE
    return Plot(partial(_draw, frame, wanted, grid), left=0, right=0, top=above, bottom=0)


def _tiles(places: pd.DataFrame) -> dict[str, tuple[int, int]]:
    return dict(zip(places["place"], tiles(places["place_code"].tolist()), strict=True))


def _draw(frame: pd.DataFrame, wanted: list[str], grid: TileGrid, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, ticks=False)
    places, (wide, high) = frame.drop_duplicates("place"), grid.extent
    at, names = _tiles(places), _names(places, pen.lang, brief=len(wanted) > 1)
    tile = pen.extent(ax)[0] / wide
    names = dict(zip(names, cut_apart(list(names.values()), grid.length, 0.9 * tile), strict=True))
    left_out(ax, pen, len(wanted) - grid.maps)
    wanted = wanted[: grid.maps]
    ax.set_xlim(0, wide)
    ax.set_ylim(high, 0)
    label = within(names_of(frame, "theme", pen.lang), pen, longest=_LONGEST)
    room = 0.96 * grid.columns * tile
    large = style.label * min(1, room / max(text_width(label[theme], style.label, bold=True) for theme in wanted))
    large = max(large, style.small)
    heads = cut_apart([label[theme] for theme in wanted], large, room, bold=True)
    for nth, theme in enumerate(wanted):
        left, top = grid.corner(nth)
        own = frame[frame["theme"] == theme]
        if grid.head:
            ax.text(
                left, top - grid.head * 0.45, heads[nth], va="center_baseline", fontsize=pen.pt(large), color=style.ink,
                fontweight="bold", gid=f"map-{theme}",
            )  # fmt: skip
        for row in own.itertuples():
            y, x = at[row.place]
            said = [names[row.place]]
            if not grid.head:
                said.append(f"×{number(row.ratio, 2)}" if row.ratio == row.ratio else "–")
            _tile(ax, pen, left + x, top + y, row, said, grid.length)


def _names(places: pd.DataFrame, lang: str, *, brief: bool) -> dict[str, str]:
    # English names have no room on small tiles: the letters of the standard stand for them, if all have some.
    short = dict(zip(places["place"], places["place_code"].map(letters), strict=True))
    return short if lang == "en" and brief and all(short.values()) else place_names(places, lang)


def _tile(ax: Axes, pen: Pen, x: float, y: float, row, said: list[str], length: float) -> None:
    style = pen.style
    clear = row.verdict in ROBUST
    colour = change_colour(style, row.log2_ratio)  # no ratio where nothing was said before
    ax.add_patch(
        Rectangle(
            (x + 0.04, y + 0.05), 0.92, 0.9, facecolor=colour if clear else style.paper, edgecolor=colour,
            linewidth=pen.pt(1.3), clip_on=False, gid=f"tile-{row.place_code}-{row.theme}",
        )
    )  # fmt: skip
    ink = style.paper if clear else style.ink
    for nth, line in enumerate(said):
        at = y + (nth + 0.75) / (len(said) + 0.5)
        ax.text(x + 0.5, at, line, ha="center", va="center", fontsize=pen.pt(length), color=ink)


def _texts(frame: pd.DataFrame, lang: str, wanted: list[str], picked: int | None) -> Texts:
    attrs = frame.attrs
    earlier, later = attrs["earlier"][lang], attrs["later"][lang]
    places = frame["place"].nunique()
    counts = {theme: _counts(frame[frame["theme"] == theme]) for theme in wanted}
    names = briefly(names_of(frame, "theme", lang), _LONGEST)
    measured = frame[frame["log2_ratio"].notna()].groupby("theme").size().reindex(wanted, fill_value=0)
    lacking = {theme: places - measured[theme] for theme in wanted if measured[theme] < places}
    first = max(wanted, key=lambda theme: max(counts[theme][:2]) if measured[theme] else -1)
    ups, downs, *clear = counts[first]
    some = picked is not None and len(wanted) < picked
    place = _names(frame, lang, brief=False)[frame["place"].iloc[0]] if places == 1 and first not in lacking else ""
    moved, sure = (ups, clear[0]) if ups >= downs else (downs, clear[1])
    if lang == "en":
        every = of = counted(places, "place")
        of = f"{measured[first]} measured" if first in lacking else every
        told = f"{place}, {'a robust change' if sure else 'which may be chance'}" if place else ""
        told = told or f"{moved} of {of}, clearly in {sure or 'none'}"
        of = place or of
        title = f"{names[first]} is mentioned {'more' if ups >= downs else 'less'} in {told}"
        title = f"{earlier} to {later}: {title if moved else f'no change of {names[first]} in {of}'}"
        subtitle = (
            f"Rate of {later} over {earlier}: pink more, blue less; filled: a robust change; hollow: may be chance"
        )
        alt = f"Tile maps of {every}, {earlier} to {later}. " + " ".join(
            f"{names[t]}: more in {u}, clearly in {cu or 'none'}; less in {d}, clearly in {cd or 'none'}"
            f"{f'; not measured in {lacking[t]}' if t in lacking else ''}."
            for t, (u, d, cu, cd) in counts.items()
        )
        chosen = f"Chosen of {picked} themes: the {len(wanted)} in which most places moved the same way."
        extra = "Robust: q < 0.05 among all themes and places compared, and under every counting rule."
        extra += " Letters: GB/T 2260." if len(wanted) > 1 else ""
    else:
        told = f"{sure}个明确" if sure else "均不能排除偶然"
        title = f"{moved}个{'上升' if ups >= downs else '下降'}，{told}" if moved else "均无变化"
        of = f"有数据的{measured[first]}个地区" if first in lacking else f"{places}个地区"
        title = f"{of}中“{names[first]}”{title}"
        if place:
            told = (
                f"{'上升' if ups >= downs else '下降'}，{'为明确变化' if sure else '不能排除偶然'}"
                if moved
                else "无变化"
            )
            title = f"{place}“{names[first]}”{told}"
        title = f"{earlier}到{later}：{title}"
        subtitle = f"{later}与{earlier}的提及频率之比：粉色上升，蓝色下降；实心为明确变化，空心为不能排除偶然"
        alt = f"方格地图：{places}个地区{earlier}到{later}的变化。" + "".join(
            f"“{names[t]}”上升{u}个（明确{cu}个），下降{d}个（明确{cd}个）"
            f"{f'，{lacking[t]}个无数据' if t in lacking else ''}。"
            for t, (u, d, cu, cd) in counts.items()
        )
        chosen = f"选自{picked}个主题：同向变化的地区最多的{len(wanted)}个。"
        extra = "明确：在所有主题和地区的比较中q<0.05，且换各种计数规则都成立。"
    note = sentences(lang, provenance.note_line(attrs, lang, intervals=False), chosen if some else "", extra)
    return Texts(title, subtitle, note, alt=alt)


def _counts(rows: pd.DataFrame) -> list[int]:
    # How many places say more and how many less, and how many of either clearly.
    sides = [rows["log2_ratio"] > 0, rows["log2_ratio"] < 0]
    return [int(side.sum()) for side in (*sides, *(rows["verdict"].eq(verdict) for verdict in ROBUST))]
