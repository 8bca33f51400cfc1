"""A map of topics: near each other where they say the same words, as large as their documents are many."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.labels import cut_apart, leaders, shortened
from analysis.chart.numbers import number
from analysis.chart.point_labels import label_points
from analysis.chart.record import Texts, Words, of_place, sentences
from analysis.chart.topics import documents, firm_note, held, short_name
from analysis.errors import ChartError

_COLUMNS = ("topic", "label_zh", "label_en", "size", "stable", "x", "y", "nearest", "distance")
_LARGEST = 46  # pixels across
_COVERED = 0.07  # of the plot, by circles
_CROWDED = 16
_WIDEST = 0.3  # of the plot, that a name takes


def topic_map(
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
    """Draw topics as circles on a map; those that do not hold when fitted again are hollow.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.topic_map`.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`. In a small format the largest topics are named.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For a frame of another measure, or without rows.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> two = read.corpus("national").select(year=[2024, 2025])
    >>> found = measure.topics(two, n_topics=4, resamples=2)
    >>> figure = chart.topic_map(measure.topic_map(found), lang="en")
    """
    checked(frame, _COLUMNS, "topic_map", "topic_map", numbers=("size", "x", "y", "distance"), key=("topic",))
    if len(frame) < 2:
        raise ChartError("chart.topic_map shows which topics lie near each other and the frame has only one")
    if not set(frame["nearest"]) <= set(frame["topic"]):
        raise ChartError("chart.topic_map draws whole maps, and the nearest neighbour of a topic is not in the frame")
    frame = frame.sort_values("topic", ignore_index=True)
    return compose(
        topic_map,
        frame,
        lambda frame, pen: Plot(partial(_draw, frame), left=20, right=20, top=14, bottom=14 + 1.4 * pen.style.small),
        texts=_texts,
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _draw(frame: pd.DataFrame, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, ticks=False)
    box = ax.get_window_extent()
    # One scale for both directions, as distances are what the map shows, and room for the names at the sides.
    middle = [(frame[axis].max() + frame[axis].min()) / 2 for axis in ("x", "y")]
    half = max(np.ptp(frame["y"]) / 2, np.ptp(frame["x"]) / 2 * box.height / box.width * 1.35, 0.01) * 1.14
    wide = half * box.width / box.height
    ax.set_xlim(middle[0] - wide, middle[0] + wide)
    ax.set_ylim(middle[1] - half, middle[1] + half)
    area = frame["size"] / max(1, frame["size"].max())
    room = np.sqrt(_COVERED * box.width * box.height / max(area.sum(), 1) * 4 / np.pi) / pen.size.scale
    across = pen.pt(min(_LARGEST, room)) * np.sqrt(area)
    # Opaque, so that no line to a name is seen through them.
    pale = tuple(0.45 * own + 0.55 * paper for own, paper in zip(to_rgb(style.bar), to_rgb(style.paper), strict=True))
    face = [pale if stable else style.paper for stable in frame["stable"]]
    points = ax.scatter(
        frame["x"], frame["y"], s=across**2, facecolors=face, edgecolors=style.bar, linewidths=pen.pt(1.4),
        gid="topics", clip_on=False, zorder=3,
    )  # fmt: skip
    # The two that the title names come first, then the largest.
    alike = _most_alike(frame)
    order = frame["size"].mask(frame["topic"].isin(alike), np.inf).to_numpy().argsort(kind="stable")[::-1]
    length = style.small if len(order) > _CROWDED else style.label
    short = shortened(frame[f"label_{pen.lang}"].iloc[order], short_name)
    names = cut_apart(short, length, _WIDEST * pen.extent(ax)[0])
    shown = label_points(ax, pen, points, dict(zip(order.tolist(), names, strict=True)), length=length, must=len(alike))
    if shown < len(frame):
        said = f"{shown} of {len(frame)} named" if pen.lang == "en" else f"{len(frame)}个话题中{shown}个标有名称"
        ax.annotate(
            said, (1, 0), xycoords="axes fraction", xytext=(0, -pen.pt(14)), textcoords="offset points", ha="right",
            va="top", fontsize=pen.pt(style.small), color=style.soft, gid="named",
        )  # fmt: skip


def _most_alike(frame: pd.DataFrame) -> tuple[int, int]:
    # Of topics that hold, where two of these are next to each other: of others nobody knows what they are.
    firm = frame["stable"] & frame["nearest"].isin(frame.loc[frame["stable"], "topic"])
    near = (frame[firm] if firm.any() else frame).sort_values(["distance", "topic"], kind="stable").iloc[0]
    return int(near["topic"]), int(near["nearest"])


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs, label = frame.attrs, f"label_{lang}"
    unit, total, firm = documents(attrs, lang), len(frame), int(frame["stable"].sum())
    frame = frame.assign(**{label: shortened(frame[label], short_name)})
    names = frame.set_index("topic")[label]
    near, other = (names[topic] for topic in _most_alike(frame))
    alone = frame.sort_values(["distance", "topic"], ascending=[False, True], kind="stable").iloc[0]
    largest, place = leaders(frame[label], frame["size"], lang), provenance.place_of(attrs, lang)
    most = number(frame["size"].max(), 0)
    kept = number(attrs["correlation"], 2)
    both = bool(frame.set_index("topic")["stable"][list(_most_alike(frame))].all())
    of_en, of_zh = (f"{firm} stable", f"{firm}个稳固的") if firm < total else (f"{total}", f"{total}个")
    said = held(firm, total, lang)  # where the two are not both among the stable ones
    if lang == "en":
        title = f"Most alike of {of_en} topics: {near}; {other}"
        title = title if both else f"{total} topics, {said}; most alike: {near}; {other}"
        subtitle = "topics that use the same words lie near each other, as far as a plane can show it; "
        subtitle = of_place(place, f"{subtitle}area: number of {unit}")
        alt = f"Map of {total} topics{'' if both else f', {said}'}. Largest: {largest}, {most} {unit}. Most alike"
        alt += f"{f' of {of_en} topics' * both}: {near} and {other}. Farthest from any other: {alone[label]}."
        kept = f"Distances on the map and differences of words correlate by {kept}."
    else:
        title = f"{of_zh}话题中" if both else f"{total}个话题，{said}；"
        title += f"用词最相近的是“{near}”与“{other}”"
        subtitle = f"{place}报告的话题，用词越相近距离越近（在平面所能表示的范围内）；面积为{unit}数"
        alt = f"话题图：共{total}个话题{'' if both else f'，{said}'}。最大的是{largest}，{most}个{unit}；"
        alt += f"{f'{of_zh}话题中' * both}最相近的是“{near}”与“{other}”；离其他话题最远的是“{alone[label]}”。"
        kept = f"图上距离与用词差异的相关系数为{kept}。"
    firmness = firm_note(firm, total, lang, whole=attrs["n_topics"], drawn="hollow")
    noted = sentences(lang, provenance.note_line(attrs, lang), firmness, kept)
    return Texts(title, subtitle, noted, alt=alt)
