"""Whether one rate may be called higher than another, from the interval that each carries, and what is said if not.

Rates without intervals may not: a title then states them, and that their margin of error was not measured.
"""

from collections.abc import Mapping
from math import hypot


def difference(one: Mapping, other: Mapping) -> tuple[float, float]:
    """Return the 95% interval of ``one`` minus ``other``, each a mapping of rate, low and high, taken as independent.

    The method of variance estimates recovery: Zou and Donner 2008, Statistics in Medicine 27:1693, after Newcombe 1998.

    >>> low, high = difference({"rate": 9, "low": 6, "high": 12}, {"rate": 5, "low": 1, "high": 9})
    >>> low, high
    (-1.0, 9.0)
    """
    middle = one["rate"] - other["rate"]
    below = hypot(one["rate"] - one["low"], other["high"] - other["rate"])
    above = hypot(one["high"] - one["rate"], other["rate"] - other["low"])
    return float(middle - below), float(middle + above)


def clearly_above(one: Mapping, other: Mapping) -> bool:
    """Return whether ``one`` is above ``other`` beyond the 95% interval of their difference.

    Of rates without intervals none is.

    >>> clearly_above({"rate": 9, "low": 7, "high": 11}, {"rate": 5, "low": 3, "high": 7.5})
    True
    >>> clearly_above({"rate": 9, "low": 5, "high": 13}, {"rate": 5, "low": 3, "high": 7.5})
    False
    """
    low, _ = difference(one, other)
    return low > 0


def apart(one: Mapping, other: Mapping) -> bool:
    """Return whether the 95% intervals of two rates share nothing.

    A trend says "rises" only then: intervals that stand apart ask for more than a test of one pair, about p < 0.006
    (Schenker and Gentleman 2001, The American Statistician 55:182), for its lines are picked from many, and the reader
    sees on the chart whether they do. Intervals that overlap do not rule a change out: ``chart.compare_years`` tests
    it.

    >>> apart({"rate": 9, "low": 8, "high": 11}, {"rate": 5, "low": 3, "high": 7.5})
    True
    >>> one, other = {"rate": 9, "low": 7, "high": 11}, {"rate": 5, "low": 3, "high": 7.5}
    >>> apart(one, other), clearly_above(one, other)
    (False, True)
    """
    return bool(one["low"] > other["high"] or other["low"] > one["high"])


def doubt(one: Mapping, other: Mapping, lang: str) -> str:
    """Return what to say after two different rates: nothing where their intervals are apart, else that they are not.

    >>> doubt({"rate": 9, "low": 8, "high": 11}, {"rate": 5, "low": 3, "high": 7.5}, "en")
    ''
    >>> doubt({"rate": 9, "low": 7, "high": 11}, {"rate": 5, "low": 3, "high": 7.5}, "en")
    ', intervals overlap'
    """
    if any(row[end] != row[end] for row in (one, other) for end in ("low", "high")):
        return {"zh": "，未测误差", "en": " (margin of error not measured)"}[lang]
    return "" if apart(one, other) else {"zh": "，区间有重叠", "en": ", intervals overlap"}[lang]
