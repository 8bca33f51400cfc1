"""Distinctive terms of topics, counted by hand."""

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from analysis.measure.topic_labels import term_table
from analysis.measure.topic_words import DocumentTerms


def test_terms_of_topics_are_those_of_a_count_by_hand():
    """Two topics of two documents, a fifth that fits none: rate, lift, exclusivity, share and c-TF-IDF."""
    counts = sparse.csr_matrix([[2, 1, 0], [2, 0, 0], [0, 1, 3], [0, 0, 1], [1, 0, 0]])
    words = DocumentTerms(pd.DataFrame(), ("农业", "改革", "芯片"), counts, np.ones(3))
    table = term_table(words, np.ones((2, 3)), np.array([0, 0, 1, 1, -1])).set_index(["topic", "term"])
    own = table.loc[(0, "改革")]
    assert own["share"] == 1 / 2 and own["lift"] == pytest.approx((1 / 5) / (2 / 11))
    assert own["exclusivity"] == pytest.approx(1 / 2)
    assert own["score"] == pytest.approx(1 / 5 * np.log(1 + 11 / 2 / 2) * 1 / 2 * 1 / 2)
    assert table.loc[(0, "农业"), "exclusivity"] == 1 and (0, "芯片") not in table.index
    assert table.loc[1]["rank"].to_dict() == {"芯片": 1, "改革": 2}
