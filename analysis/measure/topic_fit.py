"""One fit of topics to a document-term matrix: non-negative factors, k-means, or latent Dirichlet allocation."""

import warnings
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import linear_sum_assignment

METHODS = ("nmf", "kmeans", "lda")

# Beyond this precision sums of floating-point numbers differ with the number of threads.
_DECIMALS = 9


@dataclass(frozen=True)
class Fit:
    """``weight`` is topics x terms, each row of length 1; ``topic`` is the best topic of each document."""

    weight: np.ndarray
    topic: np.ndarray


def fit_topics(weighted: sparse.csr_matrix, counts: sparse.csr_matrix, *, n_topics: int, method: str, seed: int) -> Fit:
    """Fit topics, the same on every machine: one thread for the sums, a seed for what is drawn."""
    from sklearn.exceptions import ConvergenceWarning
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1), warnings.catch_warnings():
        # A fit that is not quite settled shows as low stability, which is reported.
        warnings.simplefilter("ignore", ConvergenceWarning)
        weight, topic = {"nmf": _nmf, "kmeans": _kmeans, "lda": _lda}[method](weighted, counts, n_topics, seed)
    return Fit(np.round(_rows_of_length_one(weight), _DECIMALS), topic)


def match(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pair topics of two fits by the cosine of their term weights (rows of length 1), best total.

    Returns for each topic of ``first`` its partner in ``second`` (-1: none) and their cosine. The assignment is
    Kuhn's (1955), the Hungarian method.
    """
    cosine = first @ second.T
    rows, columns = linear_sum_assignment(-cosine)
    partner, value = np.full(len(first), -1), np.zeros(len(first))
    partner[rows], value[rows] = columns, cosine[rows, columns]
    return partner, value


def _nmf(weighted, counts, n_topics, seed):
    from sklearn.decomposition import NMF

    model = NMF(n_topics, init="nndsvda", random_state=seed, max_iter=200, tol=1e-3)
    share = model.fit_transform(weighted)
    weight = model.components_
    # A factor may be large in one matrix and small in the other: its length is moved to the documents.
    return weight, _best(share * np.sqrt((weight**2).sum(axis=1)))


def _kmeans(weighted, counts, n_topics, seed):
    from sklearn.cluster import KMeans

    model = KMeans(n_topics, n_init=4, random_state=seed).fit(weighted)
    return model.cluster_centers_, model.labels_


def _lda(weighted, counts, n_topics, seed):
    from sklearn.decomposition import LatentDirichletAllocation

    model = LatentDirichletAllocation(n_topics, random_state=seed, max_iter=20, learning_method="batch", n_jobs=1)
    share = model.fit_transform(counts)
    return model.components_ - model.topic_word_prior_, _best(share)


def _best(share: np.ndarray) -> np.ndarray:
    return np.round(share, _DECIMALS).argmax(axis=1)


def _rows_of_length_one(weight: np.ndarray) -> np.ndarray:
    weight = np.clip(weight, 0, None)
    length = np.sqrt((weight**2).sum(axis=1, keepdims=True))
    return weight / np.where(length > 0, length, 1)
