"""Lay out a chart: title, subtitle, plot, note and source, measured in pixels, the plot taking what is left.

Each chart gives a function that draws into an axes and says how much room its labels need; everything around it is
the same for all. Nothing here shows or saves a figure.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

import matplotlib.style
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis import provenance
from analysis.chart.fonts import AS_MEASURED, register, require_glyphs
from analysis.chart.record import HouseFigure, Record, Texts, Words, are_words, in_language, sentences
from analysis.chart.selection import of_its_reports
from analysis.chart.style import Size, Style, size_of, style_of
from analysis.chart.wrap import balanced, headline
from analysis.errors import ChartError

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Pen:
    """What a chart draws with: the style scaled to the figure's size, sizes in pixels, and points for matplotlib.

    ``room`` is the width and height, in pixels at scale 1, between the words for the plot with its labels; of a
    caller's axes (``given``) its own, as labels stand around it. What this size leaves out is put into ``left_out``
    while drawing, a sentence in each language for the alternative text.
    """

    style: Style
    size: Size
    lang: str
    room: tuple[float, float] = (0, 0)
    given: bool = False
    left_out: list[dict[str, str]] = field(default_factory=list)

    def px(self, length: float) -> float:
        """Pixels on this figure for a length at scale 1."""
        return length * self.size.scale

    def pt(self, length: float) -> float:
        """Points, matplotlib's unit of type and lines, for a length in pixels at scale 1."""
        return self.px(length) * 72 / self.size.dpi

    def type(self, length: float) -> float:
        """Points of type for a length in pixels at scale 1, never smaller than can be read."""
        return self.pt(max(length, self.least))

    def extent(self, ax: Axes) -> tuple[float, float]:
        """The width and height that an axes has, in pixels at scale 1."""
        box = ax.get_window_extent()
        return box.width / self.size.scale, box.height / self.size.scale

    @property
    def format(self) -> str:
        """What has no room, for an error: the axes of a caller, or the size that was named."""
        return "these axes" if self.given else f"size {self.size.name!r}"

    @property
    def least(self) -> float:
        """The smallest type that can be read, in pixels at scale 1."""
        return self.style.least / min(1, self.size.scale)

    def inside(self, *, beside: float = 0, around: float = 0) -> tuple[float, float]:
        """The width and height of the plot, in pixels at scale 1, which is what a caller's axes already has.

        Of a figure's room its labels take ``beside`` left and right of it, and ``around`` above and below.
        """
        return self.room if self.given else (self.room[0] - beside, self.room[1] - around)


@dataclass(frozen=True)
class Plot:
    """A chart's own part: how to draw it, and the room in pixels (at scale 1) its labels need around the axes."""

    draw: Callable[[Axes, Pen], None]
    left: float
    right: float
    bottom: float
    top: float = 8


def compose(
    chart: Callable[..., Figure],
    frame: pd.DataFrame,
    plot: Callable[[pd.DataFrame, Pen], Plot],
    *,
    texts: Callable[[pd.DataFrame, str], Texts],
    words: dict[str, Words | None],
    lang: str,
    size: str,
    style: str,
    ax: Axes | None,
    options: dict | None = None,
    shown: pd.DataFrame | None = None,
) -> Figure:
    """Draw a chart and return its figure with its record; with ``ax`` draw into that axes, without words around it.

    A caller's axes has the record: None where the frame no longer tells its source, which nobody reads there.
    ``words`` are the caller's, ``options`` those that this chart alone has, as they were given: with them the record
    draws the chart of ``frame`` again. ``shown`` is what is plotted and told of, where that is not the whole frame. The
    record keeps copies: a frame changed later changes no figure.
    """
    if lang not in LANGUAGES:
        raise ChartError(f"lang={lang!r}: use 'zh' or 'en'")
    for name, given in words.items():
        if given is not None and not are_words(given):
            raise ChartError(f"chart.{chart.__name__}: {name}={given!r}; give a text, or {{'zh': …, 'en': …}}")
    if ax is not None and not (isinstance(ax, Axes) and ax.name == "rectilinear"):
        said = getattr(ax, "name", ax)
        raise ChartError(f"chart.{chart.__name__}: ax={said!r}; give one matplotlib axes with x and y, or leave it out")
    words = {name: value if name == "source" else _of_its_language(value, lang) for name, value in words.items()}
    family = register()
    kept, shown = frame.copy(), of_its_reports(frame if shown is None else shown, frame)
    pen = Pen(style_of(style), size_of(size), lang)
    # From matplotlib's own defaults, so that neither a style sheet in use nor a matplotlibrc changes a figure.
    rc = {"font.family": family, "font.size": pen.pt(pen.style.label), "text.parse_math": False} | AS_MEASURED
    with matplotlib.style.context(["default", rc]):
        if ax is not None:
            pen, ax.record = _pen_for(ax, pen), None
            plot(shown, pen).draw(ax, pen)
            _in_house_font(ax, family)
            if words["source"] is None and not shown.attrs.get("reports"):
                return ax.get_figure(root=True)
        said = {language: _said(shown, texts, words, language) for language in LANGUAGES}
        if ax is None:
            figure = _figure(pen, plot, shown, said[lang])
    for of, own in said.items():
        if "alt" not in _given(words, of):
            said[of] = replace(own, alt=sentences(of, own.alt, *(part[of] for part in pen.left_out)))
    redraw = partial(chart, kept, **(options or {}), **words, style=style)
    record = Record(chart.__name__, shown, said, lang, size, redraw)
    if ax is not None:
        ax.record = record
        return ax.get_figure(root=True)
    figure.record = record
    return figure


