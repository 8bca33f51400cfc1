"""Topics over time: periods add up, and a topic that only one period has is found there and nowhere else."""

import numpy as np
import pytest

from analysis import measure
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.report import Report
from tests.measure.test_topics import WORDS, reports


@pytest.fixture(scope="module")
def late():
    """Three topics, one of which is only spoken of from 2015 on."""
    generator = np.random.default_rng(3)
    words = generator.permutation(WORDS)[:120]
    made = []
    for year in range(2010, 2020):
        pools = [words[0:40], words[40:80]] + ([words[80:120]] if year >= 2015 else [])
        lines = ["，".join(generator.choice(pools[line % len(pools)], 15)) + "。" for line in range(30)]
        made.append(Report(f"yunling-{year}", "", tuple(lines), year=year, place="云岭市"))
    return measure.topics(Corpus.from_reports(made), n_topics=3, resamples=2)


def late_one(found) -> int:
    share = found.prevalence[found.prevalence["topic"] > 0].pivot(index="year", columns="topic", values="share")
    return int((share.loc[2015:].mean() - share.loc[:2014].mean()).idxmax())


@pytest.mark.parametrize("fit", ["one", "aligned"])
def test_a_topic_of_the_second_half_is_found_there_only(late, fit):
    frame = measure.topics_over_time(late, period=5, fit=fit)
    own = frame[frame["topic"] == late_one(late)].set_index("period")
    assert own.loc["2015-2019", "documents"] == 50 and own.loc["2015-2019", "likeness"] > 0.9
    assert own.loc["2010-2014", "documents"] == 0
    words = set(late.topics.set_index("topic")["top_terms"][late_one(late)].split())
    assert len(words & set(own.loc["2015-2019", "top_terms"].split())) >= 8


def test_periods_sum_to_the_number_of_documents(late):
    frame = measure.topics_over_time(late, period=3)
    assert frame["documents"].sum() == len(late.assignments)
    assert np.allclose(frame.groupby("period")["share"].sum(), 1)
    assert frame.groupby("period")["topic"].nunique().eq(4).all(), "every topic in every period, and what fits none"
    assert frame[["first_year", "last_year"]].drop_duplicates().values.tolist()[0] == [2010, 2012]


def test_what_a_period_says_without_a_counterpart_is_in_its_shares():
    generator = np.random.default_rng(5)
    words = generator.permutation(WORDS)[:160]
    made = []
    for year in range(2010, 2020):
        pools = [words[:40], words[40:80]] if year > 2010 else [words[:40], words[80:120], words[120:160]]
        lines = ["，".join(generator.choice(pools[line % len(pools)], 15)) + "。" for line in range(60)]
        made.append(Report(f"yunling-{year}", "", tuple(lines), year=year, place="云岭市"))
    found = measure.topics(Corpus.from_reports(made), n_topics=3, resamples=2)
    frame = measure.topics_over_time(found, period=1, fit="aligned")
    assert frame.groupby("period")["share"].sum().round(9).eq(1).all()
    assert frame.groupby("period")["documents"].sum().eq(frame.groupby("period")["of"].first()).all()
    left = frame[(frame["topic"] == 0) & (frame["documents"] > 0)]
    assert len(left) and left["label_en"].eq("no counterpart").all() and left["top_terms"].ne("").all()


def test_single_years_are_those_of_prevalence(late):
    frame = measure.topics_over_time(late, period=1)
    assert frame["share"].tolist() == late.prevalence["share"].tolist()


def test_a_wrong_choice_or_a_report_without_a_year_is_one_sentence(late):
    for choice in ({"fit": "three"}, {"period": 0}, {"seed": -1}):
        with pytest.raises(CorpusError, match=str(next(iter(choice.values())))):
            measure.topics_over_time(late, **choice)
    timeless = Corpus.from_reports(Report(r.id, "", r.paragraphs) for r in reports(3, paragraphs=20)[0])
    found = measure.topics(timeless, n_topics=3, resamples=2)
    with pytest.raises(CorpusError, match="needs the year"):
        measure.topics_over_time(found)
