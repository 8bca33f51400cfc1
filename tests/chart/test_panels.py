"""Small multiples stand apart, inside their axes, each with a name that stays above it."""

import matplotlib.pyplot as plt
import pytest

from analysis.chart.canvas import Pen
from analysis.chart.fonts import register, text_width
from analysis.chart.panels import name_panel, panels
from analysis.chart.style import size_of, style_of

PEN = Pen(style_of("light"), size_of("web"), "en")


@pytest.fixture
def ax():
    with plt.rc_context({"font.family": register()}):
        figure = plt.Figure(figsize=(12, 6.75), dpi=100)
        yield figure.add_axes((0.05, 0.05, 0.9, 0.9))


def boxes(drawn):
    return [one.get_window_extent() for one in drawn]


def test_as_many_equal_panels_as_asked_for_stand_inside_and_apart(ax):
    found = panels(ax, PEN, 5, columns=3, left=40, between=20, under=15)
    own = boxes(found)
    assert len({(round(box.width, 6), round(box.height, 6)) for box in own}) == 1
    assert not any(one.overlaps(other) for i, one in enumerate(own) for other in own[:i])
    outer = ax.get_window_extent()
    assert all(outer.x0 <= box.x0 - 40 and box.x1 <= outer.x1 + 1e-6 for box in own), "labels left of it are inside too"
    assert all(outer.y0 <= box.y0 - 15 + 1e-6 for box in own)
    assert [round(box.x0) for box in own[3:]] == [round(box.x0) for box in own[:2]], "row by row"


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("农业", ["农业"]),
        ("Health and care of all in the city (医疗·养老)", ["Health and care of all in the city", "(医疗·养老)"]),
    ],
)  # fmt: skip
def test_a_name_stands_above_its_panel_and_terms_in_brackets_on_a_line_of_their_own(ax, name, lines):
    panel = panels(ax, PEN, 4, columns=4, left=30, between=20)[0]
    name_panel(panel, PEN, name, left=30, gid="name")
    [text] = [text for text in panel.texts if text.get_gid() == "name"]
    assert text.get_text().split("\n") == lines
    assert text.get_window_extent().y0 >= panel.get_window_extent().y1


def test_a_name_too_long_for_two_lines_ends_in_an_ellipsis_within_its_column(ax):
    first, second, *_ = panels(ax, PEN, 4, columns=4, left=30, between=20)
    name_panel(first, PEN, "Institutions, markets, prices and the whole of the economy of the province, " * 2, gid="a")
    [text] = first.texts
    assert text.get_text().count("\n") == 1 and text.get_text().endswith("…")
    assert text.get_window_extent().x1 < second.get_window_extent().x0


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("社会治理与公共安全 105", ["社会治理与公", "共安全 105"]),
        ("Law-based government and oversight (129)", ["Law-based government", "and oversight (129)"]),
        ("Foreign affairs (香港·澳门·台湾) (77)", ["Foreign affairs", "(香港·澳门·台湾) (77)"]),
    ],
)
def test_the_number_of_a_panel_does_not_stand_alone(ax, name, lines):
    # As wide as all but the number, which then would be what does not fit.
    wide = text_width(name.rsplit(" ", 1)[0], PEN.style.small, bold=True) + 10
    panel = ax.figure.add_axes((0.1, 0.1, wide / 1200, 0.5))
    name_panel(panel, PEN, name, gid="name")
    assert panel.texts[0].get_text().split("\n") == lines
