"""The encodings that Chinese reports come in are told apart."""

import pytest

from analysis import read
from analysis.errors import ReadError
from analysis.read.decode import decode

TEXT = "云岭市人民政府工作报告：青萝河的水清了，经济发展在不断向好。\n让竹乡的人有活干。"
TRADITIONAL = "雲嶺市人民政府工作報告：青蘿河的水清了，經濟發展在不斷向好。讓竹鄉的人有工作。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "gbk"])
def test_simplified_text_is_read_in_every_encoding(encoding):
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16"])
def test_traditional_text_is_read_in_every_encoding(encoding):
    assert decode(TRADITIONAL.encode(encoding), "a.txt") == TRADITIONAL


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_stray_control_character_is_no_reason_to_refuse_a_text(encoding, report_file, lines):
    marked = "\n".join(lines).replace("。", "\x07。", 1) + "\x1a"  # the end of a file, as DOS wrote it
    report = read.report(report_file("yunling.txt", marked, encoding))
    assert {"control characters removed": 2}.items() <= {r.rule: r.count for r in report.repaired}.items()
    assert "\x07" not in report.text


def test_bytes_full_of_control_characters_are_no_text():
    with pytest.raises(ReadError, match="not readable as text"):
        decode(bytes(range(1, 128)) * 3, "a.txt")


def test_utf16_big_endian_is_told_by_its_mark():
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_report_is_the_same_in_every_encoding(encoding, report_file, samples):
    read_back = read.report(report_file(encoding=encoding))
    assert read_back.sha256 == read.report(samples / "yunling-2025.txt").sha256


def test_a_page_declared_gb2312_is_read_as_gb18030(samples):
    report = read.report(samples / "yunling-2025.html")
    assert "顾云喆" in "".join(piece.text for piece in report.removed)


def test_a_page_that_declares_the_wrong_encoding_is_still_read(report_file, lines):
    page = "<html><head><meta charset='gb2312'></head><body><article>{}</article></body></html>"
    page = page.format("".join(f"<p>{line}</p>" for line in lines))
    assert read.report(report_file("yunling.html", page)).year == 2025


def test_traditional_reports_are_kept_as_they_are(report_file, lines):
    from opencc import OpenCC

    text = OpenCC("s2t").convert("\n".join(lines))
    report = read.report(report_file("yunling.txt", text))
    assert report.language == "zh-Hant" and "報告" in report.text
