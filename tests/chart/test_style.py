"""Colours that readers can tell apart."""

import numpy as np
import pytest

from analysis.chart.style import DARK, LIGHT, style_of
from analysis.errors import ChartError

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


def _ciede2000(one, other) -> float:
    """The colour difference CIEDE2000, after Sharma, Wu and Dalal (2005), Color Research and Application 30."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = 0.5 * (1 - np.sqrt(mean**7 / (mean**7 + 25**7)))
    c1, c2 = np.hypot((1 + g) * a1, b1), np.hypot((1 + g) * a2, b2)
    h1, h2 = (np.degrees(np.arctan2(b, (1 + g) * a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    c, lightness = (c1 + c2) / 2, (l1 + l2) / 2
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    wave = sum(
        k * np.cos(np.radians(n * hue + p)) for k, n, p in ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.2, 4, -63))
    )
    dl = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / np.sqrt(20 + (lightness - 50) ** 2))
    dc, dh = (
        (c2 - c1) / (1 + 0.045 * c),
        2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2)) / (1 + 0.015 * c * (1 + wave)),
    )
    rotation = -2 * np.sqrt(c**7 / (c**7 + 25**7)) * np.sin(np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2))))
    return float(np.sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh))


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_of_colours_is_that_of_the_published_pairs(one, other, published):
    assert _ciede2000(one, other) == pytest.approx(published, abs=5e-5)


both = pytest.mark.parametrize("style", [LIGHT, DARK], ids=["light", "dark"])


@pytest.mark.parametrize("sight", list(_SIGHT))
@both
def test_eight_colours_can_be_told_apart(style, sight):
    seen = [_lab(np.asarray(_SIGHT[sight]) @ _linear(colour)) for colour in style.palette]
    distances = [_ciede2000(a, b) for i, a in enumerate(seen) for b in seen[i + 1 :]]
    assert len(style.palette) == 8 and min(distances) > 12, "1 is just noticeable"
    assert min(np.linalg.norm(a - b) for i, a in enumerate(seen) for b in seen[i + 1 :]) > 20, "CIE76"
    rest = _lab(np.asarray(_SIGHT[sight]) @ _linear(style.rest))
    assert min(_ciede2000(colour, rest) for colour in seen) > 15, "what is highlighted, from what is not"
    assert min(np.linalg.norm(colour - rest) for colour in seen) > 20, "CIE76"


def _contrast(one: str, other: str) -> float:
    dark, light = sorted(float(_XYZ[1] @ _linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


@both
def test_colours_and_words_stand_out_from_the_paper(style):
    for colour, least in [*((c, 3.0) for c in (*style.palette, style.bar)), (style.ink, 7.0), (style.soft, 4.5)]:
        assert _contrast(style.paper, colour) >= least, colour
    assert _contrast(style.bar, style.ink) >= 3, "an interval is read on its bar"


@both
def test_the_ramp_goes_one_way(style):
    steps = [_contrast(style.paper, colour) for colour in style.ramp]
    assert steps == sorted(steps)


def test_an_unknown_style_is_one_sentence():
    with pytest.raises(ChartError, match="style='sepia': there are light, dark"):
        style_of("sepia")
