import pytest

from analysis import chart
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


def test_the_title_names_the_largest_topic_and_its_size():
    frame = found().terms
    largest = found().topics.iloc[0]
    title = chart.topic_terms(frame, lang="zh").record.texts.title
    assert largest["label_zh"] in title and str(largest["size"]) in title and "12个话题" in title


def test_a_share_of_terms_is_that_of_the_documents():
    own = found().terms.iloc[0]
    members = found().assignments["topic"].to_numpy() == own["topic"]
    column = found().words.terms.index(own["term"])
    assert own["share"] == pytest.approx((found().words.counts[members][:, column] > 0).mean())
