import numpy as np
import pytest

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.report import Report
from tests.measure.yunling import NESTED, NESTED_REPORT, corpus_of


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(**NESTED_REPORT)


def test_a_rank_that_hangs_on_one_term_is_fragile_and_says_on_which(corpus):
    verdicts = measure.sensitivity(corpus, codebook=NESTED, part="all").set_index("theme")
    assert verdicts.loc["farming", "verdict"] == "fragile"
    assert "without 农业" in verdicts.loc["farming", "why"]
    assert (verdicts["highest_rank"] <= verdicts["rank"]).all() and (verdicts["rank"] <= verdicts["lowest_rank"]).all()


def many(**mentions):
    """One report that says each word so often, a codebook of a theme for each, and enough themes for a tolerance."""
    paragraphs = tuple(f"{word}。" for word, times in mentions.items() for _ in range(times))
    return Corpus.from_reports([Report(id="x", title="", paragraphs=paragraphs)])


def test_a_noisy_number_is_no_more_robust_than_a_precise_one():
    """The same themes in 20 sentences and in 200: the interval is wider, the choices are the same."""
    verdicts = [
        measure.sensitivity(many(科技=4 * k, 就业=3 * k, 招聘=k, 农业=2 * k), codebook=NESTED, part="all")
        for k in (1, 10)
    ]
    assert verdicts[0]["verdict"].tolist() == verdicts[1]["verdict"].tolist()
    assert verdicts[0]["why"].tolist() == verdicts[1]["why"].tolist()


def test_a_rank_within_the_tolerance_is_robust_and_says_how_far_it_moved(corpus):
    verdicts = measure.sensitivity(corpus, codebook=NESTED, part="all").set_index("theme")
    assert "within 1 place of its rank" in verdicts.attrs["notes"][-1]["en"], "a tenth of 3 themes, one at least"
    moves = (verdicts["lowest_rank"] - verdicts["rank"]).combine(verdicts["rank"] - verdicts["highest_rank"], max)
    assert ((moves > 1) == (verdicts["verdict"] == "fragile")).all()
    assert verdicts["why"].str.match(r"rank \d( to \d)? under \d+ ways of counting").all()


def test_what_is_not_there_is_not_measured():
    corpus = many(科技=3, 就业=2)
    verdicts = measure.sensitivity(corpus, codebook=NESTED, part="all").set_index("theme")
    assert verdicts.loc["farming", ["verdict", "why"]].tolist() == ["not measured", "the theme is not mentioned"]
    nothing = measure.sensitivity(corpus, codebook=NESTED, part="plan")
    assert set(nothing["verdict"]) == {"not measured"} and set(nothing["why"]) == {"the report has no such part"}
    assert nothing["lowest_rank"].isna().all() and (nothing["variants"] == 0).all()


def test_both_verdicts_are_found_in_real_reports():
    """A verdict that is nearly always the same tells nothing."""
    verdicts = measure.sensitivity(read.corpus("national").select(year=range(2021, 2026)), draws=100)
    shares = verdicts["verdict"].value_counts(normalize=True)
    assert 0.2 < shares["robust"] < 0.8 and 0.2 < shares["fragile"] < 0.8
    assert (verdicts["why"] != "").all()


def test_each_rate_of_the_detail_says_what_it_is_per(corpus):
    detail = measure.sensitivity(corpus, codebook=NESTED, part="all", detail=True)
    per = detail[detail["kind"] == "denominator"].groupby("variant")["per"].unique().str[0].to_dict()
    assert per == {
        "han": "per 10,000 Han characters",
        "words": "per 10,000 words",
        "sentences": "per 100 sentences",
    }
    by_words = detail[(detail["variant"] == "words") & (detail["theme"] == "science")].iloc[0]
    assert by_words["rate"] == pytest.approx(by_words["mentions"] / corpus.sentences["words"].sum() * 10_000)
    assert "per 10,000" not in detail[["variant", "rate"]]._repr_html_(), "no unit is said of all rows"


def test_detail_lists_every_way_of_counting(corpus):
    detail = measure.sensitivity(corpus, codebook=NESTED, part="all", detail=True)
    science = detail[detail["theme"] == "science"]
    assert science["variant"].tolist()[:3] == ["longest", "every", "word"]
    assert set(science["kind"]) == {"rule", "without", "denominator"}
    assert set(detail[detail["kind"] == "denominator"]["variant"]) == {"han", "words", "sentences"}
    assert not np.isnan(detail["rate"]).any()
