"""Which verbs and degree words govern a term, year by year: a map with the strongest words on top."""

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
from analysis.chart.heat import OVER_MAP, ROW, draw_cells, scale_bar, write_values
from analysis.chart.labels import leaders, leading, left_out
from analysis.chart.numbers import counted
from analysis.chart.record import Texts, Words
from analysis.chart.rows import fitting
from analysis.chart.years import label_years, one_report_a

_COLUMNS = ("report_id", "year", "term", "word", "strength", "times", "clauses")
_LEGEND, _UNDER = 34, 26  # pixels over the map for its scale, and under it for the years


def wording(
    frame: pd.DataFrame,
    *,
    most: int = 16,
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
    """Draw how often each governing word stands before a term in each year, strong words above cautious ones.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.wording`, with one report a year.
    most
        How many words: those that lead the first and the last year, which the title names, then the most frequent.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For two reports of one year, or a report without one.

    Examples
    --------
    >>> from analysis import chart, measure
    >>> from analysis.corpus import Corpus, Report
    >>> lines = {2024: "稳步推进改革。", 2025: "加快推进改革，坚决推进改革。"}
    >>> reports = [Report(id=f"a-{y}", title="", year=y, place="云岭市", paragraphs=(t,)) for y, t in lines.items()]
    >>> figure = chart.wording(measure.wording(Corpus.from_reports(reports), "改革"))
    """
    checked(frame, _COLUMNS, "wording", "wording", most=most, numbers=("times",))
    one_report_a("year", frame, "wording", "word")
    return compose(
        wording,
        frame,
        partial(_plot, most=most),
        texts=partial(_texts, most=most),
        options={"most": most},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _ends(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the rows of the first and of the last year."""
    return [frame[frame["year"] == year].sort_values("word") for year in (frame["year"].min(), frame["year"].max())]


def _told(frame: pd.DataFrame) -> set[str]:
    # What the title names is drawn, however rare in other years.
    return {word for rows in _ends(frame) for word in leading(rows["word"], rows["times"])}


def _count(frame: pd.DataFrame, most: int) -> int:
    return min(max(most, len(_told(frame))), frame["word"].nunique())


def _table(frame: pd.DataFrame, pen: Pen, most: int) -> pd.DataFrame:
    # Words by years; a year whose report has the term without a governing word of these is 0, one without it missing.
    totals = frame.groupby("word").agg(times=("times", "sum"), strength=("strength", "max")).reset_index()
    told = _told(frame)
    order = totals.assign(told=totals["word"].isin(told)).sort_values(
        ["told", "times", "word"], ascending=[False, False, True], kind="stable"
    )
    kept = order.head(_count(frame, most))
    kept = kept.sort_values(["strength", "times"], ascending=[False, False], kind="stable", na_position="last")
    kept = fitting(kept, pen, kept["told"], kept["times"], fill=ROW, around=_LEGEND + _UNDER)
    table = frame.pivot_table(index="word", columns="year", values="times", aggfunc="sum", fill_value=0)
    return table.loc[kept["word"]].set_axis([_named(row) for row in kept.itertuples()])


def _named(row) -> str:
    return f"{row.word} {'●' * int(row.strength)}" if pd.notna(row.strength) else row.word


def _plot(frame: pd.DataFrame, pen: Pen, most: int) -> Plot:
    table = _table(frame, pen, most)
    left = max(text_width(name, pen.style.label) for name in table.index) + 12
    hidden = _count(frame, most) - len(table)
    return Plot(partial(_draw, table, hidden), left=left, right=4, top=_LEGEND, bottom=_UNDER)


def _draw(table: pd.DataFrame, hidden: int, ax: Axes, pen: Pen) -> None:
    bare(ax, pen)
    years = [int(year) for year in table.columns]
    edges = np.arange(min(years), max(years) + 2)
    cells = table.rename(columns=int).reindex(columns=edges[:-1]).to_numpy(dtype=float)
    top = max(1.0, float(np.nanmax(cells)))
    colours, absent = draw_cells(ax, pen, cells, edges, table.index, top=top, type_size=pen.style.label)
    label_years(ax, pen, years, shift=0.5)
    write_values(ax, pen, np.where(cells > 0, cells, np.nan), float(edges[0]), top, colours)
    said = "times" if pen.lang == "en" else "次数"
    scale_bar(ax, pen, colours, top, said, beyond=False, absent=absent)
    left_out(ax, pen, hidden, what=("词", "word"), **OVER_MAP)


def _texts(frame: pd.DataFrame, lang: str, most: int) -> Texts:
    attrs, term = frame.attrs, frame["term"].iloc[0]
    first, last = int(frame["year"].min()), int(frame["year"].max())
    lead, one = [leaders(rows["word"], rows["times"], lang) for rows in _ends(frame)], first == last
    clauses = int(frame.drop_duplicates("report_id")["clauses"].sum())
    words, whole = _count(frame, most), frame["word"].nunique()
    if lang == "en":
        title = f"What governs {term}: {lead[0]} in {first}{'' if one else f', {lead[1]} in {last}'}"
        subtitle = f"Times a verb or degree word stands before {term} in its clause; dots: strength, 1 to 5"
        of = f"{words:,} of " * (words < whole) + counted(whole, "word")
        alt = f"Map of {of} {f'in {first}' if one else f'by year, {first} to {last}'}, before {term} in "
        alt += f"{counted(clauses, 'clause')}. Most frequent{'' if one else f' in {first}'}: {lead[0]}"
        alt += "." if one else f"; in {last}: {lead[1]}."
    else:
        most_said = f"最多的是{lead[0]}" if one else f"{first}年最多的是{lead[0]}，{last}年是{lead[1]}"
        title = f"“{term}”前面的词：{f'{first}年' * one}{most_said}"
        subtitle = f"同一小句中“{term}”之前的动词与程度词的次数；圆点为语气强度（1至5）"
        of = f"{whole:,}个动词与程度词" + f"中{words:,}个" * (words < whole)
        alt = f"热力图：{first}{'' if one else f'至{last}'}年{clauses:,}个含“{term}”的小句中，{of}的次数。{most_said}。"
    return Texts(title, subtitle, provenance.note_line(attrs, lang), alt=alt)
