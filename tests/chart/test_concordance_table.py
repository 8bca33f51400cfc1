import pytest

from analysis import chart, measure
from analysis.corpus import Corpus
from analysis.errors import ChartError
from analysis.report import Report

# Invented sentences of an invented place.
LINES = ["云岭市稳定就业，做好$增收$工作。", "各部门把就业放在首位。", "扩大就业，扩大内需。"]
REPORTS = [Report(id=f"a{i}", title="", year=2030 + i, place="云岭市", paragraphs=(t,)) for i, t in enumerate(LINES)]
FOUND = measure.concordance(Corpus.from_reports(REPORTS), "就业")


def texts(figure, name: str) -> list:
    return [text for text in figure.axes[0].texts if (text.get_gid() or "").startswith(name)]


def test_each_occurrence_stands_in_its_sentence_with_the_terms_one_below_the_other():
    figure = chart.concordance_table(FOUND)
    for name, column in (("left-", "left"), ("term-", "keyword"), ("right-", "right")):
        assert [text.get_text() for text in texts(figure, name)] == FOUND[column].tolist()
    assert len({text.get_position()[0] for text in texts(figure, "term-")}) == 1
    assert [text.get_text() for text in texts(figure, "where-")] == ["2030", "2031", "2032"]


def test_text_of_a_report_is_no_formula():
    figure = chart.concordance_table(FOUND)
    assert not any(text.get_parse_math() for name in ("left-", "term-", "right-") for text in texts(figure, name))
    assert "$增收$" in texts(figure, "right-")[0].get_text()


def test_what_is_not_shown_is_counted():
    figure = chart.concordance_table(FOUND, most=2, lang="en")
    assert len(texts(figure, "term-")) == 2 and [text.get_text() for text in texts(figure, "more")] == ["and 1 more"]
    assert "3 occurrences in 3 reports" in figure.record.texts.title
    with pytest.raises(ChartError, match="most=0; use a whole number from 1"):
        chart.concordance_table(FOUND, most=0)


def test_an_english_table_of_several_places_has_their_english_names():
    two = [Report(id=p, title="", year=2030, place=p, place_en=en, paragraphs=("稳定就业。",))
           for p, en in (("北京市", "Beijing"), ("云岭市", None))]  # fmt: skip
    found = measure.concordance(Corpus.from_reports(two), "就业")
    for lang, names in (("en", ["Beijing", "云岭市"]), ("zh", ["北京", "云岭"])):
        figure = chart.concordance_table(found, lang=lang)
        assert [text.get_text() for text in texts(figure, "where-")] == names
