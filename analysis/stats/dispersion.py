"""How evenly the occurrences of a word are spread over the parts of a text.

Formulas after Gries, S. Th. (2008): Dispersions and adjusted frequencies in corpora. International Journal of Corpus
Linguistics 13(4), 403-437; DPnorm after Lijffijt, J. and Gries, S. Th. (2012), ibid. 17(1), 147-149. Every measure of
a word that does not occur is 0.
"""

from collections.abc import Callable

import numpy as np


def dp(counts, sizes=None) -> float:
    """Gries' deviation of proportions: 0 is spread like the parts' sizes, near 1 is all in one small part."""
    shares, expected = _shares(counts, sizes)
    return float(np.abs(shares - expected).sum() / 2) if shares.any() else 0.0


def dp_norm(counts, sizes=None) -> float:
    """Gries' DP divided by its maximum, so that 1 is reached: all occurrences in the smallest part.

    >>> round(dp_norm([2, 1, 0]), 9)
    0.5
    """
    _, expected = _shares(counts, sizes)
    most = 1 - expected.min()
    return float(dp(counts, sizes) / most) if most > 0 else 0.0


def kl_divergence(counts, sizes=None) -> float:
    """Kullback-Leibler divergence of the occurrences from the parts' sizes, in bits."""
    shares, expected = _shares(counts, sizes)
    at = shares > 0
    return float((shares[at] * np.log2(shares[at] / expected[at])).sum())


def part_range(counts, sizes=None) -> float:
    """The number of parts in which the word occurs."""
    return float((np.asarray(counts) > 0).sum())


def standard_deviation(counts, sizes=None) -> float:
    """The population standard deviation of the counts."""
    return float(np.std(counts))


def variation_coefficient(counts, sizes=None) -> float:
    """The standard deviation over the mean of the counts."""
    mean = np.mean(counts)
    return float(np.std(counts) / mean) if mean else 0.0


def juilland_d(counts, sizes=None) -> float:
    """Juilland's D, on relative frequencies where parts differ in size: 1 is even."""
    rates = _rates(counts, sizes)
    if not rates.any() or len(rates) < 2:
        return 0.0
    return float(1 - np.std(rates) / np.mean(rates) / np.sqrt(len(rates) - 1))


def carroll_d2(counts, sizes=None) -> float:
    """Carroll's D2, the entropy of relative frequencies over its maximum: 1 is even."""
    rates = _rates(counts, sizes)
    if not rates.any() or len(rates) < 2:
        return 0.0
    shares = rates[rates > 0] / rates.sum()
    return float(-(shares * np.log2(shares)).sum() / np.log2(len(rates)))


def rosengren_s(counts, sizes=None) -> float:
    """Rosengren's S: 1 is even, the share of the smallest part is the least."""
    counts = np.asarray(counts, dtype=float)
    total = counts.sum()
    return float(np.sqrt(counts * _expected(counts, sizes)).sum() ** 2 / total) if total else 0.0


def lyne_d3(counts, sizes=None) -> float:
    """Lyne's D3, from chi-squared: 1 is even. Defined for parts of equal size."""
    counts = np.asarray(counts, dtype=float)
    total = counts.sum()
    if not total:
        return 0.0
    even = total / len(counts)
    return float(1 - ((counts - even) ** 2 / even).sum() / (4 * total))


def zhang_dc(counts, sizes=None) -> float:
    """Zhang's distributional consistency: 1 is even. Defined for parts of equal size."""
    mean = np.mean(counts)
    return float(np.sqrt(counts).mean() ** 2 / mean) if mean else 0.0


def _expected(counts, sizes) -> np.ndarray:
    sizes = np.ones(len(counts)) if sizes is None else np.asarray(sizes, dtype=float)
    return sizes / sizes.sum()


def _shares(counts, sizes) -> tuple[np.ndarray, np.ndarray]:
    counts = np.asarray(counts, dtype=float)
    total = counts.sum()
    return (counts / total if total else counts), _expected(counts, sizes)


def _rates(counts, sizes) -> np.ndarray:
    return np.asarray(counts, dtype=float) / _expected(counts, sizes)


STATISTICS: dict[str, Callable[..., float]] = {
    "dp_norm": dp_norm,
    "dp": dp,
    "juilland_d": juilland_d,
    "carroll_d2": carroll_d2,
    "rosengren_s": rosengren_s,
    "lyne_d3": lyne_d3,
    "zhang_dc": zhang_dc,
    "kl_divergence": kl_divergence,
    "variation_coefficient": variation_coefficient,
    "standard_deviation": standard_deviation,
    "range": part_range,
}
