"""The result of a search for topics: what it says of itself, and which document each sentence of a corpus is in."""

from dataclasses import replace

import numpy as np
import pytest

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.measure.topic_result import NO_TOPIC, document_of_rows
from analysis.report import Report

CORPUS = read.corpus("national").select(year=range(2016, 2026))


@pytest.fixture(scope="module")
def found():
    return measure.topics(CORPUS, n_topics=6, resamples=2)


def test_it_tells_its_number_and_how_many_documents_fit_none(found):
    none = (found.assignments["topic"] == NO_TOPIC).sum()
    for said in (repr(found), found._repr_html_()):
        assert f"6 topics in {len(found.assignments):,} paragraphs, {none:,} of which fit none" in said
    assert found._repr_html_().count("<tr>") == 1 + len(found) == 7


def test_the_display_escapes_what_a_name_says(found):
    topics = found.topics.assign(label_zh="<script>")
    topics.attrs = found.topics.attrs
    shown = replace(found, topics=topics)._repr_html_()
    assert "<script>" not in shown and "&lt;script&gt;" in shown


def test_every_sentence_is_in_the_document_of_its_own_report_or_in_none(found):
    place = document_of_rows(found, CORPUS)
    rows, placed = CORPUS.sentences, place >= 0
    assert len(place) == len(rows) and 0.5 < placed.mean() <= 1
    assert np.array_equal(
        found.assignments["report_id"].to_numpy()[place[placed]], rows["report_id"].to_numpy()[placed]
    )
    assert set(place[placed]) == set(range(len(found.assignments))), "every document has sentences"


def test_a_corpus_without_a_report_or_with_another_text_of_it_is_refused(found):
    with pytest.raises(CorpusError, match="found in national-2016, and this corpus lacks it"):
        document_of_rows(found, CORPUS.select(year=range(2017, 2026)))
    other = Corpus.from_reports([Report("national-2016", "", ("云岭市就业。",), year=2016)])
    with pytest.raises(CorpusError, match="national-2016, and this corpus has another text of it"):
        document_of_rows(found, other + CORPUS.select(year=range(2017, 2026)))
