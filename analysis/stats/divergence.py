"""How far two distributions of words are from each other."""

import numpy as np


def jensen_shannon(first, second) -> float:
    """Return the Jensen-Shannon divergence of two distributions, base 2: 0 for the same, 1 for nothing in common.

    Counts are divided by their sum. What stands in neither contributes nothing.

    >>> jensen_shannon([1, 0], [0, 1])
    1.0

    References
    ----------
    Lin, J. (1991): Divergence measures based on the Shannon entropy. IEEE Transactions on Information Theory 37.
    """
    p, q = (np.asarray(x, dtype=float) / np.sum(x) for x in (first, second))
    middle = (p + q) / 2
    return float(max(0.0, (_information(p, middle) + _information(q, middle)) / 2))


def _information(p: np.ndarray, middle: np.ndarray) -> float:
    there = p > 0
    return float((p[there] * np.log2(p[there] / middle[there])).sum())
