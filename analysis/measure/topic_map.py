"""A map of topics: near each other where they say the same words."""

import numpy as np
import pandas as pd

from analysis.frame import labelled
from analysis.measure.topic_result import Topics, require_topics
from analysis.stats.divergence import jensen_shannon


def topic_map(topics: Topics) -> pd.DataFrame:
    """Lay topics out in two dimensions by the words of their documents.

    Distances are the square roots of Jensen-Shannon divergences. The layout is metric multidimensional scaling (least
    stress) from the classical solution, whose signs are fixed (the largest topic lies left and low of the middle), so
    the same topics give the same map.

    Parameters
    ----------
    topics
        What :func:`topics` found.

    Returns
    -------
    DataFrame
        One row per topic (key: topic): topic, label_zh, label_en, size, stability, stable, x, y (in units of the
        distance), nearest (the topic most like it), distance (to that one, 0-1). ``attrs["correlation"]`` is that of
        the distances on the map with those of the words.

    Examples
    --------
    >>> from analysis import measure, read
    >>> two = read.corpus("national").select(year=[2024, 2025])
    >>> found = measure.topics(two, n_topics=4, resamples=2, draws=100)
    >>> measure.topic_map(found)["topic"].tolist()
    [1, 2, 3, 4]

    References
    ----------
    Torgerson, W. S. (1952): Multidimensional scaling. Psychometrika 17. De Leeuw, J. (1977) for SMACOF. Sievert, C.
    and Shirley, K. (2014): LDAvis.
    """
    require_topics(topics)
    frame = topics.topics
    topic = topics.assignments["topic"].to_numpy()
    words = [np.asarray(topics.words.counts[topic == t].sum(axis=0)).ravel() for t in frame["topic"]]
    distance = np.array([[np.sqrt(jensen_shannon(a, b)) for b in words] for a in words])
    place = _least_stress(distance)
    apart = distance + np.diag(np.full(len(words), np.inf))
    nearest = apart.argmin(axis=1)
    columns = ["topic", "label_zh", "label_en", "size", "stability", "stable"]
    found = pd.DataFrame(frame[columns]).assign(
        x=place[:, 0], y=place[:, 1], nearest=frame["topic"].to_numpy()[nearest], distance=apart.min(axis=1)
    )
    return labelled(found, frame.attrs | {"measure": "topic_map", "correlation": _correlation(place, distance)})


def _least_stress(distance: np.ndarray) -> np.ndarray:
    from sklearn.manifold import smacof
    from threadpoolctl import threadpool_limits

    start = _classical(distance)
    with threadpool_limits(limits=1):
        place, _ = smacof(distance, init=start, n_init=1, max_iter=500, eps=1e-6, normalized_stress=False)
    return np.round(place - place.mean(axis=0), 6)


def _classical(distance: np.ndarray) -> np.ndarray:
    """Return the first two principal coordinates of a matrix of distances."""
    centre = np.eye(len(distance)) - 1 / len(distance)
    value, vector = np.linalg.eigh(-0.5 * centre @ distance**2 @ centre)
    place = vector[:, ::-1][:, :2] * np.sqrt(np.clip(value[::-1][:2], 0, None))
    return np.pad(place, ((0, 0), (0, 2 - place.shape[1]))) * np.where(place[0] > 0, -1, 1)


def _correlation(place: np.ndarray, distance: np.ndarray) -> float:
    pairs = np.triu_indices(len(distance), 1)
    drawn = np.linalg.norm(place[:, None] - place[None], axis=2)[pairs]
    alike = len(drawn) < 2 or not drawn.std() or not distance[pairs].std()
    return 1.0 if alike else float(round(np.corrcoef(drawn, distance[pairs])[0, 1], 6))
