"""What `analysis read` prints of a report."""

from analysis.corpus import Removed, Repair, Report
from analysis.print_report import describe_report

REPORT = Report(
    id="yunling-2031",
    title="2031年云岭市政府工作报告",
    paragraphs=("一、稳定就业", "办好职业学校。", "二、扩大开放", "修通青萝河大桥。"),
    year=2031,
    place="云岭市",
    removed=tuple(Removed("photo caption", f"图{number}", number) for number in range(1, 6)),
    repaired=(Repair("lines joined", 4),),
    problems=("No date found.",),
)


def test_sections_stand_in_order_with_their_length():
    lines = describe_report(REPORT).splitlines()
    shown = [line.split() for line in lines if "稳定就业" in line or "扩大开放" in line]
    assert [words[0] for words in shown] == ["1", "2"]


def test_what_was_removed_is_grouped_by_rule_and_counted():
    shown = describe_report(REPORT)
    assert "photo caption (5)" in shown and "line 1: 图1" in shown and "and 2 more" in shown


def test_repairs_and_problems_are_told():
    shown = describe_report(REPORT)
    assert "lines joined: 4" in shown and "No date found." in shown


def test_facts_that_are_unknown_are_left_out():
    assert "publisher" not in describe_report(REPORT) and "address" not in describe_report(REPORT)


def test_a_long_heading_is_cut_and_a_report_without_removals_says_so():
    shown = describe_report(Report(id="a", title="t", paragraphs=("云" * 300 + "。",)))
    assert "nothing" in shown and max(map(len, shown.splitlines())) < 100
