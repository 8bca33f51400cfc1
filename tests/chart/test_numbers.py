from analysis.chart.numbers import number


def test_numbers_are_set_for_print():
    assert [number(x) for x in (-3.14, 0, 99.95, 1234, float("nan"))] == ["−3.1", "0", "100.0", "1,234", "–"]
