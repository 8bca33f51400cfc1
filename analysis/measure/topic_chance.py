"""Whether topics say more than chance: compared with those of the same documents, their words dealt out anew."""

import numpy as np
from scipy import sparse

from analysis.measure.topic_choice import coherence_of
from analysis.measure.topic_fit import Fit, fit_each
from analysis.measure.topic_words import DocumentTerms, term_weights

_DEALS = 9
# In standard deviations of the deals. With nine of them chance alone gets there once in a hundred times.
_BEYOND = 3


def beyond_chance(words: DocumentTerms, fit: Fit, *, method: str, seed: int) -> bool:
    """Return whether documents are liker to their topics, and top terms coherenter, than words dealt out by chance.

    Stability alone does not tell: documents of very unequal length fall into the long and the short ones again and
    again. So the words are dealt out anew to documents of the same lengths, clustered into as many topics, and both
    values must lie more than three standard deviations over those of nine such deals.
    """
    number = len(fit.weight)
    dealt = []
    for deal in range(_DEALS):
        chance = dealt_anew(words, seed=[seed, deal])
        again = fit_each(chance.weighted, chance.counts, [number], method=method, seed=seed)[number]
        dealt.append(_values(chance, again))
    least = np.mean(dealt, axis=0) + _BEYOND * np.std(dealt, axis=0, ddof=1)
    return bool((_values(words, fit) > least).all())


def dealt_anew(words: DocumentTerms, *, seed) -> DocumentTerms:
    """Return documents of the same lengths with the same words in all, but each word where chance puts it."""
    table = words.counts.tocoo()
    row, column = np.repeat(table.row, table.data), np.repeat(table.col, table.data)
    column = np.random.default_rng(seed).permutation(column)
    counts = sparse.coo_matrix((np.ones(len(row), dtype=np.int64), (row, column)), shape=words.counts.shape).tocsr()
    return DocumentTerms(words.documents, words.terms, counts, term_weights(counts))


def _values(words: DocumentTerms, fit: Fit) -> tuple[float, float]:
    """Return the mean cosine of documents with their topic, and the mean coherence of topics."""
    each = np.ones(len(fit.topic))
    member = sparse.csr_matrix((each, (np.arange(len(fit.topic)), fit.topic)), shape=(len(fit.topic), len(fit.weight)))
    total = np.asarray((member.T @ words.weighted).multiply(fit.weight).sum())
    return float(total) / len(fit.topic), float(np.nanmean(coherence_of(words, fit)))
