"""How well the top terms of a topic belong together: normalised pointwise mutual information."""

from collections.abc import Sequence

import numpy as np


def npmi(present, terms: Sequence[int]) -> float:
    """Return the mean NPMI of all pairs of ``terms``, from -1 (never together) through 0 to 1 (always together).

    ``present`` is documents x terms (dense or sparse), nonzero where a term stands in a document. A pair that never
    stands together counts -1; a pair of which a term stands in every document tells nothing and counts 0. Together
    means in one document of these; Röder and others count in windows of another, larger corpus.

    >>> npmi(np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1]]), [0, 1])
    1.0

    References
    ----------
    Bouma, G. (2009): Normalized (pointwise) mutual information in collocation extraction. GSCL. Röder, M., Both, A.
    and Hinneburg, A. (2015): Exploring the space of topic coherence measures. WSDM.
    """
    chosen = present[:, list(terms)]
    chosen = np.asarray(chosen.toarray() if hasattr(chosen, "toarray") else chosen) != 0
    documents = len(chosen)
    if documents == 0 or chosen.shape[1] < 2:
        return float("nan")
    both = chosen.T.astype(np.int64) @ chosen.astype(np.int64)
    single = np.diag(both) / documents
    first, second = np.triu_indices(chosen.shape[1], 1)
    joint, by_chance = both[first, second] / documents, single[first] * single[second]
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.log(joint / by_chance) / -np.log(joint)
    value = np.where(joint == 0, -1.0, np.where(joint == 1, 0.0, value))
    return float(np.round(value.mean(), 12))
