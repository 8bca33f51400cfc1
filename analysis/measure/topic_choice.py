"""How firm topics are, and how many to take: stability over resamples and seeds, together with coherence."""

import numpy as np
import pandas as pd

from analysis.measure.topic_fit import Fit, fit_each
from analysis.measure.topic_words import DocumentTerms
from analysis.stats.coherence import npmi

# Hennig (2008): a cluster whose members return with a Jaccard index of 0.5 or less has dissolved. That one of 0.7 and
# more holds is this package's rule: his software speaks of doubt up to 0.75, on resamples that differ more than these.
DISSOLVED = 0.5
STABLE = 0.7
_TOP = 10
_SHARE_DRAWN = 0.8
# Enough to compare numbers of topics; that of one topic is measured on more.
COMPARED = 6
_FEWEST_EACH = 15


def choose(
    words: DocumentTerms, numbers: list[int], *, method: str, resamples: int, seed: int
) -> tuple[pd.DataFrame, Fit, np.ndarray]:
    """Fit each number of topics and take the one that is firmest and most coherent.

    Returns the curve (key: n_topics), the fit of the number taken, and how firm its topics are: a table of resamples x
    topics with the Jaccard index of :func:`shared_members`. The curve has n_topics, stability and coherence (means over
    topics), score and chosen; all numbers are compared on the same resamples, at most six. The score is stability x
    coherence, so that neither firm nonsense nor coherent chance wins; of equal scores the smaller number is taken.

    Stability of a topic: the documents are fitted again, each time four fifths of them drawn without replacement and
    with another seed; the value is the Jaccard index of the topic's members with those of the new topic most like it,
    mean over the resamples. Coherence is the mean NPMI of its ten top terms. Both are of the whole groups, before the
    documents that fit none are taken out.

    References
    ----------
    Hennig, C. (2007): Cluster-wise assessment of cluster stability. Computational Statistics and Data Analysis 52;
    the threshold of dissolution in Hennig (2008), Journal of Multivariate Analysis 99. Röder, Both and Hinneburg (2015)
    for NPMI.
    """
    fits = fit_each(words.weighted, words.counts, numbers, method=method, seed=seed)
    compared = min(resamples, COMPARED)
    firm = _fitted_again(words, fits, range(compared), method=method, seed=seed)
    rows = []
    for number, fit in fits.items():
        stability, coherence = firm[number].mean(axis=0), float(np.nanmean(coherence_of(words, fit)))
        score = float(stability.mean()) * max(coherence, 0)
        rows.append((number, float(stability.mean()), coherence, score))
    curve = pd.DataFrame(rows, columns=["n_topics", "stability", "coherence", "score"])
    best = int(curve["n_topics"][curve["score"].fillna(-1).round(9).idxmax()])
    rest = _fitted_again(words, {best: fits[best]}, range(compared, resamples), method=method, seed=seed)
    return curve.assign(chosen=curve["n_topics"] == best), fits[best], np.vstack([firm[best], rest[best]])


def _fitted_again(
    words: DocumentTerms, fits: dict[int, Fit], draws: range, *, method: str, seed: int
) -> dict[int, np.ndarray]:
    """Return for each number how much of each topic comes back in each of the numbered resamples."""
    weighted, documents = words.weighted, words.counts.shape[0]
    firm = {number: np.zeros((len(draws), len(fit.weight))) for number, fit in fits.items()}
    for place, draw in enumerate(draws):
        drawn = np.random.default_rng([seed, draw]).choice(documents, round(_SHARE_DRAWN * documents), replace=False)
        rows = np.sort(drawn)
        again = fit_each(weighted[rows], words.counts[rows], list(fits), method=method, seed=seed + draw + 1)
        for number, fit in fits.items():
            firm[number][place] = shared_members(fit.topic[rows], again[number].topic, len(fit.weight))
    return firm


def coherence_of(words: DocumentTerms, fit: Fit) -> np.ndarray:
    """Return the mean NPMI of the ten top terms of each topic."""
    return np.array([npmi(words.counts, top_terms(row)) for row in fit.weight])


def shared_members(own: np.ndarray, other: np.ndarray, topics: int) -> np.ndarray:
    """Return for each topic of ``own`` the highest Jaccard index of its members with those of a topic of ``other``.

    >>> shared_members(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 1]), 2).round(2).tolist()
    [0.67, 0.5]
    """
    both = np.zeros((topics, int(other.max()) + 1))
    np.add.at(both, (own, other), 1)
    either = both.sum(axis=1, keepdims=True) + both.sum(axis=0) - both
    return (both / np.where(either > 0, either, 1)).max(axis=1)


def candidates(documents: int) -> list[int]:
    """Return the numbers of topics worth trying: 2 and 3, and up to 50 where each has 15 documents on average.

    >>> candidates(100)
    [2, 3, 4, 5, 6]
    """
    more = (k for k in (4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50) if k * _FEWEST_EACH <= documents)
    return [2, 3, *more]


def top_terms(weight: np.ndarray) -> list[int]:
    """Return the positions of the ten highest weights, highest first; of equal weights the first; none of weight 0."""
    order = np.argsort(-np.round(weight, 6), kind="stable")[:_TOP]
    return [int(i) for i in order if weight[i] > 0]
