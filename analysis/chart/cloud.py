"""Words set in a cloud: each as large as its value says, none over another, the same every time.

The places are found by the library wordcloud; the words are drawn as text, so that a figure stays editable.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from analysis.chart.axes import bare
from analysis.chart.canvas import Pen
from analysis.chart.fonts import FILES, text_width
from analysis.chart.wrap import wrap

_LINES = 2  # of the list of words without a place
_FULL = 0.62  # of the area that words may take at first
_SMALLER = 0.94


@dataclass(frozen=True)
class Placed:
    """A word, its type size and the left end of its baseline, in pixels from the upper left corner."""

    word: str
    size: float
    x: float
    y: float


def laid_out(words: Sequence[tuple[str, float]], width: int, height: int, least: float) -> list[Placed]:
    """Return the words that fit, the type size in proportion to the square root of each value, so that area is value.

    ``words`` come with their values, the largest first. As many are kept as find a place in ``least`` pixels or more,
    and the scale is the largest at which these do: words left out take no room. Those left out have the smallest
    values, and words of one value are kept or left out together, unless the first value alone has too many.
    """
    words = [(word, value) for word, value in words if value > 0]
    if not words:
        return []
    value = np.sqrt([v for _, v in words])
    lengths = np.array([text_width(word, 1.0, bold=True) for word, _ in words])

    def at(scale: float, kept: int) -> list[Placed]:
        sizes = scale * value[:kept]
        return _placed([(word, size) for (word, _), size in zip(words, sizes, strict=False)], width, height, least)

    ends = np.flatnonzero(np.diff(value, append=0)) + 1  # after the last word of each value
    fitting = bisect_left(ends, True, key=lambda kept: len(at(least / value[kept - 1], kept)) < kept)
    if not fitting:
        return at(least / value[0], ends[0])
    kept = ends[fitting - 1]
    value, lengths, smallest = value[:kept], lengths[:kept], least / value[kept - 1]
    scale = np.sqrt(_FULL * width * height / (lengths * value**2).sum())
    scale = min(scale, 0.8 * height / value[0], 0.96 * width / (lengths * value).max())
    while len(placed := at(scale, kept)) < kept and scale > smallest:
        scale = max(scale * _SMALLER, smallest)
    return placed


def _placed(words: list[tuple[str, float]], width: int, height: int, least: float) -> list[Placed]:
    """Return the words with their places, only as many as were placed in their size."""
    from PIL import ImageFont
    from wordcloud import WordCloud

    path = str(FILES["bold"])
    cloud = WordCloud(
        font_path=path, width=width, height=height, max_words=len(words), random_state=0, prefer_horizontal=1.0,
        relative_scaling=1, min_font_size=max(1, int(least)), max_font_size=round(words[0][1]), margin=4,
        collocations=False,
    )  # fmt: skip
    try:
        # Whole sizes as frequencies: the library then takes them as they are, and a word it made smaller is seen.
        cloud.generate_from_frequencies({word: round(size) for word, size in words})
    except ValueError:  # not even the first word has room
        return []
    found = []
    for (word, size), ((same, _), drawn, (down, right), _, _) in zip(words, cloud.layout_, strict=False):
        if same != word or drawn != round(size):
            break
        # The library gives the corner of the ink; text is drawn from its baseline.
        left, top, *_ = ImageFont.truetype(path, drawn).getbbox(word, anchor="ls")
        found.append(Placed(word, size, float(right - left), float(down - top)))
    return found


def room_below(ax: Axes, pen: Pen) -> float:
    """Return the share of the height of an axes that the list of words without a place takes below a cloud in it."""
    return pen.style.small * 1.4 * _LINES / pen.extent(ax)[1]


def panel(
    ax: Axes,
    pen: Pen,
    words: Sequence[tuple[str, float]],
    colours: dict[str, str],
    *,
    at: tuple[float, float, float, float],
    gid: str,
    of: dict[str, str] | None = None,
) -> None:
    """Draw words as a cloud into a part of the axes, and list below it those that found no place.

    ``at`` is the left end, the bottom, the width and the height of both together, as shares of the axes. The
    alternative text lists all of those, and of several clouds says ``of`` which, a name in each language.
    """
    (left, bottom, width, height), below = at, room_below(ax, pen)
    unplaced = _draw(ax.inset_axes((left, bottom + below, width, height - below)), pen, words, colours, gid)
    if unplaced:
        _list(ax, pen, unplaced, (left, bottom), width * pen.extent(ax)[0], of)


def _draw(ax: Axes, pen: Pen, words: Sequence[tuple[str, float]], colours: dict[str, str], gid: str) -> list[str]:
    """Draw the words into the axes and return those that found no place."""
    box = ax.get_window_extent()
    width, height = int(box.width), int(box.height)
    bare(ax, pen, ticks=False)
    ax.set_xlim(0, width)
    ax.set_ylim(height, 0)
    placed = laid_out(words, width, height, pen.px(pen.least))
    for own in placed:
        ax.text(
            own.x, own.y, own.word, fontsize=own.size * 72 / pen.size.dpi, fontweight="bold", va="baseline", ha="left",
            color=colours[own.word], gid=f"{gid}-{own.word}",
        )  # fmt: skip
    there = {own.word for own in placed}
    return [word for word, _ in words if word not in there]


def _list(
    ax: Axes, pen: Pen, words: list[str], at: tuple[float, float], width: float, of: dict[str, str] | None
) -> None:
    style = pen.style
    zh, en = (of["zh"], f" of {of['en']}") if of else ("", "")
    said = {
        "zh": f"{zh}未能排入的{len(words)}个词：{'、'.join(words)}",
        "en": f"No room for {len(words)}{en}: {', '.join(words)}",
    }
    pen.left_out.append({"zh": f"{said['zh']}。", "en": f"{said['en']}."})
    lines = wrap(said[pen.lang], style.small, width)
    lines = [lines[0], lines[1][:-1] + "…"] if len(lines) > _LINES else lines
    ax.annotate(
        "\n".join(line.rstrip() for line in lines), at, xycoords="axes fraction", va="bottom", color=style.soft,
        fontsize=pen.pt(style.small), linespacing=1.2, gid="left-out", annotation_clip=False,
    )  # fmt: skip
