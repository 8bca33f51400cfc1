"""The map of topics: distances from scipy, coordinates that keep what they can."""

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon, pdist, squareform

from analysis import measure
from analysis.measure.topic_map import _correlation, _least_stress
from tests.measure.test_topics import reports


def test_points_of_a_plane_are_laid_out_as_they_lie():
    plane = np.random.default_rng(0).normal(size=(8, 2))
    distance = squareform(pdist(plane))
    place = _least_stress(distance)
    assert np.allclose(squareform(pdist(place)), distance, atol=1e-4)
    assert _correlation(place, distance) == pytest.approx(1)


def test_the_nearest_topic_is_the_one_whose_words_are_nearest():
    found = measure.topics(reports(4, paragraphs=40)[0], n_topics=4, resamples=2, draws=100)
    frame = measure.topic_map(found)
    topic = found.assignments["topic"].to_numpy()
    words = [np.asarray(found.words.counts[topic == t].sum(axis=0)).ravel() for t in frame["topic"]]
    far = np.array([[jensenshannon(a, b, base=2) for b in words] for a in words]) + np.diag([9.0] * 4)
    assert frame["nearest"].tolist() == [int(far[i].argmin()) + 1 for i in range(4)]
    assert frame["distance"].tolist() == pytest.approx(far.min(axis=1).tolist())
    assert 0 < frame.attrs["correlation"] <= 1
    assert measure.topic_map(found).equals(frame)


def test_two_topics_have_a_map_too():
    found = measure.topics(reports(2, paragraphs=40)[0], n_topics=2, resamples=2, draws=100)
    assert np.isfinite(measure.topic_map(found)[["x", "y"]].to_numpy()).all()
