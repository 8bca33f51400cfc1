"""Lay out a chart: title, subtitle, plot, note and source, measured in pixels, the plot taking what is left.

Each chart gives a function that draws into an axes and says how much room its labels need; everything around it is
the same for all. Nothing here shows or saves a figure.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import matplotlib.style
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.text import Text

from analysis import provenance
from analysis.chart.fonts import register, require_glyphs
from analysis.chart.record import HouseFigure, Record, Texts, Words, in_language
from analysis.chart.style import Size, Style, size_of, style_of
from analysis.chart.wrap import balanced, headline
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
    given: dict[str, Words | None],
    redraw: Callable,
    style: str = "light",
) -> HouseFigure:
    """Draw a chart and return its figure with its record; with ``ax`` draw into that axes, without words around it."""
    if lang not in LANGUAGES:
        raise ChartError(f"lang={lang!r}: use 'zh' or 'en'")
    family = register()
    words = {language: _given(texts(language), given, language) for language in LANGUAGES}
    pen = Pen(style_of(style), size_of(size), lang)
    # From matplotlib's own defaults, so that neither a style sheet in use nor a matplotlibrc changes a figure.
    rc = {"font.family": family, "font.size": pen.pt(pen.style.label)}
    with matplotlib.style.context(["default", rc]):
        if ax is not None:
            plot(pen).draw(ax, pen)
            for text in ax.findobj(Text):
                require_glyphs(text.get_text())
            return ax.figure
        figure = HouseFigure(figsize=(pen.size.width / pen.size.dpi, pen.size.height / pen.size.dpi), dpi=pen.size.dpi)
        figure.set_facecolor(pen.style.paper)
        axes, spec = _axes(figure, pen, plot, *_write(figure, pen, words[lang]))
        spec.draw(axes, pen)
    figure.require_glyphs()
    figure.record = Record(chart, frame, words, lang, size, dict(frame.attrs), redraw)
    return figure


def _axes(figure: HouseFigure, pen: Pen, plot: Callable[[Pen], Plot], top: float, bottom: float) -> tuple[Axes, Plot]:
    spec, margin = plot(pen), pen.px(pen.style.margin)
    width, height = pen.size.width, pen.size.height
    left, right = margin + pen.px(spec.left), width - margin - pen.px(spec.right)
    low, high = bottom + pen.px(spec.bottom), top - pen.px(spec.top)
    if right - left < 40 or high - low < 40:
        raise ChartError(f"the words leave no room for the plot at size {pen.size.name!r}; shorten title or labels")
    axes = figure.add_axes((left / width, low / height, (right - left) / width, (high - low) / height))
    return axes, spec


def _given(words: Texts, given: dict[str, Words | None], lang: str) -> Texts:
    return replace(words, **{name: in_language(value, lang) for name, value in given.items() if value is not None})


def source_of(frame: pd.DataFrame, lang: str, source: Words | None) -> str:
    """Return the source line: the caller's, or computed from the reports in the frame."""
    return in_language(source, lang) if source is not None else provenance.source_line(frame.attrs, lang)


def sentences(lang: str, *said: str) -> str:
    """Return sentences one after the other: in Chinese nothing stands between them.

    >>> sentences("zh", "共三个。", "其余为空心。"), sentences("en", "Three.", "", "Others hollow.")
    ('共三个。其余为空心。', 'Three. Others hollow.')
    """
    return (" " if lang == "en" else "").join(part for part in said if part)


def _write(figure: HouseFigure, pen: Pen, words: Texts) -> tuple[float, float]:
    # Words from the top down and from the bottom up; returns the two edges between which the plot stands.
    style, size = pen.style, pen.size
    margin, width = pen.px(style.margin), size.width - 2 * pen.px(style.margin)
    top = size.height - margin * 0.8
    for name, text, length, colour in (
        ("title", words.title, style.title, style.ink),
        ("subtitle", words.subtitle, style.subtitle, style.soft),
    ):
        if text:
            lines = headline(text, pen.px(length), width, bold=name == "title")
            _place(figure, pen, lines, length, colour, margin, top, name=name)
            top -= len(lines) * pen.px(length) * style.leading + pen.px(style.gap * 0.35)
    bottom = margin * 0.55
    for text, name in ((words.source, "source"), (words.note, "note")):
        if text:
            lines = balanced(text, pen.px(style.small), width)
            bottom += len(lines) * pen.px(style.small) * style.leading
            _place(figure, pen, lines, style.small, style.soft, margin, bottom, name=name)
    return top - pen.px(style.gap), bottom + pen.px(style.gap)


def _place(figure, pen: Pen, lines, length, colour, x, y, *, name: str) -> None:
    for i, line in enumerate(lines):
        figure.text(
            x / pen.size.width,
            (y - i * pen.px(length) * pen.style.leading) / pen.size.height,
            line,
            fontsize=pen.pt(length),
            color=colour,
            fontweight="bold" if name == "title" else "regular",
            va="top",
            ha="left",
            gid=f"{name}-{i}",
            parse_math=False,
        )


def checked(frame: pd.DataFrame, columns: tuple[str, ...], chart: str, measure: str, *, most: int = 1) -> pd.DataFrame:
    """Return the frame if it has rows, rates and the columns a chart needs; else raise ChartError with the way out.

    ``most`` is how many rows the chart is asked to show, at least one.
    """
    if not isinstance(most, int) or most < 1:
        raise ChartError(f"chart.{chart}: most={most!r}; use a whole number from 1")
    if not isinstance(frame, pd.DataFrame):
        raise ChartError(f"chart.{chart} draws the frame of measure.{measure}, not {type(frame).__name__}")
    missing = [name for name in columns if name not in frame.columns]
    if missing:
        raise ChartError(f"chart.{chart} needs the column {missing[0]!r}; give it the frame of measure.{measure}")
    if frame.empty:
        raise ChartError(f"chart.{chart}: the frame has no rows; check the selection before it")
    if "rate" in frame and frame["rate"].isna().all():
        raise ChartError(f"chart.{chart}: nothing was measured (no report has that part); measure with part='all'")
    return frame
