"""The tables of a corpus agree with one another and with its reports."""

import pandas as pd
import pytest

from analysis.corpus_tables import SENTENCE_COLUMNS, report_table, sentence_table, word_table
from analysis.report import Report

REPORTS = [
    Report(id="b", title="", year=2025, place="云岭市", paragraphs=("就业优先，稳定就业。办好学校。", "就业服务。")),
    Report(id="a", title="", paragraphs=("（掌声）", "", "推进科技创新。")),
]


@pytest.fixture(scope="module")
def tables():
    sentences, index = sentence_table(REPORTS)
    return sentences, report_table(REPORTS, sentences), word_table(sentences, index.words())


def test_reports_keep_their_order_and_an_unknown_year_is_missing(tables):
    sentences, reports, _ = tables
    assert reports["report_id"].tolist() == ["b", "a"] and reports["year"].isna().tolist() == [False, True]
    assert list(sentences.columns) == [*SENTENCE_COLUMNS, "text"]


def test_lengths_of_reports_are_sums_over_their_sentences(tables):
    sentences, reports, words = tables
    by_report = sentences.groupby("report_id")
    table = reports.set_index("report_id")
    assert by_report["han"].sum().to_dict() == table["han"].to_dict() == {r.id: r.han for r in REPORTS}
    assert by_report["words"].sum().to_dict() == table["words"].to_dict()
    assert words["count"].sum() == table["words"].sum()
    assert table["paragraphs"].to_dict() == {"b": 2, "a": 2}, "an empty paragraph has no sentence"


def test_words_are_counted_by_paragraph(tables):
    sentences, _, words = tables
    jobs = words[words["word"] == "就业"]
    assert jobs["count"].tolist() == [2, 1]
    assert sentences.loc[jobs["row"], "sentence"].tolist() == [0, 0], "keyed by the first sentence of the paragraph"


def test_no_reports_give_empty_tables_with_their_columns():
    sentences, index = sentence_table([])
    assert list(sentences.columns) == [*SENTENCE_COLUMNS, "text"] and report_table([], sentences).empty
    assert word_table(sentences, index.words()).empty and isinstance(sentences, pd.DataFrame)
