"""Two word clouds side by side: the words that set two reports apart, each with its ranked bars."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.bars import named_bars
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.cloud import panel, room_below
from analysis.chart.keywords import SIDES, are_some, drawn_words, finding, how_many_clear, sides, word_or_phrase
from analysis.chart.numbers import counted, number
from analysis.chart.record import Texts, Words, sentences
from analysis.errors import ChartError

_CLOUD = 0.6  # of the height
_ROW = 19
_BETWEEN = 0.04


def comparison_cloud(
    frame: pd.DataFrame,
    *,
    most: int = 30,
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
    """Draw the words typical of either side of a comparison as clouds, with bars of the most typical below.

    The area of a word is its |z| (weighted log-odds), the number that the bars show. Words that found no place are
    listed under their cloud, all of them in the alternative text.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.keyness`.
    most
        How many words a side at most: the most typical, those of equal z all or none.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        Where one side has no words of its own.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> words = measure.keyness(read.corpus("national"), target=2025, reference=2024)
    >>> figure = chart.comparison_cloud(words, most=15, lang="en")
    """
    shown = drawn_words(frame, "comparison_cloud", most)
    if any(side.empty for side in sides(shown)):
        raise ChartError("chart.comparison_cloud: one side has no words of its own; draw chart.keyness")
    return compose(
        comparison_cloud,
        frame,
        lambda frame, pen: Plot(partial(_draw, frame), left=0, right=0, top=30, bottom=0),
        texts=partial(_texts, some=are_some(shown, frame)),
        shown=shown,
        options={"most": most},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _draw(frame: pd.DataFrame, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    ax.set_axis_off()
    high, wide = _CLOUD + room_below(ax, pen), (1 - _BETWEEN) / 2
    places = zip((0, 1 - wide), SIDES.values(), sides(frame), style.palette[1::-1], strict=True)
    for x, side, own, colour in places:
        z = own["log_odds_z"].abs()
        ax.annotate(
            frame.attrs[side][pen.lang], (x, 1), xycoords="axes fraction", xytext=(0, pen.pt(11)), va="baseline",
            textcoords="offset points", fontsize=pen.pt(style.label), fontweight="bold", color=colour,
            annotation_clip=False, gid=f"name-{side}",
        )  # fmt: skip
        words = list(zip(own["term"], z.astype(float), strict=True))
        inks = dict.fromkeys(own["term"], colour)
        panel(ax, pen, words, inks, at=(x, 1 - high, wide, high), gid=side, of=frame.attrs[side])
        bars = ax.inset_axes((x, 0, wide, 1 - high))
        counts = own["count_target"].astype(str) + ":" + own["count_reference"].astype(str)
        said = [f"{number(own)} ({of})" for own, of in zip(z, counts, strict=True)]
        named_bars(bars, pen, own["term"], z, said, [colour] * len(own), row=_ROW)


def _texts(frame: pd.DataFrame, lang: str, some: bool) -> Texts:
    attrs = frame.attrs
    names = [attrs[side][lang] for side in SIDES.values()]
    count, one = [len(side) for side in sides(frame)], word_or_phrase(attrs, lang)
    terms = [side["term"].iloc[0] for side in sides(frame)]
    z = [number(abs(side["log_odds_z"].iloc[0])) for side in sides(frame)]
    sure, extra = how_many_clear(frame, lang)
    if lang == "en":
        subtitle = (
            f"Area of a word and length of a bar: weighted log-odds z; in brackets: times in {names[0]} : {names[1]}"
        )
        alt = f"Two word clouds with ranked bars, {counted(count[0], one)} of {names[0]} and {count[1]} of {names[1]}. "
        alt += f"Largest of {names[0]}: {terms[0]} (z {z[0]}); of {names[1]}: {terms[1]} (z {z[1]}). {sure}"
    else:
        subtitle = f"字的面积与条的长度为加权对数优势比z值；括号内为{names[0]}与{names[1]}的次数"
        alt = f"两幅词云与排序条形图：{names[0]}的{count[0]}个{one}，{names[1]}的{count[1]}个。"
        alt += f"{names[0]}最大的是“{terms[0]}”（z值{z[0]}），{names[1]}是“{terms[1]}”（z值{z[1]}）；{sure}"
    note = sentences(lang, provenance.note_line(attrs, lang), extra)
    return Texts(finding(frame, lang, some=some), subtitle, note, alt=alt)
