"""Two word clouds side by side: the words that set two reports apart, each with its ranked bars."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.bars import named_bars
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.cloud import panel, room_below
from analysis.chart.keyness import clear_of_chance, finding, word_or_phrase
from analysis.chart.numbers import be, counted, number
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.selection import whole_ranks
from analysis.errors import ChartError

_COLUMNS = ("term", "count_target", "count_reference", "rate_target", "rate_reference", "log_odds_z", "q")
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
    checked(frame, _COLUMNS, "comparison_cloud", "keyness", most=most)
    sides = [_side(frame, sign, most) for sign in (1, -1)]
    if any(side.empty for side in sides):
        raise ChartError("chart.comparison_cloud: one side has no words of its own; draw chart.keyness")
    shown = pd.concat(sides, ignore_index=True)
    shown.attrs = frame.attrs
    return compose(
        comparison_cloud,
        frame,
        lambda frame, pen: Plot(partial(_draw, frame), left=0, right=0, top=30, bottom=0),
        texts=_texts,
        shown=shown,
        options={"most": most},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _side(frame: pd.DataFrame, sign: int, most: int) -> pd.DataFrame:
    # z first: pandas fills an empty frame with the rows of a column that is assigned to it.
    own = frame.assign(z=frame["log_odds_z"].abs())
    own = own[own["log_odds_z"] * sign > 0].sort_values(["z", "term"], ascending=[False, True], kind="stable")
    return own.head(whole_ranks(own["z"], most)) if len(own) else own


def _draw(frame: pd.DataFrame, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    ax.set_axis_off()
    high, wide = _CLOUD + room_below(ax, pen), (1 - _BETWEEN) / 2
    for x, sign, side, colour in ((0, 1, "target", style.palette[1]), (1 - wide, -1, "reference", style.palette[0])):
        own = frame[frame["log_odds_z"] * sign > 0]
        ax.annotate(
            frame.attrs[side][pen.lang], (x, 1), xycoords="axes fraction", xytext=(0, pen.pt(11)), va="baseline",
            textcoords="offset points", fontsize=pen.pt(style.label), fontweight="bold", color=colour,
            annotation_clip=False, gid=f"name-{side}",
        )  # fmt: skip
        words = list(zip(own["term"], own["z"].astype(float), strict=True))
        inks = dict.fromkeys(own["term"], colour)
        panel(ax, pen, words, inks, at=(x, 1 - high, wide, high), gid=side, of=frame.attrs[side])
        bars = ax.inset_axes((x, 0, wide, 1 - high))
        said = [f"{number(row.z)} ({row.count_target}:{row.count_reference})" for row in own.itertuples()]
        named_bars(bars, pen, own["term"], own["z"], said, [colour] * len(own), row=_ROW)


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs = frame.attrs
    names = [attrs[side][lang] for side in ("target", "reference")]
    sides = [frame[frame["log_odds_z"] * sign > 0] for sign in (1, -1)]
    lead = [side.iloc[0] for side in sides]
    sure, one = int(clear_of_chance(frame).sum()), word_or_phrase(attrs, lang)
    title = finding(frame, lang)
    if lang == "en":
        subtitle = (
            f"Area of a word and length of a bar: weighted log-odds z; in brackets: times in {names[0]} : {names[1]}"
        )
        alt = f"Two word clouds with ranked bars, {counted(len(sides[0]), one)} of {names[0]} and {len(sides[1])} "
        alt += f"of {names[1]}. Largest of {names[0]}: {lead[0]['term']} (z {number(lead[0]['z'])}); of {names[1]}: "
        alt += f"{lead[1]['term']} (z {number(lead[1]['z'])}). {sure} {be(sure)} clear of chance (q below 0.05)."
        extra = f"{sure} of {len(frame)} {one}s shown {be(sure)} clear of chance (q < 0.05)."
    else:
        subtitle = f"字的面积与条的长度为加权对数优势比z值；括号内为{names[0]}与{names[1]}的次数"
        alt = f"两幅词云与排序条形图：{names[0]}的{len(sides[0])}个{one}，{names[1]}的{len(sides[1])}个。"
        alt += f"{names[0]}最大的是“{lead[0]['term']}”（z值{number(lead[0]['z'])}），"
        alt += f"{names[1]}是“{lead[1]['term']}”（z值{number(lead[1]['z'])}）；{sure}个超出偶然（q小于0.05）。"
        extra = f"所示{len(frame)}个{one}中{sure}个超出偶然（q<0.05）。"
    return Texts(title, subtitle, sentences(lang, provenance.note_line(attrs, lang), extra), alt=alt)
