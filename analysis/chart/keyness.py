"""Two-sided bars: the words that set two slices apart, each side's own growing from the middle."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.labels import left_out
from analysis.chart.numbers import be, counted, number
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.rows import fitting, row_type

_COLUMNS = ("term", "count_target", "count_reference", "rate_target", "rate_reference", "log_odds_z", "q")
_FILL = 0.7  # of a row by its word
_CLEAR = 0.05  # q below which a word is clear of chance


def clear_of_chance(frame: pd.DataFrame) -> pd.Series:
    """Return for each word whether it is clear of chance among all words compared."""
    return frame["q"] < _CLEAR


def finding(frame: pd.DataFrame, lang: str) -> str:
    """Return what sets the two sides apart as a title: the first word of each that is clear of chance, if any."""
    target, reference = frame.attrs["target"][lang], frame.attrs["reference"][lang]
    one = word_or_phrase(frame.attrs, lang)
    sure = frame[clear_of_chance(frame)]
    first = [next(iter(sure.loc[sure["log_odds_z"] * sign > 0, "term"]), "") for sign in (1, -1)]
    if lang == "en":
        if not any(first):
            return f"No {one} clearly sets {target} apart from {reference}"
        return f"Most typical {one} of {target}: {first[0] or 'none clear'}; of {reference}: {first[1] or 'none clear'}"
    if not any(first):
        return f"没有{one}能明确区分{target}与{reference}"
    said = [f"最突出的{one}是“{word}”" if word else f"没有明确的特征{one}" for word in first]
    return f"{target}{said[0]}，{reference}{said[1]}"


def word_or_phrase(attrs: dict, lang: str) -> str:
    """Return what was compared: segmented words, or phrases of a lexicon."""
    return {True: ("词", "word"), False: ("短语", "phrase")}[attrs["count"] == "word"][lang == "en"]


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
        How many words on each side.
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
    checked(frame, _COLUMNS, "keyness", "keyness", most=most, numbers=("log_odds_z", "q"))
    ranked = frame.sort_values(["log_odds_z", "term"], ascending=[False, True], kind="stable")
    over, under = ranked[ranked["log_odds_z"] > 0].head(most), ranked[ranked["log_odds_z"] < 0].tail(most)
    shown = pd.concat([over, under.iloc[::-1]], ignore_index=True)
    shown.attrs = frame.attrs
    return compose(
        keyness,
        frame,
        _plot,
        texts=_texts,
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
    sides = [rows for _, rows in frame.groupby(frame["log_odds_z"] < 0)]
    kept = pd.concat([fitting(side, pen, fill=_FILL, around=sum(room.values())) for side in sides])
    kept.attrs = frame.attrs
    return Plot(partial(_draw, kept, len(frame) - len(kept)), left=0, right=0, **room)


def _draw(frame: pd.DataFrame, hidden: int, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    sides = [frame[frame["log_odds_z"] > 0], frame[frame["log_odds_z"] < 0]]
    rows = max(map(len, sides))
    reach = max(frame["log_odds_z"].abs().max(), 1e-9)
    length = row_type(ax, pen, rows, fill=_FILL)
    for sign, side, colour, at in ((1, sides[0], style.palette[1], "left"), (-1, sides[1], style.palette[0], "right")):
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
        name = frame.attrs["target" if sign > 0 else "reference"][pen.lang]
        ax.annotate(
            name, (0, 1), xycoords=("data", "axes fraction"), xytext=(sign * pen.pt(8), pen.pt(11)),
            textcoords="offset points", ha=at, va="baseline", fontsize=pen.pt(style.label), color=colour,
            fontweight="bold",
        )  # fmt: skip
    word = [word_or_phrase(frame.attrs, lang) for lang in ("zh", "en")]
    left_out(ax, pen, hidden, what=tuple(word))
    ax.axvline(0, color=style.ink, linewidth=pen.pt(1))
    ax.set_xlim(-1.75 * reach, 1.75 * reach)
    ax.set_ylim(rows - 0.4, -0.6)
    ax.set_xticks([])
    ax.set_yticks([])


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs = frame.attrs
    target, reference = attrs["target"][lang], attrs["reference"][lang]
    over, under = (frame[frame["log_odds_z"] * sign > 0] for sign in (1, -1))
    sure, one = int(clear_of_chance(frame).sum()), word_or_phrase(attrs, lang)
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
            f"{reference}. Most typical {'; '.join(f'of {name}: {term} (z {z})' for name, term, z in lead)}. "
            f"{sure} {be(sure)} clear of chance (q below 0.05)."
        )
        extra = f"{sure} of {counted(len(frame), one)} shown {be(sure)} clear of chance (q < 0.05), the others hollow."
    else:
        subtitle = f"按加权对数优势比z值排列；数字为{target}与{reference}的次数之比"
        alt = (
            f"双向条形图：{target}的{len(over)}个、{reference}的{len(under)}个特征{one}。"
            f"{'，'.join(f'{name}最突出的是“{term}”（z {z}）' for name, term, z in lead)}。"
            f"{sure}个超出偶然（q小于0.05）。"
        )
        extra = f"所示{len(frame)}个{one}中{sure}个超出偶然（q<0.05），其余为空心。"
    note = sentences(lang, provenance.note_line(attrs, lang), extra)
    return Texts(finding(frame, lang), subtitle, note, alt=alt)
