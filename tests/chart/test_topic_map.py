import numpy as np

from analysis import chart
from analysis.chart.topics import short_name
from tests.chart.frames import changed
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


def test_the_alternative_text_compares_the_topics_that_the_title_compares():
    frame = frames()["topic_map"]
    two = frame.sort_values("distance").iloc[0][["topic", "nearest"]]
    some = changed(frame, stable=frame["topic"].isin([*two, *frame["topic"].head(3)]))
    firm = int(some["stable"].sum())
    assert f"Most alike of {firm} stable topics: " in chart.topic_map(some).record.alt["en"]
    assert f"{firm}个稳固的话题中最相近的是“" in chart.topic_map(some).record.alt["zh"]


def _drawn(figure) -> tuple[dict[int, tuple], str]:
    """The names with their places, by the row of the frame they belong to, and what is said of those left out."""
    texts = figure.axes[0].texts
    named = {int(t.get_gid().removeprefix("label-")): t for t in texts if t.get_gid().startswith("label-")}
    said = [t.get_text() for t in texts if t.get_gid() == "named"]
    return {row: (t.get_text(), *np.round(t.get_position(), 9)) for row, t in named.items()}, "".join(said)


def test_the_same_frame_gives_the_same_places_and_names_left_out_are_counted():
    frame = frames()["topic_map"]
    for size in ("web", "wechat"):
        (drawn, said), again = (_drawn(chart.topic_map(frame, size=size)) for _ in range(2))
        assert (drawn, said) == again
        assert said == (f"12个话题中{len(drawn)}个标有名称" if len(drawn) < 12 else "")
        for row, (name, *_) in drawn.items():
            assert name == short_name(frame["label_zh"].iloc[row])


def test_those_the_title_names_are_named_first_and_no_line_passes_through_another_circle():
    frame = frames()["topic_map"]
    nearest = frame.loc[frame["distance"].idxmin()]
    for lang, size in (("zh", "web"), ("en", "wechat")):
        figure = chart.topic_map(frame, lang=lang, size=size)
        axes = figure.axes[0]
        [points] = [c for c in axes.collections if c.get_gid() == "topics"]
        assert {frame.index.get_loc(nearest.name), *np.flatnonzero(frame["topic"] == nearest["nearest"])} <= set(
            _drawn(figure)[0]
        )
        centres = axes.transData.transform(points.get_offsets())
        for line in axes.lines:
            ends = axes.transData.transform(np.column_stack(line.get_data()))
            along = np.linspace(*ends, 200)
            inside = np.sqrt(points.get_sizes()) / 2 * figure.dpi / 72 > np.hypot(*(along[:, None] - centres).T).T
            assert inside.any(axis=0).sum() <= 1, "a line touches the circle it starts from and no other"


def test_topics_that_do_not_hold_are_not_told_as_if_they_did():
    frame = frames()["topic_map"]
    for stable, en, zh in (
        (False, "12 topics, none of them stable; most alike: ", "12个话题，均不稳固；用词最相近的是“"),
        (frame["topic"] == 1, "12 topics, 1 of them stable; most alike: ", "12个话题，其中1个稳固；用词最相近的是“"),
        (True, "Most alike of 12 topics: ", "12个话题中用词最相近的是“"),
    ):
        words = chart.topic_map(changed(frame, stable=stable)).record.words
        assert words["en"].title.startswith(en) and words["zh"].title.startswith(zh)
        assert ("Most alike of" in words["en"].alt) == (stable is True)
        assert words["en"].alt.startswith(f"Map of {'12 topics. ' if stable is True else en.split(';')[0]}")
