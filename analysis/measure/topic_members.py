"""Which documents fit their topic: a document that is like nothing else is not forced into one."""

from dataclasses import replace

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.measure.topic_chance import dealt_anew
from analysis.measure.topic_fit import Fit, rows_of_length_one
from analysis.measure.topic_words import DocumentTerms

# A document fits a topic if it is more like the others of it than 95 of 100 documents whose words were dealt out by
# chance are like the topic they are most like.
_CHANCE = 0.95
# Where topics are no more than chance, only outliers are taken out (Tukey 1977: 1.5 times the distance of the quartiles
# below the lower one).
_FENCE = 1.5


def fitting(words: DocumentTerms, fit: Fit, *, beyond: bool, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the topic of each document (-1: fits none) and its cosine with the other documents of it.

    It is the topic whose documents are most like it, word for word; the clustering, in fewer dimensions, now and then
    put it elsewhere. With the others: in a small topic each document is a good part of the mean, and would be like
    itself. Of the sum s of a topic's rows, row r gives (s - r).r = s.r - r.r and |s - r|^2 = |s|^2 - 2 s.r + r.r.
    """
    weighted, every, documents = words.weighted, np.arange(len(fit.topic)), len(fit.topic)
    member = sparse.csr_matrix((np.ones(documents), (every, fit.topic)), shape=(documents, len(fit.weight)))
    total = (member.T @ weighted).toarray()
    squared = (total**2).sum(axis=1)
    dot, own = np.asarray(weighted @ total.T), np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel()
    mine = dot[every, fit.topic]
    rest = np.sqrt(np.clip(squared[fit.topic] - 2 * mine + own, 0, None))
    cosine = dot / np.sqrt(np.where(squared > 0, squared, 1))
    cosine[every, fit.topic] = np.divide(mine - own, rest, out=np.zeros(documents), where=rest > 1e-6)
    cosine = np.round(cosine, 6)
    topic = np.where(cosine.max(axis=1) > cosine[every, fit.topic], cosine.argmax(axis=1), fit.topic)
    like = cosine[every, topic]
    if beyond:
        dealt = replace(dealt_anew(words, seed=[seed, documents]), weight=words.weight).weighted
        best = np.asarray(dealt @ rows_of_length_one(total).T).max(axis=1)
        return np.where(like > np.quantile(np.round(best, 6), _CHANCE), topic, -1), like
    fences = pd.Series(like).groupby(topic).quantile([0.25, 0.75]).unstack()
    fence = (fences[0.25] - _FENCE * (fences[0.75] - fences[0.25])).reindex(range(len(fit.weight))).to_numpy()
    return np.where(like >= fence[topic], topic, -1), like


def by_size(fit: Fit, returned: np.ndarray, coherent: np.ndarray, topic: np.ndarray):
    """Return the same with the topics in order of their documents, the most first; of equal ones the first found."""
    order = np.argsort(-np.bincount(topic[topic >= 0], minlength=len(fit.weight)), kind="stable")
    number = np.append(np.argsort(order), -1)  # the last is that of -1
    return Fit(number[fit.topic], fit.weight[order]), returned[:, order], coherent[order], number[topic]
