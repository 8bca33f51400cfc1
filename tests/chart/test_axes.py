import pytest
from matplotlib.figure import Figure

from analysis.chart.axes import name_columns, spread
from analysis.chart.canvas import Pen
from analysis.chart.style import size_of, style_of


def test_labels_are_spread_without_changing_their_order():
    placed = spread([5.0, 5.1, 5.2, 0.0], 1.0, 0.0, 10.0)
    assert placed[3] == 0.0 and placed[0] < placed[1] < placed[2]
    assert min(b - a for a, b in zip(sorted(placed), sorted(placed)[1:], strict=False)) >= 1 - 1e-9
    assert spread([], 1, 0, 1) == []


@pytest.mark.parametrize(
    ("names", "width", "said", "turned"),
    [
        (["北京", "天津"], 4, ["北京", "天津"], 0),
        (["内蒙古", "天津"], 0.5, ["内\n蒙\n古", "天\n津"], 0),
        (["Tianjin", "Beijing"], 0.5, ["Tianjin", "Beijing"], 90),
        (["北京 2030", "天津 2030"], 0.5, ["北京 2030", "天津 2030"], 90),
    ],
)
def test_names_under_narrow_columns_stand_upright_or_are_turned(names, width, said, turned):
    ax = Figure(figsize=(width, 2)).subplots()
    ax.set_xlim(-0.5, 1.5)
    name_columns(ax, Pen(style_of("light"), size_of("web"), "zh"), [0, 1], names, length=12)
    labels = ax.get_xticklabels()
    assert [label.get_text() for label in labels] == said and {label.get_rotation() for label in labels} == {turned}
