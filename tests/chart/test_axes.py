from analysis.chart.axes import spread


def test_labels_are_spread_without_changing_their_order():
    placed = spread([5.0, 5.1, 5.2, 0.0], 1.0, 0.0, 10.0)
    assert placed[3] == 0.0 and placed[0] < placed[1] < placed[2]
    assert min(b - a for a, b in zip(sorted(placed), sorted(placed)[1:], strict=False)) >= 1 - 1e-9
    assert spread([], 1, 0, 1) == []
