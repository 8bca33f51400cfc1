import pytest

from analysis import chart, measure, read
from analysis.errors import ChartError
from tests.chart.frames import changed, comparisons


def test_columns_are_the_shares_that_are_not_new():
    frame = comparisons()["recycled"]
    figure = chart.recycled(frame, lang="en")
    heights = {}
    for bar in figure.axes[0].patches:
        year = round(bar.get_x() + bar.get_width() / 2)
        heights[year] = heights.get(year, 0) + bar.get_height()
    for row in frame.itertuples():
        assert heights[row.year] == pytest.approx(100 * (1 - row.new_share), abs=1e-3)


def test_several_places_are_refused_and_one_of_them_is_drawn():
    provinces = read.corpus("provinces")
    with pytest.raises(ChartError, match="draws one report a year; select one place"):
        chart.recycled(measure.recycled(provinces))
    assert chart.recycled(measure.recycled(provinces.select(place="北京市")), lang="en").axes


def test_the_finding_is_no_list_with_commas():
    title = chart.recycled(comparisons()["recycled"], lang="en").record.texts.title
    assert "," not in title and "stands unchanged or reworded in that of 2024" in title


def test_the_alternative_text_says_of_what_a_share_is_and_a_small_one_is_not_told_as_none():
    frame = comparisons()["recycled"]
    alt = chart.recycled(changed(frame, new_share=frame["new_share"].mask(frame["year"] == 2025, 0.9987))).record.alt
    assert "0.1% of the 2025 report stands unchanged or reworded in that of 2024" in alt["en"]
    assert "2025年报告有0.1%见于2024年报告" in alt["zh"] and "最低为2025年0.1%" in alt["zh"]


def test_a_last_share_that_reads_like_the_highest_is_not_told_to_be_less():
    frame = comparisons()["recycled"]
    new = frame["year"].map({2016: 0.706, 2025: 0.714}).fillna(0.9)
    record = chart.recycled(changed(frame, new_share=new), lang="en").record
    assert record.texts.title.startswith("29% of the 2025") and record.texts.title.endswith("was 29% in 2016, 2025")
    assert "Highest: 2016, 2025, 29%; lowest: 2017–2024, 10%;" in record.alt["en"]
    alike = chart.recycled(changed(frame, new_share=0.71 + frame["year"] * 1e-6)).record
    assert "most" not in alike.texts.title and "Highest" not in alike.alt["en"] and "最高" not in alike.alt["zh"]
