"""Intervals of a proportion, and corrections for asking many questions at once: scipy's, under this package's names."""

import numpy as np

ADJUSTMENTS = ("bh", "by", "holm", "bonferroni")


def wilson(successes: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval (1927) of ``successes`` out of ``trials``; (NaN, NaN) where there were no trials.

    >>> [round(x, 3) for x in wilson(15, 148)]
    [0.062, 0.16]
    """
    from scipy.stats import binomtest

    if not trials:
        return float("nan"), float("nan")
    found = binomtest(int(successes), int(trials)).proportion_ci(level, method="wilson")
    return float(found.low), float(found.high)


def clopper_pearson(successes, trials, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Clopper and Pearson's exact interval (1934) of ``successes`` out of ``trials``, numbers or arrays of them.

    >>> [float(end.round(3)) for end in clopper_pearson(0, 78)]
    [0.0, 0.046]
    """
    from scipy.stats import beta

    found, of = np.asarray(successes), np.asarray(trials)
    tail = (1 - level) / 2
    low = np.where(found > 0, beta.ppf(tail, np.maximum(found, 1), of - found + 1), 0.0)
    high = np.where(found < of, beta.ppf(1 - tail, found + 1, np.maximum(of - found, 1)), 1.0)
    return np.where(of > 0, low, np.nan), np.where(of > 0, high, np.nan)


def adjust(p, method: str = "bh") -> np.ndarray:
    """Adjust p-values for their number: ``"bh"`` (Benjamini and Hochberg 1995, the default), by, holm, bonferroni.

    A missing p-value stays missing and does not count. The results are R's ``p.adjust``.

    >>> adjust([0.01, 0.02, 0.04]).round(3).tolist()
    [0.03, 0.03, 0.04]
    """
    if method not in ADJUSTMENTS:
        raise ValueError(f"method={method!r} is not known; use one of {', '.join(ADJUSTMENTS)}")
    p = np.asarray(p, dtype=float)
    known = ~np.isnan(p)
    result = np.full(p.shape, np.nan)
    if known.any():
        result[known] = _adjusted(p[known], method)
    return result


def _adjusted(p: np.ndarray, method: str) -> np.ndarray:
    if method in {"bh", "by"}:
        from scipy.stats import false_discovery_control

        return false_discovery_control(p, method=method)
    if method == "bonferroni":
        return np.minimum(p * len(p), 1)
    order = np.argsort(p, kind="stable")
    result = np.empty_like(p)
    result[order] = np.maximum.accumulate(np.minimum(p[order] * np.arange(len(p), 0, -1), 1))
    return result
