"""Frequencies lowered where a word is bunched in one place, by the parts it stands in or by the gaps between its uses.

Formulas after Gries, S. Th. (2008): Dispersions and adjusted frequencies in corpora. International Journal of Corpus
Linguistics 13(4), 403-437. Every measure of a word that does not occur is 0.
"""

from collections.abc import Callable

import numpy as np

from analysis.stats.dispersion import carroll_d2, juilland_d


def carroll_um(counts) -> float:
    """Carroll's Um: the count, lowered towards the mean of the parts as D2 falls."""
    total, evenness = float(np.sum(counts)), carroll_d2(counts)
    return total * evenness + (1 - evenness) * total / len(counts)


def juilland_u(counts) -> float:
    """Juilland's U: the count times Juilland's D."""
    return juilland_d(counts) * float(np.sum(counts))


def rosengren_kf(counts) -> float:
    """Rosengren's KF: the squared sum of the counts' roots over the number of parts."""
    return float(np.sqrt(counts).sum() ** 2 / len(counts))


def engwall_fm(counts) -> float:
    """Engwall's FM: the count times the share of parts in which the word occurs."""
    return float(np.sum(counts) * np.mean(np.asarray(counts) > 0))


def kromer_ur(counts) -> float:
    """Kromer's UR: each further use in a part counts less (1, 1/2, 1/3 ...)."""
    from scipy.special import digamma

    return float((digamma(np.asarray(counts) + 1) + np.euler_gamma).sum())


def gaps(positions, length: int) -> np.ndarray:
    """Return the distances from each use to the one before, the text taken as a ring; positions count from 1.

    >>> gaps([2, 4, 50], 50).tolist()
    [2, 2, 46]
    """
    positions = np.sort(np.asarray(positions, dtype=np.int64))
    return np.diff(positions, prepend=positions[-1] - length) if len(positions) else positions


def average_reduced_frequency(positions, length: int) -> float:
    """ARF (Savický and Hlaváčová 2002): uses closer together than even spacing count less."""
    between = gaps(positions, length)
    if not len(between):
        return 0.0
    even = length / len(between)
    return float(np.minimum(between, even).sum() / even)


def average_waiting_time(positions, length: int) -> float:
    """AWT: how many words a reader waits, on average, for the next use."""
    between = gaps(positions, length)
    return float((1 + (between**2).sum() / length) / 2) if len(between) else 0.0


def average_logarithmic_distance(positions, length: int) -> float:
    """ALD: the mean decimal logarithm of the distance to the next use."""
    between = gaps(positions, length)
    return float((between * np.log10(between)).sum() / length) if len(between) else 0.0


def frequency_by_waiting_time(positions, length: int) -> float:
    """f_AWT: the frequency an evenly spread word with this AWT would have."""
    between = gaps(positions, length)
    return float(length**2 / (between**2).sum()) if len(between) else 0.0


def frequency_by_logarithmic_distance(positions, length: int) -> float:
    """f_ALD: the frequency an evenly spread word with this ALD would have."""
    return float(length * 10 ** -average_logarithmic_distance(positions, length)) if len(positions) else 0.0


BY_PARTS: dict[str, Callable[..., float]] = {
    "carroll_um": carroll_um,
    "juilland_u": juilland_u,
    "rosengren_kf": rosengren_kf,
    "engwall_fm": engwall_fm,
    "kromer_ur": kromer_ur,
}
BY_GAPS: dict[str, Callable[..., float]] = {
    "arf": average_reduced_frequency,
    "awt": average_waiting_time,
    "ald": average_logarithmic_distance,
    "f_awt": frequency_by_waiting_time,
    "f_ald": frequency_by_logarithmic_distance,
}
