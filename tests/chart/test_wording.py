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


def test_only_the_most_frequent_words_are_kept():
    frame = comparisons()["wording"]
    totals = frame.groupby("word")["times"].sum()
    names = [label.get_text().split(" ")[0] for label in chart.wording(frame, most=2).axes[0].get_yticklabels()]
    assert len(names) == 2 and totals[names].min() >= totals.drop(names).max()


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
