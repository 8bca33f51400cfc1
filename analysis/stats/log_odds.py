"""Weighted log-odds with a Dirichlet prior: which words set two texts apart, rare ones shrunk towards no difference.

Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008): Fightin' Words. Political Analysis 16(4), 372-403. Two
variances are in use; ours has two terms, 1/(y1+a) + 1/(y2+a), as in equation 20 and ConvoKit. Scattertext's has four.
"""

import numpy as np

VARIANCES = (2, 4)


def log_odds(target, reference, *, prior, terms: int = 2) -> tuple[np.ndarray, np.ndarray]:
    """Return the log-odds ratio (natural logarithm, positive: more in target) of each word, and its z score.

    Parameters
    ----------
    target, reference
        Counts of the same words in both, in the same order.
    prior
        Pseudo-counts: one number for every word, or an array (an informative prior, such as counts in a large
        corpus scaled to a few hundred).
    terms
        Terms of the variance: 2 (the default) or 4.

    >>> log_odds([1, 1], [0, 2], prior=0.5)[1].round(2).tolist()
    [0.99, -1.56]
    """
    if terms not in VARIANCES:
        raise ValueError(f"terms={terms!r}: the variance has 2 or 4 terms")
    y1, y2 = (np.asarray(counts, dtype=float) for counts in (target, reference))
    alpha = np.broadcast_to(np.asarray(prior, dtype=float), y1.shape)
    if (alpha <= 0).any():
        raise ValueError("the prior must be above zero for every word")
    here = [y + alpha for y in (y1, y2)]
    others = [y.sum() + alpha.sum() - y - alpha for y in (y1, y2)]
    delta = np.log(here[0] / others[0]) - np.log(here[1] / others[1])
    variance = 1 / here[0] + 1 / here[1]
    if terms == 4:
        variance = variance + 1 / others[0] + 1 / others[1]
    return delta, delta / np.sqrt(variance)
