"""NPMI against Bouma's definition and its fixed points."""

import math

import numpy as np
import pytest
from scipy import sparse

from analysis.stats.coherence import npmi


def test_fixed_points_are_those_of_bouma_2009():
    together = np.array([[1, 1], [1, 1], [0, 0]])
    apart = np.array([[1, 0], [0, 1]])
    independent = np.array([[1, 1], [1, 0], [0, 1], [0, 0]])
    assert [npmi(x, [0, 1]) for x in (together, apart, independent)] == [1, -1, 0]


def test_a_pair_by_hand_and_sparse_alike():
    # p(a) = 3/4, p(b) = 2/4, p(ab) = 2/4
    x = np.array([[1, 1], [1, 1], [1, 0], [0, 0]])
    by_hand = math.log(0.5 / (0.75 * 0.5)) / -math.log(0.5)
    assert npmi(x, [0, 1]) == pytest.approx(by_hand) == npmi(sparse.csr_matrix(x), [1, 0])


def test_what_stands_everywhere_says_nothing():
    assert npmi(np.ones((4, 2)), [0, 1]) == 0
    assert math.isnan(npmi(np.ones((4, 2)), [0]))
