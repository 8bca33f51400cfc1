"""A report's year, date, publisher and kind are read where the file states them."""

import pytest

from analysis import read
from analysis.read import facts
from analysis.report import Removed


def _line(rule: str, text: str) -> Removed:
    return Removed(rule, text)


@pytest.mark.parametrize(
    ("title", "removed", "name"),
    [
        ("2025年云岭市政府工作报告", [], "a.txt"),
        ("二〇二五年云岭市政府工作报告", [], "a.txt"),
        ("云岭市政府工作报告（２０２５）", [], "a.txt"),
        ("云岭市政府工作报告", [_line("meeting line", "——2025年1月8日在云岭市第六届人民代表大会上")], "2019.txt"),
        ("云岭市政府工作报告", [_line("meeting line", "二○二五年一月八日在云岭市人民代表大会上")], "a.txt"),
        ("云岭市政府工作报告", [], "yunling-2025.txt"),
        ("云岭市政府工作报告", [_line("source and date line", "2025-01-10 来源：云岭日报")], "a.txt"),
    ],
)
def test_the_year_is_read_from_title_then_meeting_then_file_then_date(title, removed, name):
    assert facts.year_of(title, {}, removed, name) == 2025


def test_a_stated_year_wins_and_none_is_said():
    assert facts.year_of("2019年报告", {"year": "2025"}, [], "a") == 2025
    assert facts.year_of("云岭市政府工作报告", {}, [], "a") is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("——2025年1月8日在云岭市人民代表大会上", "2025-01-08"),
        ("２０２５年１月１８日", "2025-01-18"),
        ("二〇二五年一月八日在云岭市人民代表大会上", "2025-01-08"),
        ("二○二五年十二月三十一日", "2025-12-31"),
        ("一九八六年十月二十日", "1986-10-20"),
        ("一九八六年二月十日", "1986-02-10"),
        ("2025-1-8", "2025-01-08"),
        ("云岭", ""),
    ],
)
def test_dates_are_read_in_digits_and_in_characters(text, date):
    assert facts.date_of({}, [_line("meeting line", text)]) == date


def test_the_day_of_the_meeting_wins_over_the_day_of_publication():
    removed = [_line("source and date line", "2025-01-10"), _line("meeting line", "2025年1月8日在大会上")]
    assert facts.date_of({"date": "2025-01-11"}, removed) == "2025-01-08"


@pytest.mark.parametrize(
    "texts",
    [["来源：云岭日报"], ["2025-01-10 09:00 来源：云岭日报"], ["来源:", "云岭日报"], ["信息来源：云岭日报 柳三秋"]],
)
def test_the_publisher_stands_in_the_source_line_or_below_it(texts):
    assert facts.publisher_of({}, [_line("source and date line", text) for text in texts]) == "云岭日报"


def test_a_bare_title_is_completed_by_the_pages_or_the_file():
    bare = [_line("title", "政府工作报告")]
    assert facts.title_of({"document_title": "云岭市政府工作报告"}, bare, "", "a.txt") == "云岭市政府工作报告"
    assert facts.title_of({}, bare, "", "云岭市2025.txt") == "云岭市2025"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2025年云岭市政府工作报告", "government-work-report"),
        ("关于云岭市2025年计划草案的报告", "plan-report"),
        ("云岭市2025年工作要点", "work-plan"),
        ("雁回湖的鸟", ""),
    ],
)
def test_the_kind_is_told_by_the_title(title, kind):
    assert facts.kind_of(title, "云岭的茶香。") == kind


def test_what_cannot_be_found_is_listed_as_a_problem(report_file):
    report = read.report(report_file("a.txt", "\n".join(["茶山上的路修宽了，竹农的车开到了林子边上。"] * 30)))
    assert len(report.problems) == 3
    assert (report.year, report.place, report.id) == (None, "", "a")
    assert all("\n" not in problem for problem in report.problems)


def test_the_rest_is_found_in_the_text_of_a_bare_report(report_file, lines):
    report = read.report(report_file("a.txt", "\n".join(["政府工作报告", *lines[1:]])))
    assert (report.place, report.level, report.year, report.date) == ("云岭市", "city", 2025, "2025-01-08")


def test_a_given_place_brings_its_code_level_and_english_name(report_file):
    report = read.report(report_file(), place="宁夏")
    assert (report.place, report.place_code, report.place_en) == ("宁夏回族自治区", "640000", "Ningxia")
    assert report.level == "province" and report.id == "ningxia-2025"
