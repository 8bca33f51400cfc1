"""Lines broken off inside a paragraph are joined; headings, titles and whole paragraphs are not."""

import pytest

from analysis.read.broken_lines import joined
from analysis.read.repair import repair

# Blank lines part the paragraphs, as Wikisource's texts have them.
START = ["各位代表：", ""]
END = ["", "山路通了。", "", "水清了。", "", "湖边的夜市开张了。", ""]


def _joined(texts, numbered):
    return [line.text for line in joined(numbered(texts))[0] if line.text]


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (["一是", "修山路，通到每一个村子。"], "一是修山路，通到每一个村子。"),
        (["第二，", "把青萝河的水引到茶山。"], "第二，把青萝河的水引到茶山。"),
        (["去年我们办了", "云岭茶会", "和雁回湖夜市。"], "去年我们办了云岭茶会和雁回湖夜市。"),
        (["今年制定《", "竹林条例", "》，人人遵守。"], "今年制定《竹林条例》，人人遵守。"),
        (["茶山的空气更好，细颗粒物PM", "2.5", "浓度再降一成。"], "茶山的空气更好，细颗粒物PM2.5浓度再降一成。"),
        (["去年新修的山路有120", "公里，桥有30", "座。"], "去年新修的山路有120公里，桥有30座。"),
        (["青萝河上互让互利、共守”", "五条约定", "写进了村规。"], "青萝河上互让互利、共守”五条约定写进了村规。"),
    ],
)
def test_a_line_broken_at_a_link_is_joined(pieces, whole, numbered):
    assert _joined([*START, *pieces, *END], numbered)[1] == whole


def test_a_comma_carries_a_sentence_over_an_empty_line(numbered):
    pieces = ["竹子卖得不好，主要是因为路太远，", "", "一是", "车开不进林子。"]
    assert _joined([*START, *pieces, *END], numbered)[1] == "竹子卖得不好，主要是因为路太远，一是车开不进林子。"


@pytest.mark.parametrize("gap", [["\u200b"], ["\u200b", ""]])
def test_a_word_broken_at_the_end_of_a_printed_page_is_joined(gap, numbered):
    texts = [*START, "今年我们要让竹乡的孩子都能上好学，把云", *gap, "岭中学再办好一些。", *END]
    lines, done = repair(numbered(texts))
    assert [line.text for line in lines if line.text][1] == "今年我们要让竹乡的孩子都能上好学，把云岭中学再办好一些。"
    assert "invisible characters removed" in {repaired.rule for repaired in done}


def test_title_meeting_and_name_are_lines_of_their_own(numbered):
    head = ["云岭市政府工作报告", "2025年1月8日在云岭市第六届人民代表大会第四次会议上", "云岭市市长", "顾云舟", ""]
    assert _joined(head + START + END, numbered)[0] == head[0]


@pytest.mark.parametrize("heading", ["一、", "一、回顾", "（一）修路", "1.修路", "结束语", "四"])
def test_numbers_and_headings_stand_alone(heading, numbered):
    assert heading in _joined([*START, heading, "山路修到了每一个村子的门口。", *END], numbered)


def test_lines_that_are_paragraphs_are_joined_only_where_one_cannot_be_whole(numbered):
    texts = [
        "各位代表：",
        "（一）坚持把竹乡的事办得更好更快",
        "山路通了，细颗粒物PM",
        "2.5",
        "浓度也降了。",
        "水清了。",
    ]
    assert _joined(texts, numbered) == [*texts[:2], "山路通了，细颗粒物PM2.5浓度也降了。", texts[-1]]


def test_joints_are_counted(numbered):
    assert joined(numbered([*START, "一是", "修路。", *END]))[1] == 1
