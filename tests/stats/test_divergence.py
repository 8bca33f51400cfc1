"""Jensen-Shannon against the exact value of the reference cases and scipy."""

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon

from analysis.stats.divergence import jensen_shannon


def test_the_exact_case_is_one_seventh(reference_values):
    case = next(c for c in reference_values("topic_models.json")["cases"] if c.get("m") == "Jensen-Shannon base 2")
    first, second = [10] * 7 + [0], [0] + [10] * 7
    assert jensen_shannon(first, second) == pytest.approx(case["expected"], abs=1e-12)


def test_zeros_contribute_nothing(reference_values):
    case = next(c for c in reference_values("topic_models.json")["cases"] if c.get("m") == "Jensen-Shannon")
    value = jensen_shannon(case["x"], case["y"])
    assert np.isfinite(value) and value > 0


def test_it_is_the_square_of_scipys_distance():
    one, other = np.random.default_rng(0).integers(0, 5, (2, 40))
    assert jensen_shannon(one, other) == pytest.approx(jensenshannon(one, other, base=2) ** 2)
    assert jensen_shannon(one, one) == 0
