"""Colours that readers can tell apart, and lines broken as Chinese is set."""

import numpy as np
import pytest

from analysis.chart.axes import spread
from analysis.chart.fonts import FILES, missing, text_width
from analysis.chart.numbers import number
from analysis.chart.style import LIGHT
from analysis.chart.wrap import wrap

# Machado, Oliveira and Fernandes (2009), severity 1.
_SIGHT = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
}
_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]])


def _linear(colour: str) -> np.ndarray:
    rgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _lab(linear: np.ndarray) -> np.ndarray:
    xyz = _XYZ @ np.clip(linear, 0, 1) / [0.95047, 1, 1.08883]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("sight", list(_SIGHT))
def test_eight_colours_can_be_told_apart(sight):
    seen = [_lab(np.asarray(_SIGHT[sight]) @ _linear(colour)) for colour in LIGHT.palette]
    distances = [np.linalg.norm(a - b) for i, a in enumerate(seen) for b in seen[i + 1 :]]
    assert len(LIGHT.palette) == 8 and min(distances) > 20, "CIE76; 2.3 is just noticeable"


def test_colours_and_words_stand_out_from_the_paper():
    def luminance(colour):
        return float(_XYZ[1] @ _linear(colour))

    for colour, least in [*((c, 3.0) for c in LIGHT.palette), (LIGHT.ink, 7.0), (LIGHT.soft, 4.5)]:
        assert (luminance(LIGHT.paper) + 0.05) / (luminance(colour) + 0.05) >= least, colour


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    text = "推动高质量发展，加快“人工智能+”行动（云岭市2025年），GDP增长5.5%以上。" * 3
    for width in range(60, 400, 7):
        lines = wrap(text, 14, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert not any(line[0] in "，。”）%、" for line in lines[1:]), width
        assert not any(line[-1] in "“（" for line in lines[:-1]), width


def test_latin_words_and_numbers_are_not_broken():
    for line in wrap("Science and technology rises from 4.6 to 48.6", 14, 120):
        assert all(word in "Science and technology rises from 4.6 to 48.6".split() for word in line.split())


def test_lines_are_no_wider_than_asked():
    assert all(text_width(line, 20, bold=True) <= 300 for line in wrap("云岭市政府工作报告" * 9, 20, 300, bold=True))


def test_the_font_is_static_has_both_weights_and_every_common_character():
    from fontTools.ttLib import TTFont

    for weight, path in FILES.items():
        font = TTFont(path, lazy=True)
        assert "fvar" not in font and font["name"].getDebugName(1) == "Analysis Sans SC"
        assert font["OS/2"].usWeightClass == {"regular": 400, "bold": 700}[weight]
    assert missing("勠昇濛蹚，。“”（）—–−%‰①Ⅲ㎡→") == []
    assert missing("a😀") == ["😀"]


def test_the_font_has_every_character_of_the_real_reports(national_texts, provinces_texts, xiangjiang_texts):
    characters = {
        c for corpus in (national_texts, provinces_texts, xiangjiang_texts) for report in corpus for c in report.text
    }
    assert set(missing("".join(characters))) <= {"‱"}, "which Noto Sans SC itself lacks"


def test_labels_are_spread_without_changing_their_order():
    placed = spread([5.0, 5.1, 5.2, 0.0], 1.0, 0.0, 10.0)
    assert placed[3] == 0.0 and placed[0] < placed[1] < placed[2]
    assert min(b - a for a, b in zip(sorted(placed), sorted(placed)[1:], strict=False)) >= 1 - 1e-9
    assert spread([], 1, 0, 1) == []


def test_numbers_are_set_for_print():
    assert [number(x) for x in (-3.14, 0, 99.95, 1234, float("nan"))] == ["−3.1", "0", "100.0", "1,234", "–"]