def _figure(pen: Pen, plot: Callable[[pd.DataFrame, Pen], Plot], shown: pd.DataFrame, words: Texts) -> HouseFigure:
    figure = HouseFigure(figsize=(pen.size.width / pen.size.dpi, pen.size.height / pen.size.dpi), dpi=pen.size.dpi)
    figure.set_facecolor(pen.style.paper)
    top, bottom = _write(figure, pen, words)
    wide = pen.size.width / pen.size.scale - 2 * pen.style.margin
    pen = replace(pen, room=(wide, (top - bottom) / pen.size.scale))
    spec = plot(shown, pen)
    spec.draw(_axes(figure, pen, spec, top, bottom), pen)
    figure.require_glyphs()
    return figure


def _pen_for(ax: Axes, pen: Pen) -> Pen:
    # A caller's figure has a size and a resolution of its own: type keeps its points.
    figure = ax.get_figure(root=True)
    scale = pen.size.scale * figure.dpi / pen.size.dpi
    width, height = figure.bbox.size
    pen = replace(pen, size=replace(pen.size, width=width, height=height, dpi=figure.dpi, scale=scale))
    return replace(pen, room=pen.extent(ax), given=True)


def _in_house_font(ax: Axes, family: str) -> None:
    # A caller's axes was made with the caller's font, in which Chinese may be boxes; so are ticks that it makes later.
    for own in (ax, *ax.child_axes):
        own.tick_params(labelfontfamily=family)
    for text in ax.findobj(Text):
        text.set_fontfamily(family)
        require_glyphs(text.get_text())


def _axes(figure: HouseFigure, pen: Pen, spec: Plot, top: float, bottom: float) -> Axes:
    margin = pen.px(pen.style.margin)
    width, height = pen.size.width, pen.size.height
    left, right = margin + pen.px(spec.left), width - margin - pen.px(spec.right)
    low, high = bottom + pen.px(spec.bottom), top - pen.px(spec.top)
    if right - left < 40 or high - low < 40:
        raise ChartError(f"the words leave no room for the plot at size {pen.size.name!r}; shorten title or labels")
    return figure.add_axes((left / width, low / height, (right - left) / width, (high - low) / height))


def _of_its_language(value: Words | None, lang: str) -> Words | None:
    # A text alone is of the language in which the chart is drawn; in the other one the computed words stand.
    return dict.fromkeys(LANGUAGES) | {lang: value} if isinstance(value, str) else value


def _given(words: dict[str, Words | None], lang: str) -> dict[str, str]:
    found = {name: in_language(value, lang) for name, value in words.items() if value is not None}
    return {name: text for name, text in found.items() if text is not None}


def _said(frame: pd.DataFrame, texts: Callable, words: dict[str, Words | None], lang: str) -> Texts:
    # The caller's words, else the computed ones: the chart's own, and the source from the reports in the frame.
    given = _given(words, lang)
    if "source" not in given:
        given["source"] = provenance.source_line(frame.attrs, lang)
    return replace(texts(frame, lang), **given)


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
        )
