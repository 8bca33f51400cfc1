"""How firm topics are, and how many to take: stability over resamples and seeds, together with coherence."""

import numpy as np
import pandas as pd

from analysis.measure.topic_fit import Fit, fit_topics, match
from analysis.measure.topic_words import DocumentTerms
from analysis.stats.coherence import npmi

# Topics whose ten top terms return in less than this (Jaccard, mean over topics and fits) are no better than chance: on
# words drawn at random (600 documents, two seeds, 2 to 20 topics) the mean stayed under 0.28, though a single topic
# reached 0.53; ten planted topics have 0.57.
STABLE = 0.4
TOP = 10
_SHARE_DRAWN = 0.8


def stability(
    documents: DocumentTerms, fit: Fit, *, method: str, resamples: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return for each topic how well its ten top terms return in other fits (0-1), and the coherence of these (NPMI).

    Each other fit has another seed and four fifths of the documents, drawn without replacement. Topics are paired by
    their term weights; the value is the mean Jaccard index of the top terms of a pair.

    References
    ----------
    Greene, D., O'Callaghan, D. and Cunningham, P. (2014): How many topics? Stability analysis for topic models. ECML.
    """
    weighted, n = documents.weighted, documents.counts.shape[0]
    own = [top_terms(row) for row in fit.weight]
    found = np.zeros((resamples, len(own)))
    for draw in range(resamples):
        generator = np.random.default_rng([seed, draw])
        rows = np.sort(generator.choice(n, max(len(own), round(_SHARE_DRAWN * n)), replace=False))
        other = fit_topics(
            weighted[rows], documents.counts[rows], n_topics=len(own), method=method, seed=seed + draw + 1
        )
        partner, _ = match(fit.weight, other.weight)
        for topic, terms in enumerate(own):
            theirs = top_terms(other.weight[partner[topic]])
            found[draw, topic] = len(set(terms) & set(theirs)) / max(1, len(set(terms) | set(theirs)))
    return found.mean(axis=0), np.array([npmi(documents.counts, terms) for terms in own])


def choose(
    documents: DocumentTerms, numbers: list[int], *, method: str, resamples: int, seed: int
) -> tuple[pd.DataFrame, dict]:
    """Fit each number of topics and return the curve (key: n_topics) and the fits with their stability and coherence.

    The curve has n_topics, stability, coherence (means over topics), score and chosen. The score is stability x
    (1 + coherence) / 2, so that neither firm nonsense nor coherent chance wins; of equal scores the smaller number is
    taken.
    """
    rows, fits = [], {}
    for number in numbers:
        fit = fit_topics(documents.weighted, documents.counts, n_topics=number, method=method, seed=seed)
        firm, coherent = stability(documents, fit, method=method, resamples=resamples, seed=seed)
        fits[number] = (fit, firm, coherent)
        score = firm.mean() * (1 + np.nanmean(coherent)) / 2
        rows.append({"n_topics": number, "stability": firm.mean(), "coherence": np.nanmean(coherent), "score": score})
    curve = pd.DataFrame(rows)
    best = curve["score"].round(9).idxmax()
    return curve.assign(chosen=curve.index == best), fits


def candidates(documents: int) -> list[int]:
    """Return the numbers of topics worth trying: from 2 to 40, each with 15 documents on average at least."""
    return [k for k in (2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40) if k * 15 <= documents]


def top_terms(weight: np.ndarray, number: int = TOP) -> list[int]:
    """Return the positions of the highest weights, highest first; of equal weights the first; none of weight 0."""
    order = np.argsort(-np.round(weight, 6), kind="stable")[:number]
    return [int(i) for i in order if weight[i] > 0]
