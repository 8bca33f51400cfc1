"""A strip of one report: its sentences in order, coloured by where they come from."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.numbers import counted, percent
from analysis.chart.record import Texts, Words, sentences
from analysis.chart.reuse import NAMES, legend, status_colours
from analysis.errors import ChartError

_COLUMNS = ("report_id", "paragraph", "sentence", "han", "status")
_PER_ROW = 1400  # Han characters a row of the strip, about two printed pages
_MOST_ROWS = 14


def novelty(
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
    """Draw a report as a strip of its sentences, read like a page, coloured by what stood in the earlier report.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.novelty`. The share over many years is :func:`recycled`.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        Where the report has no sentence of its own.

    Examples
    --------
    >>> from analysis import chart, measure
    >>> from analysis.corpus import Corpus, Report
    >>> old = Report(id="a", title="", year=2024, place="云岭市", paragraphs=("稳定就业，扩大内需。", "推进新城建设。"))
    >>> new = Report(id="b", title="", year=2025, place="云岭市", paragraphs=("稳定就业，扩大内需。", "发展低空经济。"))
    >>> figure = chart.novelty(measure.novelty(Corpus.from_reports([old, new]), 2025, against=2024))
    """
    checked(frame, _COLUMNS, "novelty", "novelty", numbers=("han",), key=_COLUMNS[:3])
    if not _own(frame)["han"].sum():
        raise ChartError("chart.novelty: the report has no sentences of its own; check the part that was measured")
    return compose(
        novelty,
        frame,
        lambda frame, pen: Plot(partial(_draw, _own(frame)), left=0, right=0, top=32, bottom=4),
        texts=_texts,
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _own(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the sentences of the report itself, without those that it dropped."""
    return frame[frame["status"] != "dropped"].sort_values(["paragraph", "sentence"])


def _draw(own: pd.DataFrame, ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, ticks=False)
    colours = status_colours(style)
    total = int(own["han"].sum())
    rows = min(_MOST_ROWS, max(1, round(total / _PER_ROW)))
    wide = total / rows
    ends = own["han"].cumsum().to_numpy(dtype=float)
    for status, start, end in zip(own["status"], ends - own["han"].to_numpy(), ends, strict=True):
        # A sentence that runs over the end of a row goes on in the next, as print does.
        while end - start > 1e-9:
            row = min(int(start / wide + 1e-9), rows - 1)
            stop = min(end, (row + 1) * wide) if row < rows - 1 else end
            ax.barh(row, stop - start, left=start - row * wide, height=0.72, color=colours[status],
                    edgecolor=style.paper, linewidth=pen.pt(0.6), gid=status)  # fmt: skip
            start = stop
    ax.set_xlim(0, wide)
    ax.set_ylim(rows - 0.5, -0.5)
    share = own.groupby("status")["han"].sum() / total
    legend(
        {status: f"{name[pen.lang == 'en']} {percent(share.get(status, 0))}" for status, name in NAMES.items()}, ax, pen
    )


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs = frame.attrs
    own = _own(frame)
    by_status = own.groupby("status")["han"].sum() / own["han"].sum()
    share = {status: float(by_status.get(status, 0.0)) for status in NAMES}
    dropped, (old, new) = attrs["dropped"], (_name(report, lang) for report in attrs["reports"])
    shown = {status: percent(value) for status, value in share.items()}
    stands = percent(1 - share["new"])
    some = bool(own["han"].sum() < attrs["reports"][1]["han"])
    if lang == "en":
        of, verb = counted(len(own), "sentence") + " shown" * some, "stand" if some and len(own) > 1 else "stands"
        title = f"{stands} of {f'the {of} of ' * some}{new} {verb} unchanged or reworded in {old}"
        subtitle = f"{f'The {of}' if some else 'Every sentence'} of {new}, in reading order; length by Han characters"
        gone = f"{counted(dropped, 'sentence')} of {old} {'lives' if dropped == 1 else 'live'} on in none."
        gone = gone if dropped else f"Every sentence of {old} lives on."
        said = f"Sentences are paired one to one; one whose numbers changed counts as reworded. {gone}"
        alt = f"Strip of {of} of {new}, coloured by where they come from. Kept {shown['kept']}, moved "
        alt += f"{shown['moved']}, reworded {shown['reworded']}, new {shown['new']} of {'their' if some else 'its'} "
        alt += "Han characters."
    else:
        of = f"{'所示' * some}{len(own):,}句"
        title = f"{new}{of * some}有{stands}见于{old}（原样、移位或改写）"
        subtitle = f"{new}{f'的{of}' if some else '的每一句'}，按行文顺序；长度为汉字数"
        said = (
            f"句子一一配对；数字有变的句子计为改写。{old}{f'有{dropped:,}句未再出现' if dropped else '各句均有对应'}。"
        )
        alt = f"条带图：{new}的{of}，按来源着色。原样保留{shown['kept']}，移动位置{shown['moved']}，"
        alt += f"改写{shown['reworded']}，新写{shown['new']}（按汉字）。"
    note = sentences(lang, provenance.note_line(attrs, lang), said)
    return Texts(title, subtitle, note, alt=alt)


def _name(report: dict, lang: str) -> str:
    place, year = provenance.place_name(report, lang), report.get("year")
    if lang == "en":
        return f"the {f'{year} ' if year else ''}report{f' of {place}' if place else ''}"
    return f"{place}{f'{year}年' if year else ''}报告"
