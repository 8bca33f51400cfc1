import numpy as np
import pytest
from matplotlib.figure import Figure

from analysis.chart.axes import LEADING, End, label_ends, name_columns, spread
from analysis.chart.canvas import Pen
from analysis.chart.style import LIGHT, SIZES
from analysis.errors import ChartError


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
    name_columns(ax, Pen(LIGHT, SIZES["web"], "zh"), [0, 1], names, length=12)
    labels = ax.get_xticklabels()
    assert [label.get_text() for label in labels] == said and {label.get_rotation() for label in labels} == {turned}


def labelled(ys, *, scale="linear", **where):
    """The labels at the ends of lines by name, as places in pixels, and the ends of their threads, in pixels too."""
    ax = Figure(figsize=(6, 3), dpi=100).add_axes((0.2, 0.1, 0.6, 0.8))
    ax.set_xscale(scale)
    ax.set(xlim=(1, 10), ylim=(0, 10))
    ends, free = ([End(10, y, name, "#000000", name) for name, y in own.items()] for own in (ys, where.pop("free", {})))
    label_ends(ax, Pen(LIGHT, SIZES["web"], "en"), ends, free=free, at=10, stem=12, length=15, **where)
    places = {text.get_gid(): ax.transData.transform(text.xy) for text in ax.texts}
    threads = [ax.transData.transform(line.get_xydata()) for line in ax.lines if line.get_gid() == "thread"]
    return places, threads


@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize("side", [1, -1])
def test_a_thread_leads_to_each_label_that_had_to_give_way_and_to_no_other(scale, side):
    places, threads = labelled({"jobs": 5.0, "farms": 5.0, "roads": 5.0, "health": 1.0}, scale=scale, side=side)
    ys = sorted(y for name, (_, y) in places.items() if name != "health")
    assert np.diff(ys) == pytest.approx([LEADING * 15] * 2)
    assert len(threads) == 2, "the middle one of the three stands where its line ends"
    for start, end in threads:
        assert end[0] - start[0] == pytest.approx(9 * side), "three pixels before the label"
        assert any(end[1] == pytest.approx(y) for y in ys) and start[1] == pytest.approx(places["farms"][1])


def test_labels_stay_within_the_axes_and_of_those_that_may_be_left_out_the_first_that_stand_free_are_written():
    places, threads = labelled({"jobs": 10.0, "farms": 0.0}, free={"roads": 5.0, "near": 5.1, "under": 9.9})
    assert list(places) == ["jobs", "farms", "roads"] and not threads
    assert places["jobs"][1] == pytest.approx(30 + 240 - 7.5) and places["farms"][1] == pytest.approx(30 + 7.5)


def test_many_labels_are_smaller_and_where_none_could_be_read_that_is_an_error():
    ax = Figure(figsize=(6, 1.5), dpi=100).add_axes((0.2, 0.1, 0.6, 0.8))  # 120 pixels high
    ax.set(xlim=(1, 10), ylim=(0, 10))
    pen = Pen(LIGHT, SIZES["web"], "en")
    ends = [End(10, 5.0, f"name {n}", "#000000", f"n{n}") for n in range(10)]
    label_ends(ax, pen, ends, at=10, stem=12, length=15)
    heights = sorted(ax.transData.transform(text.xy)[1] for text in ax.texts)
    assert {text.get_fontsize() for text in ax.texts} == {pen.pt(12)} and np.diff(heights).min() >= 12 - 1e-6
    with pytest.raises(ChartError, match="no room for 20 names at the ends of lines in size 'web'; choose fewer"):
        label_ends(ax, pen, ends * 2, at=10, stem=12, length=15)
