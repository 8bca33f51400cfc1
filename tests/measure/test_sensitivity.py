import numpy as np
import pytest

from analysis import measure
from tests.measure.yunling import NESTED, NESTED_REPORT, corpus_of


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(**NESTED_REPORT)


def test_a_rank_that_hangs_on_one_term_is_fragile_and_says_on_which(corpus):
    verdicts = measure.sensitivity(corpus, codebook=NESTED, part="all").set_index("theme")
    assert verdicts.loc["farming", "verdict"] == "fragile"
    assert "without 农业" in verdicts.loc["farming", "why"]
    assert (verdicts["highest_rank"] <= verdicts["rank"]).all() and (verdicts["rank"] <= verdicts["lowest_rank"]).all()


def test_detail_lists_every_way_of_counting(corpus):
    detail = measure.sensitivity(corpus, codebook=NESTED, part="all", detail=True)
    science = detail[detail["theme"] == "science"]
    assert science["variant"].tolist()[:3] == ["longest", "every", "word"]
    assert set(science["kind"]) == {"rule", "without", "denominator"}
    assert set(detail[detail["kind"] == "denominator"]["variant"]) == {"han", "words", "sentences"}
    assert not np.isnan(detail["rate"]).any()
