"""The topics of one report against its own sections: a map of how many paragraphs or sentences fall where."""

import re
from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.heat import draw_cells, write_values
from analysis.chart.labels import cut, left_out, names_of, shortened
from analysis.chart.numbers import counted, number
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.topics import TOPICS, documents, firm_note, held, short_name
from analysis.chart.wrap import wrap

_COLUMNS = ("section", "heading", "heading_en", "topic", "label_zh", "label_en", "stable", "documents", "share")
# Adjusted mutual information below and above which topics are said to be unlike and like the sections.
_UNLIKE, _LIKE = 0.2, 0.5
_COLUMN = 84  # pixels the name of a topic needs


def topic_sections(
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
    """Draw how the paragraphs or sentences of each section of a report are spread over its topics.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.topic_sections`.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

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
    >>> plan = read.corpus("xiangjiang")
    >>> found = measure.topics(plan, n_topics=6, resamples=2)
    >>> figure = chart.topic_sections(measure.topic_sections(found, corpus=plan), lang="en")
    """
    checked(frame, _COLUMNS, "topic_sections", "topic_sections", numbers=("section", "topic", "documents"))
    return compose(
        topic_sections,
        frame,
        _plot,
        texts=_texts,
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _section(row, lang: str) -> str:
    before = "lead-in" if lang == "en" else "开头"
    if lang == "en" and row.heading_en:
        return f"{row.heading_en[:1].upper()}{row.heading_en[1:]}"
    return row.heading or (before if row.section == 0 else str(row.section))


def _plot(frame: pd.DataFrame, pen: Pen) -> Plot:
    rows = [_section(row, pen.lang) for row in frame.drop_duplicates("section").sort_values("section").itertuples()]
    left = max(text_width(row, pen.style.label) for row in rows) + 12
    return Plot(partial(_draw, frame, rows), left=left, right=4, top=24, bottom=pen.style.small * 1.3 * 3 + 8)


def _draw(frame: pd.DataFrame, rows: list[str], ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    table = frame.pivot(index="section", columns="topic", values="documents")
    table = table[sorted(table.columns, key=lambda topic: (topic == 0, topic))]
    hidden = table.shape[1] - int(ax.get_window_extent().width / pen.px(_COLUMN))
    if hidden > 0:  # topics are numbered by size: the first are the largest
        table = table.iloc[:, :-hidden]
        left_out(ax, pen, hidden, what=TOPICS)
    cells = table.to_numpy(dtype=float)
    edges, top = np.arange(table.shape[1] + 1), max(1.0, float(cells.max()))
    colours, _ = draw_cells(ax, pen, cells, edges, rows, top=top, type_size=style.label)
    labels = names_of(frame, "topic", pen.lang)
    wide = pen.extent(ax)[0] / table.shape[1] - 8
    # A word wider than its column would break anywhere.
    whole = [
        re.sub(r"[!-ɏ]+", lambda word: cut(word[0], style.small, wide), name)
        for name in shortened(labels[table.columns], short_name)
    ]
    lines = [wrap(name, style.small, wide) for name in whole]
    names = ["\n".join([*own[:2], cut("".join(own[2:]), style.small, wide)] if own[2:] else own) for own in lines]
    ax.set_xticks(np.arange(table.shape[1]) + 0.5, names, color=style.ink, fontsize=pen.pt(style.small), va="top")
    write_values(ax, pen, np.where(cells > 0, cells, np.nan), 0, top, colours)


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs, label = frame.attrs, f"label_{lang}"
    agreement = attrs["agreement"]
    score = number(agreement, 2)
    topics, unit = int(frame.loc[frame["topic"] > 0, "topic"].nunique()), documents(attrs, lang)
    whole = max(topics, attrs.get("n_topics", topics))
    total, firm = int(frame["documents"].sum()), int(frame[frame["stable"]]["topic"].nunique())
    best = frame.sort_values(["documents", "section", "topic"], ascending=[False, True, True], kind="stable").iloc[0]
    name, alike = _section(best, lang), int((frame["documents"] == best["documents"]).sum())
    if lang == "en":
        how = "hardly " if agreement < _UNLIKE else "" if agreement > _LIKE else "partly "
        how += "follows" if whole == 1 else "follow"
        found = counted(topics, "topic")
        firmly = "" if firm == topics or topics < whole else f", {held(firm, topics, lang)},"
        title = f"{counted(whole, 'topic')} found by clustering{firmly} {how} the sections of the report "
        title += f"(agreement {score})" + f"; {topics} of them shown" * (topics < whole)
        subtitle = (
            f"Number of {unit} of each section in each topic; agreement: adjusted mutual information, 0 by chance"
        )
        alt = f"Map of {counted(frame['section'].nunique(), 'section')} by {found}, {total} {unit}. {title}. "
        cell = f"section {name}, topic {best[label]}" if alike == 1 else f"in {alike} cells"
        alt += f"Most in one cell: {best['documents']}, {cell}."
    else:
        how = "与报告自身的板块几乎不重合" if agreement < _UNLIKE else "与报告自身的板块大体重合"
        how = "与报告自身的板块部分重合" if _UNLIKE <= agreement <= _LIKE else how
        firmly = "" if firm == topics or topics < whole else f"（{held(firm, topics, lang)}）"
        title = f"聚类得出的{whole}个话题{firmly}{how}（一致度{score}）" + f"，图中为其中{topics}个" * (topics < whole)
        subtitle = f"各板块的{unit}落入各话题的数量；一致度为调整互信息，0为随机"
        alt = f"热力图：{frame['section'].nunique()}个板块、{topics}个话题，{total}个{unit}。{title}。"
        cell = f"板块“{name}”，话题“{best[label]}”" if alike == 1 else f"共{alike}格"
        alt += f"最多的一格为{best['documents']}个：{cell}。"
    noted = sentences(lang, provenance.note_line(attrs, lang), firm_note(firm, topics, lang, whole=whole))
    return Texts(title, subtitle, noted, alt=alt)
