"""Two-sided bars: the words that set two slices apart, each side's own growing from the middle."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.keywords import (
    SIDES,
    are_some,
    clear_of_chance,
    drawn_words,
    finding,
    how_many_clear,
    sides,
    word_or_phrase,
)  # fmt: skip
from analysis.chart.labels import left_out
from analysis.chart.numbers import counted, number
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.rows import fitting, row_type

_FILL = 0.7  # of a row by its word


def keyness(
    frame: pd.DataFrame,
    *,
    most: int = 12,
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
    """Draw the words most typical of the target and of the reference, by weighted log-odds, with both counts.

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

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> words = measure.keyness(read.corpus("national"), target=2025, reference=[2023, 2024])
    >>> figure = chart.keyness(words, most=8, lang="en")
    """
    shown = drawn_words(frame, "keyness", most)
    return compose(
        keyness,
        frame,
        _plot,
        texts=partial(_texts, some=are_some(shown, frame)),
        shown=shown,
        options={"most": most},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _plot(frame: pd.DataFrame, pen: Pen) -> Plot:
    room = {"bottom": 10, "top": 30}
    kept = pd.concat([fitting(side, pen, fill=_FILL, around=sum(room.values())) for side in sides(frame) if len(side)])
    return Plot(partial(_draw, kept, len(frame) - len(kept)), left=0, right=0, **room)


def _draw(frame: pd.DataFrame, hidden: int, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, ticks=False)
    rows = max(map(len, sides(frame)))
    reach = max(frame["log_odds_z"].abs().max(), 1e-9)
    length = row_type(ax, pen, rows, fill=_FILL)
    for sign, side, colour, at in zip((1, -1), sides(frame), style.palette[1::-1], ("left", "right"), strict=True):
        widths = side["log_odds_z"].abs().to_numpy()
        faces = [colour if clear else style.paper for clear in clear_of_chance(side)]
        edge = {"edgecolor": colour, "linewidth": pen.pt(1.4)}
        ax.barh(np.arange(len(side)), sign * widths, height=0.62, color=faces, **edge, gid=f"side-{sign}")
        for place, row in enumerate(side.itertuples()):
            counts = f"{row.term}  {row.count_target}:{row.count_reference}"
            ax.annotate(
                counts, (sign * abs(row.log_odds_z), place), xytext=(sign * pen.pt(7), 0), textcoords="offset points",
                va="center", ha=at, fontsize=pen.pt(length), color=style.ink,
            )  # fmt: skip
        name = frame.attrs[SIDES[sign]][pen.lang]
        ax.annotate(
            name, (0, 1), xycoords=("data", "axes fraction"), xytext=(sign * pen.pt(8), pen.pt(11)),
            textcoords="offset points", ha=at, va="baseline", fontsize=pen.pt(style.label), color=colour,
            fontweight="bold",
        )  # fmt: skip
    left_out(ax, pen, hidden, what=tuple(word_or_phrase(frame.attrs, lang) for lang in ("zh", "en")))
    ax.axvline(0, color=style.ink, linewidth=pen.pt(1))
    ax.set_xlim(-1.75 * reach, 1.75 * reach)
    ax.set_ylim(rows - 0.4, -0.6)


def _texts(frame: pd.DataFrame, lang: str, some: bool) -> Texts:
    attrs = frame.attrs
    target, reference = attrs["target"][lang], attrs["reference"][lang]
    (over, under), one = sides(frame), word_or_phrase(attrs, lang)
    sure, extra = how_many_clear(frame, lang, others={"en": ", the others hollow", "zh": "，其余为空心"}[lang])
    # A title names words that are clear of chance; the alternative text the first of each side as drawn.
    doubt = {"en": ", not clear of chance", "zh": "，未超出偶然"}[lang]
    lead = [
        (
            name,
            side["term"].iloc[0],
            number(abs(side["log_odds_z"].iloc[0])) + doubt * (not clear_of_chance(side).iloc[0]),
        )
        for name, side in ((target, over), (reference, under))
        if len(side)
    ]
    if lang == "en":
        subtitle = f"{one.title()}s by weighted log-odds z; numbers: times in {target} : times in {reference}"
        alt = (
            f"Two-sided bar chart of {counted(len(frame), one)}, {len(over)} of {target} and {len(under)} of "
            f"{reference}. {'Of these m' if some else 'M'}ost typical "
            f"{'; '.join(f'of {name}: {term} (z {z})' for name, term, z in lead)}. "
            f"{sure}"
        )
    else:
        subtitle = f"按加权对数优势比z值排列；数字为{target}与{reference}的次数之比"
        alt = (
            f"双向条形图：{target}的{len(over)}个、{reference}的{len(under)}个特征{one}。"
            f"{'其中' * some}{'，'.join(f'{name}最突出的是“{term}”（z {z}）' for name, term, z in lead)}。"
            f"{sure}"
        )
    note = sentences(lang, provenance.note_line(attrs, lang), extra)
    return Texts(finding(frame, lang, some=some), subtitle, note, alt=alt)
