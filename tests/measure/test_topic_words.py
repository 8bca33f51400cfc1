"""The words of documents as a matrix: counted, weighted by idf and dispersion, of length 1."""

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from analysis.measure.topic_words import DocumentTerms, term_weights
from analysis.stats.dispersion import dp_norm

COUNTS = np.random.default_rng(0).poisson(0.6, size=(12, 7))


def test_what_stands_evenly_in_all_documents_weighs_least():
    even, rare = np.ones(50, dtype=int), np.zeros(50, dtype=int)
    rare[:5] = 10
    weight = term_weights(sparse.csr_matrix(np.column_stack([even, rare])))
    assert weight[0] < weight[1] / 2


@pytest.mark.parametrize("sharpness", [0, 1, 4])
def test_weights_are_idf_times_the_dispersion_that_is_tested_on_gries_own_examples(sharpness):
    sizes, spread = COUNTS.sum(axis=1), (COUNTS > 0).sum(axis=0)
    by_hand = [
        (np.log(13 / (1 + own)) + 0.5) * dp_norm(column, sizes) ** sharpness
        for column, own in zip(COUNTS.T, spread, strict=True)
    ]
    assert term_weights(sparse.csr_matrix(COUNTS), sharpness=sharpness, least=0.5) == pytest.approx(by_hand)


def test_rows_are_one_plus_log_count_times_weight_of_length_one():
    weight = np.arange(7.0)
    words = DocumentTerms(pd.DataFrame(), tuple("abcdefg"), sparse.csr_matrix(COUNTS), weight)
    for row, counts in zip(words.weighted.toarray(), COUNTS, strict=True):
        by_hand = np.array([(1 + np.log(n)) * w if n else 0 for n, w in zip(counts, weight, strict=True)])
        assert row == pytest.approx(by_hand / (np.linalg.norm(by_hand) or 1))
