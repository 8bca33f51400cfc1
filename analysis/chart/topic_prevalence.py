"""How much of each year's report falls into each topic: small multiples over years, with bands."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.highlight import highlighted, left_to_chart
from analysis.chart.labels import left_out
from analysis.chart.lines import plot_runs, runs
from analysis.chart.numbers import between, counted, percent
from analysis.chart.panels import name_panel, panels
from analysis.chart.record import Texts, Words, of_place, sentences
from analysis.chart.topics import RIGHT, TOPICS, documents, firm_note, panel_grid, panel_name, room_above
from analysis.chart.uncertainty import band
from analysis.chart.years import extremes, label_years, require_years
from analysis.errors import ChartError

_COLUMNS = ("topic", "label_zh", "label_en", "documents", "share", "low", "high", "of", "stable")
_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.4, 0.5, 1)


def topic_prevalence(
    frame: pd.DataFrame,
    *,
    topics: int | list[int] | None = None,
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
    """Draw the share of topics in the paragraphs of each year, one panel a topic; years without a report are gaps.

    Parameters
    ----------
    frame
        The ``prevalence`` of :func:`analysis.measure.topics` by year.
    topics
        Numbers of the topics to draw. Default: of those that hold when fitted again the ``most`` whose share moved most
        between years.
    most
        How many topics without a choice of ``topics``. A small format shows fewer of either, and says so.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For prevalence by place, fewer than two years, or an unknown topic.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> two = read.corpus("national").select(year=[2024, 2025])
    >>> found = measure.topics(two, n_topics=4, resamples=2)
    >>> figure = chart.topic_prevalence(found.prevalence, topics=[1, 2], lang="en")
    """
    checked(frame, _COLUMNS, "topic_prevalence", "topics: its prevalence", most=most, numbers=("share", "low", "high"))
    if "year" not in frame or frame["year"].nunique() < 2:
        raise ChartError("chart.topic_prevalence draws years: measure.topics(..., by='year') of two years or more")
    require_years(frame, "topic_prevalence")
    wanted = highlighted(frame, "topic", topics, default=_moved_most(frame, most), option="topics")
    if not wanted:
        raise ChartError("chart.topic_prevalence: the frame has only paragraphs of no topic; select topics from 1")
    return compose(
        topic_prevalence,
        frame,
        partial(_plot, wanted=wanted),
        texts=partial(_texts, wanted=wanted, picked=left_to_chart(topics)),
        options={"topics": topics, "most": most},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _moved_most(frame: pd.DataFrame, most: int) -> list[int]:
    # Of the topics that hold, or of all where none does; none where the frame has only paragraphs of no topic.
    real = frame[frame["topic"] > 0]
    spread = real.groupby("topic")["share"].std().fillna(0)
    firm = real.groupby("topic")["stable"].first()
    kept = spread[firm] if firm.any() else spread
    return sorted(kept.sort_values(ascending=False, kind="stable").index[:most])


def _told(frame: pd.DataFrame, wanted: list[int]) -> pd.DataFrame:
    """Return the rows of the topic the title tells of: of those drawn, the one with the highest share in a year."""
    drawn = frame[frame["topic"].isin(wanted)]
    topic = drawn.sort_values(["share", "topic", "year"], ascending=[False, True, True])["topic"].iloc[0]
    return drawn[drawn["topic"] == topic].sort_values("year")


def _plot(frame: pd.DataFrame, pen: Pen, wanted: list[int]) -> Plot:
    above = room_above(pen, len(wanted), frame["topic"].nunique())
    return Plot(partial(_draw, frame, wanted), left=0, right=RIGHT, top=above, bottom=0)


def _draw(frame: pd.DataFrame, wanted: list[int], ax: Axes, pen: Pen) -> None:
    style = pen.style
    columns, rows = panel_grid(pen, len(wanted))
    # A small format keeps the topic that the title tells of.
    told = int(_told(frame, wanted)["topic"].iloc[0])
    first = sorted(wanted, key=lambda topic: topic != told)[: columns * rows]
    shown = [topic for topic in wanted if topic in first]
    left_out(ax, pen, len({*frame["topic"], *wanted} - {*shown, 0}), what=TOPICS)
    own = frame[frame["topic"].isin(shown)]
    years = sorted(own["year"].astype(int).unique())
    left = text_width("40%", style.small) + 6
    places = panels(ax, pen, len(shown), columns=columns, left=left, between=24, under=20)
    for panel, topic in zip(places, shown, strict=True):
        rows_of = own[own["topic"] == topic].sort_values("year")
        firm = bool(rows_of["stable"].iloc[0])
        for run in runs(rows_of):
            band(panel, pen, run, colour=style.bar, shade=0.25, gid=f"band-{topic}")
        look = {"color": style.bar, "linewidth": pen.pt(2), "linestyle": "-" if firm else (0, (3, 2))}
        plot_runs(panel, pen, rows_of, "share", dot=3, gid=f"share-{topic}", **look)
        panel.set_xlim(years[0], years[-1])
        # Each on its own scale: on that of the largest the others would be flat.
        top = max(float(rows_of["high"].max()), 0.01)
        step = next(s for s in _STEPS if top / s <= 2.5)
        lines = [step * i for i in range(int(top / step) + 1)]
        panel.set_ylim(0, top * 1.04)
        panel.set_yticks(lines, [percent(line) for line in lines])
        panel.grid(axis="y", color=style.line, linewidth=pen.pt(0.8))
        label_years(panel, pen, years, apart=2.2)
        panel.tick_params(axis="x", pad=pen.pt(7))
        name_panel(panel, pen, panel_name(rows_of[f"label_{pen.lang}"].iloc[0]), left=left, gid=f"topic-{topic}")


def _texts(frame: pd.DataFrame, lang: str, wanted: list[int], picked: bool) -> Texts:
    attrs, label = frame.attrs, f"label_{lang}"
    first, last = int(frame["year"].min()), int(frame["year"].max())
    topics = frame[frame["topic"] > 0].drop_duplicates("topic").set_index("topic")
    drawn = [topic for topic in wanted if topic in topics.index]
    told = _told(frame, wanted)
    peak, end = told.loc[told["share"].idxmax()], told.iloc[-1]
    place, unit = provenance.place_of(attrs, lang), documents(attrs, lang)
    peaks = [_peak(frame[frame["topic"] == topic], lang) for topic in wanted[:4]]
    at_peak, at_end = (f"{percent(row['share'])}{_interval(row, lang)}" for row in (peak, end))
    some = len(drawn) < (topics["stable"].sum() or len(topics))
    moved = some and picked
    dashed = not topics.loc[drawn, "stable"].all()
    whole, drawn_as = attrs["n_topics"], "dashed" if dashed else None
    firm = firm_note(int(topics["stable"].sum()), len(topics), lang, whole=whole, drawn=drawn_as)
    if lang == "en":
        title = f"{peak[label]}: {at_peak} of {unit} in {int(peak['year'])}"
        at_end = f"none{_interval(end, lang)}" if end["share"] == 0 else at_end
        most = ", the most of the years shown"
        title += f", {at_end} in {int(end['year'])}" if end["year"] != peak["year"] else most
        subtitle = of_place(place, f"share of {unit} in each topic by year; bands: 95% intervals; scales differ")
        some = f"{len(drawn)} of " if len(drawn) < whole else ""
        alt = f"Small line charts of {some}{counted(whole, 'topic')}, {first} to {last}. "
        alt += " ".join(peaks)
        of = " of them" if topics["stable"].any() else ""
        shown = f"Drawn are those{of} whose share moved most, as many as fit." if moved else ""
    else:
        title = f"“{peak[label]}”{int(peak['year'])}年占{unit}的{at_peak}"
        most = "，为所示年份中最高"
        title += f"，{int(end['year'])}年占{at_end}" if end["year"] != peak["year"] else most
        subtitle = f"{place}报告每年各话题占{unit}的比例；色带为95%区间；各图纵轴刻度不同"
        alt = f"小型折线图：{first}至{last}年，{whole}个话题{f'中的{len(drawn)}个' if len(drawn) < whole else ''}。"
        alt += "".join(peaks)
        of = "其中" if topics["stable"].any() else ""
        shown = f"图中是{of}比例变动最大、版面放得下的几个。" if moved else ""
    noted = sentences(lang, provenance.note_line(attrs, lang), firm, shown, _only_one(unit, lang))
    return Texts(title, subtitle, noted, alt=alt)


def _peak(rows: pd.DataFrame, lang: str) -> str:
    name, share = rows[f"label_{lang}"].iloc[0], rows["share"]
    first, last = ((percent(share[at]), rows["year"][at]) for at in (rows["year"].idxmin(), rows["year"].idxmax()))
    ends = extremes(rows["year"], share, percent, lang)
    if not ends:
        return f"{name}: {first[0]} in every year." if lang == "en" else f"“{name}”各年均为{first[0]}。"
    if lang == "en":
        said = "highest in {}, {}; lowest in {}, {}; from {} in {} to {} in {}"
        return f"{name}: {said.format(*ends[0], *ends[1], *first, *last)}."
    said = "{}年最高，{}；{}年最低，{}；由{}（{}年）到{}（{}年）"
    return f"“{name}”{said.format(*ends[0], *ends[1], *first, *last)}。"


def _only_one(unit: str, lang: str) -> str:
    """What 0% means: a subject can go on in words that make its paragraphs more like another topic."""
    if lang == "en":
        return f"Each {unit.removesuffix('s')} counts towards the topic most like it: 0% does not mean unmentioned."
    return f"每个{unit}只归入最相近的一个话题，0%不等于未提及。"


def _interval(row, lang: str) -> str:
    said = f"{between(row['low'] * 100, row['high'] * 100, 0)}%"
    return f" ({said})" if lang == "en" else f"（{said}）"
