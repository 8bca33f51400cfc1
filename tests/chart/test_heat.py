import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from analysis import chart
from analysis.chart.heat import ceiling
from analysis.chart.style import STYLES
from tests.chart.frames import comparisons, themes


@pytest.mark.parametrize(("most", "end"), [(0.7, 0.8), (9.0, 10), (11, 12), (23, 24), (45, 50), (61, 80), (100, 100)])
def test_the_scale_ends_at_a_round_number_above_the_cells(most, end):
    assert ceiling(np.array([[0.0, most]])) == pytest.approx(end)


def test_one_cell_in_a_hundred_does_not_make_the_others_pale():
    values = np.full((20, 20), 10.0)
    values[0, 0] = 1000.0
    assert ceiling(values) == 10.0


def test_a_map_of_zeros_has_a_scale():
    assert ceiling(np.zeros((2, 2))) == 1.0


def test_a_cell_beyond_the_scale_is_said_to_be_beyond():
    def last(frame):
        return chart.theme_heatmap(frame, by="year").axes[0].child_axes[0].get_xticklabels()[-1].get_text()

    frame = themes(years=range(1990, 2026), count=10)
    assert not last(frame).startswith("≥")
    frame.loc[0, "rate"] = 900.0
    assert last(frame).startswith("≥ ")


def _light(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return float(np.dot((0.2126, 0.7152, 0.0722), parts))


@pytest.mark.parametrize("style", list(STYLES))
def test_figures_in_cells_can_be_read_on_every_step_of_the_ramp(style):
    """Contrast after WCAG 2.2, which asks for 3 of large text and 4.5 of small: on the middle step neither ink does."""
    figure = chart.theme_heatmap(themes(years=range(2016, 2026), rates=[0.0, 8.0, 16.0, 24.0]), style=style)
    axes = figure.axes[0]
    colours = axes.collections[0].to_rgba(axes.collections[0].get_array()).reshape(-1, 4)
    texts = [text for text in axes.texts if text.get_gid() == "value"]
    assert len(texts) == len(colours) == 40
    for text, cell in zip(texts, colours, strict=True):
        one, other = sorted((_light(to_hex(text.get_color())), _light(to_hex(cell))))
        assert (other + 0.05) / (one + 0.05) >= 4


@pytest.mark.parametrize("name", ["theme_heatmap", "wording"])
def test_the_legend_stands_over_the_map_wherever_a_layout_moves_it(name):
    figure = Figure(figsize=(14, 6), layout="constrained")
    _, ax = figure.subplots(1, 2)
    getattr(chart, name)(themes(years=(2024, 2025)) if name == "theme_heatmap" else comparisons()[name], ax=ax)
    before = ax.bbox.extents
    figure.draw_without_rendering()
    assert not np.allclose(before, ax.bbox.extents)
    [scale] = ax.child_axes
    assert 0 < scale.bbox.y0 - ax.bbox.y1 < 30 and 0 < ax.bbox.x1 - scale.bbox.x1 < 30


@pytest.mark.parametrize("top", [1, 2, 2.4, 3, 5, 7, 100, 120])
def test_the_numbers_under_the_scale_are_those_of_its_marks(top):
    frame = themes(years=(2024, 2025), rates=[top, top, 0.1, top / 3])
    scale = chart.theme_heatmap(frame, by="year").axes[0].child_axes[0]
    said = [float(label.get_text().removeprefix("≥ ")) for label in scale.get_xticklabels()]
    assert said == pytest.approx(list(scale.get_xticks()))
