import numpy as np
import pytest

from analysis.measure.group_rates import group_rates
from tests.measure.yunling import SHARES, TWO_REPORTS, WORDS, corpus_of, shares

CHOICES = {
    "measure": "theme_frequencies", "count": "longest", "part": "all", "denominator": "han", "unit": None,
    "intervals": False, "draws": 200, "seed": 0,
}  # fmt: skip


def rates(corpus, book, **other):
    return group_rates(corpus, book, **(CHOICES | other))


def test_every_report_has_every_theme_in_the_order_of_the_codebook():
    frame = rates(corpus_of(**TWO_REPORTS), WORDS)
    assert frame["theme"].tolist() == ["work", "science"] * 2
    assert frame["mentions"].tolist() == [3, 1, 0, 1] and frame["han"].tolist() == [22, 22, 9, 9]
    assert frame["rate"].tolist() == pytest.approx([3 / 22 * 10_000, 1 / 22 * 10_000, 0, 1 / 9 * 10_000])


def test_shares_are_of_all_mentions_and_of_all_sentences():
    frame = rates(corpus_of(**TWO_REPORTS), WORDS)
    assert frame["share"].tolist() == pytest.approx([3 / 4, 1 / 4, 0, 1])
    assert frame["sentence_share"].tolist() == pytest.approx([2 / 4, 1 / 4, 0, 1 / 2])


def test_without_intervals_their_columns_are_empty_and_the_attrs_speak_of_no_draws():
    frame = rates(corpus_of(**TWO_REPORTS), WORDS)
    assert frame[["low", "high", "rank_low", "rank_high"]].isna().all(axis=None)
    assert "draws" not in frame.attrs and "seed" not in frame.attrs


def test_the_interval_of_a_rank_holds_the_rank_and_is_whole():
    from analysis.corpus import Corpus

    frame = rates(Corpus.from_reports([shares(2025, 20, 9)]), SHARES, intervals=True)
    low, own, high = (frame[name].to_numpy(dtype=float) for name in ("rank_low", "rank", "rank_high"))
    assert (low <= own).all() and (own <= high).all() and set(np.concatenate([low, high])) <= {1.0, 2.0}


def test_a_report_without_the_part_has_no_rate_and_no_mention():
    frame = rates(corpus_of(a2025=("天气晴好。",)), WORDS, part="plan", intervals=True)
    assert frame["rate"].isna().all() and frame["mentions"].eq(0).all() and frame["part"].eq("none").all()
