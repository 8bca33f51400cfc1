"""Ranked bars: how much of one report is about what, with the interval of each bar."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patheffects import Normal, Stroke

from analysis import provenance
from analysis.chart.axes import bare
from analysis.chart.canvas import Pen, Plot, checked, compose, source_of
from analysis.chart.fonts import text_width
from analysis.chart.numbers import between, number
from analysis.chart.record import HouseFigure, Texts
from analysis.errors import ChartError

_COLUMNS = ("report_id", "theme", "label_zh", "label_en", "rate", "low", "high")


def theme_frequencies(
    frame: pd.DataFrame,
    *,
    lang: str = "zh",
    highlight: str | list[str] | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    note: str | None = None,
    source: str | None = None,
    alt: str | None = None,
    size: str = "web",
    ax: Axes | None = None,
) -> HouseFigure:
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
        Words that replace the computed ones.
    size
        ``"web"``, ``"square"``, ``"wechat"`` or ``"print"``.
    ax
        Draw into this axes, without words around it.

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
    """
    checked(frame, _COLUMNS, "theme_frequencies", "theme_frequencies")
    if frame["report_id"].nunique() > 1:
        raise ChartError(
            f"chart.theme_frequencies draws one report and the frame has {frame['report_id'].nunique()}; select one, "
            "or draw chart.theme_heatmap"
        )
    wanted = [highlight] if isinstance(highlight, str) else list(highlight or ())
    unknown = [theme for theme in wanted if theme not in set(frame["theme"])]
    if unknown:
        raise ChartError(f"highlight={unknown[0]!r} is not a theme of the frame; it has {', '.join(frame['theme'])}")
    ranked = frame.sort_values(["rate", "theme"], ascending=[False, True], kind="stable").reset_index(drop=True)
    ranked.attrs = frame.attrs
    given = {"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt}
    return compose(
        "theme_frequencies",
        ranked,
        partial(_plot, ranked, wanted),
        texts=partial(_texts, ranked, source),
        lang=lang,
        size=size,
        ax=ax,
        given=given,
        redraw=partial(theme_frequencies, frame, highlight=highlight, **given),
    )


def _plot(frame: pd.DataFrame, highlight: list[str], pen: Pen) -> Plot:
    labels = frame[f"label_{pen.lang}"].tolist()
    widest = max(text_width(label, pen.style.label) for label in labels)
    return Plot(partial(_draw, frame, highlight, labels), left=widest + 12, right=64, bottom=26)


def _draw(frame: pd.DataFrame, highlight: list[str], labels: list[str], ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, grid="x")
    places = range(len(frame))
    colours = [style.palette[0] if not highlight or theme in highlight else style.rest for theme in frame["theme"]]
    ax.barh(places, frame["rate"], height=0.66, color=colours)
    known = frame["low"].notna()
    ax.hlines(
        [p for p, ok in zip(places, known, strict=True) if ok],
        frame["low"][known],
        frame["high"][known],
        color=style.ink,
        linewidth=pen.pt(1.6),
        gid="intervals",
        path_effects=[Stroke(linewidth=pen.pt(4), foreground=style.paper), Normal()],
    )
    top = max(frame["high"].max() if known.any() else 0, frame["rate"].max(), 1e-9)
    type_size = min(style.label, 0.72 * _row_height(ax, len(frame)) / pen.size.scale)
    for place, row in zip(places, frame.itertuples(), strict=True):
        end = max(row.rate, row.high if row.high == row.high else row.rate)
        ax.text(
            end + top * 0.012, place, number(row.rate), va="center", fontsize=pen.pt(type_size * 0.92), color=style.ink
        )
    ax.set_yticks(places, labels, fontsize=pen.pt(type_size), color=style.ink)
    ax.set_ylim(len(frame) - 0.4, -0.6)
    ax.set_xlim(0, top * 1.02)


def _row_height(ax: Axes, rows: int) -> float:
    return ax.get_window_extent().height / max(rows, 4)


def _texts(frame: pd.DataFrame, source: str | None, lang: str) -> Texts:
    attrs = frame.attrs
    label = f"label_{lang}"
    first, last = frame.iloc[0], frame.iloc[-1]
    second = frame.iloc[1] if len(frame) > 1 else None
    tied = second is not None and second["high"] >= first["low"]
    place = provenance.place_of(attrs, lang)
    year = "" if pd.isna(frame["year"].iloc[0]) else str(int(frame["year"].iloc[0]))
    rates = {"first": number(first["rate"]), "last": number(last["rate"])}
    if lang == "en":
        lead = f"{first[label]} leads"
        close = (
            f", though {second[label]} may be level"
            if tied
            else f", ahead of {second[label]}"
            if second is not None
            else ""
        )
        title = f"{lead} the {place} report of {year}{close}" if place or year else f"{lead}{close}"
        subtitle = f"Themes by {provenance.per_line(attrs, 'en')}; lines show 95% intervals"
        alt = (
            f"Bar chart of {len(frame)} themes in the {place} report of {year}, {provenance.per_line(attrs, 'en')}. "
            f"Highest: {first[label]}, {rates['first']}"
            f"{_interval(first, ' (95% interval {})')}. Lowest: {last[label]}, {rates['last']}."
        )
    else:
        lead = f"{place}{year}年报告着墨最多的是“{first[label]}”" if year else f"着墨最多的是“{first[label]}”"
        close = (
            f"，但与“{second[label]}”难分先后" if tied else f"，其次是“{second[label]}”" if second is not None else ""
        )
        title = lead + close
        subtitle = f"各主题{provenance.per_line(attrs, 'zh')}；横线为95%区间"
        alt = (
            f"条形图：{place}{year}年报告中{len(frame)}个主题的{provenance.per_line(attrs, 'zh')}。"
            f"最高为“{first[label]}”{rates['first']}{_interval(first, '（95%区间{}）')}，"
            f"最低为“{last[label]}”{rates['last']}。"
        )
    return Texts(title, subtitle, provenance.note_line(attrs, lang), source_of(frame, lang, source), alt)


def _interval(row, form: str) -> str:
    return form.format(between(row["low"], row["high"])) if row["low"] == row["low"] else ""
