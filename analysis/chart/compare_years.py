"""A dumbbell for each theme: its rate earlier and later, and whether the change can be printed."""

from functools import partial
from math import ceil

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.labels import highest_and_lowest, leaders, left_out, within
from analysis.chart.numbers import alike, counted, number
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.rows import fitting, row_type
from analysis.chart.verdicts import NAMES, ROBUST, by_chance, change_colour, finding, how_many

_COLUMNS = (
    "theme", "label_zh", "label_en", "rate_earlier", "rate_later", "difference", "log2_ratio", "low", "high", "q",
    "verdict",
)  # fmt: skip
_PANEL, _GAP = 300, 48  # pixels for the ratios, and between them and the rates
_SHARES = 0.44, 0.08  # of the plot for these, at most
_MARKS = 6  # pixels between the marks of ratios
_FILL = 0.72  # of a row by its name
_LONGEST = 36  # characters of a theme's name
_WIDEST = 3.0  # ratios beyond eight to one are cut off at the edge


def compare_years(
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
    """Draw the rate of each theme in two slices, joined by a line, and beside it the ratio with its 95% interval.

    What is not robust is hollow.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.compare_years`.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> changes = measure.compare_years(read.corpus("national"), 2024, 2025, draws=200)
    >>> figure = chart.compare_years(changes, lang="en")
    """
    checked(
        frame,
        _COLUMNS,
        "compare_years",
        "compare_years",
        numbers=("rate_earlier", "rate_later", "difference", "log2_ratio"),
        key=("theme",),
    )
    by = ["difference", "theme"]
    order = frame.sort_values(by, ascending=[False, True], kind="stable", ignore_index=True)
    return compose(
        compare_years,
        frame,
        _plot,
        texts=_texts,
        shown=order,
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _plot(frame: pd.DataFrame, pen: Pen) -> Plot:
    themes, room = len(frame), {"bottom": 26, "top": 26}
    robust, change = frame["verdict"].isin(ROBUST), frame["difference"].abs()
    frame = fitting(frame, pen, robust, change, fill=_FILL, around=sum(room.values()))
    labels = within(frame[f"label_{pen.lang}"], pen, longest=_LONGEST)
    widest = max(text_width(label, pen.style.label) for label in labels)
    draw = partial(_draw, frame, labels.tolist(), themes - len(frame))
    return Plot(draw, left=widest + 12, right=0, **room)


def _draw(frame: pd.DataFrame, labels: list[str], hidden: int, ax: Axes, pen: Pen) -> None:
    # Both panels within the axes: beside those of a caller stand others.
    length, wide = row_type(ax, pen, len(frame), fill=_FILL), ax.get_window_extent().width
    panel, gap = (min(pen.px(own) / wide, share) for own, share in zip((_PANEL, _GAP), _SHARES, strict=True))
    rates = ax.inset_axes((0, 0, 1 - panel - gap, 1))
    ratios = ax.inset_axes((1 - panel, 0, panel, 1), sharey=rates)
    bare(ax, pen)
    ax.set_axis_off()
    _draw_rates(frame, labels, rates, pen, length)
    _draw_ratios(frame, ratios, pen, length)
    left_out(rates, pen, hidden)


def _draw_rates(frame: pd.DataFrame, labels: list[str], ax: Axes, pen: Pen, length: float) -> None:
    style = pen.style
    bare(ax, pen, grid="x")
    for place, row in enumerate(frame.itertuples()):
        colour, face = _colours(row, style)
        ax.plot([row.rate_earlier, row.rate_later], [place, place], color=colour, linewidth=pen.pt(2), zorder=2)
        bar = {"markersize": pen.pt(length), "markeredgewidth": pen.pt(2)}
        ax.plot(row.rate_earlier, place, "|", color=colour, zorder=3, **bar)
        ax.plot(
            row.rate_later, place, "o", markerfacecolor=face, markeredgecolor=colour, markersize=pen.pt(length * 0.66),
            markeredgewidth=pen.pt(1.8), zorder=4, gid=f"later-{row.theme}",
        )  # fmt: skip
    ax.set_yticks(range(len(frame)), labels, fontsize=pen.pt(length), color=style.ink)
    ax.set_ylim(len(frame) - 0.4, -0.6)
    ax.set_xlim(0, max(frame["rate_earlier"].max(), frame["rate_later"].max()) * 1.04 or 1.0)


def _draw_ratios(frame: pd.DataFrame, panel: Axes, pen: Pen, length: float) -> None:
    # On a scale of doublings, so that half and twice stand equally far from no change.
    style = pen.style
    bare(panel, pen, grid="x")
    panel.tick_params(labelleft=False)
    reach = min(_WIDEST, max(1.0, float(frame[["low", "high"]].abs().max(axis=None))) * 1.04)
    for place, row in enumerate(frame.itertuples()):
        colour, face = _colours(row, style)
        panel.plot(
            [row.low, row.high],
            [place, place],
            color=colour,
            linewidth=pen.pt(2),
            zorder=2,
            gid=f"interval-{row.theme}",
        )
        # What lies beyond the scale stands at its end, as an arrow: of an interval the ends that are cut off.
        for end in (row.low, row.high):
            if abs(end) > reach:
                panel.plot(
                    reach if end > 0 else -reach, place, ">" if end > 0 else "<", color=colour, clip_on=False,
                    markersize=pen.pt(length * 0.5), zorder=2, gid=f"beyond-{row.theme}",
                )  # fmt: skip
        beyond = abs(row.log2_ratio) > reach
        mark = "o" if not beyond else ">" if row.log2_ratio > 0 else "<"
        at = min(max(row.log2_ratio, -reach), reach)
        panel.plot(
            at, place, mark, clip_on=not beyond, markerfacecolor=face,
            markeredgecolor=colour, markersize=pen.pt(length * 0.6), markeredgewidth=pen.pt(1.8), zorder=3,
            gid=f"ratio-{row.theme}",
        )  # fmt: skip
    panel.set_xlim(-1.01 * reach, 1.01 * reach)  # the outermost grid lines whole
    panel.axvline(0, color=style.soft, linewidth=pen.pt(1), zorder=1)
    apart = pen.extent(panel)[0] / reach / 2  # a doubling
    step = ceil((text_width("×1/8", style.small) + _MARKS) / apart)
    doublings = [power for power in (-3, -2, -1, 0, 1, 2, 3) if abs(power) <= reach and power % step == 0]
    panel.set_xticks(doublings, [f"×{2**power}" if power >= 0 else f"×1/{2**-power}" for power in doublings])
    said = "ratio" if pen.lang == "en" else "倍数"
    panel.annotate(
        said, (0.5, 1), xycoords="axes fraction", xytext=(0, pen.pt(7)), textcoords="offset points", ha="center",
        va="baseline", fontsize=pen.pt(style.small), color=style.soft,
    )  # fmt: skip


def _colours(row, style) -> tuple[str, str]:
    # Of a mark's edge and of its face: hollow where the change is not robust.
    if row.verdict not in ROBUST:
        return style.soft, style.paper
    colour = change_colour(style, row.difference)
    return colour, colour


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs, per = frame.attrs, provenance.per_line(frame.attrs, lang)
    earlier, later = attrs["earlier"][lang], attrs["later"][lang]
    ends = [highest_and_lowest(frame[f"label_{lang}"], frame[f"rate_{side}"], lang) for side in ("earlier", "later")]
    size = frame["difference"].abs()
    most, name = frame.loc[size.idxmax()], leaders(frame[f"label_{lang}"], size, lang, number)
    sides, verdict = (number(most["rate_earlier"]), number(most["rate_later"])), NAMES[most["verdict"]][lang == "en"]
    alone = sides[0] != sides[1] and size.map(partial(alike, size.max())).sum() == 1
    differ = (frame["rate_earlier"].map(number) != frame["rate_later"].map(number)).any()
    drawn = bool(frame[["low", "high"]].notna().any(axis=None))
    if lang == "en":
        largest = f"{sides[0]} to {sides[1]} ({verdict})" if alone else number(size.max())
        largest = f"Largest difference: {name}, {largest}"
        subtitle = (
            f"Themes by {per}: bar {earlier}, dot {later}; right: ratio{', 95% interval' * drawn}; hollow: not robust"
        )
        said = f"Robust: {'interval without ×1' if drawn else 'clear of chance'}, same way by every rule, denominator "
        said += "and term. Largest rise first."
        alt = (
            f"Dumbbell chart of {counted(len(frame), 'theme')}, {earlier} against {later}, {per}, and the "
            f"ratio{' with its 95% interval' * drawn}. "
            f"{how_many(frame, lang)} "
            f"{largest if differ else 'No theme differs'}. "
            f"In {earlier} {ends[0]}. In {later} {ends[1]}."
        )
    else:
        largest = f"由{sides[0]}到{sides[1]}（{verdict}）" if alone else f"相差{number(size.max())}"
        largest = f"差距最大的是{name}，{largest}"
        marks = f"短线为{earlier}，圆点为{later}；右侧为倍数{'及95%区间' * drawn}；空心为不稳或不明显"
        subtitle = f"各主题{per}：{marks}"
        said = f"明确：{'区间不含1倍' if drawn else '超出偶然'}，且换规则、换分母、去掉任一词后方向不变。按升幅排序。"
        alt = (
            f"哑铃图：{len(frame)}个主题，{earlier}与{later}的{per}，并列倍数{'及95%区间' * drawn}。"
            f"{how_many(frame, lang)}"
            f"{largest if differ else '各主题均无差别'}。{earlier}{ends[0]}。{later}{ends[1]}。"
        )
    note = sentences(lang, provenance.note_line(attrs, lang, intervals=drawn), said, by_chance(frame, lang))
    return Texts(finding(frame, lang), subtitle, note, alt=alt)
