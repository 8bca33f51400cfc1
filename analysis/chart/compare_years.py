"""A dumbbell for each theme: its rate earlier and later, and whether the change can be printed."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, checked, compose, source_of
from analysis.chart.fonts import text_width
from analysis.chart.numbers import number
from analysis.chart.record import HouseFigure, Texts, Words

_COLUMNS = ("theme", "label_zh", "label_en", "rate_earlier", "rate_later", "ratio", "verdict")
_VERDICTS = {
    "robust rise": ("明确上升", "robust rise"),
    "robust fall": ("明确下降", "robust fall"),
    "fragile": ("变化不稳", "fragile"),
    "no clear change": ("无明显变化", "no clear change"),
}


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
) -> HouseFigure:
    """Draw the rate of each theme in two slices, joined by a line; changes that are not robust are hollow.

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
    checked(frame, _COLUMNS, "compare_years", "compare_years")
    order = frame.assign(change=frame["difference"].abs()).sort_values(
        ["difference", "theme"], ascending=[False, True], kind="stable", ignore_index=True
    )
    order.attrs = frame.attrs
    given = {"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt}
    return compose(
        "compare_years",
        order,
        partial(_plot, order),
        texts=partial(_texts, order, source),
        lang=lang,
        size=size,
        style=style,
        ax=ax,
        given=given,
        redraw=partial(compare_years, frame, style=style, **given),
    )


def _plot(frame: pd.DataFrame, pen: Pen) -> Plot:
    labels = frame[f"label_{pen.lang}"]
    widest = max(text_width(label, pen.style.label) for label in labels)
    return Plot(partial(_draw, frame, labels.tolist()), left=widest + 12, right=66, bottom=26, top=26)


def _draw(frame: pd.DataFrame, labels: list[str], ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, grid="x")
    length = min(style.label, 0.72 * ax.get_window_extent().height / max(len(frame), 4) / pen.size.scale)
    for place, row in enumerate(frame.itertuples()):
        robust = row.verdict.startswith("robust")
        colour = style.palette[1] if row.difference > 0 else style.palette[0]
        colour = colour if robust else style.soft
        ax.plot([row.rate_earlier, row.rate_later], [place, place], color=colour, linewidth=pen.pt(2), zorder=2)
        bar = {"markersize": pen.pt(length), "markeredgewidth": pen.pt(2)}
        ax.plot(row.rate_earlier, place, "|", color=colour, zorder=3, **bar)
        face = colour if robust else style.paper
        ax.plot(
            row.rate_later, place, "o", markerfacecolor=face, markeredgecolor=colour, markersize=pen.pt(length * 0.66),
            markeredgewidth=pen.pt(1.8), zorder=4, gid=f"later-{row.theme}",
        )  # fmt: skip
        end = max(row.rate_earlier, row.rate_later)
        said = f"{row.ratio:.2f}×" if row.ratio == row.ratio else "–"
        ax.annotate(
            said, (end, place), xytext=(pen.pt(9), 0), textcoords="offset points", va="center",
            fontsize=pen.pt(length * 0.9), color=style.ink if robust else style.soft,
        )  # fmt: skip
    ax.set_yticks(range(len(frame)), labels, fontsize=pen.pt(length), color=style.ink)
    ax.set_ylim(len(frame) - 0.4, -0.6)
    ax.set_xlim(0, max(frame["rate_earlier"].max(), frame["rate_later"].max()) * 1.04)


def _texts(frame: pd.DataFrame, source: Words | None, lang: str) -> Texts:
    attrs = frame.attrs
    label = f"label_{lang}"
    earlier, later = attrs["earlier"][lang], attrs["later"][lang]
    rises, falls = (frame[frame["verdict"] == verdict] for verdict in ("robust rise", "robust fall"))
    most = frame.loc[frame["difference"].abs().idxmax()]
    sides = (number(most["rate_earlier"]), number(most["rate_later"]))
    if lang == "en":
        found = [f"{'; '.join(side[label])} {verb}" for side, verb in ((rises, "rose"), (falls, "fell")) if len(side)]
        title = f"{earlier} to {later}: {', '.join(found) or 'no theme clearly rose or fell'}"
        subtitle = (
            f"Themes by {provenance.per_line(attrs, 'en')}: bar {earlier}, dot {later}; hollow: not robust; ×: ratio"
        )
        alt = (
            f"Dumbbell chart of {len(frame)} themes, {earlier} against {later}, {provenance.per_line(attrs, 'en')}. "
            f"{len(rises)} robust rises, {len(falls)} robust falls. Largest difference: {most[label]}, "
            f"{sides[0]} to {sides[1]} ({_VERDICTS[most['verdict']][1]})."
        )
    else:
        sides_zh = ((rises, "明确上升"), (falls, "明确下降"))
        found = [f"{'、'.join(side[label])}{verb}" for side, verb in sides_zh if len(side)]
        title = f"{earlier}到{later}：{'，'.join(found) or '没有主题明确升降'}"
        marks = f"短线为{earlier}，圆点为{later}；空心为不稳或不明显；×为倍数"
        subtitle = f"各主题{provenance.per_line(attrs, 'zh')}：{marks}"
        alt = (
            f"哑铃图：{len(frame)}个主题，{earlier}与{later}的{provenance.per_line(attrs, 'zh')}。"
            f"明确上升{len(rises)}个，明确下降{len(falls)}个。差距最大的是“{most[label]}”，"
            f"由{sides[0]}到{sides[1]}（{_VERDICTS[most['verdict']][0]}）。"
        )
    return Texts(title, subtitle, provenance.note_line(attrs, lang), source_of(frame, lang, source), alt)
