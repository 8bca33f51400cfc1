import pytest

from analysis import chart, measure
from analysis.corpus import Corpus, Report
from analysis.errors import ChartError
from tests.chart.frames import changed, comparisons, overlapping


def test_the_strip_is_as_long_as_the_report_and_each_status_as_its_share():
    frame = comparisons()["novelty"]
    figure = chart.novelty(frame, lang="en")
    drawn = {}
    for bar in figure.axes[0].patches:
        drawn[bar.get_gid()] = drawn.get(bar.get_gid(), 0) + bar.get_width()
    own = frame[frame["status"] != "dropped"].groupby("status")["han"].sum()
    assert drawn == pytest.approx(own.to_dict())
    rows = {round(bar.get_y() + bar.get_height() / 2) for bar in figure.axes[0].patches}
    assert rows == set(range(len(rows)))


def test_words_give_the_shares_and_what_was_dropped():
    frame = comparisons()["novelty"]
    texts = chart.novelty(frame, lang="zh").record.texts
    own = frame[frame["status"] != "dropped"]
    stands = 1 - own.loc[own["status"] == "new", "han"].sum() / own["han"].sum()
    assert f"{100 * stands:.0f}%" in texts.title and "2025年报告" in texts.title
    assert f"{(frame['status'] == 'dropped').sum()}句未再出现" in texts.note


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_sentence_and_a_long_report_are_drawn_clear(lang):
    frame = comparisons()["novelty"]
    for awkward in (changed(frame.head(1)), changed(frame, han=frame["han"] * 40)):
        awkward.attrs = frame.attrs
        assert overlapping(chart.novelty(awkward, lang=lang)) == []
    with pytest.raises(ChartError, match="no sentences of its own"):
        chart.novelty(frame[frame["status"] == "dropped"])


def test_a_report_without_a_year_or_an_english_place_is_named_without():
    frame = changed(comparisons()["novelty"])
    reports = [report | {"year": None, "place_en": None} for report in frame.attrs["reports"]]
    frame.attrs = frame.attrs | {"reports": reports}
    texts = {lang: chart.novelty(frame, lang=lang).record.texts for lang in ("zh", "en")}
    assert texts["zh"].title.startswith("云岭市报告有") and " of the report of 云岭市 stands" in texts["en"].title
    assert not any("None" in said for words in texts.values() for said in (words.title, words.subtitle, words.alt))


def test_a_report_of_which_nothing_was_dropped_lives_on():
    lines = [Report(id=f"a-{y}", title="", year=y, place="云岭市", paragraphs=("稳定就业。",)) for y in (2024, 2025)]
    frame = measure.novelty(Corpus.from_reports(lines), 2025, against=2024)
    words = chart.novelty(frame).record.words
    assert words["en"].note.endswith(" Every sentence of the 2024 report of 云岭市 lives on.")
    assert words["zh"].note.endswith("。云岭市2024年报告各句均有对应。")
