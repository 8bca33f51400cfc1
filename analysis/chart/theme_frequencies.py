"""Ranked bars: how much of one report is about what, with the interval of each bar."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.clear import clearly_above, doubt
from analysis.chart.fonts import text_width
from analysis.chart.highlight import highlighted
from analysis.chart.labels import ABOVE, leaders, left_out, within
from analysis.chart.numbers import alike, between, counted, number
from analysis.chart.record import Texts, Words
from analysis.chart.rows import fitting, row_type
from analysis.chart.selection import among_themes
from analysis.chart.uncertainty import whiskers
from analysis.errors import ChartError

_COLUMNS = ("report_id", "theme", "label_zh", "label_en", "rate", "low", "high")
_GAP = 9  # pixels on either side of the column of numbers
_FILL = 0.78  # of a row by its name


def theme_frequencies(
    frame: pd.DataFrame,
    *,
    lang: str = "zh",
    highlight: str | list[str] | None = None,
    title: Words | None = None,
    subtitle: Words | None = None,
    note: Words | None = None,
    source: Words | None = None,
    alt: Words | None = None,
    size: str = "web",
    style: str = "light",
    ax: Axes | None = None,
) -> Figure:
    """Draw the themes of one report as ranked bars with 95% intervals.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.theme_frequencies` with one report.
    lang
        ``"zh"`` or ``"en"``.
    highlight
        Theme ids to colour; the others are grey. Default: all alike.
    title, subtitle, note, source, alt
        Words that replace the computed ones: a text in the language of the figure, or ``{"zh": ..., "en": ...}`` for
        exports in both; a source alone stands in both.
    size
        ``"web"``, ``"square"``, ``"wechat"`` or ``"print"``.
    style
        ``"light"`` or ``"dark"``: the colour of the paper and what stands out from it.
    ax
        Draw into this axes and return its figure: without words around it, on the paper that the axes has, with as
        many rows as can be read on its height. Labels stand around the axes, as ticks do: a figure made with
        ``layout="constrained"`` leaves them room. ``ax.record`` is what the figure would have as its ``record``: the
        data and the words by language, for titles of your own; None where the frame has lost its attrs and no source
        is given.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For a frame with several reports, without rows or without a source.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> themes = measure.theme_frequencies(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> chart.theme_frequencies(themes, lang="en").record.texts.title[:20]
    'Quality of the city '
    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_axes((0.4, 0.1, 0.5, 0.8))
    >>> figure = chart.theme_frequencies(themes, ax=ax)
    >>> len(ax.record.data), ax.record.words["en"].title[:20]
    (6, 'Quality of the city ')
    """
    checked(frame, _COLUMNS, "theme_frequencies", "theme_frequencies", key=("report_id", "theme"))
    if frame["report_id"].nunique() > 1:
        raise ChartError(
            f"chart.theme_frequencies draws one report and the frame has {frame['report_id'].nunique()}; select one, "
            "or draw chart.theme_heatmap"
        )
    wanted = highlighted(frame, "theme", highlight)
    rated = frame[frame["rate"].notna()]
    ranked = rated.sort_values(["rate", "theme"], ascending=[False, True], ignore_index=True)
    return compose(
        theme_frequencies,
        frame,
        partial(_plot, highlight=wanted),
        texts=_texts,
        shown=ranked,
        options={"highlight": highlight},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _plot(frame: pd.DataFrame, pen: Pen, highlight: list[str]) -> Plot:
    themes, room = len(frame), {"top": ABOVE, "bottom": 26}
    wanted = frame["theme"].isin(highlight)
    frame = fitting(frame, pen, wanted, fill=_FILL, around=sum(room.values())).reset_index(drop=True)
    hidden = themes - len(frame)
    labels = within(frame[f"label_{pen.lang}"], pen).tolist()
    widest = max(text_width(label, pen.style.label) for label in labels)
    digits = 0 if frame["rate"].max() >= 100 else None  # alike in one column
    column = max(text_width(number(rate, digits), pen.style.label, bold=True) for rate in frame["rate"]) + 2 * _GAP
    draw = partial(_draw, frame, highlight, labels, column, hidden, digits)
    return Plot(draw, left=widest + column, right=14, **room | ({} if hidden else {"top": 8}))


def _draw(frame, highlight, labels: list[str], column: float, hidden: int, digits, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, grid="x")
    places = list(range(len(frame)))
    length = row_type(ax, pen, len(frame), fill=_FILL)
    colours = [style.bar if not highlight or theme in highlight else style.rest for theme in frame["theme"]]
    ax.barh(places, frame["rate"], height=0.64, color=colours)
    whiskers(ax, pen, frame, places, cap=min(4.0, 0.27 * length))
    for place, rate in zip(places, frame["rate"], strict=True):
        ax.annotate(
            number(rate, digits),
            (0, place),
            xytext=(-pen.pt(_GAP), 0),
            textcoords="offset points",
            ha="right",
            va="center",
            fontsize=pen.pt(length),
            fontweight="bold",
            color=style.ink,
        )
    left_out(ax, pen, hidden)
    ax.set_yticks(places, labels, fontsize=pen.pt(length), color=style.ink)
    ax.tick_params(axis="y", pad=pen.pt(column))
    ax.set_ylim(len(frame) - 0.4, -0.6)
    top = max(frame["high"].max() if frame["low"].notna().any() else 0, frame["rate"].max())
    ax.set_xlim(0, top * 1.02 if top > 0 else 1)


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs, label = frame.attrs, f"label_{lang}"
    first, last = frame.iloc[0], frame.iloc[-1]
    per, banded = provenance.per_line(attrs, lang), frame["low"].notna().any()
    high = f"{number(first['rate'])}{_interval(first, lang)}"
    where, level = _where(frame, lang), alike(first["rate"], last["rate"])
    if lang == "en":
        title = _title_en(frame, where, per)
        subtitle = f"Themes by {per}" + ("; lines show 95% intervals" if banded else "")
        alt = f"Bar chart of {len(frame)} theme{'s' * (len(frame) > 1)} in {where}, {per}. "
        found = f"Highest: {_alike(frame, first, lang)}, {high}." if len(frame) > 1 else f"{first[label]}: {high}."
        alt += found if first["rate"] > 0 else f"{title}."
        alt += "" if level else f" Lowest: {_alike(frame, last, lang)}, {number(last['rate'])}."
    else:
        title = _title_zh(frame, where, per)
        subtitle = f"各主题{per}" + ("；横线为95%区间" if banded else "")
        alt = f"条形图：{where}中{len(frame)}个主题的{per}。"
        found = f"最高为{_alike(frame, first, lang)}{high}" if len(frame) > 1 else f"“{first[label]}”{high}"
        alt += found if first["rate"] > 0 else title
        alt += "。" if level else f"，最低为{_alike(frame, last, lang)}{number(last['rate'])}。"
    return Texts(title, subtitle, provenance.note_line(attrs, lang, intervals=banded), alt=alt)


def _alike(frame: pd.DataFrame, row: pd.Series, lang: str) -> str:
    # The name of a row, and how many have the same rate: one of several is not the highest or the lowest.
    more = int(frame["rate"].map(partial(alike, row["rate"])).sum()) - 1
    if lang == "en":
        return row["label_en"] + (f" and {more} more" if more else "")
    return f"“{row['label_zh']}”" + (f"等{more + 1}个主题" if more else "")


def _standing(frame: pd.DataFrame) -> tuple[list[int], list[int]]:
    # Rows that share the first place, and rows behind them that the first is not clearly above.
    first = frame.iloc[0]
    tied = [i for i, rate in enumerate(frame["rate"]) if alike(rate, first["rate"])]
    near = [i for i in range(len(tied), len(frame)) if not clearly_above(first, frame.iloc[i])]
    return tied, near


def _second(frame: pd.DataFrame, lang: str) -> tuple[str, str]:
    # Who follows the first; and where intervals do not tell how clearly, at which rate and that they are missing.
    first, second, rest = frame.iloc[0], frame.iloc[1], frame.iloc[1:]
    at = {"zh": f"（{number(second['rate'])}）", "en": f" at {number(second['rate'])}"}[lang]
    bare = frame["low"].iloc[:2].isna().any()
    return leaders(rest[f"label_{lang}"], rest["rate"], lang, number), at + doubt(first, second, lang) if bare else ""


def _title_zh(frame: pd.DataFrame, where: str, per: str) -> str:
    names = [f"“{name}”" for name in frame["label_zh"]]
    top, (tied, near) = number(frame["rate"].iloc[0]), _standing(frame)
    if frame["rate"].iloc[0] == 0:
        return f"{where}没有提及所列主题"
    if len(frame) == 1:
        return f"{where}中{names[0]}的{per}为{top}"
    of = among_themes(frame, "zh")
    where = f"{of}，{where}" if of else where
    if len(tied) > 1:
        both = "、".join(names[:2]) + (f"等{len(tied)}个主题" if len(tied) > 2 else "")
        return f"{where}着墨最多的是{both}，并列第一（{top}）"
    rivals = f"{names[near[0]]}等{len(near)}个主题" if len(near) > 1 else names[near[0]] if near else ""
    rivals = f"其余{len(near)}个主题" if len(near) == len(frame) - 1 > 1 else rivals
    second, unmeasured = _second(frame, "zh")
    close = f"，但与{rivals}难分先后" if near and not unmeasured else f"，其次是{second}{unmeasured}"
    return f"{where}着墨最多的是{names[0]}（{top}）{close}"


def _title_en(frame: pd.DataFrame, where: str, per: str) -> str:
    names = frame["label_en"].tolist()
    top, (tied, near) = number(frame["rate"].iloc[0]), _standing(frame)
    if frame["rate"].iloc[0] == 0:
        return f"None of these themes is mentioned in {where}"
    if len(frame) == 1:
        return f"{names[0]}: {top} {per} in {where}"
    of = among_themes(frame, "en")
    of = f"{of[0].upper()}{of[1:]}, " if of else ""
    if len(tied) > 1:
        both = " and ".join(names[:2]) if len(tied) == 2 else f"{names[0]} and {len(tied) - 1} other themes"
        return f"{of}{both} tie for first in {where}, at {top}"
    rivals = names[near[0]] if near else ""
    rivals += f" and {counted(len(near) - 1, 'other theme')}" if len(near) > 1 else ""
    rivals = "any other theme" if len(near) == len(frame) - 1 > 1 else rivals
    second, unmeasured = _second(frame, "en")
    ahead = f", not clearly ahead of {rivals}" if near else f", ahead of {second}"
    close = f", then {second}{unmeasured}" if unmeasured else ahead
    return f"{of}{names[0]} is mentioned most in {where}, at {top}{close}"


def _where(frame: pd.DataFrame, lang: str) -> str:
    place = provenance.place_of(frame.attrs, lang)
    year = "" if "year" not in frame or pd.isna(frame["year"].iloc[0]) else int(frame["year"].iloc[0])
    if lang == "en":
        whose = " of ".join(str(fact) for fact in ("the report", place or year) if fact)
        return f"the {place} report of {year}" if place and year else whose
    return f"{place}{year}年报告" if year else f"{place}报告"


def _interval(row: pd.Series, lang: str) -> str:
    if row["low"] != row["low"]:
        return ""
    reach = between(row["low"], row["high"])
    return f" (95% interval {reach})" if lang == "en" else f"（95%区间{reach}）"
