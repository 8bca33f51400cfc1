"""Topics against a codebook and against sections, recounted by hand."""

import pytest

from analysis import codebook, measure, read
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.measure.counting import theme_hits
from analysis.report import Report
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
    terms = tuple(Term(word) for word in found.topics["top_terms"][0].split())
    book = Codebook("one", "", "", "1", (Theme("known", "知", "Known", "", terms),))
    frame = measure.topic_themes(found, corpus=corpus, codebook=book).set_index("topic")
    assert frame["covered"].tolist() == [True, False, False, False]
    everywhere = (frame["documents"] / 1).sum() / found.topics["size"].sum()
    assert frame["lift"].to_numpy() == pytest.approx((frame["share"] / everywhere).to_numpy(), rel=0.02)
    assert frame["no_theme"].to_numpy() == pytest.approx((1 - frame["share"]).to_numpy()), "there is one theme only"


def test_another_corpus_or_another_text_is_refused(two):
    corpus, found = two
    with pytest.raises(CorpusError, match="found in .*2024, and this corpus lacks"):
        measure.topic_themes(found, corpus=corpus.select(year=2025))
    made = reports(4, paragraphs=20)[0]
    own = measure.topics(made, n_topics=4, resamples=2)
    changed = Corpus.from_reports(Report(r.id, "", r.paragraphs[::-1], year=r.year) for r in made)
    with pytest.raises(CorpusError, match="has another text of it"):
        measure.topic_themes(own, corpus=changed)


def test_themes_of_topics_of_whole_reports_are_refused_since_every_report_has_them():
    corpus = read.corpus("national").select(year=range(1990, 2026))
    found = measure.topics(corpus, unit="report", n_topics=3, resamples=2)
    with pytest.raises(CorpusError, match="nearly every report"):
        measure.topic_themes(found, corpus=corpus)
