"""Contributions, coverage, concordance, positions: every number traced to its words."""

import pytest

from analysis import measure
from analysis.corpus import Corpus
from analysis.errors import CorpusError, MissingTextError
from analysis.report import Report
from tests.measure.yunling import TWO_REPORTS, WORDS, corpus_of


@pytest.fixture(scope="module")
def corpus():
    return corpus_of(**TWO_REPORTS)


def english(text):
    return Corpus.from_reports([Report(id="x", title="", paragraphs=(text,))])


def test_concordance_shows_each_counted_occurrence_in_its_context(corpus):
    lines = measure.concordance(corpus, "work", codebook=WORDS, width=4)
    assert lines[["left", "keyword", "right"]].to_numpy().tolist() == [
        ["", "就业", "优先，稳"], ["先，稳定", "就业", "。稳岗扩"], ["定就业。", "稳岗", "扩岗。"],
    ]  # fmt: skip
    for row in lines.itertuples():
        text = corpus.sentences.query("report_id == @row.report_id and paragraph == @row.paragraph")
        assert text["text"].iloc[row.sentence][row.start : row.end] == row.keyword


def test_concordance_of_a_term_and_side_by_side(corpus):
    assert len(measure.concordance(corpus, "科技")) == 2
    beside = measure.concordance(corpus, "科技", width=2, beside="year")
    assert list(beside.columns) == ["n", "2024", "2025"] and beside["2024"].tolist() == ["推进【科技】创新"]
    assert measure.concordance(corpus, "没有").empty
    with pytest.raises(CorpusError, match="'year' or 'place'"):
        measure.concordance(corpus, "科技", beside="month")


def test_concordance_needs_texts_and_says_how_to_get_them(corpus, tmp_path):
    corpus.save(tmp_path)
    with pytest.raises(MissingTextError, match="a concordance needs the text.*from their files"):
        measure.concordance(Corpus.load(tmp_path), "就业")


def test_words_in_context_agree_with_quantedas_kwic(reference_values):
    cases = {
        case.get("query", "letters"): case
        for case in reference_values("dictionary_and_kwic.json")["cases"]
        if "window" in case or "query" in case
    }
    letters = english(" ".join(map(chr, range(65, 91))))
    for letter, expected in cases["letters"]["expected"].items():
        lines = measure.concordance(letters, letter, count="word", width=5, unit="words")
        if expected == "empty table, no error":
            assert lines.empty
            continue
        row = lines.iloc[0]
        assert (row["left"], row["right"]) == (expected["pre"], expected["post"])
        before = measure.concordance(letters, letter, count="word", width=99, unit="words")["left"].iloc[0]
        assert len(before.split()) + 1 == expected["pos"]
    fox = measure.concordance(english(cases["fox"]["text"]), "fox", count="word", width=99, unit="words")
    assert [len(left.split()) + 1 for left in fox["left"]] == cases["fox"]["expected_positions"]
    assert fox["right"].iloc[-1] == ""


@pytest.mark.parametrize(
    ("what", "options", "said"),
    [
        ("就业", {"width": "x"}, "width='x': use a number of characters from 0"),
        ("就业", {"width": -5}, "width=-5"),
        ("technolgy", {}, "did you mean the theme 'technology'"),
    ],
)
def test_a_slip_of_the_pen_is_one_sentence(what, options, said):
    corpus = Corpus.from_reports([Report(id="x", title="", paragraphs=("云岭市稳定就业。",))])
    with pytest.raises(CorpusError, match=said):
        measure.concordance(corpus, what, **options)
