"""Where in the report each theme stands: a mark for every mention, from the first character to the last."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.highlight import COLOURS, highlighted
from analysis.chart.labels import left_out, within
from analysis.chart.numbers import counted, percent
from analysis.chart.record import Texts, Words, of_place, sentences
from analysis.chart.rows import fitting, row_type
from analysis.errors import ChartError

_COLUMNS = ("report_id", "theme", "label_zh", "label_en", "term", "part", "position")
_FILL = 0.78  # of a row by its name
_PARTS = {"review": ("回顾", "review"), "plan": ("部署", "plan")}


def dispersion(
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
    """Draw where in one report every mention of each theme stands; themes that come early are on top.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.positions` with one report, whole (``part="all"``) or a half of it.
    highlight
        Theme ids to colour; the others are grey. Default: all alike. Where not all have room, those are drawn and the
        most frequent.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For several reports, or an unknown theme.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> where = measure.positions(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> figure = chart.dispersion(where, lang="en")
    """
    checked(frame, _COLUMNS, "dispersion", "positions", numbers=("position",))
    if frame["report_id"].nunique() > 1:
        raise ChartError(
            f"chart.dispersion draws one report and the frame has {frame['report_id'].nunique()}; select one"
        )
    frame = frame.sort_values(["position", "theme"], ignore_index=True)
    wanted = highlighted(frame, "theme", highlight, limit=COLOURS)
    return compose(
        dispersion,
        frame,
        partial(_plot, wanted=wanted),
        texts=_texts,
        options={"highlight": highlight},
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _order(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the themes by the place of their middle mention, with how many they have."""
    found = frame.groupby("theme", sort=True)["position"].agg(["median", "size"])
    names = frame.drop_duplicates("theme").set_index("theme")[["label_zh", "label_en"]]
    return found.join(names).sort_values("median", kind="stable")


def _often(order: pd.DataFrame) -> pd.DataFrame:
    # Where half of a few scattered mentions stand says little: a title takes themes with no fewer than most have.
    return order[order["size"] >= order["size"].median()]


def _plot(frame: pd.DataFrame, pen: Pen, wanted: list[str]) -> Plot:
    order = _order(frame)
    themes, room = len(order), {"top": 24, "bottom": 28}
    told = order.index.isin(_often(order).index[[0, -1]])  # the title names them
    order = fitting(order, pen, order.index.isin(wanted), told, order["size"], fill=_FILL, around=sum(room.values()))
    labels = within(order[f"label_{pen.lang}"], pen, longest=36)
    left = max(text_width(label, pen.style.label) for label in labels) + 14
    right = max(text_width(str(n), pen.style.label, bold=True) for n in order["size"]) + 12
    draw = partial(_draw, frame, order, labels.tolist(), wanted, themes - len(order))
    return Plot(draw, left=left, right=right, **room)


def _draw(frame, order: pd.DataFrame, labels: list[str], wanted: list[str], hidden: int, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen)
    ax.set_xlim(0, 1)
    ax.set_ylim(len(order) - 0.4, -0.6)
    length = row_type(ax, pen, len(order), fill=_FILL)
    colours = dict(zip(wanted, style.colours(len(wanted)), strict=True))
    for place, (theme, facts) in enumerate(order.iterrows()):
        own = colours.get(theme, style.rest if wanted else style.bar)
        at = frame[frame["theme"] == theme]["position"]
        ax.hlines(place, 0, 1, color=style.line, linewidth=pen.pt(0.8), zorder=1)
        ax.vlines(at, place - 0.34, place + 0.34, color=own, linewidth=pen.pt(1.5), alpha=0.75, gid=f"marks-{theme}")
        ax.annotate(
            str(int(facts["size"])), (1, place), xytext=(pen.pt(8), 0), textcoords="offset points", va="center",
            fontsize=pen.pt(length), fontweight="bold", color=style.ink, annotation_clip=False,
        )  # fmt: skip
    ax.set_yticks(range(len(order)), labels, fontsize=pen.pt(length), color=style.ink)
    ends = ("beginning", "end") if pen.lang == "en" else ("开头", "结尾")
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], [ends[0], "25%", "50%", "75%", ends[1]])
    left_out(ax, pen, hidden)
    _draw_halves(frame, ax, pen)


def _draw_halves(frame: pd.DataFrame, ax: Axes, pen: Pen) -> None:
    # The review ends where the plan's first mention stands, as near as mentions tell.
    halves = [part for part in _PARTS if (frame["part"] == part).any()]
    if len(halves) < 2:
        return
    plan = float(frame[frame["part"] == "plan"]["position"].min())
    before = frame[(frame["part"] == "review") & (frame["position"] <= plan)]["position"]
    border = (plan + float(before.max())) / 2 if len(before) else plan
    ax.axvline(border, color=pen.style.soft, linewidth=pen.pt(1.2), linestyle=(0, (3, 2)), gid="border", zorder=2)
    for part, x, side in (("review", border, "right"), ("plan", border, "left")):
        ax.annotate(
            _PARTS[part][pen.lang == "en"], (x, 1), xycoords=("data", "axes fraction"), ha=side, va="baseline",
            xytext=(pen.pt(-6 if side == "right" else 6), pen.pt(7)), textcoords="offset points",
            fontsize=pen.pt(pen.style.small), color=pen.style.soft, gid=f"half-{part}",
        )  # fmt: skip


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs, order = frame.attrs, _order(frame)
    label = f"label_{lang}"
    often = _often(order)
    first, last, least = often.iloc[0], often.iloc[-1], f"{order['size'].median():g}"
    at, once = zip(*((percent(row["median"]), row["size"] == 1) for row in (first, last)), strict=True)
    place = provenance.place_of(attrs, lang)
    years = [report["year"] for report in attrs.get("reports", []) if report.get("year")]
    if lang == "en":
        where = " ".join(str(part) for part in (place, *years[:1]) if part)
        title = f"{first[label]}: {'once, at' if once[0] else 'half before'} {at[0]} of the text; "
        title += f"{last[label]}: {'once, at' if once[1] else 'half after'} {at[1]}"
        if first.name == last.name:
            title = f"{first[label]}: {'once, at' if once[0] else 'half before, half after'} {at[0]} of the text"
        subtitle = "every mention at its place in the text; numbers: mentions; order: middle mention"
        subtitle = of_place(where, subtitle)
        alt = f"Dispersion plot of {counted(len(frame), 'mention')} of {counted(len(order), 'theme')}. "
        half = f"Half of the mentions of {first[label]} come before {at[0]} of the text"
        half += "" if first.name == last.name else f", of {last[label]} after {at[1]}"
        alt += f"{title if any(once) else half}."
        said = "The title names the first and the last of the themes with at least the median number of mentions "
        said += f"({least})."
    else:
        where = f"{place}{years[0]}年" if years else place
        title = f"“{first[label]}”{f'一次，在全文{at[0]}处' if once[0] else f'一半在全文{at[0]}之前'}"
        if first.name != last.name:
            title += f"，“{last[label]}”{f'一次，在{at[1]}处' if once[1] else f'一半在{at[1]}之后'}"
        elif not once[0]:
            title = f"“{first[label]}”在全文{at[0]}前后各一半"
        subtitle = f"{where}报告中每次提及的位置；数字为次数；按居中一次提及的位置排列"
        alt = f"分布图：{len(order)}个主题的{len(frame):,}次提及在文中的位置。"
        half = f"“{first[label]}”有一半出现在全文{at[0]}之前"
        half += "" if first.name == last.name else f"，“{last[label]}”有一半在{at[1]}之后"
        alt += f"{title if any(once) else half}。"
        said = f"标题取提及不少于中位数（{least}次）的主题中最靠前和最靠后的。"
    said = said if len(often) < len(order) else ""
    return Texts(title, subtitle, sentences(lang, provenance.note_line(attrs, lang), said), alt=alt)
