import pytest

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.errors import CorpusError, MissingTextError
from analysis.report import Report
from tests.measure.yunling import TWO_REPORTS, corpus_of

# Published counts, see ../shared/corpora/README.md: (year, term, occurrences).
PUBLISHED = [(2022, "就业", 34), (2019, "就业", 30), (2019, "发展", 144)]


@pytest.mark.parametrize(("year", "term", "expected"), PUBLISHED)
def test_published_counts_from_the_bundled_features(year, term, expected):
    report = read.corpus("national").select(year=year)
    assert measure.count_terms(report, term, intervals=False)["mentions"].tolist() == [expected]


@pytest.mark.parametrize(("year", "term", "expected"), PUBLISHED)
def test_published_counts_from_the_texts(national_texts, year, term, expected):
    report = national_texts.select(year=year)
    assert measure.count_terms(report, term, intervals=False)["mentions"].tolist() == [expected]


def test_raw_count_falls_and_rate_rises_from_2019_to_2020():
    frame = measure.count_terms(read.corpus("national").select(year=[2019, 2020]), "发展", intervals=False)
    before, after = frame.sort_values("year").itertuples()
    assert after.mentions < before.mentions and after.rate > before.rate


def test_rules_differ_as_documented():
    corpus = Corpus.from_reports([Report(id="x", title="x", paragraphs=("高质量发展，发展经济。",))])
    counts = {
        rule: measure.count_terms(corpus, ["发展", "高质量发展"], count=rule) for rule in ("every", "longest", "word")
    }
    assert counts["every"]["mentions"].tolist() == [2, 1]
    assert counts["longest"]["mentions"].tolist() == [1, 1]
    assert counts["word"]["mentions"].tolist() == [1, 1]


def test_a_term_outside_the_saved_vocabulary_is_an_error_not_a_zero():
    with pytest.raises(MissingTextError, match="云岭大会战.*analysis fetch"):
        measure.count_terms(read.corpus("xiangjiang"), "云岭大会战")


def test_no_term_is_an_error():
    with pytest.raises(CorpusError, match="at least one term"):
        measure.count_terms(read.corpus("xiangjiang"), [])


@pytest.mark.parametrize(
    ("term", "said"), [("", "'' is no term"), (" ", "' ' is no term"), ("/(就业/", "not a valid regular expression")]
)
def test_a_term_that_cannot_be_counted_is_one_sentence(term, said):
    corpus = corpus_of(**TWO_REPORTS)
    with pytest.raises(CorpusError, match=f"terms: .*{said}"):
        measure.count_terms(corpus, ["就业", term])
    with pytest.raises(CorpusError, match=f"what: .*{said}"):
        measure.concordance(corpus, term)
