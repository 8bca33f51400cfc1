"""A slope for each theme: from its rate in one slice to its rate in another, ends labelled on both sides."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare, spread, thread
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.highlight import highlighted
from analysis.chart.labels import highest_and_lowest, left_out, within
from analysis.chart.numbers import counted, number
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.rows import fitting, row_type
from analysis.chart.verdicts import by_chance, finding, how_many, most_changed

_COLUMNS = ("theme", "label_zh", "label_en", "rate_earlier", "rate_later", "difference", "q", "verdict")
_FILL = 0.8  # of a row by its name
_STEM = 12  # pixels between the end of a line and its label


def slope(
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
    """Draw each theme as a line between its rates in two slices, some coloured, the rest grey.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.compare_years`.
    highlight
        Theme ids to colour, rises in one colour, falls in another, beside those that the title names. Default: those
        with a robust verdict.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For a theme that is not in the frame.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> changes = measure.compare_years(read.corpus("national"), 2019, 2020)
    >>> figure = chart.slope(changes, lang="en")
    """
    checked(frame, _COLUMNS, "slope", "compare_years", numbers=_COLUMNS[3:6], key=("theme",))
    frame = frame.sort_values("theme", ignore_index=True)
    robust = frame.loc[frame["verdict"].str.startswith("robust"), "theme"]
    told = [theme for rows in most_changed(frame) for theme in rows["theme"]]
    coloured = list(dict.fromkeys([*highlighted(frame, "theme", highlight, default=robust), *told]))
    return compose(
        slope,
        frame,
        partial(_plot, coloured=coloured),
        texts=partial(_texts, coloured=coloured),
        options={"highlight": highlight},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _ends(frame: pd.DataFrame, pen: Pen) -> list[tuple[str, str]]:
    names = frame[f"label_{pen.lang}"].pipe(within, pen, longest=28, share=0.3)
    rates = frame[["rate_earlier", "rate_later"]].to_numpy()
    return [
        (f"{name} {number(early)}", f"{number(late)} {name}") for name, (early, late) in zip(names, rates, strict=True)
    ]


def _plot(frame: pd.DataFrame, pen: Pen, coloured: list[str]) -> Plot:
    widest = max(text_width(said, pen.style.label, bold=True) for ends in _ends(frame, pen) for said in ends)
    beside = widest + _STEM + 8
    room = {"top": 30, "bottom": 6}
    own = frame[frame["theme"].isin(coloured)]
    change = (own["rate_later"] - own["rate_earlier"]).abs()
    named = fitting(own, pen, change, fill=_FILL, around=sum(room.values()))["theme"].tolist()
    return Plot(partial(_draw, frame, coloured, named), left=beside, right=beside, **room)


def _draw(frame: pd.DataFrame, coloured: list[str], named: list[str], ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    rates = frame[["rate_earlier", "rate_later"]].to_numpy(dtype=float)
    top = max(float(rates.max()), 1e-9) * 1.04
    ax.set_xlim(0, 1)
    ax.set_ylim(-0.02 * top, top)
    ax.set_xticks([])
    ax.set_yticks([])
    height = ax.get_window_extent().height
    length = row_type(ax, pen, len(named), fill=_FILL)
    gap = pen.px(length * 1.22) * 1.02 * top / height
    for x, name, side in ((0, frame.attrs["earlier"][pen.lang], -1), (1, frame.attrs["later"][pen.lang], 1)):
        ax.axvline(x, color=style.line, linewidth=pen.pt(1), zorder=0)
        ax.annotate(
            name, (x, 1), xycoords="axes fraction", xytext=(0, pen.pt(12)), textcoords="offset points", va="baseline",
            ha="left" if side > 0 else "right", fontsize=pen.pt(style.label), color=style.ink, fontweight="bold",
        )  # fmt: skip
    colours = [_colour(row, coloured, style) for row in frame.itertuples()]
    for row, (early, late), colour in zip(frame.itertuples(), rates, colours, strict=True):
        shown = row.theme in coloured
        hollow = shown and not row.verdict.startswith("robust")
        ax.plot(
            [0, 1], [early, late], color=colour, linewidth=pen.pt(2.4 if shown else 1.2), marker="o",
            markersize=pen.pt(6 if shown else 4), markerfacecolor=style.paper if hollow else colour, clip_on=False,
            zorder=3 if shown else 2, gid=f"slope-{row.theme}",
        )  # fmt: skip
    for side in (0, 1):
        said = [ends[side] for ends in _ends(frame, pen)]
        where = {"side": side, "length": length, "gap": gap}
        _label_side(ax, pen, frame["theme"].tolist(), said, rates[:, side], colours, coloured, named, **where)
    left_out(ax, pen, len(coloured) - len(named), what=("主题名", "theme name"))


def _label_side(
    ax: Axes, pen: Pen, themes, said, rates, colours, coloured, named, *, side: int, length: float, gap: float
) -> None:
    # Coloured ends are named and give way to each other; of the grey ones those that stand free, the highest first.
    own = [i for i, theme in enumerate(themes) if theme in named]
    low, high = gap * 0.3, ax.get_ylim()[1] - gap * 0.3
    placed = dict(zip(own, spread([float(rates[i]) for i in own], gap, low, high), strict=True))
    for i in sorted(range(len(rates)), key=lambda i: (-rates[i], i)):
        if themes[i] not in coloured and all(abs(rates[i] - place) >= gap for place in placed.values()):
            placed[i] = float(rates[i])
    sign, x = (1, 1.0) if side else (-1, 0.0)
    across = 1 / ax.get_window_extent().width
    for i, place in placed.items():
        shown = i in own
        ax.annotate(
            said[i], (x, place), xytext=(sign * pen.pt(_STEM), 0), textcoords="offset points", va="center",
            ha="left" if side else "right", fontsize=pen.pt(length), color=colours[i] if shown else pen.style.soft,
            fontweight="bold" if shown else "regular", gid=f"end-{side}-{themes[i]}", annotation_clip=False,
        )  # fmt: skip
        stem = x + sign * across * pen.px(_STEM - 3)
        thread(ax, pen, (x, rates[i]), (stem, place), gap=gap, colour=colours[i])


def _colour(row, coloured: list[str], style) -> str:
    if row.theme not in coloured:
        return style.rest
    return style.palette[1] if row.rate_later > row.rate_earlier else style.palette[0]


def _texts(frame: pd.DataFrame, lang: str, coloured: list[str]) -> Texts:
    attrs, label, per = frame.attrs, f"label_{lang}", provenance.per_line(frame.attrs, lang)
    earlier, later = attrs["earlier"][lang], attrs["later"][lang]
    hollow = not frame.loc[frame["theme"].isin(coloured), "verdict"].str.startswith("robust").all()
    rates = [frame[rate] for rate in ("rate_earlier", "rate_later")]
    ends = [highest_and_lowest(frame[label], rate, lang) for rate in rates]
    if lang == "en":
        subtitle = f"Themes by {per}; coloured and filled: robust change{', hollow: not robust' * hollow}; "
        subtitle += "grey: the other themes, named where there is room"
        alt = (
            f"Slope chart of {counted(len(frame), 'theme')} from {earlier} to {later}, {per}. "
            f"{how_many(frame, lang)} In {earlier} {ends[0]}. In {later} {ends[1]}."
        )
    else:
        subtitle = f"各主题{per}；着色实心为明确变化{'，空心为不稳或不明显' * hollow}；灰线为其他主题，有空处标名"
        alt = (
            f"斜率图：{len(frame)}个主题从{earlier}到{later}的{per}。{how_many(frame, lang)}"
            f"{earlier}{ends[0]}。{later}{ends[1]}。"
        )
    note = sentences(lang, provenance.note_line(attrs, lang, intervals=False), by_chance(frame, lang))
    return Texts(finding(frame, lang), subtitle, note, alt=alt)
