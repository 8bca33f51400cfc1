"""A word cloud that can be checked: terms of a codebook, area by rate, colour by theme, ranked bars beside it."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Annotation

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.bars import named_bars
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.cloud import panel
from analysis.chart.highlight import COLOURS, highlighted
from analysis.chart.labels import briefly, cut_apart, leaders, names_of
from analysis.chart.numbers import counted, number
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.selection import among_themes, terms_left_out, whole_ranks
from analysis.errors import ChartError

_COLUMNS = ("report_id", "theme", "label_zh", "label_en", "term", "mentions", "rate", "part")
_SPLIT = 0.6  # of the width is the cloud's
_ROW = 21  # pixels a bar needs
_GAP = 12
_LEGEND = 26
_LINES = 2  # of the legend at most
_COLUMN = 150  # pixels that the beginning of a name needs to be read
_COLOURED = 6
_PARTS = {
    "plan": ("任务部署部分", "plan part"),
    "review": ("工作回顾部分", "review part"),
    "all": ("全文", "whole report"),
}


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
    """Draw the codebook's terms in one report as a cloud, and the most frequent of them as ranked bars.

    A cloud alone is no evidence: sizes in it can only be guessed at. Here the area of a word is its rate, the bars give
    the numbers, and the words that found no place are listed under the cloud, all of them in the alternative text. A
    term of several themes is drawn once, with the count and colour of the theme that has it most often.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.contributions`. With several reports colours are chosen over all of them, so
        that the clouds of several years give a word the same colour.
    report
        The id of the report to draw, where the frame has several.
    most
        How many terms at most: the most frequent, those of equal mentions all or none. The subtitle says with how many
        mentions a term is among them.
    highlight
        Up to eight theme ids to colour. Default: the first six themes of the codebook, in every cloud the same. The
        legend has two lines: long names are cut, in narrow axes the last left out.
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
    key = ("report_id", "theme", "term")
    checked(frame, _COLUMNS, "wordcloud", "contributions", most=most, numbers=("mentions", "rate"), key=key)
    given = highlighted(frame, "theme", highlight, limit=COLOURS)
    wanted = given or _first_themes(frame)  # whether this report speaks of them or not
    own = _of_report(frame, report)
    shown = own.sort_values(["mentions", "term", "theme"], ascending=[False, True, True], ignore_index=True)
    return compose(
        wordcloud,
        frame,
        lambda frame, pen: Plot(partial(_draw, frame, most, wanted), left=0, right=6, top=_LEGEND, bottom=0),
        texts=partial(_texts, most=most, whole=frame),
        shown=shown,
        options={"report": report, "most": most, "highlight": highlight},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _first_themes(frame: pd.DataFrame) -> list[str]:
    # The first of the codebook: a word has the same colour in every cloud.
    return ((frame.attrs.get("codebook") or {}).get("themes") or sorted(frame["theme"].unique()))[:_COLOURED]


def _of_report(frame: pd.DataFrame, report: str | None) -> pd.DataFrame:
    there = frame["report_id"].unique().tolist()
    if report is None and len(there) > 1:
        raise ChartError(f"chart.wordcloud draws one report and the frame has {len(there)}; name one with report=")
    if report is not None and report not in there:
        raise ChartError(f"report={report!r} is not in the frame; it has {', '.join(there[:5])}")
    return frame[frame["report_id"] == (report or there[0])]


def _chosen(frame: pd.DataFrame, most: int) -> tuple[pd.DataFrame, int]:
    """Return a row for each term of the cloud, and the number of terms that it was chosen from."""
    terms = frame.drop_duplicates("term")
    return terms.head(whole_ranks(terms["mentions"], most)), len(terms)


def _draw(frame: pd.DataFrame, most: int, wanted: list[str], ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    ax.set_axis_off()
    terms, _ = _chosen(frame, most)
    theme_colour = dict(zip(wanted, style.colours(len(wanted)), strict=True))
    lines = _draw_legend(terms, theme_colour, ax, pen)
    colours = {row.term: theme_colour.get(row.theme, style.soft) for row in terms.itertuples()}
    top = 1 - style.small * style.leading * (lines - 1) / pen.extent(ax)[1]
    words = [(row.term, float(row.rate)) for row in terms.itertuples()]
    panel(ax, pen, words, colours, at=(0, 0, _SPLIT, top), gid="word")
    bars = ax.inset_axes((_SPLIT + 0.02, 0, 0.98 - _SPLIT, top))
    said = [number(rate) for rate in terms["rate"]]
    named_bars(bars, pen, terms["term"], terms["rate"], said, list(colours.values()), row=_ROW)


def _draw_legend(terms: pd.DataFrame, colours: dict[str, str], ax: Axes, pen: Pen) -> int:
    """Name the themes in their colours, the first line above the axes, and return how many lines that took.

    Names too long for that are cut to columns of one width, in narrow axes left out; their words keep their colours,
    which are the same whatever the room.
    """
    style, room, gap = pen.style, ax.get_window_extent().width, pen.px(_GAP)
    names = briefly(names_of(terms, "theme", pen.lang))
    names = {theme: names[theme] for theme in colours if theme in names}
    others = ["other themes" if pen.lang == "en" else "其他主题"] * (not set(terms["theme"]) <= set(colours))
    inks = [*(colours[theme] for theme in names), *(style.soft for _ in others)]
    drawn = _named(ax, pen, [*names.values(), *others], inks)
    column = (room + gap) / -(-len(drawn) // _LINES) - gap
    if not (places := _places(drawn, room, gap)) and column > pen.px(_COLUMN):
        for text in drawn:
            text.remove()
        # A little less: in the axes of a caller, letters are set on whole pixels and small type is wider than measured.
        short = cut_apart(names.values(), style.small, 0.95 * column / pen.px(1), bold=True)
        drawn = _named(ax, pen, [*short, *others], inks)
    while drawn and not (places := _places(drawn, room, gap)):
        drawn.pop(max(0, len(drawn) - 1 - len(others))).remove()
    if len(drawn) == len(others):  # of what others, nobody could tell
        drawn.pop().remove()
    for text, (line, x) in zip(drawn, places, strict=False):
        text.xyann = (x * 72 / pen.size.dpi, pen.pt(10 - line * style.small * style.leading))
    return 1 + places[-1][0] if drawn else 1


def _named(ax: Axes, pen: Pen, names: list[str], inks: list[str]) -> list[Annotation]:
    return [
        ax.annotate(
            name, (0, 1), xycoords="axes fraction", xytext=(0, 0), textcoords="offset points", va="baseline",
            fontsize=pen.pt(pen.style.small), fontweight="bold", color=ink, gid="legend", annotation_clip=False,
        )
        for name, ink in zip(names, inks, strict=True)
    ]  # fmt: skip


def _places(drawn: list[Annotation], room: float, gap: float) -> list[tuple[int, float]]:
    """Return the line and the left end of each name of the legend; none where they have no room."""
    places, line, x = [], 0, 0.0
    for text in drawn:
        width = text.get_window_extent().width
        if x and x + width > room:
            line, x = line + 1, 0.0
        places.append((line, x))
        x += width + gap
        if line == _LINES or x - gap > room:
            return []
    return places


def _texts(frame: pd.DataFrame, lang: str, most: int, whole: pd.DataFrame) -> Texts:
    attrs, (terms, total), some = frame.attrs, _chosen(frame, most), terms_left_out(frame)
    of = "" if some else among_themes(whole, lang)
    count, fewest, first = len(terms), int(terms["mentions"].min()), number(terms["rate"].iloc[0])
    per, most_said = provenance.per_line(attrs, lang), leaders(terms["term"], terms["rate"], lang)
    lead = [
        f"{leaders(rows['term'], rows['rate'], lang)}{' ' if lang == 'en' else '各' * (len(rows) > 1)}{number(rate)}"
        for rate, rows in list(terms[terms["rate"] > 0].groupby("rate", sort=False))[:3]
    ]
    where, part = provenance.place_of(attrs, lang), _PARTS[frame["part"].iloc[0]][lang == "en"]
    years = sorted({report["year"] for report in attrs.get("reports", []) if report.get("year")})
    year = str(years[0]) if years else ""
    themes = frame[frame["term"].isin(terms["term"])].groupby("term")["theme"].nunique()
    several = themes[themes > 1].index
    if lang == "en":
        report = " ".join(named for named in (where, year) if named) or "the report"
        ones = "terms" if terms["rate"].eq(terms["rate"].max()).sum() > 1 else "term"
        found, of = "shown" if some else f"found {of}".strip(), f" of the {total} shown" if some else of and f" {of}"
        title = f"{report}, {part}: most frequent codebook {ones}{of and f'{of}:'} {most_said}, {first} {per}"
        title = title if lead else f"{report}, {part}: none of these codebook terms is mentioned"
        least = f"with at least {counted(fewest, 'mention')}"
        subtitle = f"Area of a word: {per}; colour: theme; "
        subtitle += f"of {'the ' * some}{counted(total, 'codebook term')} {found}, the {count} {least}"
        alt = f"Word cloud of the {counted(count, 'codebook term')} {least} in {report}, {part}, "
        alt += f"of {'the ' * some}{total} {found}, the most frequent also as ranked bars, {per}. "
        alt += f"Most frequent: {'; '.join(lead)}." if lead else f"{title}."
        rest = f"The other {total - count} have fewer mentions and are in the data only."
        note = f"Of several themes, with the count and colour of the one that has it most often: {', '.join(several)}."
    else:
        report = f"{where}{year + '年' if year else ''}报告{part}"
        among = f"所示{total}个" if some else of and f"{of}，"
        title = f"{report}：{among}编码表所列词语中最多的是{most_said}，{per}{first}次".replace("提及次数", "")
        title = title if lead else f"{report}没有提及编码表所列词语"
        chosen = f"{'所示' if some else of}编码表词语{total}个，取提及至少{fewest}次的{count}个"
        subtitle = f"字的面积为{per}，颜色为主题；见于其中的{chosen}"
        alt = f"词云与排序条形图：见于{report}的{chosen}，{per}，条形图为其中最多的。"
        alt += f"最多的是{'，'.join(lead)}。" if lead else f"{title}。"
        rest = f"其余{total - count}个提及更少，只见于数据。"
        note = f"属于多个主题、按提及最多的主题计数和着色的词：{'、'.join(several)}。"
    note = sentences(lang, provenance.note_line(attrs, lang), note if len(several) else "")
    return Texts(title, subtitle, note, alt=sentences(lang, alt, rest if total > count else ""))
