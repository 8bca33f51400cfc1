"""Everything that a saved page shows is in the report or in the list of what was removed."""

import re

import pytest

from analysis import read

HEAD = "<nav><a href=/>首页</a> <a href=/a>新闻</a></nav><h1>2025年云岭市政府工作报告</h1><button>打印</button>"
SOURCE = "<div class=info>来源：云岭日报 2025-01-16 08:30</div>"
TAIL = (
    "<p>（责任编辑：张三）</p><div class=share>分享到：微信 微博</div><div class=related><h3>相关阅读</h3><ul>"
    "<li><a href=1>2024年云岭市政府工作报告</a> 来源：望溪晚报</li><li><a href=2>图解报告</a></li></ul></div>"
)


@pytest.fixture(params=["div class=content", "div id=zoom", "span id=zoom", "article"])
def page(request, report_file, lines):
    """The invented report on pages of a known and an unknown shape, its title outside of the text."""
    text = "".join(f"<p>　　{line}</p>" for line in lines[1:])
    body = f"<{request.param}>{text}</{request.param.split()[0]}>"
    return report_file("yunling.html", f"<html><body>{HEAD}{SOURCE}{body}{TAIL}</body></html>")


def test_what_a_page_shows_beside_the_text_is_listed_by_rule(page):
    report = read.report(page)
    rules = {piece.text: piece.rule for piece in report.removed}
    assert rules["首页 新闻"] == rules["图解报告"] == "page furniture"
    assert rules["2025年云岭市政府工作报告"] == "title" and rules["打印"] == "page buttons"
    assert rules["来源：云岭日报 2025-01-16 08:30"] == "source and date line"
    assert rules["（责任编辑：张三）"] == "editors' line" and rules["分享到：微信 微博"] == "share bar"
    assert rules["相关阅读"] == "related articles"


def test_every_visible_character_of_a_page_is_kept_or_listed(page):
    report = read.report(page)
    shown = re.sub(r"<[^>]*>|\s", "", page.read_text(encoding="utf-8"))
    accounted = report.text + "".join(piece.text for piece in report.removed)
    assert sorted(shown) == sorted(re.sub(r"\s", "", accounted))


def test_the_source_line_outside_the_text_gives_the_publisher(page, report_file):
    report, plain = read.report(page), read.report(report_file())
    assert (report.publisher, report.title, report.date) == ("云岭日报", plain.title, plain.date)
    assert report.paragraphs == plain.paragraphs


def test_a_meeting_line_that_opens_the_text_is_no_title(report_file, lines):
    body = "".join(f"<p>{line}</p>" for line in ["——2025年1月10日在云岭市第五届人民代表大会第三次会议上", *lines[2:]])
    report = read.report(
        report_file("a.html", f"<html><body><h1>云岭市报告</h1><article>{body}</article></body></html>")
    )
    assert report.title == "云岭市报告" and report.date == "2025-01-10"
    assert {"title", "meeting line"} <= {piece.rule for piece in report.removed}


def test_an_article_hidden_in_a_template_is_still_read(report_file, lines):
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = report_file("a.html", f"<html><body><noscript><article>{body}</article></noscript></body></html>")
    assert read.report(page).paragraphs == read.report(report_file()).paragraphs


def test_margins_of_a_word_file_are_listed(tmp_path, lines):
    import docx

    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = "云岭市人民政府办公室"
    document.save(tmp_path / "a.docx")
    removed = read.report(tmp_path / "a.docx").removed
    assert ("running head", "云岭市人民政府办公室") in {(piece.rule, piece.text) for piece in removed}
