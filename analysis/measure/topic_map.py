"""A map of topics: near each other where they say the same words."""

import numpy as np
import pandas as pd

from analysis.frame import labelled
from analysis.measure.topic_fit import DECIMALS
from analysis.measure.topic_result import Topics, require_topics

_TINY = 1e-12


def topic_map(topics: Topics) -> pd.DataFrame:
    """Lay topics out in two dimensions by the words of their documents.

    The likeness of two topics is the mean cosine of a document of one and a document of the other, over the geometric
    mean of what two documents of one topic have: 1 where the two cannot be told apart, however few their documents
    (Spearman's correction for attenuation; distances of summed words would call small topics unlike any other). The
    distance is the square root of 2 (1 - likeness). The layout is metric multidimensional scaling (least stress) from
    the classical solution, its signs fixed so that the largest topic lies left and low: the same topics, the same map.

    Parameters
    ----------
    topics
        What :func:`topics` found.

    Returns
    -------
    DataFrame
        One row per topic (key: topic): topic, label_zh, label_en, size, stability, stable, x, y (in units of the
        distance), nearest (the topic most like it), distance (to that one, 0 to 1.41). ``attrs["correlation"]``
        is that of the distances on the map with those of the words.

    Examples
    --------
    >>> from analysis import measure, read
    >>> two = read.corpus("national").select(year=[2024, 2025])
    >>> found = measure.topics(two, n_topics=4, resamples=2)
    >>> measure.topic_map(found)["topic"].tolist()
    [1, 2, 3, 4]

    References
    ----------
    Spearman, C. (1904): The proof and measurement of association between two things. American Journal of Psychology 15.
    Torgerson, W. S. (1952): Multidimensional scaling. Psychometrika 17. De Leeuw, J. (1977) for SMACOF.
    """
    require_topics(topics)
    frame = topics.topics
    topic = topics.assignments["topic"].to_numpy()
    distance = topic_distances(topics.words.weighted, topic, frame["topic"].tolist())
    place = _least_stress(distance)
    apart = distance + np.diag(np.full(len(frame), np.inf))
    nearest = apart.argmin(axis=1)
    columns = ["topic", "label_zh", "label_en", "size", "stability", "stable"]
    found = pd.DataFrame(frame[columns]).assign(
        x=place[:, 0], y=place[:, 1], nearest=frame["topic"].to_numpy()[nearest], distance=apart.min(axis=1)
    )
    return labelled(found, frame.attrs | {"measure": "topic_map", "correlation": _correlation(place, distance)})


def topic_distances(weighted, topic: np.ndarray, numbers: list[int]) -> np.ndarray:
    """Return the distances of the numbered topics; rows of ``weighted`` have length 1, ``topic`` is of each of them."""
    total = np.vstack([np.asarray(weighted[np.flatnonzero(topic == t)].sum(axis=0)).ravel() for t in numbers])
    size = np.array([(topic == t).sum() for t in numbers], dtype=float)
    between = total @ total.T
    # Of the pairs within a topic those of a document with itself, each 1, say nothing. One document has no other pair.
    within = np.where(size > 1, (np.diag(between) - size) / np.maximum(size * (size - 1), 1), 1)
    like = between / np.maximum(np.outer(size, size), 1) / np.sqrt(np.maximum(np.outer(within, within), _TINY))
    distance = np.round(np.sqrt(2 * (1 - np.clip(like, 0, 1))), DECIMALS)
    np.fill_diagonal(distance, 0)
    return distance


def _least_stress(distance: np.ndarray) -> np.ndarray:
    from sklearn.manifold import smacof
    from threadpoolctl import threadpool_limits

    start = _classical(distance)
    with threadpool_limits(limits=1):
        place, _ = smacof(distance, init=start, n_init=1, max_iter=500, eps=1e-6, normalized_stress=False)
    place = place - place.mean(axis=0)
    return np.round(place * np.where(place[0] > 0, -1, 1), 6)


def _classical(distance: np.ndarray) -> np.ndarray:
    """Return the first two principal coordinates of a matrix of distances."""
    centre = np.eye(len(distance)) - 1 / len(distance)
    value, vector = np.linalg.eigh(-0.5 * centre @ distance**2 @ centre)
    place = vector[:, ::-1][:, :2] * np.sqrt(np.clip(value[::-1][:2], 0, None))
    return np.pad(place, ((0, 0), (0, 2 - place.shape[1])))


def _correlation(place: np.ndarray, distance: np.ndarray) -> float:
    pairs = np.triu_indices(len(distance), 1)
    drawn = np.linalg.norm(place[:, None] - place[None], axis=2)[pairs]
    alike = len(drawn) < 2 or not drawn.std() or not distance[pairs].std()
    return 1.0 if alike else float(round(np.corrcoef(drawn, distance[pairs])[0, 1], 6))
