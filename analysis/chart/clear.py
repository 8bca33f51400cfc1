"""Whether one rate may be called higher than another, from the interval that each carries."""

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

    Rates without intervals are compared as they are: the chart then says nothing of chance.

    >>> clearly_above({"rate": 9, "low": 7, "high": 11}, {"rate": 5, "low": 3, "high": 7.5})
    True
    >>> clearly_above({"rate": 9, "low": 5, "high": 13}, {"rate": 5, "low": 3, "high": 7.5})
    False
    """
    low, _ = difference(one, other)
    return bool(low > 0 if low == low else one["rate"] > other["rate"])
