import pandas as pd
import pytest

from analysis import chart
from analysis.errors import ChartError
from tests.chart.frames import changed
from tests.chart.topic_frames import found


def test_lines_are_the_shares_of_the_years_with_their_bands():
    frame = found().prevalence
    figure = chart.topic_prevalence(frame, topics=[2, 5])
    for panel, topic in zip(figure.axes[0].child_axes, (2, 5), strict=True):
        own = frame[frame["topic"] == topic].sort_values("year")
        [line] = panel.lines
        assert list(line.get_xdata()) == own["year"].tolist()
        assert list(line.get_ydata()) == pytest.approx(own["share"].tolist())
        assert panel.collections[0].get_gid() == f"band-{topic}"


def test_a_year_without_a_report_is_a_gap():
    frame = found().prevalence
    gap = frame[frame["year"] != 2018]
    figure = chart.topic_prevalence(gap, topics=1)
    runs = [list(line.get_xdata()) for line in figure.axes[0].child_axes[0].lines]
    assert runs == [list(range(2014, 2018)), list(range(2019, 2026))]


def test_the_title_tells_the_firm_topic_with_the_highest_share_at_its_peak_and_in_the_last_year():
    frame = found().prevalence
    real = frame[frame["stable"] & (frame["topic"] > 0)]
    peak = real.loc[real["share"].idxmax()]
    end = real[(real["topic"] == peak["topic"]) & (real["year"] == 2025)].iloc[0]
    title = chart.topic_prevalence(frame, lang="zh").record.texts.title
    assert title.startswith(f"“{peak['label_zh']}”{peak['year']}年占段落的{peak['share']:.0%}")
    assert f"{end['share']:.0%}" in title


def test_a_small_format_keeps_the_topics_that_the_title_names():
    # Twelve firm topics, the last of them the largest at both ends: a small format has room for eight.
    frame = found().prevalence
    one = frame[frame["topic"] == 1].assign(stable=True)
    copies = [one.assign(topic=n, label_zh=f"话题{n}", label_en=f"Topic {n}") for n in range(1, 12)]
    frame = pd.concat(
        [*copies, one.assign(topic=12, label_zh="最大", label_en="Largest", share=one["share"] + 0.1)],
        ignore_index=True,
    )
    frame.attrs = found().prevalence.attrs
    figure = chart.topic_prevalence(frame, lang="en", size="wechat")
    names = [text.get_text() for panel in figure.axes[0].child_axes for text in panel.texts]
    assert "Largest" in figure.record.texts.title and "Largest" in names
    assert len(figure.axes[0].child_axes) < 12


def test_places_one_year_and_unknown_topics_are_refused():
    frame = found().prevalence
    with pytest.raises(ChartError, match="by='year'"):
        chart.topic_prevalence(frame.rename(columns={"year": "place"}))
    with pytest.raises(ChartError, match="two years"):
        chart.topic_prevalence(frame[frame["year"] == 2025])
    with pytest.raises(ChartError, match="topics=99 is not a topic"):
        chart.topic_prevalence(frame, topics=[99])


def test_topics_that_the_caller_names_are_cut_by_the_format_only_and_said_to_be():
    figure = chart.topic_prevalence(found().prevalence, topics=list(range(1, 13)), most=2, lang="en")
    assert len(figure.axes[0].child_axes) == 12
    small = chart.topic_prevalence(found().prevalence, topics=list(range(1, 13)), lang="en", size="wechat")
    [said] = [text.get_text() for text in small.axes[0].texts if text.get_gid() == "left-out"]
    assert said == f"{12 - len(small.axes[0].child_axes)} more topics not shown"


def test_a_selection_of_topics_is_told_as_one_of_all_that_were_found():
    frame = found().prevalence
    texts = chart.topic_prevalence(frame[frame["topic"].isin([1, 2])], lang="en").record.texts
    assert "of the 2 topics shown are stable" in texts.note and texts.alt.startswith("Small line charts of 2 of 12 ")
    whole = chart.topic_prevalence(frame, lang="en").record.texts
    assert "of 12 topics are stable" in whole.note and "shown are stable" not in whole.note


def test_topics_are_named_as_what_other_charts_bring_out_is():
    frame = found().prevalence
    twice = chart.topic_prevalence(frame, topics=[2, 2], lang="en")
    assert len(twice.axes[0].child_axes) == 1 and "whose share moved most" not in twice.record.texts.note
    none, default = (chart.topic_prevalence(frame, topics=topics, lang="en").record for topics in ([], None))
    assert none.texts == default.texts
    for wrong in (True, [1.0], ["1"]):
        with pytest.raises(ChartError, match="^topics=.* is not a topic of the frame; it has 0, 1, 2"):
            chart.topic_prevalence(frame, topics=wrong)


def test_a_row_without_a_year_is_told_of():
    frame = found().prevalence.astype({"year": "Int64"})
    lacking = changed(frame, year=frame["year"].mask(frame["year"] == 2014))
    with pytest.raises(ChartError, match="^chart.topic_prevalence needs the year of every report"):
        chart.topic_prevalence(lacking)
