"""Group documents into topics: k-means in a latent semantic space, NMF, or latent Dirichlet allocation.

A topic is the set of documents it is the best for; what it says is the mean of their rows. So every method gives the
same kind of result, and everything after it is method-blind.
"""

import warnings
from dataclasses import dataclass

import numpy as np
from scipy import sparse

METHODS = ("kmeans", "nmf", "lda")

# Beyond this precision sums of floating-point numbers differ with the number of threads.
DECIMALS = 9
# Singular vectors kept. Of 20, 30, 50 and 100, 30 and 50 agree best with the codebook's themes on provincial reports,
# and with 30 topics come back most often in resamples (benchmarks/topics.py).
_DIMENSIONS = 30


@dataclass(frozen=True)
class Fit:
    """``topic`` is the topic of each document, from 0; ``weight`` is topics x terms, each row of length 1."""

    topic: np.ndarray
    weight: np.ndarray


def fit_each(
    weighted: sparse.csr_matrix, counts: sparse.csr_matrix, numbers: list[int], *, method: str, seed: int
) -> dict[int, Fit]:
    """Fit each number of topics, the same on every machine: one thread for the sums, a seed for what is drawn.

    A topic that is the best for no document is dropped.
    """
    # Loaded before the threads are limited: limits hold for libraries that are there.
    from sklearn import cluster, decomposition  # noqa: F401
    from sklearn.exceptions import ConvergenceWarning
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1), warnings.catch_warnings():
        # A fit that is not quite settled shows as low stability, which is reported.
        warnings.simplefilter("ignore", ConvergenceWarning)
        if method == "kmeans":
            space = _latent(weighted, seed)
            best = {number: _kmeans(space, number, seed) for number in numbers}
        elif method == "nmf":
            best = {number: _nmf(weighted, number, seed) for number in numbers}
        else:
            best = {number: _lda(counts, number, seed) for number in numbers}
    return {number: _of_members(topic, weighted) for number, topic in best.items()}


def _latent(weighted, seed: int) -> np.ndarray:
    """Return the documents in the space of the largest singular vectors, each of length 1.

    References
    ----------
    Deerwester, S. et al. (1990): Indexing by latent semantic analysis. JASIS 41(6).
    """
    from sklearn.decomposition import TruncatedSVD

    dimensions = max(1, min(_DIMENSIONS, min(weighted.shape) - 1))
    return np.round(rows_of_length_one(TruncatedSVD(dimensions, random_state=seed).fit_transform(weighted)), DECIMALS)


def _kmeans(space: np.ndarray, number: int, seed: int) -> np.ndarray:
    # On rows of length 1 the squared distance is 2 - 2 x cosine: this groups by direction, whatever the length.
    from sklearn.cluster import KMeans

    return KMeans(number, n_init=5, random_state=seed).fit(space).labels_


def _nmf(weighted, number: int, seed: int) -> np.ndarray:
    from sklearn.decomposition import NMF

    model = NMF(number, init="nndsvda", random_state=seed, max_iter=200, tol=1e-3)
    share = model.fit_transform(weighted)
    # A factor may be large in one matrix and small in the other: its length is moved to the documents.
    return np.round(share * np.sqrt((model.components_**2).sum(axis=1)), DECIMALS).argmax(axis=1)


def _lda(counts, number: int, seed: int) -> np.ndarray:
    from sklearn.decomposition import LatentDirichletAllocation

    model = LatentDirichletAllocation(number, random_state=seed, max_iter=20, learning_method="batch", n_jobs=1)
    return np.round(model.fit_transform(counts), DECIMALS).argmax(axis=1)


def _of_members(topic: np.ndarray, weighted: sparse.csr_matrix) -> Fit:
    topic = np.unique(topic, return_inverse=True)[1]
    member = sparse.csr_matrix((np.ones(len(topic)), (topic, np.arange(len(topic)))))
    return Fit(topic, np.round(rows_of_length_one((member @ weighted).toarray()), DECIMALS))


def rows_of_length_one(table: np.ndarray) -> np.ndarray:
    """Return the table with each row divided by its length; a row of zeros stays."""
    length = np.sqrt((table**2).sum(axis=1, keepdims=True))
    return table / np.where(length > 0, length, 1)
