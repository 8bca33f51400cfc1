from analysis.chart.numbers import number


def test_numbers_are_set_for_print():
    assert [number(x) for x in (-3.14, 0, 99.95, 1234, float("nan"))] == ["−3.1", "0", "100.0", "1,234", "–"]
    assert [number(-0.01), number(-0.4, 0), number(-1234.5)] == ["0.0", "0", "−1,234"]
