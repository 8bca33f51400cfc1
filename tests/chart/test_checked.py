import inspect

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis import chart
from analysis.errors import ChartError
from tests.chart.awkward import frames
from tests.chart.frames import changed, themes


def test_a_frame_changed_later_changes_no_figure():
    frame = themes()
    record = chart.theme_frequencies(frame, lang="en").record
    data, title = record.data.copy(), record.texts.title
    frame[["rate", "low", "high"]] = 1.0
    frame.attrs["reports"].clear()
    pd.testing.assert_frame_equal(record.data, data)
    assert record.redraw(lang="en").record.texts.title == title


def test_the_note_of_a_chart_of_rates_tells_on_how_many_mentions_they_rest():
    frame = themes(years=(2024, 2025), rates=[9.0, 5.0, 1.0, 4.0])
    assert "the plan part (38 mentions)" in chart.theme_heatmap(frame, lang="en").record.texts.note
    one = frame[frame["year"] == 2025]
    one.attrs = frame.attrs | {"reports": [report | {"han": 10_000} for report in frame.attrs["reports"]]}
    zh, en = (chart.theme_frequencies(one, lang=lang).record.texts.note for lang in ("zh", "en"))
    assert "任务部署部分（10,000汉字，提及19次）" in zh and "the plan part (19 mentions in 10,000 Han characters)" in en


@pytest.mark.parametrize("name", sorted(frames()))
def test_what_is_no_text_no_axes_and_no_list_of_names_is_told_in_one_sentence(name):
    own = getattr(chart, name)
    for words in ({"title": 5}, {"note": {"zh": 5, "en": "a"}}, {"alt": {}}):
        [given] = words
        with pytest.raises(ChartError, match=rf"^chart.{name}: {given}=.*; give a text, or "):
            own(frames()[name], **words)
    with pytest.raises(ChartError, match=rf"^chart.{name}: ax='x'; give one matplotlib axes"):
        own(frames()[name], ax="x")
    for option in {"highlight", "theme"} & set(inspect.signature(own).parameters):
        with pytest.raises(ChartError, match=rf"^{option}=3: give one \w+, or a list of them"):
            own(frames()[name], **{option: 3})


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("theme_frequencies", "rate"), ("theme_heatmap", "rate"), ("theme_trend", "high"), ("theme_shares", "share"),
        ("dispersion", "position"), ("wording", "times"), ("compare_years", "difference"), ("slope", "rate_later"),
        ("topic_choice", "stability"), ("rank_change", "rank"), ("recycled", "new_share"), ("term_trend", "rate"),
    ],
)  # fmt: skip
def test_an_infinite_number_is_told_with_its_chart_and_column(name, column):
    endless = frames()[name][column].astype(float)
    endless.iloc[0] = float("inf")
    with pytest.raises(ChartError, match=f"^chart.{name}: the column '{column}' has an infinite number; leave"):
        getattr(chart, name)(changed(frames()[name], **{column: endless}))


@pytest.mark.parametrize(
    ("name", "column"),
    [("dispersion", "position"), ("wording", "times"), ("topic_choice", "stability"), ("compare_years", "difference")],
)
def test_a_missing_number_is_told_where_a_chart_needs_all(name, column):
    gap = frames()[name][column].astype(float)
    gap.iloc[0] = float("nan")
    with pytest.raises(
        ChartError, match=f"^chart.{name}: the column '{column}' has no number in 1 of [0-9]+ rows; lea"
    ):
        getattr(chart, name)(changed(frames()[name], **{column: gap}))


def test_a_report_without_the_part_has_no_rates_and_no_shares_and_the_others_are_drawn():
    frame = themes(years=(2023, 2024, 2025))
    absent = frame["year"] == 2023
    gap = changed(frame, rate=frame["rate"].mask(absent), share=frame["share"].mask(absent))
    for name in ("theme_heatmap", "theme_trend", "theme_shares"):
        assert getattr(chart, name)(gap).axes
        with pytest.raises(ChartError, match=f"^chart.{name}: nothing was measured"):
            getattr(chart, name)(changed(frame, rate=float("nan"), share=float("nan")))
    one = changed(frame, share=frame["share"].mask(frame.index == 0))
    with pytest.raises(ChartError, match="^chart.theme_shares: the column 'share' is missing for some themes"):
        chart.theme_shares(one)


@pytest.mark.parametrize(
    ("name", "key"),
    [("theme_frequencies", "theme"), ("slope", "theme"), ("compare_years", "theme"), ("wordcloud", "term"),
     ("keyness", "term"), ("comparison_cloud", "term"), ("topic_map", "topic"), ("novelty", "sentence")],
)  # fmt: skip
def test_a_row_that_is_there_twice_is_told_and_not_counted_twice(name, key):
    frame = frames()[name]
    twice = pd.concat([frame, frame.head(1)], ignore_index=True)
    twice.attrs = frame.attrs
    with pytest.raises(ChartError, match=f"^chart.{name}: the {key} .+ has several rows; leave one"):
        getattr(chart, name)(twice)


@pytest.mark.parametrize("name", ["theme_frequencies", "theme_heatmap", "theme_trend", "slope", "wording", "wordcloud"])
def test_numbers_written_as_text_are_told_in_one_sentence(name):
    frame = frames()[name]
    column = next(column for column in ("rate", "rate_later", "times") if column in frame)
    with pytest.raises(ChartError, match=f"^chart.{name}: the column '{column}' holds text; turn it into numbers"):
        getattr(chart, name)(changed(frame, **{column: frame[column].astype(str)}))


@pytest.mark.parametrize("name", ["theme_frequencies", "theme_heatmap", "dispersion", "slope", "topic_map", "keyness"])
def test_a_missing_name_is_told_in_one_sentence(name):
    frame = frames()[name]
    column = "label_en" if "label_en" in frame else "term"
    with pytest.raises(ChartError, match=f"^chart.{name}: the column '{column}' has no name in 1 of [0-9]+ rows"):
        getattr(chart, name)(changed(frame, **{column: [None, *frame[column].iloc[1:]]}))


@pytest.mark.parametrize("projection", ["3d", "polar"])
def test_axes_without_x_and_y_alone_are_told_in_one_sentence(projection):
    ax = Figure().add_subplot(projection=projection)
    with pytest.raises(ChartError, match=f"^chart.theme_frequencies: ax='{projection}'; give one matplotlib axes with"):
        chart.theme_frequencies(themes(), ax=ax)
