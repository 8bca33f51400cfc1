"""A map of topics: near each other where they say the same words."""

import numpy as np
import pandas as pd

from analysis.frame import labelled
from analysis.measure.topic_result import Topics
from analysis.stats.divergence import jensen_shannon


def topic_map(topics: Topics) -> pd.DataFrame:
    """Lay topics out in two dimensions by the words of their documents.

    Distances are the square roots of Jensen-Shannon divergences; the layout is classical multidimensional scaling,
    which has one solution (its signs are fixed: the largest topic lies left and low of the middle), so the same topics
    give the same map.

    Parameters
    ----------
    topics
        What :func:`topics` found.

    Returns
    -------
    DataFrame
        One row per topic (key: topic): topic, label_zh, label_en, size, stability, stable, x, y (in units of the
        distance), nearest (the topic most like it), distance (to that one, 0-1). ``attrs["shown"]`` is the share of the
        squared distances that two dimensions show (0-1).

    Examples
    --------
    >>> from analysis import measure, read
    >>> two = read.corpus("national").select(year=[2024, 2025])
    >>> found = measure.topics(two, n_topics=4, resamples=1, draws=100)
    >>> measure.topic_map(found)["topic"].tolist()
    [1, 2, 3, 4]

    References
    ----------
    Torgerson, W. S. (1952): Multidimensional scaling. Psychometrika 17. Sievert, C. and Shirley, K. (2014): LDAvis.
    """
    frame = topics.topics
    topic = topics.assignments["topic"].to_numpy()
    words = [np.asarray(topics.words.counts[topic == t].sum(axis=0)).ravel() for t in frame["topic"]]
    distance = np.array([[np.sqrt(jensen_shannon(a, b)) for b in words] for a in words])
    place, shown = _scaled(distance)
    apart = distance + np.diag(np.full(len(words), np.inf))
    nearest = apart.argmin(axis=1)
    columns = ["topic", "label_zh", "label_en", "size", "stability", "stable"]
    found = pd.DataFrame(frame[columns]).assign(
        x=place[:, 0], y=place[:, 1], nearest=frame["topic"].to_numpy()[nearest], distance=apart.min(axis=1)
    )
    return labelled(found, frame.attrs | {"measure": "topic_map", "shown": shown})


def _scaled(distance: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the first two principal coordinates of a matrix of distances, and their share of all."""
    centre = np.eye(len(distance)) - 1 / len(distance)
    value, vector = np.linalg.eigh(-0.5 * centre @ distance**2 @ centre)
    value, vector = np.clip(value[::-1], 0, None), vector[:, ::-1]
    place = vector[:, :2] * np.sqrt(value[:2])
    place = np.pad(place, ((0, 0), (0, 2 - place.shape[1])))
    place *= np.where(place[0] > 0, -1, 1)
    return np.round(place, 6), float(round(value[:2].sum() / value.sum(), 6)) if value.sum() else 0.0
