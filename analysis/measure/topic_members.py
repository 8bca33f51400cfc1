"""Which documents fit their topic: a document that is like nothing else is not forced into one."""

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.measure.topic_fit import Fit

# A document fits a topic if it is more like the others of it than 95 of 100 pairs of a document and a topic not its own
# are alike, and is no outlier among them (Tukey 1977: not 1.5 times the distance of the quartiles below the lower one).
_CHANCE = 0.95
_FENCE = 1.5


def fitting(weighted: sparse.csr_matrix, fit: Fit) -> tuple[np.ndarray, np.ndarray]:
    """Return the topic of each document (-1: fits none) and its cosine with the other documents of it.

    With the others: in a small topic each document is a good part of the mean, and would be like itself. Rows of
    ``weighted`` have length 1 or 0. Of the sum s of a topic, row r gives (s - r).r = s.r - 1 and |s - r|^2 = |s|^2 - 2
    s.r + 1.
    """
    every, (documents, topics) = np.arange(len(fit.topic)), (len(fit.topic), len(fit.weight))
    member = sparse.csr_matrix((np.ones(documents), (every, fit.topic)), shape=(documents, topics))
    total = (member.T @ weighted).toarray()
    length = np.sqrt((total**2).sum(axis=1))
    dot = np.asarray(weighted @ total.T)
    own, square = dot[every, fit.topic], np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel()
    rest = np.sqrt(np.clip(length[fit.topic] ** 2 - 2 * own + square, 0, None))
    like = np.round(np.divide(own - square, rest, out=np.zeros(documents), where=rest > 1e-6), 6)
    others = np.delete((dot / np.where(length > 0, length, 1)).ravel(), every * topics + fit.topic)
    fences = pd.Series(like).groupby(fit.topic).quantile([0.25, 0.75]).unstack()
    fence = (fences[0.25] - _FENCE * (fences[0.75] - fences[0.25])).to_numpy()
    chance = np.quantile(np.round(others, 6), _CHANCE) if len(others) else 0
    return np.where((like > chance) & (like >= fence[fit.topic]), fit.topic, -1), like


def by_size(fit: Fit, returned: np.ndarray, coherent: np.ndarray, topic: np.ndarray):
    """Return the same with the topics in order of their documents, the most first; of equal ones the first found."""
    order = np.argsort(-np.bincount(topic[topic >= 0], minlength=len(fit.weight)), kind="stable")
    number = np.append(np.argsort(order), -1)  # the last is that of -1
    return Fit(number[fit.topic], fit.weight[order]), returned[:, order], coherent[order], number[topic]
