import pytest

from analysis import chart
from analysis.errors import ChartError
from tests.chart.frames import changed, comparisons, overlapping


def test_strong_words_stand_above_cautious_ones_and_cells_are_counts():
    frame = comparisons()["wording"]
    figure = chart.wording(frame, most=50, lang="en")
    names = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    dots = [name.count("●") for name in names]
    assert dots == sorted(dots, reverse=True)
    values = [int(text.get_text()) for text in figure.axes[0].texts if text.get_gid() == "value"]
    assert sum(values) == frame["times"].sum()


def test_only_the_most_frequent_words_are_kept_beside_those_that_the_title_names():
    frame = comparisons()["wording"]
    frame = changed(frame.loc[frame.index[:1].repeat(6)], word=list("甲乙丙丁戊己"), times=[9, 1, 5, 7, 3, 1])
    names = [label.get_text().split(" ")[0] for label in chart.wording(frame, most=3).axes[0].get_yticklabels()]
    assert names == ["甲", "丁", "丙"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_word_and_long_words_are_drawn_clear(lang):
    frame = comparisons()["wording"]
    for awkward in (changed(frame.head(1)), changed(frame, word=frame["word"] + "的" * 9)):
        awkward.attrs = frame.attrs
        assert overlapping(chart.wording(awkward, lang=lang)) == []


def test_two_places_cannot_share_a_year():
    frame = comparisons()["wording"]
    with pytest.raises(ChartError, match="one report a year"):
        chart.wording(changed(frame, year=2025))


def test_what_the_title_names_is_drawn_however_few_rows_there_are():
    frame = comparisons()["wording"].head(4)
    made = changed(
        frame,
        report_id=list("abbc"),
        year=[2023, 2024, 2024, 2025],
        word=["稳步", "加快", "推进", "逐步"],
        times=[1, 9, 8, 1],
    )
    for lang in ("zh", "en"):
        figure = chart.wording(made, most=2, lang=lang)
        names = [label.get_text().split(" ")[0] for label in figure.axes[0].get_yticklabels()]
        assert set(names) == {"稳步", "逐步"} and all(name in figure.record.texts.title for name in names)
    assert "2 of 4 words by year" in chart.wording(made, most=1, lang="en").record.texts.alt


def test_one_year_is_told_once_and_large_numbers_alike_in_both_languages():
    frame = comparisons()["wording"]
    one = changed(frame[frame["year"] == 2025], clauses=3312)
    zh, en = (chart.wording(one, lang=lang).record.texts for lang in ("zh", "en"))
    assert en.title.count("2025") == zh.title.count("2025") == en.alt.count("2025") == 1
    assert " in 2025, before 建设 in 3,312 clauses. Most frequent: " in en.alt
    assert zh.alt.startswith("热力图：2025年3,312个含“建设”的小句中，") and zh.alt.count("2025") == 1
