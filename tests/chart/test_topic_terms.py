import pytest

from analysis import chart
from analysis.errors import ChartError
from tests.chart.frames import changed, overlapping
from tests.chart.topic_frames import found


def test_bars_are_the_shares_of_the_terms_and_fragile_topics_are_hollow():
    frame = found().terms
    figure = chart.topic_terms(frame, most=6, terms=4)
    for panel in figure.axes[0].child_axes:
        topic = int(panel.patches[0].get_gid().removeprefix("bars-"))
        own = frame[(frame["topic"] == topic) & (frame["rank"] <= 4)]
        assert sorted(bar.get_width() for bar in panel.patches) == pytest.approx(sorted(own["share"]))
        assert [label.get_text() for label in panel.get_yticklabels()] == own.sort_values(
            ["share", "rank"], ascending=[False, True]
        )["term"].tolist()
        filled = panel.patches[0].get_facecolor()[3] > 0
        assert filled == own["stable"].iloc[0]


def test_the_title_names_the_largest_topic_that_holds_and_its_size():
    frame = found().terms
    largest = found().topics.sort_values("stable", ascending=False, kind="stable").iloc[0]
    title = chart.topic_terms(frame, lang="zh").record.texts.title
    assert largest["label_zh"] in title and str(largest["size"]) in title and "12个话题" in title


def test_a_share_of_terms_is_that_of_the_documents():
    own = found().terms.iloc[0]
    members = found().assignments["topic"].to_numpy() == own["topic"]
    column = found().words.terms.index(own["term"])
    assert own["share"] == pytest.approx((found().words.counts[members][:, column] > 0).mean())


def test_the_title_names_the_first_topic_drawn_and_not_a_larger_one_that_does_not_hold():
    frame = found().terms
    first = frame["topic"] == 1
    shaky = changed(frame, stable=~first & frame["topic"].isin([3, 5]), size=frame["size"].mask(first, 9_000))
    label = frame.drop_duplicates("topic").set_index("topic")["label_zh"]
    figure = chart.topic_terms(shaky, most=2)
    assert figure.record.texts.title.endswith(f"其中2个稳固；稳固话题中最大的是“{label[3]}”，{_size(frame, 3)}个段落")
    assert [p.patches[0].get_gid() for p in figure.axes[0].child_axes] == ["bars-3", "bars-5"]
    assert "the largest of these: " in chart.topic_terms(shaky, lang="en").record.texts.title
    none = chart.topic_terms(changed(shaky, stable=False), lang="en").record.texts.title
    assert "none of them stable; the largest: " in none and "9,000 paragraphs" in none


def _size(frame, topic: int) -> int:
    return frame.loc[frame["topic"] == topic, "size"].iloc[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", ["web", "wechat"])
def test_as_many_terms_as_can_be_read_are_drawn_and_the_others_counted(lang, size):
    figure = chart.topic_terms(found().terms, terms=10, size=size, lang=lang)
    assert overlapping(figure) == []
    panels = figure.axes[0].child_axes
    drawn = sum(len(panel.patches) for panel in panels)
    said = [text.get_text() for text in figure.axes[0].texts if text.get_gid() == "left-out"]
    count = 10 * len(panels) - drawn
    assert (f"{count} more terms not shown" if lang == "en" else f"另有{count}个词未列出") in said
    assert f"{count} terms are not drawn here" in figure.record.alt["en"]
    for panel in panels:
        assert {label.get_text() for label in panel.get_yticklabels()} and len(panel.patches) >= 2


def test_hollow_bars_are_told_of_only_where_some_are_drawn():
    shaky = changed(found().terms, stable=found().terms["topic"].isin([1, 2]))
    for lang, said in (("en", "hollow"), ("zh", "空心")):
        assert said in chart.topic_terms(shaky, most=3, lang=lang).record.texts.note
        assert said not in chart.topic_terms(shaky, most=2, lang=lang).record.texts.note


def test_the_alternative_text_lists_terms_in_the_order_of_the_bars_with_their_shares():
    figure = chart.topic_terms(found().terms)
    panel = figure.axes[0].child_axes[0]
    bars = zip(panel.get_yticklabels(), panel.patches, strict=True)
    said = [f"{label.get_text()}{bar.get_width():.0%}" for label, bar in bars]
    assert f"：{'、'.join(said[:3])}。" in figure.record.alt["zh"]


@pytest.mark.parametrize("option", ["most", "terms"])
@pytest.mark.parametrize("given", [True, 0, 2.0])
def test_how_many_to_show_is_a_whole_number(option, given):
    with pytest.raises(ChartError, match=f"^chart.topic_terms: {option}={given}; use a whole number from 1"):
        chart.topic_terms(found().terms, **{option: given})
