"""Intervals of a proportion, and corrections for asking many questions at once: scipy's, under this package's names."""

import numpy as np

ADJUSTMENTS = ("bh", "by", "holm", "bonferroni")


def wilson(successes: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval (1927) of ``successes`` out of ``trials``; (NaN, NaN) where there were no trials.

    >>> [round(x, 3) for x in wilson(15, 148)]
    [0.062, 0.16]
    """
    return _proportion(successes, trials, level, "wilson")


def clopper_pearson(successes: int, trials: int, level: float = 0.95) -> tuple[float, float]:
    """Clopper and Pearson's exact interval (1934) of ``successes`` out of ``trials``."""
    return _proportion(successes, trials, level, "exact")


def _proportion(successes: int, trials: int, level: float, method: str) -> tuple[float, float]:
    from scipy.stats import binomtest

    if not trials:
        return float("nan"), float("nan")
    found = binomtest(int(successes), int(trials)).proportion_ci(level, method=method)
    return float(found.low), float(found.high)


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
