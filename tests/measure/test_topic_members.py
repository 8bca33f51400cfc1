"""Which documents fit their topic, recounted without the document itself."""

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from analysis.measure.topic_fit import Fit, fit_each
from analysis.measure.topic_members import fitting
from analysis.measure.topic_words import DocumentTerms


def words_of(rows: np.ndarray) -> DocumentTerms:
    documents = pd.DataFrame({"report_id": ["yunling-2025"] * len(rows)})
    return DocumentTerms(
        documents, tuple(map(str, range(rows.shape[1]))), sparse.csr_matrix(rows), np.ones(rows.shape[1])
    )


def test_a_document_is_compared_with_the_others_of_its_topic():
    words = words_of(np.random.default_rng(0).integers(1, 9, (9, 5)))
    topic, rows = np.array([0, 0, 0, 0, 1, 1, 1, 1, 2]), words.weighted.toarray()
    found, like = fitting(words, Fit(topic, np.eye(3, 5)), beyond=False, seed=0)
    for own in range(9):
        others = [rows[(topic == t) & (np.arange(9) != own)].sum(axis=0) for t in range(3)]
        by_hand = [rows[own] @ other / (np.linalg.norm(other) or 1) for other in others]
        assert like[own] == pytest.approx(max(by_hand), abs=1e-6)
        assert found[own] in (-1, int(np.argmax(by_hand))), "the topic most like it, word for word"
    assert found[8] != 2, "alone in its topic: like no other"


def test_of_documents_without_topics_nearly_all_fit_none():
    generator = np.random.default_rng(1)
    words = words_of(generator.poisson(0.3, size=(400, 300)))
    topic = generator.integers(40, size=400)  # ten each, which would all be like a mean that holds them
    found, _ = fitting(words, Fit(topic, np.zeros((40, 300))), beyond=True, seed=0)
    assert (found == -1).mean() > 0.9


def test_documents_of_all_topics_at_once_fit_none_and_those_of_one_do():
    """A stranger's case: ten planted topics, and a third as many documents with words of them all."""
    generator = np.random.default_rng(2)
    own, noise = np.repeat(np.arange(10), 60), generator.integers(300, size=(200, 20))
    drawn = [*(30 * t + generator.integers(30, size=20) for t in own), *noise]
    words = words_of(np.array([np.bincount(row, minlength=300) for row in drawn]))
    fit = fit_each(words.weighted, words.counts, [12], method="kmeans", seed=0)[12]
    found, _ = fitting(words, fit, beyond=True, seed=0)
    assert (found[600:] == -1).mean() > 0.9 and (found[:600] == -1).mean() < 0.1


def test_an_outlier_of_a_close_topic_is_left_out():
    generator = np.random.default_rng(3)
    close = np.hstack([generator.integers(3, 5, (40, 5)), np.zeros((40, 5), dtype=int)])
    other = np.hstack([np.zeros((40, 5), dtype=int), generator.integers(3, 5, (40, 5))])
    close[0] = 3  # half of the one, half of the other
    found, _ = fitting(
        words_of(np.vstack([close, other])), Fit(np.repeat([0, 1], 40), np.eye(2, 10)), beyond=False, seed=0
    )
    assert found[0] == -1 and (found == -1).mean() < 0.1
