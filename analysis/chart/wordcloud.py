"""A word cloud that can be checked: policy phrases, area by rate, colour by theme, with ranked bars beside it."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.bars import named_bars
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.cloud import draw_cloud, write_left_out
from analysis.chart.highlight import highlighted
from analysis.chart.labels import brief, leaders
from analysis.chart.numbers import number
from analysis.chart.record import Texts, Words
from analysis.errors import ChartError

_COLUMNS = ("report_id", "theme", "label_zh", "label_en", "term", "mentions", "rate")
_SPLIT = 0.6  # of the width is the cloud's
_BARS = 14
_ROW = 21  # pixels a bar needs
_GAP = 12
_LEGEND = 26
_LEAST = 10.2  # pixels: names of themes that are 8 in the smallest format can still be read
_COLOURED = 6


def wordcloud(
    frame: pd.DataFrame,
    *,
    report: str | None = None,
    most: int = 60,
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
    """Draw the terms of one report as a cloud, and the most frequent of them as ranked bars.

    A cloud alone is no evidence: sizes in it can only be guessed at. Here the area of a word is its rate, the bars give
    the numbers, and the words that found no place are listed under the cloud, all of them in the alternative text.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.contributions`. With several reports colours are chosen over all of them, so
        that the clouds of several years give a word the same colour.
    report
        The id of the report to draw, where the frame has several.
    most
        How many terms: the most frequent.
    highlight
        Up to eight theme ids to colour. Default: the first six themes of the codebook, in every cloud the same.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For an unknown report, several reports where none is chosen, or more themes than colours.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> terms = measure.contributions(read.corpus("xiangjiang"))
    >>> figure = chart.wordcloud(terms, most=20, lang="en")
    """
    checked(frame, _COLUMNS, "wordcloud", "contributions", most=most)
    wanted = highlighted(frame, "theme", highlight) if highlight else _first_themes(frame)
    own = _of_report(frame, report)
    shown = own.sort_values(["mentions", "term", "theme"], ascending=[False, True, True]).drop_duplicates("term")
    shown = shown.reset_index(drop=True)
    shown.attrs = frame.attrs
    return compose(
        wordcloud,
        frame,
        lambda frame, pen: Plot(partial(_draw, frame, most, wanted), left=0, right=6, top=_LEGEND, bottom=0),
        texts=partial(_texts, most=most),
        shown=shown,
        options={"report": report, "most": most, "highlight": highlight},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _first_themes(frame: pd.DataFrame) -> list[str]:
    # The first of the codebook, whether this report speaks of them or not: a word has the same colour in every cloud.
    return ((frame.attrs.get("codebook") or {}).get("themes") or sorted(frame["theme"].unique()))[:_COLOURED]


def _of_report(frame: pd.DataFrame, report: str | None) -> pd.DataFrame:
    there = frame["report_id"].unique().tolist()
    if report is None and len(there) > 1:
        raise ChartError(f"chart.wordcloud draws one report and the frame has {len(there)}; name one with report=")
    if report is not None and report not in there:
        raise ChartError(f"report={report!r} is not in the frame; it has {', '.join(there[:5])}")
    return frame[frame["report_id"] == (report or there[0])]


def _draw(frame: pd.DataFrame, most: int, wanted: list[str], ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    ax.set_axis_off()
    theme_colour = dict(zip(wanted, style.colours(len(wanted)), strict=True))
    colours = {row.term: theme_colour.get(row.theme, style.soft) for row in frame.itertuples()}
    box = ax.get_window_extent()
    under = pen.px(style.small * 1.4 * 2) / box.height
    cloud = ax.inset_axes((0, under, _SPLIT, 1 - under))
    bare(cloud, pen)
    words = [(row.term, float(row.rate)) for row in frame.head(most).itertuples()]
    left_out = draw_cloud(cloud, pen, words, colours, gid="word")
    write_left_out(ax, pen, left_out, at=(0, 0), width=_SPLIT * box.width)
    bars, top = ax.inset_axes((_SPLIT + 0.02, 0, 0.98 - _SPLIT, 1)), frame.head(_BARS)
    said = [number(rate) for rate in top["rate"]]
    named_bars(bars, pen, top["term"], top["rate"], said, [colours[term] for term in top["term"]], row=_ROW)
    _draw_legend(frame, theme_colour, ax, pen)


def _draw_legend(frame: pd.DataFrame, colours: dict[str, str], ax: Axes, pen: Pen) -> None:
    style, box = pen.style, ax.get_window_extent()
    names = frame.drop_duplicates("theme").set_index("theme")[f"label_{pen.lang}"].map(brief)
    others = ("other themes" if pen.lang == "en" else "其他主题", style.soft)
    entries = [(names[theme], colour) for theme, colour in colours.items() if theme in names]
    drawn = [
        ax.annotate(
            name, (0, 1), xycoords="axes fraction", xytext=(0, pen.pt(10)), textcoords="offset points", va="baseline",
            fontsize=pen.pt(style.small), fontweight="bold", color=colour, gid="legend", annotation_clip=False,
        )
        for name, colour in [*entries, others]
    ]  # fmt: skip
    # Small type is drawn wider than its outline, as its edges are set on pixels: what was drawn is measured.
    gap, x = pen.px(_GAP), 0.0
    room, least = box.width - gap * (len(drawn) - 1), pen.pt(_LEAST)
    while (wide := [text.get_window_extent().width for text in drawn]) and sum(wide) > room:
        smaller = drawn[0].get_fontsize() * 0.98
        longest = max(drawn, key=lambda text: text.get_window_extent().width)
        if smaller < least:  # too small to read: the longest name is cut instead
            longest.set_text(f"{longest.get_text().rstrip('…')[:-1]}…")
        else:
            for text in drawn:
                text.set_fontsize(smaller)
    for text, own in zip(drawn, wide, strict=True):
        text.xy = (x / box.width, 1)
        x += own + gap


def _texts(frame: pd.DataFrame, lang: str, most: int) -> Texts:
    attrs, first = frame.attrs, frame.iloc[0]
    per, count, total = provenance.per_line(attrs, lang), min(most, len(frame)), len(frame)
    lead, most_said = frame.head(3), leaders(frame["term"], frame["rate"], lang)
    where = provenance.place_of(attrs, lang)
    years = sorted({report["year"] for report in attrs.get("reports", []) if report.get("year")})
    year = str(years[0]) if years else ""
    if lang == "en":
        report = " ".join(part for part in (where, year) if part) or "the report"
        title = f"{report}: most frequent {most_said}, {number(first['rate'])} {per}"
        subtitle = f"Area of a word: {per}; colour: theme; the {count} most frequent of {total} terms"
        alt = f"Word cloud and ranked bars of the {count} most frequent of {total} terms, {per}. Most frequent: "
        alt += ", ".join(f"{row.term} {number(row.rate)}" for row in lead.itertuples()) + "."
    else:
        report = f"{where}{year + '年' if year else ''}报告"
        title = f"{report}中最多的词是{most_said}，{per}{number(first['rate'])}次".replace("提及次数", "")
        subtitle = f"字的面积为{per}，颜色为主题；{total}个词中最多的{count}个"
        alt = f"词云与排序条形图：{total}个词中最多的{count}个的{per}。最多的是"
        alt += "、".join(f"“{row.term}”{number(row.rate)}" for row in lead.itertuples()) + "。"
    return Texts(title, subtitle, provenance.note_line(attrs, lang), alt=alt)
