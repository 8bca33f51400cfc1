"""A concordance as a figure: each occurrence with the text around it, aligned at the term."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.labels import cut, tell_left_out
from analysis.chart.numbers import counted
from analysis.chart.places import report_names
from analysis.chart.record import Texts, Words, of_place

_COLUMNS = ("report_id", "year", "place", "term", "left", "keyword", "right")
_ROW = 23  # pixels a line needs
_GAP = 12


def concordance_table(
    frame: pd.DataFrame,
    *,
    most: int = 20,
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
    """Draw the occurrences of a term in the order of the frame, as many as there is room for.

    The figure shows sentences of the reports: see to it that you may print them.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.concordance` (not side by side). Sort it before, by ``left`` or ``right``, to
        see what the term stands with.
    most
        How many occurrences: the first. How many there are is said.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For a frame of another measure, or without occurrences.

    Examples
    --------
    >>> from analysis import chart, measure
    >>> from analysis.corpus import Corpus, Report
    >>> corpus = Corpus.from_reports([Report(id="a", title="云岭市", place="云岭市", paragraphs=("云岭市稳定就业。",))])
    >>> figure = chart.concordance_table(measure.concordance(corpus, "就业"))
    """
    checked(frame, _COLUMNS, "concordance_table", "concordance", most=most)
    return compose(
        concordance_table,
        frame,
        lambda frame, pen: Plot(partial(_draw, frame, most), left=0, right=0, top=6, bottom=0),
        texts=_texts,
        options={"most": most},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _draw(frame: pd.DataFrame, most: int, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    ax.set_axis_off()
    box = ax.get_window_extent()
    wide = box.width / pen.size.scale
    rows = max(1, min(most, len(frame), int(box.height / pen.px(_ROW))))
    shown = frame.head(rows)
    length = style.label
    names = report_names(frame, pen.lang)[:rows]
    column = max(text_width(name, style.small) for name in names) + _GAP
    term = max(text_width(row.keyword, length, bold=True) for row in shown.itertuples())
    # A little less: in the axes of a caller, letters are set on whole pixels and small type is wider than measured.
    side = (wide - column - term - 2 * _GAP) / 2 / 1.04
    middle = column + side + _GAP + term / 2
    ax.set_xlim(0, wide)
    ax.set_ylim(rows + 1, 0)
    for place, (row, name) in enumerate(zip(shown.itertuples(), names, strict=True)):
        y = place + 0.6
        half = text_width(row.keyword, length, bold=True) / 2 + 4
        text = {"va": "center_baseline", "fontsize": pen.pt(length)}
        ax.text(0, y, name, color=style.soft, gid=f"where-{place}", **text | {"fontsize": pen.pt(style.small)})
        ax.text(
            middle, y, row.keyword, ha="center", color=style.palette[1], fontweight="bold", gid=f"term-{place}", **text
        )
        left = cut(" ".join(row.left.split()), length, side, keep="end")
        right = cut(" ".join(row.right.split()), length, side)
        ax.text(middle - half, y, left, ha="right", color=style.ink, gid=f"left-{place}", **text)
        ax.text(middle + half, y, right, ha="left", color=style.ink, gid=f"right-{place}", **text)
    if len(frame) > rows:
        more = len(frame) - rows
        tell_left_out(pen, more, ("出处", "occurrence"))
        said = f"and {more:,} more" if pen.lang == "en" else f"另有{more:,}处未列出"
        ax.text(0, rows + 0.7, said, va="center", color=style.soft, fontsize=pen.pt(style.small), gid="more")


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs = frame.attrs
    reports, count = frame["report_id"].nunique(), len(frame)
    what = str(attrs.get("what") or frame["term"].iloc[0])
    place = provenance.place_of(attrs, lang)
    if lang == "en":
        times, where = counted(count, "occurrence"), counted(reports, "report")
        title = f"{what}: {times} in {where}"
        subtitle = of_place(place, "each occurrence with the text around it")
        alt = f"Table of {times} of {what} in {where}, each with the text before and after it."
    else:
        title = f"“{what}”：{reports}份报告中出现{count:,}处"
        subtitle = f"{place}报告中每处的上下文"
        alt = f"表格：“{what}”在{reports}份报告中的{count:,}处，每处列出前后文字。"
    return Texts(title, subtitle, provenance.note_line(attrs, lang), alt=alt)
