"""The topics of one report against its own sections."""

import numpy as np
import pytest

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.report import Report
from tests.measure.test_topics import WORDS


def three_sections(*, year: int | None = 2025) -> Corpus:
    """A report of three sections of thirty paragraphs, each with words of its own."""
    generator = np.random.default_rng(4)
    words, lines = generator.permutation(WORDS)[:120], ["云岭市政府工作报告"]
    for number, heading in enumerate(("一、云岭的农业", "二、云岭的工业", "三、云岭的文化")):
        pool = words[40 * number : 40 * number + 40]
        lines += [heading, *("，".join(generator.choice(pool, 15)) + "。" for _ in range(30))]
    return Corpus.from_reports([Report("yunling-2025", "", tuple(lines), year=year)])


def test_topics_that_are_the_sections_agree_wholly():
    corpus = three_sections()
    frame = measure.topic_sections(measure.topics(corpus, n_topics=3, resamples=2), corpus=corpus)
    assert frame.attrs["agreement"] == pytest.approx(1)
    assert frame[frame["topic"] > 0].groupby("section")["share"].max().loc[1:].min() > 0.9


def test_sections_of_one_report_sum_to_its_documents():
    plan = read.corpus("xiangjiang")
    found = measure.topics(plan, n_topics=6, resamples=2)
    frame = measure.topic_sections(found, corpus=plan)
    assert frame["documents"].sum() == len(found.assignments)
    assert frame.groupby("section")["share"].sum().round(9).eq(1).all()
    assert set(frame["heading"]) >= {"智能制造", "绿色低碳"}


def test_a_report_without_a_year_has_sections_too():
    corpus = three_sections(year=None)
    frame = measure.topic_sections(measure.topics(corpus, n_topics=3, resamples=2), corpus=corpus)
    assert frame[["label_zh", "stable"]].notna().all(axis=None)


def test_several_reports_are_refused():
    corpus = read.corpus("national").select(year=[2024, 2025])
    with pytest.raises(CorpusError, match="select one report"):
        measure.topic_sections(measure.topics(corpus, n_topics=5, resamples=2), corpus=corpus)
