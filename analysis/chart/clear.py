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
    """Return whether the 95% intervals of two rates share nothing, for a movement picked from many as the largest.

    Among many the largest looks clear by chance: twenty that did not move hold one beyond the 95% interval of its
    difference. Intervals that stand apart ask for more, of one pair about p < 0.006 (Schenker and Gentleman 2001, The
    American Statistician 55:182), and the reader sees on the chart whether they do.

    >>> apart({"rate": 9, "low": 8, "high": 11}, {"rate": 5, "low": 3, "high": 7.5})
    True
    >>> one, other = {"rate": 9, "low": 7, "high": 11}, {"rate": 5, "low": 3, "high": 7.5}
    >>> apart(one, other), clearly_above(one, other)
    (False, True)
    """
    return bool(one["low"] > other["high"] or other["low"] > one["high"])


def doubt(one: Mapping, other: Mapping, lang: str, *, picked: bool = False) -> str:
    """Return what to say after two different rates: nothing where one is clearly above the other, else why not.

    ``picked``: the two were picked from many pairs as the furthest apart, so that their intervals must be apart too.

    >>> doubt({"rate": 9, "low": 5, "high": 13}, {"rate": 5, "low": 3, "high": 7.5}, "en")
    ', within the margin of error'
    >>> doubt({"rate": 9, "low": 7, "high": 11}, {"rate": 5, "low": 3, "high": 7.5}, "en", picked=True)
    ', intervals overlap'
    """
    low, high = difference(one, other)
    if low != low or high != high:
        return {"zh": "，未测误差", "en": " (margin of error not measured)"}[lang]
    if low <= 0 <= high:
        return {"zh": "，在误差范围内", "en": ", within the margin of error"}[lang]
    if picked and not apart(one, other):
        return {"zh": "，区间有重叠", "en": ", intervals overlap"}[lang]
    return ""
