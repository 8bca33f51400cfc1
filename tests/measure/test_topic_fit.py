"""Each method finds the groups that are there, the same whatever the order of the rows of a group."""

import numpy as np
import pytest
from scipy import sparse

from analysis.measure.topic_fit import METHODS, fit_each


@pytest.mark.parametrize("method", METHODS)
def test_blocks_of_the_known_answers_come_back(reference_values, method):
    case = reference_values("topic_models.json")["cases"][0]
    counts = sparse.csr_matrix(np.kron(np.eye(3), np.full((3, 3), 3)))
    number = case["n_components"]
    fits = fit_each(sparse.csr_matrix(counts / np.sqrt(27)), counts, [number], method=method, seed=case["seed"])
    tops = {tuple(sorted(np.argsort(-row)[:3].tolist())) for row in fits[number].weight}
    assert tops == {(0, 1, 2), (3, 4, 5), (6, 7, 8)}
