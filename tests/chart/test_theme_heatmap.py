from analysis import chart
from tests.chart.frames import themes


def test_a_heat_map_keeps_time_even():
    figure = chart.theme_heatmap(themes(years=(2000, 2001, 2005)))
    cells = figure.axes[0].collections[0].get_array()
    assert cells.shape == (4, 6) and cells.mask[:, 2:5].all()
