from analysis import chart
from tests.chart.frames import themes


def test_a_trend_leaves_gaps_where_years_are_missing():
    frame = themes(years=(1960, 1964, 1975, 1978, 1979))
    figure = chart.theme_trend(frame, highlight="technology")
    runs = [line for line in figure.axes[0].lines if line.get_gid() == "line-technology"]
    assert [list(line.get_xdata()) for line in runs] == [[1960], [1964], [1975], [1978, 1979]]
