import numpy as np

from analysis import chart
from analysis.chart.topics import short_name
from tests.chart.topic_frames import found, frames


def test_circles_lie_where_the_frame_says_and_their_areas_are_the_sizes():
    frame = frames()["topic_map"]
    [points] = [c for c in chart.topic_map(frame).axes[0].collections if c.get_gid() == "topics"]
    assert np.allclose(points.get_offsets(), frame[["x", "y"]])
    sizes = points.get_sizes() / frame["size"]
    assert np.allclose(sizes, sizes.iloc[0])


def test_distances_have_one_scale_in_both_directions():
    axes = chart.topic_map(frames()["topic_map"]).axes[0]
    box = axes.get_window_extent()
    across, along = (np.ptp(limits) for limits in (axes.get_xlim(), axes.get_ylim()))
    assert np.isclose(across / box.width, along / box.height)


def test_the_title_names_the_two_most_alike():
    frame = frames()["topic_map"]
    nearest = frame.loc[frame["distance"].idxmin()]
    names = found().topics.set_index("topic")["label_zh"]
    title = chart.topic_map(frame).record.texts.title
    assert short_name(nearest["label_zh"]) in title and short_name(names[nearest["nearest"]]) in title


def test_every_topic_is_named_and_the_same_frame_gives_the_same_places():
    frame = frames()["topic_map"]
    drawn = [
        [(text.get_text(), tuple(np.round(text.get_position(), 9))) for text in chart.topic_map(frame).axes[0].texts]
        for _ in range(2)
    ]
    assert drawn[0] == drawn[1]
    assert {text for text, _ in drawn[0]} == set(frame["label_zh"].map(short_name))
