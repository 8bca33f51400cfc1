"""From the lines of a file to a report: its facts, its id, what is doubtful, and what is no report."""

import pytest

from analysis import read
from analysis.errors import ReadError
from analysis.read.assemble import assemble, resolution
from analysis.read.draft import Draft
from tests.read.refusal import refused


def test_given_facts_win(samples):
    report = read.report(samples / "yunling-2025.txt", year=1999, place="望溪区", title="试读", id="x")
    assert (report.year, report.place, report.title, report.id) == (1999, "望溪区", "试读", "x")


def test_a_page_without_a_report_is_no_report(report_file):
    page = "<html><title>404</title><body><div id='content'>您访问的页面不存在，请返回云岭市首页。</div></body></html>"
    refused(report_file("a.html", page), "no report in it")


def test_a_short_notice_is_no_report(report_file):
    refused(report_file("a.txt", "云岭市人民政府关于雁回湖夜市开张的通知。"), "no report in it (")


def test_an_id_is_place_and_year_or_else_the_name_of_the_file(lines, numbered):
    text = tuple(numbered(lines))
    assert assemble(Draft("x/任何名字.txt", text)).id == "云岭市-2025"
    assert assemble(Draft("x/任何名字.txt", text), place="北京市").id == "beijing-2025"
    body = tuple(numbered([line for line in lines if "云岭" not in line and "2025" not in line]))
    bare = assemble(Draft("reports/My plan (final).txt", body))
    assert bare.id == "my-plan-final" and bare.year is None and bare.place == ""
    assert [problem.split(" found")[0] for problem in bare.problems][:2] == ["No year", "No place"]


def test_an_excerpt_is_a_problem_and_less_or_far_more_is_no_report(numbered):
    def of(han: int) -> Draft:
        return Draft(
            "2025年云岭市.txt", tuple(numbered(["各位代表：", *["稳就业，稳市场，稳预期，稳人心。"] * (han // 12)]))
        )

    assert any("an excerpt?" in problem for problem in assemble(of(600)).problems)
    assert not any("an excerpt?" in problem for problem in assemble(of(2400)).problems)
    with pytest.raises(ReadError, match=r"no report in it \(\d+ Han characters of text, 300 or more are needed\)"):
        assemble(of(120))
    with pytest.raises(ReadError, match="Han characters, more than any report has"):
        assemble(of(160_000))


def test_what_a_format_found_wrong_is_told_with_the_name():
    with pytest.raises(ReadError, match=r"a\.csv, row 2: the text column is empty"):
        assemble(Draft("a.csv, row 2", (), problem="the text column is empty"))


@pytest.mark.parametrize(
    ("title", "first", "is_one"),
    [
        ("云岭市人民代表大会关于政府工作报告的决议", "各位代表：", True),
        ("", "关于政府工作报告的决议", True),
        ("2025年云岭市政府工作报告", "关于政府工作报告的决议", False),
        ("", "各位代表：", False),
    ],
)
def test_a_resolution_is_told_by_its_title_or_its_first_line(title, first, is_one, numbered):
    draft = Draft("a.txt", tuple(numbered(["", first, "会议同意这个报告。"])), {"title": title} if title else {})
    assert resolution(draft) is is_one
