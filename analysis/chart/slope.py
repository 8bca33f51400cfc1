"""A slope for each theme: from its rate in one slice to its rate in another, ends labelled on both sides."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import LEADING, End, bare, label_ends
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.highlight import highlighted
from analysis.chart.labels import highest_and_lowest, left_out, within
from analysis.chart.numbers import counted, number
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.rows import fitting, row_type
from analysis.chart.verdicts import ROBUST, by_chance, change_colour, finding, how_many, most_changed

_COLUMNS = ("theme", "label_zh", "label_en", "rate_earlier", "rate_later", "difference", "q", "verdict")
_FILL = 1 / LEADING  # of a row by its name
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
        Theme ids to colour, beside those that the title names: rises in one colour, falls in another, what did not
        change in dark grey. Default: those with a robust verdict.
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
    robust = frame.loc[frame["verdict"].isin(ROBUST), "theme"]
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
    bare(ax, pen, ticks=False)
    rates = frame[["rate_earlier", "rate_later"]].to_numpy(dtype=float)
    top = max(float(rates.max()), 1e-9) * 1.04
    ax.set_xlim(0, 1)
    ax.set_ylim(-0.02 * top, top)
    length = row_type(ax, pen, len(named), fill=_FILL)
    for x, name, side in ((0, frame.attrs["earlier"][pen.lang], -1), (1, frame.attrs["later"][pen.lang], 1)):
        ax.axvline(x, color=style.line, linewidth=pen.pt(1), zorder=0)
        ax.annotate(
            name, (x, 1), xycoords="axes fraction", xytext=(0, pen.pt(12)), textcoords="offset points", va="baseline",
            ha="left" if side > 0 else "right", fontsize=pen.pt(style.label), color=style.ink, fontweight="bold",
        )  # fmt: skip
    colours = [
        change_colour(style, late - early) if theme in coloured else style.rest
        for theme, (early, late) in zip(frame["theme"], rates, strict=True)
    ]
    for row, (early, late), colour in zip(frame.itertuples(), rates, colours, strict=True):
        shown = row.theme in coloured
        hollow = shown and row.verdict not in ROBUST
        ax.plot(
            [0, 1], [early, late], color=colour, linewidth=pen.pt(2.4 if shown else 1.2), marker="o",
            markersize=pen.pt(6 if shown else 4), markerfacecolor=style.paper if hollow else colour, clip_on=False,
            zorder=3 if shown else 2, gid=f"slope-{row.theme}",
        )  # fmt: skip
    # Coloured ends are named and give way to each other; of the grey ones those that stand free, the highest first.
    for x, side in ((0, -1), (1, 1)):
        ends = {
            theme: End(x, rate, said[x], colour if theme in named else style.soft, f"end-{x}-{theme}", theme in named)
            for theme, rate, said, colour in zip(frame["theme"], rates[:, x], _ends(frame, pen), colours, strict=True)
        }
        own = [ends[theme] for theme in ends if theme in named]
        grey = sorted((ends[theme] for theme in ends if theme not in coloured), key=lambda end: -end.y)
        label_ends(ax, pen, own, free=grey, at=x, side=side, stem=_STEM, length=length)
    left_out(ax, pen, len(coloured) - len(named), what=("主题名", "theme name"))


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
