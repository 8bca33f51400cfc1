"""How the number of topics was chosen: stability and coherence by number, and the one taken."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import End, bare, label_ends
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.numbers import number
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.years import extremes
from analysis.errors import ChartError

_COLUMNS = ("n_topics", "stability", "coherence", "score", "chosen")
_NAMES = {
    "stability": ("稳定性", "stability"),
    "coherence": ("连贯性", "coherence"),
    "score": ("两者之积", "their product"),
}


def topic_choice(
    frame: pd.DataFrame,
    *,
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
    """Draw the stability and the coherence of each number of topics that was tried, and mark the one taken.

    Parameters
    ----------
    frame
        The ``choice`` of :func:`analysis.measure.topics` with ``n_topics="auto"``.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        Where only one number was tried.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> found = measure.topics(read.corpus("provinces").select(year=2026), resamples=2)
    >>> figure = chart.topic_choice(found.choice, lang="en")
    """
    checked(
        frame, _COLUMNS, "topic_choice", "topics: its choice", numbers=("n_topics", "stability", "coherence", "score")
    )
    if len(frame) < 2:
        raise ChartError("chart.topic_choice: only one number of topics was tried; measure with n_topics='auto'")
    if frame["chosen"].sum() != 1:
        raise ChartError("chart.topic_choice marks the number taken and the frame lacks its row; give the whole frame")
    frame = frame.sort_values("n_topics")
    return compose(
        topic_choice,
        frame,
        _plot,
        texts=_texts,
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _plot(frame: pd.DataFrame, pen: Pen) -> Plot:
    right = max(text_width(names[pen.lang == "en"], pen.style.label, bold=True) for names in _NAMES.values()) + 16
    return Plot(partial(_draw, frame), left=34, right=right, bottom=30)


def _draw(frame: pd.DataFrame, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, grid="y")
    low = min(0.0, float(frame["coherence"].min()))
    ax.set_ylim(low, 1)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "0.25", "0.5", "0.75", "1"])
    # The candidates are not evenly spaced: a logarithmic axis gives each the same room.
    ax.set_xscale("log")
    ax.minorticks_off()
    ax.set_xticks(frame["n_topics"], [str(n) for n in frame["n_topics"]])
    ax.set_xlim(frame["n_topics"].min() * 0.96, frame["n_topics"].max() * 1.03)
    taken = frame[frame["chosen"]].iloc[0]
    ax.axvline(taken["n_topics"], color=style.soft, linewidth=pen.pt(1.2), linestyle=(0, (3, 2)), gid="chosen")
    colours = style.colours(len(_NAMES))
    last, ends = frame.iloc[-1], []
    for (column, names), colour in zip(_NAMES.items(), colours, strict=True):
        ax.plot(
            frame["n_topics"], frame[column], color=colour, linewidth=pen.pt(2.4), marker="o", gid=column,
            markersize=pen.pt(4), clip_on=False,
        )  # fmt: skip
        ends.append(End(last["n_topics"], last[column], names[pen.lang == "en"], colour, f"end-{column}"))
    label_ends(ax, pen, ends, at=last["n_topics"], stem=12, length=style.label)


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs, taken = frame.attrs, frame[frame["chosen"]].iloc[0]
    count, tried = int(taken["n_topics"]), (int(frame["n_topics"].min()), int(frame["n_topics"].max()))
    firm, coherent = (number(taken[name], 2) for name in ("stability", "coherence"))
    curves = sentences(lang, *(_curve(frame, column, lang) for column in _NAMES))
    if lang == "en":
        title = f"{count} topics have the highest product of stability ({firm}) and coherence ({coherent})"
        subtitle = "By number of topics. Stability: likeness to topics of new fits. Coherence: NPMI of ten top terms"
        alt = f"Line chart over {len(frame)} numbers of topics, {tried[0]} to {tried[1]}. {title}. {curves}"
    else:
        title = f"取{count}个话题：稳定性（{firm}）与连贯性（{coherent}）之积最高"
        subtitle = "横轴为话题数。稳定性：与重新聚类所得话题的相似度；连贯性：前十个词的归一化点互信息"
        alt = f"折线图：试了{tried[0]}至{tried[1]}共{len(frame)}种话题数。{title}。{curves}"
    return Texts(title, subtitle, provenance.note_line(attrs, lang), alt=alt)


def _curve(frame: pd.DataFrame, column: str, lang: str) -> str:
    # Where a curve is highest and lowest, and from where to where it goes.
    say, name = partial(number, digits=2), _NAMES[column][lang == "en"]
    first, last = (say(value) for value in frame[column].iloc[[0, -1]])
    ends = extremes(frame["n_topics"], frame[column], say, lang)
    if lang == "en":
        said = "from {0} to {1}, highest {3} at {2}, lowest {5} at {4}" if ends else "{0} at every number"
    else:
        said = "由{0}到{1}，最高{3}（{2}个），最低{5}（{4}个）" if ends else "均为{0}"
    said = said.format(first, last, *(part for end in ends or () for part in end))
    return f"{name[0].upper()}{name[1:]}: {said}." if lang == "en" else f"{name}{said}。"
