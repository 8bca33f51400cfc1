"""Three columns of phrases: new this year, back after years of silence, and gone since the last report."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.labels import cut, leaders, tell_left_out
from analysis.chart.numbers import be, counted
from analysis.chart.record import Texts, Words, of_place, sentences
from analysis.errors import ChartError

_COLUMNS = ("phrase", "status", "mentions", "last_year", "themes")
_NAMES = {"new": ("首次出现", "new"), "back": ("重新出现", "back"), "gone": ("不再出现", "gone")}
_OPEN = "○"  # a phrase that no theme of the codebook covers
_BETWEEN = 28  # pixels between the columns
_COUNTS = 0.86  # type of the counts, of that of the phrases


def new_gone_back(
    frame: pd.DataFrame,
    *,
    most: int = 14,
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
    """List the phrases that are new in a report, back after years, and gone, with how often each is said.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.new_gone_back`.
    most
        How many phrases a column: the most frequent, and of those that are back the longest silent first.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        Where no row has one of the three.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> phrases = measure.new_gone_back(read.corpus("national"), 2025)
    >>> figure = chart.new_gone_back(phrases, lang="en")
    """
    checked(frame, _COLUMNS, "new_gone_back", "new_gone_back", most=most, numbers=("mentions",))
    if not _there(frame):
        raise ChartError("chart.new_gone_back: no phrase is new, back or gone; draw the frame of measure.new_gone_back")
    frame = frame.sort_values(["status", "mentions", "phrase"], ascending=[True, False, True], ignore_index=True)
    return compose(
        new_gone_back,
        frame,
        lambda frame, pen: Plot(partial(_draw, frame, most), left=0, right=0, top=34, bottom=0),
        texts=_texts,
        options={"most": most},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _there(frame: pd.DataFrame) -> list[str]:
    """Return the statuses to tell of: of one without rows the frame does not say whether there are none."""
    return [status for status in _NAMES if (frame["status"] == status).any()]


def _column(frame: pd.DataFrame, status: str, most: int) -> pd.DataFrame:
    rows = frame[frame["status"] == status]
    by = ["last_year", "mentions", "phrase"] if status == "back" else ["mentions", "phrase"]
    rising = [True, False, True] if status == "back" else [False, True]
    return rows.sort_values(by, ascending=rising, kind="stable").head(most)


def _tied(frame: pd.DataFrame, status: str, lang: str) -> str:
    """Return the phrases that lead a list: the most said, of those back the longest silent."""
    rows = frame[frame["status"] == status]
    by = rows["last_year"].astype(float) * -1 if status == "back" else rows["mentions"]
    return leaders(rows["phrase"], by, lang)


def _said(row, status: str, lang: str) -> str:
    times = f"{row.mentions}"
    if status == "back":
        year = int(row.last_year)
        times = f"{times}, last in {year}" if lang == "en" else f"{times}，上次{year}年"
    return f"{row.phrase} {times}"


def _draw(frame: pd.DataFrame, most: int, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, ticks=False)
    ax.set_xlim(0, 1)
    ax.set_ylim(1, 0)
    width, height = pen.extent(ax)
    colours = dict(zip(_NAMES, (style.palette[1], style.palette[4], style.palette[0]), strict=True))
    columns = {status: _column(frame, status, most) for status in _there(frame)}
    wide = width / len(_NAMES) - _BETWEEN
    # As large as the widest phrase allows and can be read, and as many rows.
    said = [f"{_said(row, status, pen.lang)} {_OPEN}" for status, rows in columns.items() for row in rows.itertuples()]
    length = min(style.label, 0.98 * wide * style.label / max((text_width(s, style.label) for s in said), default=1))
    length = max(length, pen.least / _COUNTS)
    rows = max(1, min(most, int(height / (length * 1.5))))
    hidden = len(frame) - sum(min(rows, len(found)) for found in columns.values())
    if hidden:
        tell_left_out(pen, hidden, ("提法", "phrase"))
    for nth, (status, found) in enumerate(columns.items()):
        x = nth / len(_NAMES)
        total = int((frame["status"] == status).sum())
        head = f"{_NAMES[status][pen.lang == 'en']} {total}"
        ax.annotate(
            head, (x, 1), xycoords="axes fraction", xytext=(0, pen.pt(12)), textcoords="offset points", va="baseline",
            fontsize=pen.pt(style.label * 1.1), color=colours[status], fontweight="bold",
        )  # fmt: skip
        if more := total - min(rows, len(found)):
            said = f"{more:,} more not shown" if pen.lang == "en" else f"另有{more:,}个未列出"
            room = wide - text_width(head, style.label * 1.1, bold=True) - 8
            said = said if text_width(said, style.small) <= room else f"+{more:,}"
            ax.annotate(
                said, (x + wide / width, 1), xycoords="axes fraction", xytext=(0, pen.pt(12)), va="baseline",
                textcoords="offset points", ha="right", fontsize=pen.pt(style.small), color=style.soft,
                gid=f"left-out-{status}",
            )  # fmt: skip
        ax.plot(
            [x, x + wide / width],
            [0, 0],
            color=colours[status],
            linewidth=pen.pt(2),
            clip_on=False,
        )
        for place, row in enumerate(found.head(rows).itertuples()):
            y = (place + 0.62) / rows
            small = {"va": "center_baseline", "fontsize": pen.pt(length), "gid": f"{status}-{place}"}
            rest = _said(row, status, pen.lang).removeprefix(row.phrase).strip() + ("" if row.themes else f" {_OPEN}")
            phrase = cut(row.phrase, length, wide - text_width(rest, _COUNTS * length) - 5)
            ax.text(x, y, phrase, color=style.ink, **small)
            after = (1.015 * text_width(phrase, length) + 5) / width
            ax.text(x + after, y, rest, color=style.soft, **small | {"fontsize": pen.pt(length * _COUNTS)})


def _at_least(attrs: dict, lang: str) -> str:
    minimum = attrs["gone_minimum"]
    if minimum == 1:
        return ""
    return f" at least {minimum} times" if lang == "en" else f"（至少{minimum}次）"


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs, there = frame.attrs, _there(frame)
    year, place = attrs["year"], provenance.place_of(attrs, lang)
    counts = {status: int((frame["status"] == status).sum()) for status in there}
    tied = {status: _tied(frame, status, lang) for status in there}
    uncovered = int((frame["themes"] == "").sum())
    if lang == "en":
        title = f"{year}: {_title_en(frame, there[0], tied[there[0]])}"
        subtitle = of_place(place, f"phrases of the lexicon and how often they are said; {_OPEN}: no theme covers it")
        means = {"new": "in none before", "back": "not in the report before", "gone": "in the report before"}
        means["gone"] += _at_least(attrs, lang)
        said = "; ".join(f"{status}: {means[status]}" for status in there)
        said = f"{said[0].upper()}{said[1:]}. {uncovered} {be(uncovered)} covered by no theme."
        alt = f"{('One list', 'Two lists', 'Three lists')[len(there) - 1]} of phrases for {year}: "
        alt += f"{', '.join(f'{count} {status}' for status, count in counts.items())}. "
        first = {"new": "most said of the new", "back": "longest silent of those back", "gone": "most said of the gone"}
        lead = "; ".join(f"{first[status]}: {tied[status]}" for status in there)
        alt += f"{lead[0].upper()}{lead[1:]}."
    else:
        title = f"{year}年{_title_zh(frame, there[0], tied[there[0]])}"
        subtitle = f"{place}报告：词典中的提法及次数；{_OPEN}为没有主题覆盖的提法"
        means = {"new": "此前各份均无", "back": "上一份没有", "gone": f"上一份有{_at_least(attrs, lang)}"}
        said = "；".join(f"{_NAMES[status][0]}：{means[status]}" for status in there)
        said += f"。其中{uncovered}个没有主题覆盖。"
        alt = f"{'一两三'[len(there) - 1]}栏词表：{year}年"
        alt += f"{'、'.join(f'{_NAMES[status][0]}{count}个' for status, count in counts.items())}提法。"
        first = {"new": "首次出现中最多的是", "back": "沉寂最久后重新出现的是", "gone": "不再出现中最多的是"}
        alt += "，".join(f"{first[status]}{tied[status]}" for status in there) + "。"
    return Texts(title, subtitle, sentences(lang, provenance.note_line(attrs, lang), said), alt=alt)


def _title_en(frame: pd.DataFrame, status: str, lead: str) -> str:
    times = frame.loc[frame["status"] == status, "mentions"]
    if len(times) == 1:
        return f"{lead} is {status}"
    before = " before" if status == "gone" else ""
    most = f"said most{before} ({counted(times.max(), 'time')}): {lead}"
    most = f"each said {counted(times.max(), 'time')}{before}" if times.nunique() == 1 else most
    return f"{len(times)} phrases are {status}; {f'longest silent: {lead}' if status == 'back' else most}"


def _title_zh(frame: pd.DataFrame, status: str, lead: str) -> str:
    times = frame.loc[frame["status"] == status, "mentions"]
    if len(times) == 1:
        return f"{_NAMES[status][0]}{lead}"
    before = "上一份" if status == "gone" else ""
    most = f"{before}各{times.max()}次" if times.nunique() == 1 else f"{before}最多的（{times.max()}次）是{lead}"
    return f"{_NAMES[status][0]}{len(times)}个提法，{f'沉寂最久的是{lead}' if status == 'back' else most}"
