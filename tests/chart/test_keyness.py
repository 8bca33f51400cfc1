from analysis import chart
from tests.chart.frames import comparisons


def test_bars_of_the_two_sides_grow_apart_and_show_both_counts():
    frame = comparisons()["keyness"]
    figure = chart.keyness(frame, most=5, lang="en")
    widths = [bar.get_width() for bar in figure.axes[0].patches]
    assert sorted(w > 0 for w in widths) == [False] * 5 + [True] * 5
    top = frame.sort_values("log_odds_z", ascending=False).iloc[0]
    shown = {text.get_text() for text in figure.axes[0].texts}
    assert f"{top['term']}  {top['count_target']}:{top['count_reference']}" in shown
