import pytest

from analysis import chart, measure, read
from analysis.errors import ChartError
from tests.chart.frames import changed, overlapping
from tests.chart.topic_frames import frames


def test_each_branch_is_drawn_at_its_height_and_over_its_reports():
    frame = frames()["report_tree"]
    axes = chart.report_tree(frame).axes[0]
    drawn = {line.get_gid(): line for line in axes.lines}
    for node in frame[frame["size"] > 1].itertuples():
        x, y = drawn[f"branch-{node.node}"].get_data()
        assert max(y) == node.height
        below = frame[frame["report_id"].isin(node.members.split())]["node"]
        assert below.min() <= min(x) and max(x) <= below.max()
    assert [label.get_text() for label in axes.get_xticklabels()] == frame[frame["size"] == 1]["year"].map(str).tolist()


def test_the_title_claims_a_division_only_where_it_is_firm():
    frame = frames()["report_tree"]
    weak = changed(frame, support=frame["support"].where(frame["support"].isna(), 0.3))
    title = chart.report_tree(weak).record.texts.title
    assert "没有稳固的两分" in title and "30%" in title
    strong = changed(frame, support=frame["support"].where(frame["support"].isna(), 0.9))
    assert "分为两支" in chart.report_tree(strong).record.texts.title


@pytest.mark.parametrize("size", ["web", "wechat"])
def test_what_the_title_says_of_support_stands_at_its_branch(size):
    frame = frames()["report_tree"]
    # The right half is as high as the whole tree: there is no room within it.
    root = frame.iloc[-1]
    flat = changed(
        frame,
        support=frame["support"].where(frame["support"].isna(), 0.91),
        height=frame["height"].mask(frame["node"] == root["right"], root["height"] * 0.995),
    )
    figure = chart.report_tree(flat, size=size)
    said = {text.get_gid(): text.get_text() for text in figure.axes[0].texts}
    assert figure.record.texts.title.count("91%") == 2
    assert {said[f"support-{root['left']}"], said[f"support-{root['right']}"]} == {"91%"}
    assert overlapping(figure) == []


def test_runs_of_years_in_the_title_are_those_of_the_branches():
    frame = frames()["report_tree"]
    strong = changed(frame, support=frame["support"].where(frame["support"].isna(), 0.9))
    root = frame.iloc[-1]
    halves = frame[frame["node"].isin([root["left"], root["right"]])]
    years = [sorted(int(member[-4:]) for member in half.split()) for half in halves["members"]]
    title = chart.report_tree(strong).record.texts.title
    for own in years:
        if own[-1] - own[0] == len(own) - 1 and len(own) > 1:
            assert f"{own[0]}–{own[-1]}年" in title


def test_more_reports_than_a_size_can_name_are_refused():
    tree = measure.report_clusters(read.corpus("provinces") + read.corpus("national"), draws=100)
    with pytest.raises(ChartError, match="no room for 119 reports"):
        chart.report_tree(tree, size="wechat")
