from math import sqrt

import pytest

from analysis.chart.clear import apart, clearly_above, difference, doubt


def wilson(hits: int, n: int) -> dict:
    p, z = hits / n, 1.959964
    middle, half = 2 * n * p + z**2, z * sqrt(z**2 + 4 * n * p * (1 - p))
    return {"rate": p, "low": (middle - half) / (2 * (n + z**2)), "high": (middle + half) / (2 * (n + z**2))}


def test_the_interval_of_a_difference_is_newcombes():
    """Newcombe 1998, Statistics in Medicine 17:873, table II, method 10: 56/70 less 48/80."""
    assert difference(wilson(56, 70), wilson(48, 80)) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_of_rates_without_intervals_none_is_clearly_above():
    bare = {"low": float("nan"), "high": float("nan")}
    assert not clearly_above({"rate": 2.0} | bare, {"rate": 1.0} | bare)
    assert doubt({"rate": 2.0} | bare, {"rate": 1.0} | bare, "en") == " (margin of error not measured)"


def test_a_movement_is_clear_only_where_the_intervals_share_nothing():
    one, near, far = ({"rate": r, "low": r - 2, "high": r + 2} for r in (10.0, 6.5, 5.5))
    assert clearly_above(one, near) and doubt(one, near, "en") == ", intervals overlap"
    assert apart(one, far) and doubt(one, far, "en") == ""
    touching = {"rate": 6.0, "low": 4.0, "high": 8.0}
    assert not apart(one, touching)
    assert not apart(one, {"rate": 1.0, "low": float("nan"), "high": float("nan")})


def test_of_an_interval_with_one_end_the_margin_of_error_is_not_measured():
    one, other = {"rate": 9.0, "low": 8.0, "high": float("nan")}, {"rate": 5.0, "low": float("nan"), "high": 6.0}
    assert doubt(one, other, "en") == doubt(other, one, "en") == " (margin of error not measured)"
