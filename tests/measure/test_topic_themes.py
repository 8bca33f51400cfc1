"""Topics against a codebook and against sections, recounted by hand."""

import pytest

from analysis import codebook, measure, read
from analysis.codebook import Codebook, Term, Theme
from analysis.errors import CorpusError
from analysis.measure.counting import theme_hits
from tests.measure.test_topics import reports


@pytest.fixture(scope="module")
def two():
    corpus = read.corpus("national").select(year=[2024, 2025])
    return corpus, measure.topics(corpus, n_topics=5, resamples=2)


def test_shares_are_those_of_a_recount(two):
    corpus, found = two
    frame = measure.topic_themes(found, corpus=corpus)
    hits = theme_hits(corpus, codebook.load("policy"))
    sentences = corpus.sentences
    where = sentences.loc[hits["row"], ["report_id", "paragraph"]].reset_index(drop=True)
    where["theme"] = [codebook.load("policy").themes[i].id for i in hits["theme"]]
    mentioned = {(*row,) for row in where.drop_duplicates().itertuples(index=False)}
    for own in frame.itertuples():
        members = found.assignments[found.assignments["topic"] == own.topic]
        by_hand = sum((m.report_id, m.unit, own.theme) in mentioned for m in members.itertuples())
        assert (own.documents, own.size) == (by_hand, len(members))
        assert own.share == pytest.approx(by_hand / len(members))
    leading = frame[frame["rank"] == 1].set_index("topic")["documents"]
    assert (leading == frame.groupby("topic")["documents"].max()).all()


def test_a_topic_that_no_theme_covers_is_told():
    corpus, _ = reports(4, paragraphs=40)
    found = measure.topics(corpus, n_topics=4, resamples=2)
    word = found.topics["top_terms"][0].split()[0]
    book = Codebook("one", "", "", "1", (Theme("known", "知", "Known", "", (Term(word),)),))
    covered = measure.topic_themes(found, corpus=corpus, codebook=book).groupby("topic")["covered"].first()
    assert not covered.loc[2:].any()


def test_sections_of_one_report_sum_to_its_documents():
    plan = read.corpus("xiangjiang")
    found = measure.topics(plan, n_topics=6, resamples=2)
    frame = measure.topic_sections(found, corpus=plan)
    assert frame["documents"].sum() == len(found.assignments)
    assert frame.groupby("section")["share"].sum().round(9).eq(1).all()
    assert set(frame["heading"]) >= {"智能制造", "绿色低碳"}
    assert -0.2 < frame.attrs["agreement"] < 1


def test_another_corpus_or_several_reports_are_refused(two):
    corpus, found = two
    with pytest.raises(CorpusError, match="select one report"):
        measure.topic_sections(found, corpus=corpus)
    with pytest.raises(CorpusError, match="found in .*2024"):
        measure.topic_themes(found, corpus=corpus.select(year=2025))


def test_themes_of_topics_of_whole_reports_are_refused_since_every_report_has_them():
    corpus = read.corpus("national").select(year=range(1990, 2026))
    found = measure.topics(corpus, unit="report", n_topics=3, resamples=2)
    with pytest.raises(CorpusError, match="nearly every report"):
        measure.topic_themes(found, corpus=corpus)
