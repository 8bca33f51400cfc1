"""How firm a topic is: by the mean of its resamples, their margin, its size, and whether the result beats chance."""

import numpy as np
import pytest
from scipy import stats

from analysis.measure.topic_table import firmness


def returned(*means: float, spread: float = 0.01) -> np.ndarray:
    """Resamples x topics, each topic around its mean."""
    return np.array(means) + spread * np.linspace(-1, 1, 30)[:, None]


def test_the_interval_is_that_of_a_mean_of_resamples():
    values = returned(0.8, spread=0.1)
    low, high = stats.t.interval(0.95, 29, loc=values.mean(), scale=stats.sem(values[:, 0]))
    frame = firmness(values, np.array([20]), beyond=True)
    assert frame[["stability_low", "stability_high"]].iloc[0].tolist() == pytest.approx([low, high])


def test_what_lies_near_the_border_is_borderline_and_the_rest_is_not():
    frame = firmness(returned(0.9, 0.701, 0.699, 0.5, spread=0.05), np.full(4, 20), beyond=True)
    assert frame["firmness"].tolist() == ["stable", "borderline", "borderline", "fragile"]
    assert frame["stable"].tolist() == [True, True, False, False]


def test_few_documents_or_no_more_than_chance_are_fragile_however_often_they_come_back():
    assert firmness(returned(0.9, 0.701), np.array([4, 0]), beyond=True)["firmness"].eq("fragile").all()
    frame = firmness(returned(0.9, 0.701), np.array([50, 50]), beyond=False)
    assert frame["firmness"].eq("fragile").all() and not frame["stable"].any()
