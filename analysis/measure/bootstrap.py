"""Uncertainty by resampling the units of a text (after Benoit, Laver and Mikhaylov 2009).

The coded text is treated as a sample of units (paragraphs, or sentences) that the author might have written; drawing
as many units again, with replacement, shows how far a rate depends on a few of them. Draws are multinomial
weights, so that 1,000 of them are one matrix product.

Benoit, K., Laver, M. and Mikhaylov, S. (2009): Treating Words as Data with Error. American Journal of Political
Science 53(2), 495-513.
"""

import hashlib

import numpy as np

from analysis.errors import CorpusError

# Below this number of paragraphs a bootstrap over paragraphs is too coarse, and sentences are drawn instead.
FEWEST_PARAGRAPHS = 40
INTERVAL = 0.95
# With fewer, the ends of a 95% interval are one or two single draws.
FEWEST_DRAWS = 100
_LARGEST_SEED = 2_000_000_000  # scikit-learn takes up to 2**32, and each resample has a seed of its own


def require_draws(draws: int) -> None:
    """Raise CorpusError for too few draws, or what is no whole number."""
    if not isinstance(draws, int) or draws < FEWEST_DRAWS:
        raise CorpusError(f"draws={draws!r}: an interval needs at least {FEWEST_DRAWS} resamples; 1000 are usual")


def weights(report_id: str, units: int, *, draws: int, seed: int) -> np.ndarray:
    """Return how often each of ``units`` units is drawn in each of ``draws`` resamples: shape (draws, units).

    The stream of random numbers depends on the seed and the report's id only, so that results are the same in
    any order of reports and on any number of processes. Raises CorpusError for too few draws or a seed that is none.

    >>> weights("a", 3, draws=100, seed=0).sum(axis=1)[:2].tolist()
    [3.0, 3.0]
    """
    require_draws(draws)
    require_seed(seed)
    if units == 0:
        return np.zeros((draws, 0))
    key = int.from_bytes(hashlib.sha256(report_id.encode()).digest()[:8], "big")
    generator = np.random.default_rng([seed, key])
    return generator.multinomial(units, np.full(units, 1 / units), size=draws).astype(float)


def require_seed(seed) -> None:
    """Raise CorpusError for a seed that is no whole number from 0 to two thousand million."""
    if isinstance(seed, bool) or not isinstance(seed, int | np.integer) or not 0 <= seed <= _LARGEST_SEED:
        raise CorpusError(f"seed={seed!r}: use a whole number from 0 to {_LARGEST_SEED}")


def require_whole(name: str, value, fewest: int, *, usual: int) -> None:
    """Raise CorpusError, which names the parameter, for what is no whole number from ``fewest``."""
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < fewest:
        raise CorpusError(f"{name}={value!r}: use a whole number from {fewest}; {usual} is usual")


def interval(draws: np.ndarray, level: float = INTERVAL) -> tuple[np.ndarray, np.ndarray]:
    """Return the percentile interval over the first axis, ignoring draws without a value; NaN where there are none."""
    tail = (1 - level) / 2
    empty = np.isnan(draws).all(axis=0)
    filled = np.where(empty, 0.0, draws)
    low, high = np.nanquantile(filled, [tail, 1 - tail], axis=0)
    return np.where(empty, np.nan, low), np.where(empty, np.nan, high)
