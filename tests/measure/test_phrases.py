import pytest

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.errors import MissingTextError
from analysis.report import Report
from analysis.vocabulary import lexicon

LINES = ("云岭市推动绿色发展。", "坚持绿色发展，", "绿色发展为先。", "必须绿色发展！", "要绿色发展。")


@pytest.fixture(scope="module")
def corpus():
    reports = [Report(id=f"yunling-{year}", title="", year=year, paragraphs=LINES) for year in (2023, 2024, 2025)]
    return Corpus.from_reports(reports)


def test_phrases_are_found_with_their_counts_and_whether_the_lexicon_has_them(corpus):
    found = measure.phrases(corpus, cohesion=1.0, entropy=0.5).set_index("phrase")
    assert found.loc["绿色发展", ["count", "reports"]].tolist() == [15, 3]
    assert found["known"].tolist() == found.index.isin(lexicon()).tolist() and found["cohesion"].ge(1).all()


def test_phrases_shorter_than_asked_for_are_left_out_but_still_explain_the_longer(corpus):
    assert measure.phrases(corpus, cohesion=1.0, entropy=0.5, shortest=5).empty
    assert measure.phrases(corpus, cohesion=1.0, entropy=0.5)["phrase"].str.len().min() >= 4


def test_a_phrase_of_too_few_reports_is_left_out(corpus):
    assert measure.phrases(corpus, cohesion=1.0, entropy=0.5, min_reports=4).empty


def test_traditional_reports_give_the_same_phrases(corpus):
    lines = ("雲嶺市推動綠色發展。", "堅持綠色發展，", "綠色發展為先。", "必須綠色發展！", "要綠色發展。")
    reports = [Report(id=str(year), title="", year=year, paragraphs=lines) for year in (2023, 2024, 2025)]
    found = measure.phrases(Corpus.from_reports(reports), cohesion=1.0, entropy=0.5)
    assert found["phrase"].tolist() == measure.phrases(corpus, cohesion=1.0, entropy=0.5)["phrase"].tolist()


def test_without_texts_nothing_can_be_discovered_and_that_is_said():
    with pytest.raises(MissingTextError, match="discovering phrases needs the text"):
        measure.phrases(read.corpus("xiangjiang"))
