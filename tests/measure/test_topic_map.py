"""The map of topics: distances from scipy, coordinates that keep what they can."""

from itertools import combinations, product

import numpy as np
import pytest
from scipy import sparse
from scipy.spatial.distance import pdist, squareform

from analysis import measure
from analysis.measure.topic_map import _correlation, _least_stress, topic_distances
from tests.measure.test_topics import reports


def test_points_of_a_plane_are_laid_out_as_they_lie():
    plane = np.random.default_rng(0).normal(size=(8, 2))
    distance = squareform(pdist(plane))
    place = _least_stress(distance)
    assert np.allclose(squareform(pdist(place)), distance, atol=1e-4)
    assert _correlation(place, distance) == pytest.approx(1)


def test_distances_are_those_of_a_count_over_all_pairs_of_documents():
    found = measure.topics(reports(4, paragraphs=10)[0], n_topics=4, resamples=2)
    rows, topic = found.words.weighted.toarray(), found.assignments["topic"].to_numpy()
    own = {t: rows[topic == t] for t in range(1, 5)}
    within = {t: np.mean([a @ b for a, b in combinations(own[t], 2)]) for t in own}
    far = np.full((4, 4), 9.0)
    for s, t in combinations(own, 2):
        between = np.mean([a @ b for a, b in product(own[s], own[t])])
        far[s - 1, t - 1] = far[t - 1, s - 1] = np.sqrt(2 * (1 - between / np.sqrt(within[s] * within[t])))
    frame = measure.topic_map(found)
    assert frame["nearest"].tolist() == [int(far[i].argmin()) + 1 for i in range(4)]
    assert frame["distance"].tolist() == pytest.approx(far.min(axis=1).tolist(), abs=1e-6)
    assert 0 < frame.attrs["correlation"] <= 1
    assert measure.topic_map(found).equals(frame)


def test_two_parts_of_one_topic_lie_at_one_place_however_small():
    generator = np.random.default_rng(0)
    counts = generator.poisson(0.2, size=(600, 200)).astype(float)
    rows = sparse.csr_matrix(counts / np.linalg.norm(counts, axis=1, keepdims=True))
    topic = np.repeat([1, 2, 3], [550, 40, 10])
    assert topic_distances(rows, topic, [1, 2, 3]).max() < 0.25, "Jensen-Shannon has these at 0.3 to 0.6"


def test_two_topics_have_a_map_too():
    found = measure.topics(reports(2, paragraphs=40)[0], n_topics=2, resamples=2)
    assert np.isfinite(measure.topic_map(found)[["x", "y"]].to_numpy()).all()
