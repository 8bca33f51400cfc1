import numpy as np
import pytest

from analysis import measure
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.measure.bootstrap import weights
from analysis.report import Report

BOOK = Codebook(
    "test", "测试", "Test", "1",
    (Theme("work", "就业", "Work", "", (Term("就业"),)), Theme("science", "科技", "Science", "", (Term("科技"),))),
)  # fmt: skip


def report(name="yunling-2025", year=2025, times=50):
    review = ["一、过去一年工作回顾", *["过去一年，新增就业岗位。"] * times]
    plan = ["二、今年工作安排", *["今年要发展科技，稳定就业。", "今年要建设科技平台。"] * times]
    return Report(id=name, title=f"{year}年云岭市政府工作报告", year=year, place="云岭市", paragraphs=(*review, *plan))


@pytest.fixture(scope="module")
def corpus():
    return Corpus.from_reports([report(), report("yunling-2024", 2024)])


def test_short_reports_resample_sentences_and_say_so():
    short = Corpus.from_reports([report(times=3)])
    assert set(measure.theme_frequencies(short, codebook=BOOK)["unit"]) == {"sentence"}
    assert set(measure.theme_frequencies(short, codebook=BOOK, unit="paragraph")["unit"]) == {"paragraph"}


def test_resampling_paragraphs_is_wider_than_sentences_when_neighbours_share_topics():
    draw = np.random.default_rng(0)
    paragraphs = tuple(("就业岗位。" if draw.random() < 0.5 else "其他事项。") * 8 for _ in range(60))
    clustered = Corpus.from_reports([Report(id="x", title="x", paragraphs=paragraphs)])
    width = {
        unit: measure.theme_frequencies(clustered, codebook=BOOK, part="all", unit=unit)
        .eval("high - low").iloc[0]
        for unit in ("paragraph", "sentence")
    }  # fmt: skip
    assert width["paragraph"] > 2 * width["sentence"]


def test_the_interval_agrees_with_the_binomial_where_units_are_alike():
    """For equal units a bootstrap of a mean is the binomial's percentile interval, up to one mention (25)."""
    paragraphs = tuple("就业" if i % 4 == 0 else "其他" for i in range(400))
    alike = Corpus.from_reports([Report(id="x", title="x", paragraphs=paragraphs)])
    row = measure.theme_frequencies(alike, codebook=BOOK, part="all", draws=4000).iloc[0]
    half = 1.96 * np.sqrt(0.25 * 0.75 / 400) * 10_000 / 2  # a unit has two Han characters
    assert row["rate"] - row["low"] == pytest.approx(half, abs=25)
    assert row["high"] - row["rate"] == pytest.approx(half, abs=25)


def test_a_constant_share_has_no_spread_and_drawing_changes_no_point_estimate():
    """The invariants of intervals_and_fdr.json: manifestoR's test of a constant statistic, quanteda's replicate 0."""
    constant = Corpus.from_reports([Report(id="x", title="x", paragraphs=("稳定就业。",) * 60)])
    row = measure.theme_frequencies(constant, codebook=BOOK, part="all").set_index("theme").loc["work"]
    assert row["low"] == row["rate"] == row["high"] == 2500.0
    varied = Corpus.from_reports([report()])
    drawn = measure.theme_frequencies(varied, codebook=BOOK)
    undrawn = measure.theme_frequencies(varied, codebook=BOOK, intervals=False)
    assert drawn["rate"].equals(undrawn["rate"]) and drawn["theme"].equals(undrawn["theme"])
    assert (drawn["low"] < drawn["rate"]).all() and (drawn["rate"] < drawn["high"]).all()


@pytest.mark.parametrize("wrong", [{"draws": 0}, {"draws": -1}, {"draws": 1}, {"seed": -1}, {"seed": "a"}])
def test_draws_and_seeds_that_make_no_interval_are_one_sentence(corpus, wrong):
    with pytest.raises(CorpusError, match=f"{next(iter(wrong))}="):
        measure.theme_frequencies(corpus, codebook=BOOK, **wrong)


def test_bootstrap_weights_are_what_the_reference_demands():
    drawn = weights("a", 30, draws=2000, seed=3)
    assert (drawn.sum(axis=1) == 30).all() and drawn.min() >= 0
    assert drawn.mean(axis=0) == pytest.approx(np.ones(30), abs=0.12)
    assert (drawn == weights("a", 30, draws=2000, seed=3)).all()
    assert not (drawn == weights("b", 30, draws=2000, seed=3)).all()
