"""A bump chart: the rank of each theme year after year, some followed in colour, the rest grey."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import LEADING, End, bare, label_ends
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.clear import apart, doubt
from analysis.chart.fonts import text_width
from analysis.chart.highlight import COLOURS, highlighted, left_to_chart
from analysis.chart.labels import ABOVE, briefly, leaders, left_out, names_of, within
from analysis.chart.lines import plot_runs
from analysis.chart.numbers import counted
from analysis.chart.record import Texts, Words, of_place, sentences
from analysis.chart.selection import themes_left_out
from analysis.chart.uncertainty import bar
from analysis.chart.years import extremes, label_years, one_line
from analysis.errors import ChartError

_COLUMNS = ("year", "theme", "label_zh", "label_en", "rank")
_STEM = 14  # pixels between the end of a line and its label


def rank_change(
    frame: pd.DataFrame,
    *,
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
    """Draw the rank of each theme over the years of one place; years without a report are gaps.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.priority_ranks`. Themes that share a rank meet; what is highlighted shows
        the 95% interval of its rank in the first and the last year.
    highlight
        Up to eight theme ids. Default: the theme that gained most ranks from the first year to the last and the one
        that lost most, of those whose intervals in the two years do not overlap where there are such.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For fewer than two years, two reports of one year or of two places, an unknown theme, or more themes than
        colours.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> ranks = measure.priority_ranks(read.corpus("national").select(year=range(2013, 2026)), draws=100)
    >>> figure = chart.rank_change(ranks, highlight=["employment", "digital"], lang="en")
    """
    checked(frame, _COLUMNS, "rank_change", "priority_ranks")
    one_line(frame, "rank_change", "theme")
    frame = frame.sort_values(["year", "theme"], ignore_index=True)
    if frame["year"].nunique() < 2:
        raise ChartError("chart.rank_change needs at least two years; for one report draw chart.theme_frequencies")
    wanted = highlighted(frame, "theme", highlight, default=_movers(frame), limit=COLOURS)
    return compose(
        rank_change,
        frame,
        partial(_plot, wanted=wanted),
        texts=partial(_texts, wanted=wanted, picked=left_to_chart(highlight)),
        options={"highlight": highlight},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _movers(frame: pd.DataFrame) -> list[str]:
    # The theme that gained most ranks between the first and the last year, and the one that lost most.
    moves = _moves(frame)
    gained = pd.Series({theme: one["rate"] - other["rate"] for theme, (one, other) in moves.items()})
    clear = [apart(one, other) for one, other in moves.values()]
    gained = gained[clear if any(clear) else gained.notna()]
    found = [theme for theme, ranks in ((gained.idxmax(), gained.max()), (gained.idxmin(), -gained.min())) if ranks > 0]
    return found or list(moves)[:1]


def _moves(frame: pd.DataFrame) -> dict[str, tuple[dict, dict]]:
    """Return for each theme its rank in the first and the last year, each with its interval."""
    named = {"rank": "rate", "rank_low": "low", "rank_high": "high"}
    table = frame.set_index("theme").reindex(columns=["year", *named]).rename(columns=named).sort_index()
    first, last = (
        table[table["year"] == year].drop(columns="year").astype(float).reindex(table.index.unique())
        for year in (table["year"].min(), table["year"].max())
    )
    return dict(zip(first.index, zip(first.to_dict("records"), last.to_dict("records"), strict=True), strict=True))


def _plot(frame: pd.DataFrame, pen: Pen, wanted: list[str]) -> Plot:
    names = within(names_of(frame, "theme", pen.lang), pen, longest=24, share=0.27)
    widest = max(text_width(f"{name} 22", pen.style.label, bold=True) for name in names) + _STEM + 6
    room = {"top": 6, "bottom": 26}
    hidden = 0 if _type(frame, pen, pen.inside(around=sum(room.values()))[1]) >= pen.least else len(names) - len(wanted)
    draw = partial(_draw, frame, names, wanted, hidden)
    return Plot(draw, left=widest, right=widest, **room | ({"top": ABOVE} if hidden else {}))


def _type(frame: pd.DataFrame, pen: Pen, height: float) -> float:
    # Ties share a rank: the number of labels must find room as well as the ranks.
    ends = frame[frame["year"].isin([frame["year"].min(), frame["year"].max()]) & frame["rank"].notna()]
    most = max(ends.groupby("year").size().max(), 1)
    return min(pen.style.label, 0.8 * height / (frame["rank"].max() + 0.2), height / most / LEADING)


def _draw(frame: pd.DataFrame, names: pd.Series, wanted: list[str], hidden: int, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    years = frame["year"].astype(int)
    lowest = float(frame["rank"].max())
    ax.set_xlim(years.min(), years.max())
    ax.set_ylim(lowest + 0.6, 0.4)
    ax.set_yticks([])
    colours = dict(zip(wanted, style.colours(len(wanted)), strict=True))
    for theme, rows in frame.groupby("theme", sort=False):
        own = colours.get(theme)
        plot_runs(
            ax, pen, rows.dropna(subset=["rank"]), "rank", dot=5 if own else 3, color=own or style.rest,
            linewidth=pen.pt(2.8 if own else 1), alpha=1 if own else 0.55, zorder=3 if own else 1,
            solid_joinstyle="round", clip_on=False, gid=f"rank-{theme}",
        )  # fmt: skip
    across = (years.max() - years.min()) / ax.get_window_extent().width
    label_years(ax, pen, years)
    _whiskers(ax, pen, frame, colours, across)
    left_out(ax, pen, hidden, what=("主题名", "theme name"))
    # Where not all names have room those of the coloured lines stand alone, and large.
    named = frame[frame["theme"].isin(wanted)] if hidden else frame
    length = style.label if hidden else _type(frame, pen, pen.extent(ax)[1])
    for side, year, form in ((0, years.min(), "{name} {rank}"), (1, years.max(), "{rank} {name}")):
        ends = [
            End(year, row.rank, form.format(name=names[row.theme], rank=f"{row.rank:g}"), 
                colours.get(row.theme, style.soft), f"end-{side}-{row.theme}", row.theme in colours)
            for row in named[(named["year"] == year) & named["rank"].notna()].itertuples()
        ]  # fmt: skip
        label_ends(ax, pen, ends, at=year, side=1 if side else -1, stem=_STEM, length=length)


def _whiskers(ax: Axes, pen: Pen, frame: pd.DataFrame, colours: dict[str, str], across: float) -> None:
    # Intervals at both ends, side by side: bands over all years would hide each other.
    if not _has_intervals(frame):
        return
    for year, inward in ((frame["year"].min(), 1), (frame["year"].max(), -1)):
        rows = frame[(frame["year"] == year) & frame["theme"].isin(list(colours)) & frame["rank_low"].notna()]
        for number, row in enumerate(rows.itertuples()):
            x = float(year) + inward * across * pen.px(5 + 6 * number)
            bar(
                ax, pen, x, float(row.rank_low), float(row.rank_high), colour=colours[row.theme], width=3, shade=0.35,
                gid=f"interval-{year}-{row.theme}",
            )  # fmt: skip


def _has_intervals(frame: pd.DataFrame) -> bool:
    return "rank_low" in frame and bool(frame["rank_low"].notna().any())


def _texts(frame: pd.DataFrame, lang: str, wanted: list[str], picked: bool) -> Texts:
    attrs, label = frame.attrs, f"label_{lang}"
    names = briefly(names_of(frame, "theme", lang))
    moved = _moves(frame)
    first, last = int(frame["year"].min()), int(frame["year"].max())
    place = provenance.place_of(attrs, lang)
    at = [frame[(frame["year"] == year) & (frame["rank"] == 1)] for year in (first, last)]
    lead = [leaders(rows[label], rows["rank"], lang) for rows in at if len(rows)]
    moves = [_move(names[theme], *moved[theme], lang) for theme in wanted]
    years, themes = frame["year"].nunique(), frame["theme"].nunique()
    some = themes_left_out(frame)
    if lang == "en":
        of = counted(themes, "theme")
        title = f"{first} to {last}: {'; '.join(moves[:3])}"
        among = " among all themes measured" if some else ""
        subtitle = of_place(place, f"rank of {of}{among} by {provenance.per_line(attrs, 'en')}; 1: most mentioned")
        subtitle += "; bars at the ends: 95% intervals" if _has_intervals(frame) else ""
        alt = f"Bump chart of the ranks of {of}{among} in {counted(years, 'report')}, {first} to {last}. "
        alt += f"{'; '.join(_with_extremes(frame, wanted, moves, lang))}."
        alt += f" First in {first}: {lead[0]}; in {last}: {lead[1]}." if len(lead) == 2 else ""
    else:
        title = f"{first}年至{last}年：{'；'.join(moves[:3])}"
        among = "在全部主题中" if some else ""
        subtitle = f"{place}报告{themes}个主题按{provenance.per_line(attrs, 'zh')}{among}的名次，1为最多"
        subtitle += "；两端竖条为95%区间" if _has_intervals(frame) else ""
        alt = f"名次图：{first}至{last}年{years}份报告中{themes}个主题{among}的名次。"
        alt += f"{'；'.join(_with_extremes(frame, wanted, moves, lang))}。"
        alt += f"{first}年居首的是{lead[0]}，{last}年是{lead[1]}。" if len(lead) == 2 else ""
    line = provenance.note_line(attrs, lang, intervals=_has_intervals(frame))
    rule = _rule([moved[theme] for theme in wanted], lang) if picked and len(wanted) < themes else ""
    return Texts(title, subtitle, sentences(lang, line, rule), alt=alt)


def _with_extremes(frame: pd.DataFrame, wanted: list[str], moves: list[str], lang: str) -> list[str]:
    """Return the moves, each with the highest and the lowest rank, where there are years between the first and last."""
    if frame["year"].nunique() < 3:
        return moves
    told = []
    for theme, move in zip(wanted, moves, strict=True):
        own = frame[(frame["theme"] == theme) & frame["rank"].notna()]
        (worst, low), (best, high) = extremes(own["year"], own["rank"], "{:g}".format, lang) or (("", ""), ("", ""))
        said = {
            "en": f", highest {high} in {best}, lowest {low} in {worst}",
            "zh": f"，最高第{high}（{best}年），最低第{low}（{worst}年）",
        }
        told.append(move + said[lang] * bool(best))
    return told


def _rule(moves: list[tuple[dict, dict]], lang: str) -> str:
    """Return why the chart itself named these themes; nothing where none moved."""
    if all(first["rate"] == last["rate"] for first, last in moves):
        return ""
    clear = all(apart(first, last) for first, last in moves)
    if lang == "en":
        those = "are the largest rise and the largest fall" if len(moves) > 1 else "is the largest movement"
        return f"Named {those} of rank{' whose intervals at both ends stand apart' * clear}."
    return f"标名的是{'两端区间不重叠的主题中' * clear}名次升降最大的。"


def _move(name: str, first: dict, last: dict, lang: str) -> str:
    # A rank that a year lacks is a dash.
    start, end = (f"{row['rate']:g}" if row["rate"] == row["rate"] else "–" for row in (first, last))
    unclear = "" if "–" in (start, end) else doubt(first, last, lang)
    if lang == "en":
        return f"{name} stays at {end}" if start == end else f"{name} from rank {start} to {end}{unclear}"
    return f"“{name}”仍居第{end}" if start == end else f"“{name}”由第{start}到第{end}{unclear}"
