"""What each topic says: small bars of the terms that tell it from the others."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import at_least_one, checked
from analysis.chart.fonts import text_width
from analysis.chart.labels import ABOVE, cut, leaders, left_out
from analysis.chart.numbers import counted, number, percent
from analysis.chart.panels import name_panel, panels
from analysis.chart.record import Texts, Words, of_place, sentences
from analysis.chart.topics import RIGHT, TOPICS, documents, firm_note, held, panel_grid, panel_name

_COLUMNS = ("topic", "label_zh", "label_en", "size", "stability", "stable", "rank", "term", "term_en", "share")
_ROW = 15  # pixels a term needs


def topic_terms(
    frame: pd.DataFrame,
    *,
    most: int = 12,
    terms: int = 5,
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
    """Draw the distinctive terms of topics, stable ones first; those that do not hold when fitted again are hollow.

    Parameters
    ----------
    frame
        The ``terms`` of :func:`analysis.measure.topics`.
    most
        How many topics: the stable ones before the others, of either the largest. A small format shows fewer.
    terms
        How many terms of each. A format shows as many as can be read on it, and says so.
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
    >>> two = read.corpus("national").select(year=[2024, 2025])
    >>> found = measure.topics(two, n_topics=4, resamples=2)
    >>> figure = chart.topic_terms(found.terms, lang="en")
    """
    checked(frame, _COLUMNS, "topic_terms", "topics: its terms", most=most, numbers=("topic", "size", "rank", "share"))
    at_least_one("topic_terms", "terms", terms)
    return compose(
        topic_terms,
        frame,
        lambda frame, pen: Plot(partial(_draw, frame, most, terms), left=0, right=RIGHT, top=ABOVE, bottom=0),
        texts=partial(_texts, most=most, terms=terms),
        options={"most": most, "terms": terms},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _ordered(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each topic, in the order they are drawn: stable ones first, of either the largest first."""
    return frame.drop_duplicates("topic").sort_values(["stable", "size", "topic"], ascending=[False, False, True])


def _bars(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the terms of a topic in the order of its bars."""
    return frame.sort_values(["share", "rank"], ascending=[False, True])


def _draw(frame: pd.DataFrame, most: int, terms: int, ax: Axes, pen: Pen) -> None:
    style = pen.style
    topics = _ordered(frame)["topic"].tolist()
    columns, rows = panel_grid(pen, len(topics[:most]))
    shown = topics[: min(most, columns * rows)]
    left_out(ax, pen, len(topics) - len(shown), what=TOPICS)
    own = frame[frame["topic"].isin(shown) & (frame["rank"] <= terms)]
    widest = 0.62 * pen.extent(ax)[0] / columns
    said = own["term"].where((own["term_en"] == "") | (pen.lang == "zh"), own["term_en"])
    own = own.assign(term=[cut(term, style.small, widest) for term in said])
    left = max(text_width(term, style.small) for term in own["term"]) + 8
    top = max(float(own["share"].max()), 0.01)
    places = panels(ax, pen, len(shown), columns=columns, left=left, between=34)
    rows = max(2, min(terms, int(places[0].get_window_extent().height / pen.px(_ROW))))
    fits = own.sort_values("rank").groupby("topic").cumcount() < rows
    left_out(ax, pen, int((~fits).sum()), what=("词", "term"), at=0)
    own = own[fits.reindex(own.index)]
    for panel, topic in zip(places, shown, strict=True):
        rows_of = _bars(own[own["topic"] == topic])
        first = rows_of.iloc[0]
        panel.barh(
            range(len(rows_of)), rows_of["share"], height=0.66, color=style.bar if first["stable"] else "none",
            edgecolor=style.bar, linewidth=pen.pt(1.2), gid=f"bars-{topic}",
        )  # fmt: skip
        panel.set_yticks(range(len(rows_of)), rows_of["term"], color=style.ink, fontsize=pen.pt(style.small))
        panel.set_ylim(rows - 0.4, -0.6)
        panel.set_xlim(0, top * 1.18)
        panel.set_xticks([])
        for place, share in enumerate(rows_of["share"]):
            panel.annotate(
                percent(share), (share, place), xytext=(pen.pt(4), 0), textcoords="offset points", va="center",
                fontsize=pen.type(style.small * 0.86), color=style.soft, annotation_clip=False,
            )  # fmt: skip
        name = panel_name(first[f"label_{pen.lang}"])
        size = number(first["size"], 0)
        name_panel(
            panel, pen, f"{name} ({size})" if pen.lang == "en" else f"{name} {size}", left=left, gid=f"topic-{topic}"
        )


def _texts(frame: pd.DataFrame, lang: str, most: int, terms: int) -> Texts:
    attrs, label = frame.attrs, f"label_{lang}"
    # The first one drawn is told of: the largest of the stable topics, if there are any.
    topics = _ordered(frame)
    first, total, firm = topics.iloc[0], len(topics), int(topics["stable"].sum())
    alike = topics[topics["stable"] == first["stable"]].head(most)
    larger = bool(topics["size"].max() > first["size"])
    place, unit = provenance.place_of(attrs, lang), documents(attrs, lang)
    largest, size = leaders(alike[label], alike["size"], lang), number(first["size"], 0)
    said = frame["term"].where((frame["term_en"] == "") | (lang == "zh"), frame["term_en"])
    spoken = frame.assign(said=said + " " * (lang == "en") + frame["share"].map(percent))[frame["rank"] <= terms]
    lead = [(row[label], _bars(spoken[spoken["topic"] == row["topic"]])["said"].head(3).tolist())
            for _, row in topics.head(min(3, most)).iterrows()]  # fmt: skip
    whole = attrs.get("n_topics", total)
    firmly, hollow = held(firm, total, lang), not topics.head(most)["stable"].all()
    if lang == "en":
        of = f"{total} of {counted(whole, 'topic')}" if total < whole else counted(total, "topic")
        which = f"; the largest{' of these' * (larger or total < whole)}" if total > 1 else ""
        title = f"{of}, {firmly}{which}: {largest}, {size} {unit}"
        subtitle = f"share of the {unit} of a topic that have the term; numbers: {unit}; stable topics first"
        subtitle = of_place(place, subtitle)
        alt = f"Small bar charts of the terms of {of}, {firmly}. "
        alt += " ".join(f"{name}: {', '.join(own)}." for name, own in lead)
    else:
        of = f"{whole}个话题中的{total}个" if total < whole else f"{total}个话题"
        within = "稳固话题中" if larger else "其中" * (total < whole)
        which = f"；{within}最大的是" if total > 1 else "："
        title = f"{'共' * (total == whole)}{of}，{firmly}{which}{largest}，{size}个{unit}"
        subtitle = f"{place}报告中各话题的{unit}含有该词的比例；数字为{unit}数；稳固的话题在前"
        alt = f"小型条形图：{of}（{firmly}）{'中几个' if total > len(lead) else ''}的用词。"
        alt += "".join(f"“{name}”：{'、'.join(own)}。" for name, own in lead)
    firmness = firm_note(firm, total, lang, whole=whole, drawn="hollow" if hollow else None)
    return Texts(title, subtitle, sentences(lang, provenance.note_line(attrs, lang), firmness), alt=alt)
