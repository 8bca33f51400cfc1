"""A report in traditional characters is understood as it is in simplified ones, and kept as it is."""

import pytest

from analysis import read


@pytest.fixture(scope="module")
def traditional():
    from opencc import OpenCC

    return OpenCC("s2t").convert


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_facts_limits_and_structure_are_those_of_the_simplified_text(year, samples, report_file, traditional):
    text = (samples / f"yunling-{year}.txt").read_text(encoding="utf-8")
    one, other = read.report(samples / f"yunling-{year}.txt"), read.report(report_file("a.txt", traditional(text)))
    for fact in ("id", "year", "place", "level", "date", "kind", "han", "problems"):
        assert getattr(one, fact) == getattr(other, fact), fact
    assert other.language == "zh-Hant" and other.text == traditional(one.text)
    assert [(p.rule, p.line) for p in one.removed] == [(p.rule, p.line) for p in other.removed]
    columns = ["section", "heading_kind", "is_heading", "part", "paragraph"]
    assert read.structure(one)[columns].equals(read.structure(other)[columns])


def test_furniture_of_a_traditional_page_is_listed_and_gives_the_publisher(samples, report_file, traditional):
    page = (samples / "yunling-2025.html").read_bytes().decode("gb18030").replace("gb2312", "utf-8")
    one, other = read.report(samples / "yunling-2025.html"), read.report(report_file("a.html", traditional(page)))
    assert [(p.rule, p.line) for p in one.removed] == [(p.rule, p.line) for p in other.removed]
    assert other.publisher == traditional(one.publisher)


def test_a_bracketed_remark_goes_from_a_traditional_paragraph_and_nothing_else(report_file, lines, traditional):
    body = [*lines[:5], "（一）發展經濟。（熱烈鼓掌）我們做到了。", *lines[5:]]
    report = read.report(report_file("a.txt", traditional("\n".join(body))))
    assert "（一）發展經濟。我們做到了。" in report.paragraphs
    assert ("stage direction", "（熱烈鼓掌）") in [(piece.rule, piece.text) for piece in report.removed]


def test_a_province_in_traditional_characters_is_that_province(report_file, lines, traditional):
    text = traditional("\n".join(lines).replace("云岭市", "宁夏回族自治区"))
    report = read.report(report_file("a.txt", text))
    assert (report.place, report.place_code) == ("宁夏回族自治区", "640000")
