import pytest
from matplotlib.figure import Figure

from analysis import chart, measure, read
from analysis.chart.style import LIGHT
from analysis.corpus import Corpus
from analysis.errors import ChartError
from analysis.report import Report
from tests.chart.frames import changed, overlapping
from tests.chart.topic_frames import frames
from tests.measure.test_topics import WORDS


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


def tree(support: float, **halves):
    """The tree with one support for all branches, or another for the left or right half."""
    frame = frames()["report_tree"]
    said = frame["support"].where(frame["support"].isna(), support)
    for side, own in halves.items():
        said = said.mask(frame["node"] == frame.iloc[-1][side], own)
    return changed(frame, support=said, robust=True)


def test_the_title_claims_a_division_only_where_it_is_firm():
    assert "没有稳固的划分" in (title := chart.report_tree(tree(0.3)).record.texts.title) and "30%" in title
    assert "分为两支" in chart.report_tree(tree(0.9)).record.texts.title
    fragile = changed(tree(0.9), robust=tree(0.9)["size"] == 1)
    assert "没有稳固的划分" in chart.report_tree(fragile).record.texts.title, "not whatever the weighting"


def test_a_half_that_is_not_firm_gives_way_to_the_firm_branches_within_it():
    frame = tree(0.9, left=0.2)
    said = chart.report_tree(frame, lang="en").record.texts.title
    root, nodes = frame.iloc[-1], frame.set_index("node")
    assert nodes.loc[root["left"], "size"] > 1 and said.count("90%") == 3 - (
        nodes.loc[[*nodes.loc[root["left"], ["left", "right"]]], "size"].eq(1).sum()
    )


def test_what_the_title_calls_pink_is_pink():
    frame = tree(0.1, left=0.9)
    nodes = frame.set_index("node")
    frame = changed(
        frame,
        support=frame["support"].mask(frame["node"].isin(nodes.loc[frame.iloc[-1]["right"], ["left", "right"]]), 0.1),
    )
    figure = chart.report_tree(frame, lang="en")
    if "(pink)" in figure.record.texts.title:
        colours = [line.get_color() for line in figure.axes[0].lines if str(line.get_gid()).startswith("branch-")]
        assert colours.count(LIGHT.palette[1]) == 1


@pytest.mark.parametrize("style", ["light", "dark"])
def test_firm_branches_are_heavy_lines_in_every_style(style):
    frame = tree(0.3, left=0.9)
    lines = {line.get_gid(): line.get_linewidth() for line in chart.report_tree(frame, style=style).axes[0].lines}
    firm = {f"branch-{frame.iloc[-1]['left']}", f"branch-{frame.iloc[-1]['node']}"}
    assert min(lines[own] for own in firm) > 1.5 * max(width for own, width in lines.items() if own not in firm)


@pytest.mark.parametrize("size", ["web", "wechat"])
def test_what_the_title_says_of_support_stands_at_its_branch(size):
    frame = frames()["report_tree"]
    # The right half is as high as the whole tree: there is no room within it.
    root = frame.iloc[-1]
    flat = changed(
        frame,
        support=frame["support"].where(frame["support"].isna(), 0.91),
        robust=True,
        height=frame["height"].mask(frame["node"] == root["right"], root["height"] * 0.995),
    )
    figure = chart.report_tree(flat, size=size)
    said = {text.get_gid(): text.get_text() for text in figure.axes[0].texts}
    assert figure.record.texts.title.count("91%") == 2
    assert {said[f"support-{root['left']}"], said[f"support-{root['right']}"]} == {"91%"}
    assert overlapping(figure) == []


@pytest.mark.parametrize("size", ["web", "square", "wechat"])
def test_a_number_touches_no_line_and_stands_below_the_top_of_its_branch(size):
    frame = tree(0.91)
    root, nodes = frame.iloc[-1], frame.set_index("node")
    half = nodes.loc[max(root[["left", "right"]], key=nodes["size"].get)]
    within = half[["left", "right"]][nodes.loc[[*half[["left", "right"]]], "size"].to_numpy() > 1]
    # No room within the branch the title tells of: what it consists of is as high.
    flat = changed(frame, height=frame["height"].mask(frame["node"].isin(within), half["height"] * 0.99))
    axes = chart.report_tree(flat, size=size).axes[0]
    lines = {line.get_gid(): line.get_path().transformed(line.get_transform()) for line in axes.lines}
    numbers = {text.get_gid().removeprefix("support-"): text.get_window_extent() for text in axes.texts}
    assert str(half.name) in numbers
    for node, box in numbers.items():
        assert not any(line.intersects_bbox(box, filled=False) for line in lines.values()), node
        assert box.y1 <= lines[f"branch-{node}"].get_extents().y1


def test_runs_of_years_in_the_title_are_those_of_the_branches():
    frame = frames()["report_tree"]
    strong = tree(0.9)
    root = frame.iloc[-1]
    halves = frame[frame["node"].isin([root["left"], root["right"]])]
    years = [sorted(int(member[-4:]) for member in half.split()) for half in halves["members"]]
    title = chart.report_tree(strong).record.texts.title
    for own in years:
        if own[-1] - own[0] == len(own) - 1 and len(own) > 1:
            assert f"{own[0]}–{own[-1]}年" in title


def test_more_reports_than_a_size_can_name_are_refused():
    tree = measure.report_clusters(read.corpus("provinces") + read.corpus("national"), draws=100)
    with pytest.raises(ChartError, match="no room for 119 reports in size 'wechat'"):
        chart.report_tree(tree, size="wechat")
    with pytest.raises(ChartError, match="no room for 119 reports in these axes"):
        chart.report_tree(tree, ax=Figure(figsize=(6, 4)).add_subplot())


def test_identical_reports_are_said_to_be_alike_and_leaves_alone_are_no_division():
    lines = tuple("，".join(WORDS[10 * n : 10 * n + 12]) + "。" for n in range(40))
    same = [Report(f"yunling-{year}", "", lines, year=year, place="云岭市") for year in range(2000, 2004)]
    tree = measure.report_clusters(Corpus.from_reports(same), draws=100)
    assert "cannot be told apart" in chart.report_tree(tree, lang="en").record.texts.title
    assert not tree.loc[tree["support"].notna(), "robust"].any(), "which of them join first is chance"
    frame = frames()["report_tree"]
    weak = changed(frame, support=frame["support"].where(frame["support"].isna(), 0.1))
    assert "do not part firmly" in chart.report_tree(weak, lang="en").record.texts.title
