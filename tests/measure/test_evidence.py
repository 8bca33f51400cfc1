"""Contributions, coverage, concordance, positions: every number traced to its words."""

import pytest

from analysis import measure
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.errors import CorpusError, MissingTextError
from analysis.report import Report

BOOK = Codebook(
    "test", "测试", "Test", "1",
    (
        Theme("work", "就业", "Work", "", (Term("就业"), Term("稳岗"))),
        Theme("science", "科技", "Science", "", (Term("科技创新"), Term("科技"))),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus():
    one = ("就业优先，稳定就业。稳岗扩岗。", "推进科技创新。天气晴好。")
    two = ("科技馆开放。", "各位代表！")
    return Corpus.from_reports(
        [
            Report(id=f"yunling-{y}", title="", year=y, place="云岭市", paragraphs=p)
            for y, p in ((2024, one), (2025, two))
        ]
    )


def test_contributions_add_up_to_the_theme(corpus):
    terms = measure.contributions(corpus, codebook=BOOK, part="all")
    themes = measure.theme_frequencies(corpus, codebook=BOOK, part="all", intervals=False)
    total = terms.groupby(["report_id", "theme"])["mentions"].sum()
    for row in themes[themes["mentions"] > 0].itertuples():
        assert total[row.report_id, row.theme] == row.mentions
    first = terms[(terms["report_id"] == "yunling-2024") & (terms["theme"] == "work")]
    assert first["term"].tolist() == ["就业", "稳岗"] and first["share"].tolist() == pytest.approx([2 / 3, 1 / 3])


def test_coverage_counts_sentences_no_theme_mentions(corpus):
    frame = measure.coverage(corpus, codebook=BOOK, part="all")
    assert frame["sentences"].tolist() == [4, 2] and frame["uncovered"].tolist() == [1, 1]
    assert frame["uncovered_han_share"].tolist() == pytest.approx([4 / 22, 4 / 9])


def test_gaps_name_what_uncovered_sentences_talk_about(corpus):
    gaps = measure.coverage_gaps(corpus, codebook=BOOK, part="all", minimum=1)
    assert "天气晴好" in set(gaps["phrase"]) and "就业" not in set(gaps["phrase"])


def test_concordance_shows_each_counted_occurrence_in_its_context(corpus):
    lines = measure.concordance(corpus, "work", codebook=BOOK, width=4)
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
    with pytest.raises(MissingTextError, match="a concordance needs the text.*analysis fetch"):
        measure.concordance(Corpus.load(tmp_path), "就业")


def test_positions_are_shares_of_the_report_before_the_mention(corpus):
    where = measure.positions(corpus, codebook=BOOK)
    first = where[where["report_id"] == "yunling-2024"]
    assert first["position"].tolist() == pytest.approx([0, 0, 8 / 22, 12 / 22])


def test_dispersion_is_even_where_every_paragraph_mentions_alike():
    even = Report(id="even", title="", paragraphs=("就业工作。",) * 5 + ("科技工作。",))
    frame = measure.dispersion(Corpus.from_reports([even]), codebook=BOOK, statistics=("dp_norm", "range"))
    assert frame["range"].tolist() == [5, 1]
    assert frame["dp_norm"].tolist() == pytest.approx([(1 / 6) / (5 / 6), 1.0])
    with pytest.raises(CorpusError, match="no statistic is called 'gini'"):
        measure.dispersion(Corpus.from_reports([even]), codebook=BOOK, statistics=("gini",))


def test_word_frequencies_keep_policy_phrases_and_drop_function_words(corpus):
    words = measure.word_frequencies(corpus, part="all")
    assert "就业" in set(words["word"]) and "各位代表" not in set(words["word"])
    row = words[(words["report_id"] == "yunling-2024") & (words["word"] == "就业")].iloc[0]
    assert row["mentions"] == 2 and row["rank"] == 1 and row["rate"] == pytest.approx(2 / row["words"] * 10_000)
    whole = measure.word_frequencies(corpus, part="all", by="corpus", keep_stop_words=True)
    assert whole["mentions"].sum() == whole["words"].iloc[0]


def english(text):
    return Corpus.from_reports([Report(id="x", title="", paragraphs=(text,))])


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
