"""Is a word used more in one set of texts than in another, and by how much? Counts in, numbers out.

Every function takes ``a`` and ``b``, the word's counts in target and reference, and ``n1`` and ``n2``, their sizes in
words; all may be arrays. Conventions differ between packages. Ours: G2 and chi-squared over all four cells of the
table, without a correction unless asked for; the log-ratio without smoothing, so that a word absent from one side is
infinitely far; its conservative bound (LRC) from Clopper and Pearson's interval, Bonferroni-corrected for ``tests``.
"""

import numpy as np

CORRECTIONS = ("none", "yates", "williams")


def log_ratio(a, b, n1, n2) -> np.ndarray:
    """Binary logarithm of the ratio of relative frequencies (Hardie 2014): 1 is twice as frequent; 0 if absent in both.

    >>> log_ratio(20, 10, 1000, 1000).item()
    1.0
    """
    a, b, n1, n2 = _floats(a, b, n1, n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.log2(np.where(n1 > 0, a / n1, 0) / np.where(n2 > 0, b / n2, 0))
    return np.where((a == 0) & (b == 0), 0.0, ratio)


def log_ratio_bound(a, b, n1, n2, *, level: float = 0.95, tests: int = 1) -> np.ndarray:
    """Conservative log-ratio LRC (Evert 2022): the end of its interval nearer to 0, or 0 where the interval holds 0.

    ``tests`` is the number of words compared (Bonferroni). A word can only rank high if it is surely more frequent.
    """
    from scipy.stats import beta

    a, b, n1, n2 = _floats(a, b, n1, n2)
    alpha = (1 - level) / tests
    with np.errstate(divide="ignore", invalid="ignore"):
        low = np.where(a > 0, beta.ppf(alpha / 2, a, b + 1), 0.0)
        high = np.where(b > 0, beta.isf(alpha / 2, a + 1, b), 1.0)
        low, high = (np.log2((n2 / n1) * p / (1 - p)) for p in (low, high))
    over = a / n1 >= b / n2
    return np.where(a + b == 0, 0.0, np.where(over, np.maximum(low, 0), np.minimum(high, 0)))


def g2(a, b, n1, n2, *, correction: str = "none") -> np.ndarray:
    """Log-likelihood ratio G2 over the four cells (Dunning 1993); correction: none, yates or williams."""
    table, expected = _table(a, b, n1, n2)
    if _known(correction) == "yates":
        table = _yates(table, expected)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(table > 0, table * np.log(table / expected), 0.0)
    value = np.maximum(2 * terms.sum(axis=0), 0.0)
    return value / _williams(a, b, n1, n2) if correction == "williams" else value


def g2_two_cells(a, b, n1, n2) -> np.ndarray:
    """Rayson and Garside's log-likelihood (2000), over the word's two cells only, as web calculators print it."""
    a, b, n1, n2 = _floats(a, b, n1, n2)
    mean = (a + b) / (n1 + n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = (np.where(x > 0, x * np.log(x / (n * mean)), 0.0) for x, n in ((a, n1), (b, n2)))
        return 2 * sum(terms)


def chi2(a, b, n1, n2, *, correction: str = "none") -> np.ndarray:
    """Pearson's chi-squared; ``"yates"`` caps the correction at the difference, as R and SciPy do."""
    table, expected = _table(a, b, n1, n2)
    if _known(correction) == "yates":
        table = _yates(table, expected)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.nansum((table - expected) ** 2 / expected, axis=0)
    return value / _williams(a, b, n1, n2) if correction == "williams" else value


def p_value(statistic) -> np.ndarray:
    """Probability of a G2 or chi-squared this large by chance, one degree of freedom."""
    from scipy.stats import chi2 as distribution

    return distribution.sf(statistic, 1)


def fisher(a: int, b: int, n1: int, n2: int, *, alternative: str = "two-sided") -> tuple[float, float]:
    """Fisher's exact test of one word: (conditional maximum-likelihood odds ratio, p-value), as R's fisher.test."""
    from scipy.stats import fisher_exact
    from scipy.stats.contingency import odds_ratio as conditional

    table = [[int(a), int(b)], [int(n1 - a), int(n2 - b)]]
    return float(conditional(table).statistic), float(fisher_exact(table, alternative=alternative).pvalue)


def odds_ratio(a, b, n1, n2) -> np.ndarray:
    """Odds of the word in the target over its odds in the reference."""
    a, b, n1, n2 = _floats(a, b, n1, n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (a / (n1 - a)) / (b / (n2 - b))


def percent_difference(a, b, n1, n2) -> np.ndarray:
    """%DIFF (Gabrielatos and Marchi 2011): by how many percent the target's rate exceeds the reference's."""
    a, b, n1, n2 = _floats(a, b, n1, n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        return ((a / n1) / (b / n2) - 1) * 100


def difference_coefficient(a, b, n1, n2) -> np.ndarray:
    """Hofland and Johansson's coefficient (1982): difference of the rates over their sum, from -1 to 1."""
    a, b, n1, n2 = _floats(a, b, n1, n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (a / n1 - b / n2) / (a / n1 + b / n2)


def simple_maths(a, b, n1, n2, *, smoothing: float = 1.0) -> np.ndarray:
    """Kilgarriff's simple maths (2009): ratio of rates per million, ``smoothing`` added to each."""
    a, b, n1, n2 = _floats(a, b, n1, n2)
    return (a / n1 * 1e6 + smoothing) / (b / n2 * 1e6 + smoothing)


def _floats(*values) -> list[np.ndarray]:
    return [np.asarray(value, dtype=float) for value in values]


def _table(a, b, n1, n2) -> tuple[np.ndarray, np.ndarray]:
    a, b, n1, n2 = np.broadcast_arrays(*_floats(a, b, n1, n2))
    table = np.stack([a, b, n1 - a, n2 - b])
    words, others, total = a + b, n1 + n2 - a - b, n1 + n2
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = np.stack([n1 * words, n2 * words, n1 * others, n2 * others]) / total
    return table, expected


def _known(correction: str) -> str:
    if correction not in CORRECTIONS:
        raise ValueError(f"correction={correction!r} is not known; use one of {', '.join(CORRECTIONS)}")
    return correction


def _yates(table: np.ndarray, expected: np.ndarray) -> np.ndarray:
    gap = table - expected
    return table - np.sign(gap) * np.minimum(0.5, np.abs(gap))


def _williams(a, b, n1, n2) -> np.ndarray:
    # Williams (1976): q >= 1, by which the statistic is divided (quanteda multiplies, which is a mistake).
    a, b, n1, n2 = _floats(a, b, n1, n2)
    total = n1 + n2
    columns = total / n1 + total / n2 - 1
    with np.errstate(divide="ignore", invalid="ignore"):
        rows = total / (a + b) + total / (total - a - b) - 1
    return 1 + columns * rows / (6 * total)
