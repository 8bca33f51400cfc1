"""Whether topics say more than chance: compared with those of the same documents, their words dealt out anew."""

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.measure.topic_choice import coherence_of
from analysis.measure.topic_fit import Fit, fit_each
from analysis.measure.topic_words import DocumentTerms, term_weights

_DEALS = 9
# In standard deviations of the deals. With nine of them chance alone gets there once in a hundred times.
_BEYOND = 3
_FEWEST_EACH = 30


def beyond_chance(words: DocumentTerms, fit: Fit, *, method: str, seed: int) -> bool:
    """Return whether documents are liker to their topics, and top terms coherenter, than words dealt out by chance.

    Stability alone does not tell: documents of very unequal length fall into the long and the short ones again and
    again. So the words are dealt out anew to documents of the same lengths, clustered into as many topics, and both
    values must lie more than three standard deviations over those of nine such deals. The words of a report of some
    length stay in it: that each report has words of its own makes no topics.
    """
    number = len(fit.weight)
    dealt = []
    for deal in range(_DEALS):
        chance = dealt_anew(words, seed=[seed, deal], by_report=True)
        again = fit_each(chance.weighted, chance.counts, [number], method=method, seed=seed)[number]
        dealt.append(_values(chance, again))
    least = np.mean(dealt, axis=0) + _BEYOND * np.std(dealt, axis=0, ddof=1)
    return bool((_values(words, fit) > least).all())


def dealt_anew(words: DocumentTerms, *, seed, by_report: bool = False) -> DocumentTerms:
    """Return documents of the same lengths with the same words in all, but each word where chance puts it.

    ``by_report`` leaves words in their report, where reports have thirty documents and more: dealt out to a few, they
    would still be of those few documents' topics.
    """
    table = words.counts.tocoo()
    row, column = np.repeat(table.row, table.data), np.repeat(table.col, table.data)
    report = words.documents["report_id"]
    long = by_report and len(report) >= _FEWEST_EACH * report.nunique()
    group = pd.factorize(report)[0][row] if long else np.zeros(len(row))
    chance = np.random.default_rng(seed).permutation(len(row))
    # Both orders put reports one after the other: what stands in a report is dealt out to its own places.
    places, dealt = np.lexsort((row, group)), np.lexsort((chance, group))
    pairs = (row[places], column[dealt])
    counts = sparse.coo_matrix((np.ones(len(row), dtype=np.int64), pairs), shape=words.counts.shape).tocsr()
    return DocumentTerms(words.documents, words.terms, counts, term_weights(counts))


def _values(words: DocumentTerms, fit: Fit) -> tuple[float, float]:
    """Return the mean cosine of documents with their topic, and the mean coherence of their topic.

    Of documents, not of topics: one small cluster of a report with rare words of its own is coherent by chance too.
    """
    each = np.ones(len(fit.topic))
    member = sparse.csr_matrix((each, (np.arange(len(fit.topic)), fit.topic)), shape=(len(fit.topic), len(fit.weight)))
    total = np.asarray((member.T @ words.weighted).multiply(fit.weight).sum())
    return float(total) / len(fit.topic), float(np.nanmean(coherence_of(words, fit)[fit.topic]))
