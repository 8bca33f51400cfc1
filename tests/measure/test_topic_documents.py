"""What is grouped where a corpus has few paragraphs or few reports."""

import pytest

from analysis import measure, read
from analysis.errors import CorpusError
from analysis.measure.tally import scopes
from analysis.measure.topic_documents import topic_documents
from tests.measure.test_topics import reports
from tests.measure.yunling import corpus_of


def documents(corpus, unit, minimum):
    return topic_documents(corpus, scopes(corpus, part="all"), unit=unit, minimum=minimum)


def test_few_paragraphs_become_sentences_with_a_lower_minimum_and_a_note():
    lines = {
        r.id: [a + b for a, b in zip(r.paragraphs[::2], r.paragraphs[1::2], strict=True)]
        for r in reports(3, paragraphs=10)[0]
    }
    corpus = corpus_of(**lines)
    found = documents(corpus, "paragraph", 5)
    assert (found.unit, found.minimum) == ("sentence", 3) and "仅50个" in found.notes[0]["zh"]
    assert documents(corpus, "sentence", 5).notes == ()


def test_one_whole_report_is_refused_for_being_one():
    with pytest.raises(CorpusError, match="one report is too few for topics of whole reports"):
        documents(read.corpus("xiangjiang"), "report", 5)


def test_reports_without_any_known_word_are_too_few_and_no_traceback():
    lines = ["𠀀𠀁𠀂𠀃㐀㐁㐂。"] * 100
    for unit in ("paragraph", "sentence"):
        with pytest.raises(CorpusError, match="too few"):
            documents(corpus_of(yunling2024=lines, yunling2025=lines, yunling2026=lines), unit, 5)


def test_a_minimum_that_leaves_too_few_is_named_where_the_usual_one_would_do():
    with pytest.raises(CorpusError, match="give a lower minimum"):
        documents(reports(3, paragraphs=20)[0], "paragraph", 190)


def test_a_few_dozen_reports_have_topics_or_a_reason_and_no_traceback():
    made = reports(2, paragraphs=3)[0]
    for seed in (1, 2):
        more = reports(2, paragraphs=3, seed=seed)[0]
        renamed = [type(r)(f"lanjiang-{seed}-{r.id}", "", r.paragraphs, year=r.year + 20 * seed) for r in more]
        made = made + type(made).from_reports(renamed)
    for reports_of in (made.select(year=range(2010, 2043)), made):
        try:
            assert len(measure.topics(reports_of, unit="report", resamples=2)) in (2, 3)
        except CorpusError as error:
            assert "no stable topics" in str(error)
