"""Lay out a chart: title, subtitle, plot, note and source, measured in pixels, the plot taking what is left.

Each chart gives a function that draws into an axes and says how much room its labels need; everything around it is
the same for all. Nothing here shows or saves a figure.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import matplotlib
import pandas as pd
from matplotlib.axes import Axes

from analysis import provenance
from analysis.chart.fonts import register, require_glyphs
from analysis.chart.record import HouseFigure, Record, Texts
from analysis.chart.style import LIGHT, Size, Style, size_of
from analysis.chart.wrap import wrap
from analysis.errors import ChartError

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Pen:
    """What a chart draws with: the style scaled to the figure's size, sizes in pixels, and points for matplotlib."""

    style: Style
    size: Size
    lang: str

    def px(self, length: float) -> float:
        """Pixels on this figure for a length at scale 1."""
        return length * self.size.scale

    def pt(self, length: float) -> float:
        """Points, matplotlib's unit of type and lines, for a length in pixels at scale 1."""
        return self.px(length) * 72 / self.size.dpi


@dataclass(frozen=True)
class Plot:
    """A chart's own part: how to draw it, and the room in pixels (at scale 1) its labels need around the axes."""

    draw: Callable[[Axes, Pen], None]
    left: float = 60
    right: float = 20
    top: float = 8
    bottom: float = 34


def compose(
    chart: str,
    frame: pd.DataFrame,
    plot: Callable[[Pen], Plot],
    *,
    texts: Callable[[str], Texts],
    lang: str,
    size: str,
    ax: Axes | None,
    given: dict[str, str | None],
    redraw: Callable,
    style: Style = LIGHT,
) -> HouseFigure:
    """Draw a chart and return its figure with its record; with ``ax`` draw into that axes, without words around it."""
    if lang not in LANGUAGES:
        raise ChartError(f"lang={lang!r}: use 'zh' or 'en'")
    family = register()
    words = _given(texts(lang), given)
    pen = Pen(style, size_of(size), lang)
    rc = {"font.family": family, "axes.unicode_minus": True, "svg.fonttype": "none", "font.size": pen.pt(style.label)}
    with matplotlib.rc_context(rc):
        if ax is not None:
            plot(pen).draw(ax, pen)
            return ax.figure
        figure = HouseFigure(figsize=(pen.size.width / pen.size.dpi, pen.size.height / pen.size.dpi), dpi=pen.size.dpi)
        figure.set_facecolor(style.paper)
        top, bottom = _write(figure, pen, words)
        spec = plot(pen)
        margin = pen.px(style.margin)
        width, height = pen.size.width, pen.size.height
        left, right = margin + pen.px(spec.left), width - margin - pen.px(spec.right)
        low, high = bottom + pen.px(spec.bottom), top - pen.px(spec.top)
        if right - left < 40 or high - low < 40:
            raise ChartError(f"the words leave no room for the plot at size {size!r}; shorten the title or the labels")
        axes = figure.add_axes((left / width, low / height, (right - left) / width, (high - low) / height))
        axes.set_facecolor(style.paper)
        spec.draw(axes, pen)
    for text in figure.findobj(matplotlib.text.Text):
        require_glyphs(text.get_text())
    alt = {language: _given(texts(language), given).alt for language in LANGUAGES}
    figure.record = Record(chart, frame, words, alt, lang, size, dict(frame.attrs), redraw)
    return figure


def _given(words: Texts, given: dict[str, str | None]) -> Texts:
    chosen = {name: value for name, value in given.items() if value is not None and name != "source"}
    words = replace(words, **chosen)
    return replace(words, source=given["source"]) if given.get("source") else words


def source_of(frame: pd.DataFrame, lang: str, source: str | None) -> str:
    """Return the source line: the caller's, or computed from the reports in the frame."""
    return source if source is not None else provenance.source_line(frame.attrs, lang)


def _write(figure: HouseFigure, pen: Pen, words: Texts) -> tuple[float, float]:
    # Words from the top down and from the bottom up; returns the two edges between which the plot stands.
    style, size = pen.style, pen.size
    margin, width = pen.px(style.margin), size.width - 2 * pen.px(style.margin)
    top = size.height - margin * 0.8
    for text, length, colour, weight in (
        (words.title, style.title, style.ink, "bold"),
        (words.subtitle, style.subtitle, style.soft, "regular"),
    ):
        if text:
            lines = wrap(text, pen.px(length), width, bold=weight == "bold")
            _place(
                figure,
                pen,
                lines,
                length,
                colour,
                weight,
                margin,
                top,
                name="title" if weight == "bold" else "subtitle",
            )
            top -= len(lines) * pen.px(length) * style.leading + pen.px(style.gap * 0.35)
    bottom = margin * 0.55
    for text, name in ((words.source, "source"), (words.note, "note")):
        if text:
            lines = wrap(text, pen.px(style.small), width)
            bottom += len(lines) * pen.px(style.small) * style.leading
            _place(figure, pen, lines, style.small, style.soft, "regular", margin, bottom, name=name)
    return top - pen.px(style.gap), bottom + pen.px(style.gap)


def _place(figure, pen: Pen, lines, length, colour, weight, x, y, *, name: str) -> None:
    for i, line in enumerate(lines):
        figure.text(
            x / pen.size.width,
            (y - i * pen.px(length) * pen.style.leading) / pen.size.height,
            line,
            fontsize=pen.pt(length),
            color=colour,
            fontweight=weight,
            va="top",
            ha="left",
            gid=f"{name}-{i}",
            parse_math=False,
        )


def checked(frame: pd.DataFrame, columns: tuple[str, ...], chart: str, measure: str) -> pd.DataFrame:
    """Return the frame if it has rows and the columns a chart needs; else raise ChartError saying what makes one."""
    missing = [name for name in columns if name not in frame.columns]
    if missing:
        raise ChartError(f"chart.{chart} needs the column {missing[0]!r}; give it the frame of measure.{measure}")
    if frame.empty:
        raise ChartError(f"chart.{chart}: the frame has no rows; check the selection before it")
    return frame
