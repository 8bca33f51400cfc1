import pytest

from analysis import chart, measure, read


@pytest.mark.parametrize("size", ["web", "wechat"])
def test_bars_are_in_proportion_and_numbers_stay_inside(size):
    terms = measure.contributions(read.corpus("national").select(year=2025))
    figure = chart.wordcloud(terms, size=size)
    [bars] = [ax for ax in figure.axes[0].child_axes if ax.patches]
    widths = [patch.get_width() for patch in bars.patches]
    assert widths == sorted(widths, reverse=True) and len(widths) >= 5
    unit = bars.patches[0].get_window_extent().width / widths[0]
    assert all(
        p.get_window_extent().width == pytest.approx(unit * w) for p, w in zip(bars.patches, widths, strict=True)
    )
