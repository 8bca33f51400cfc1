"""Clouds: sizes are values, no word over another, none lost without a word."""

from itertools import permutations

import pytest
from matplotlib import rcParams
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from analysis.chart.canvas import Pen
from analysis.chart.cloud import laid_out, panel
from analysis.chart.fonts import FILES, register
from analysis.chart.style import LIGHT, SIZES

# Characters that fill their square, so that the box of a word is its ink.
_FULL = "国图围固圆因"
WORDS = [(a + b, 40.0 / (1 + i)) for i, (a, b) in enumerate((a, b) for a in _FULL for b in _FULL if a != b)]
RARE = [("".join(letters), 1.0) for letters in permutations(_FULL, 3)]


def inks(placed) -> list[tuple[float, float, float, float]]:
    """The box of the ink of each word: left, top, right, bottom."""
    font = FontProperties(fname=FILES["bold"])
    boxes = []
    for own in placed:
        ink = TextPath((0, 0), own.word, size=own.size, prop=font).get_extents()
        boxes.append((own.x + ink.x0, own.y - ink.y1, own.x + ink.x1, own.y - ink.y0))
    return boxes


def test_the_area_of_a_word_is_its_value_and_nothing_overlaps_or_leaves():
    placed = laid_out(WORDS, 600, 400, 6)
    value = dict(WORDS)
    scales = [own.size**2 / value[own.word] for own in placed]
    assert max(scales) / min(scales) == pytest.approx(1)
    boxes = inks(placed)
    assert all(x0 > -2 and y0 > -2 and x1 < 602 and y1 < 402 for x0, y0, x1, y1 in boxes)
    for i, (a0, b0, a1, b1) in enumerate(boxes):
        for c0, d0, c1, d1 in boxes[:i]:
            assert min(a1, c1) - max(a0, c0) < 1.5 or min(b1, d1) - max(b0, d0) < 1.5


def test_the_same_words_give_the_same_places():
    assert laid_out(WORDS, 500, 300, 6) == laid_out(WORDS, 500, 300, 6)


def test_what_is_too_small_is_left_out_the_least_first():
    placed = [own.word for own in laid_out(WORDS, 160, 60, 11)]
    assert 0 < len(placed) < len(WORDS)
    assert placed == [word for word, _ in WORDS[: len(placed)]]


def test_words_left_out_take_no_room_from_those_kept():
    assert laid_out([*WORDS, *RARE], 300, 200, 11) == laid_out(WORDS, 300, 200, 11) != []


def test_words_of_one_value_are_left_out_together_unless_they_are_all():
    often = [(word, 9.0) for word, _ in WORDS[:8]]
    assert {own.word for own in laid_out([*often, *RARE], 200, 120, 11)} == {word for word, _ in often}
    alike = laid_out(RARE, 200, 120, 11)
    assert 20 < len(alike) < len(RARE) and {own.size for own in alike} == {11}


@pytest.mark.parametrize("size", ["web", "wechat"])
def test_words_are_as_small_as_can_be_read_and_no_smaller_and_the_others_are_listed_below(size, monkeypatch):
    ax, pen = Figure(figsize=(3, 2), dpi=100).add_axes((0, 0, 1, 1)), Pen(LIGHT, SIZES[size], "en")
    monkeypatch.setitem(rcParams, "font.family", [register()])
    panel(ax, pen, RARE, dict.fromkeys((word for word, _ in RARE), "#000000"), at=(0, 0, 1, 1), gid="word")
    [cloud], [listed] = ax.child_axes, ax.texts
    sizes = [text.get_fontsize() * 100 / 72 for text in cloud.texts]
    assert sizes == pytest.approx([LIGHT.least] * len(sizes))
    assert listed.get_text().startswith(f"No room for {len(RARE) - len(cloud.texts)}: ")
    assert listed.get_window_extent().y1 < cloud.get_window_extent().y0
