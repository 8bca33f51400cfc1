"""What is broken in place is mended and counted; what is whole is left alone."""

import pytest

from analysis.read.draft import Line
from analysis.read.repair import repair


def _mended(*texts: str, whole: bool = True) -> tuple[list[str], dict[str, int]]:
    lines, done = repair([Line(text, i, whole=whole) for i, text in enumerate(texts, 1)])
    return [line.text for line in lines], {repaired.rule: repaired.count for repaired in done}


@pytest.mark.parametrize(
    ("broken", "mended", "rule"),
    [
        ("云\u200b岭\ufeff的茶", "云岭的茶", "invisible characters removed"),
        ("云岭\ue004的茶", "云岭的茶", "private-use characters removed"),
        ("云岭\x07的茶", "云岭的茶", "control characters removed"),
        ("云岭市市长　顾云舟", "云岭市市长 顾云舟", "wide or hard spaces made plain"),
        ("到2 0 2 5年", "到2025年", "spaces between digits removed"),
        ("增长2 5%", "增长25%", "spaces between digits removed"),
        ("政 府 工 作 报 告", "政府工作报告", "spaces between characters removed"),
        ("水质达到Ш类", "水质达到Ⅲ类", "look-alike numerals written Ⅲ"),
        ("水质优于III类", "水质优于Ⅲ类", "look-alike numerals written Ⅲ"),
    ],
)
def test_damage_is_mended_and_counted(broken, mended, rule):
    texts, done = _mended(broken)
    assert texts == [mended]
    assert rule in done


@pytest.mark.parametrize(
    "text",
    ["产值5.1亿元、6.2亿元", "2024 年到 2025 年", "A III 计划", "第1 2号", "顾 云", "Ⅲ类水质", "Шостакович的曲子"],
)
def test_what_is_whole_is_left_alone(text):
    texts, done = _mended(text)
    assert texts == [text] and done == {}


def test_a_line_broken_at_a_link_is_joined_where_blank_lines_part_paragraphs():
    texts, done = _mended(
        "我们在雁回湖边种下了一大片的", "水杉林", "，鸟都回来了。", "", "山路通了。", "", "水清了。", whole=False
    )
    assert texts[0].startswith("我们在雁回湖边种下了一大片的水杉林")
    assert done["lines broken at links joined"] >= 1


def test_a_line_that_begins_with_a_comma_goes_on_the_line_before():
    texts, _ = _mended("我们种下了水杉林", "，鸟都回来了。", "山路通了。", "水清了。", whole=False)
    assert texts == ["我们种下了水杉林，鸟都回来了。", "山路通了。", "水清了。"]


def test_lines_are_paragraphs_where_no_blank_lines_part_them():
    texts = ["我们在雁回湖边种下了一大片的水杉和芦苇", "让云岭的孩子走出大山看一看", "山路通了。"]
    assert _mended(*texts, whole=False)[0] == texts


def test_whole_paragraphs_are_never_joined():
    texts = ["我们在雁回湖边种下了一大片的", "", "水杉林", "，鸟都回来了。", "", "山路通了。"]
    assert _mended(*texts)[0] == texts


def test_short_headings_are_not_joined_with_what_follows():
    texts = ["一、回顾", "山路修到了每一个村子的门口。", "", "二、安排", "水要更清。", ""]
    assert _mended(*texts, whole=False)[0] == texts


def test_bold_is_counted_after_mending():
    [line], _ = repair([Line("　　把路修宽。再通水。", 1, bold=7, whole=True)])
    assert line.text[: line.bold] == "把路修宽。"
