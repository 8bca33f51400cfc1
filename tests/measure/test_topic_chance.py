"""Words dealt out by chance: what stays and what moves."""

import pandas as pd
import pytest

from analysis.measure.tally import scopes
from analysis.measure.topic_chance import dealt_anew
from analysis.measure.topic_words import document_terms
from tests.measure.test_topics import reports


@pytest.mark.parametrize("by_report", [False, True])
def test_dealing_out_anew_keeps_lengths_and_words(by_report):
    corpus = reports(4, paragraphs=30)[0]
    words = document_terms(corpus, scopes(corpus, part="all"), unit="paragraph", minimum=1)
    dealt = dealt_anew(words, seed=1, by_report=by_report)
    for axis in (0, 1):
        assert (dealt.counts.sum(axis=axis) == words.counts.sum(axis=axis)).all()
    assert (dealt.counts != words.counts).nnz > words.counts.nnz / 2
    report = pd.factorize(words.documents["report_id"])[0]
    kept = [(dealt.counts[report == r].sum(axis=0) == words.counts[report == r].sum(axis=0)).all() for r in range(10)]
    assert all(kept) if by_report else not any(kept)
