"""A report printed twice in one file is counted once."""

from analysis.read.limits import cut
from analysis.read.repeats import PRINTED_TWICE, printed_once

TITLE = ["云岭市政府工作报告", "——2025年1月8日在云岭市第六届人民代表大会第四次会议上", "各位代表："]
BODY = [f"青萝河第{i}段的两岸都种上了水杉，竹农的车可以一直开到林子边上，茶山上的路也宽了许多。" for i in range(12)]


def test_the_second_printing_is_taken_out_and_listed(numbered):
    kept, removed = printed_once(numbered(["各位代表：", *BODY, *TITLE, *BODY]))
    assert [line.text for line in kept] == ["各位代表：", *BODY]
    assert [piece.text for piece in removed] == TITLE + BODY
    assert {piece.rule for piece in removed} == {PRINTED_TWICE}
    assert removed[0].line == 14


def test_a_second_printing_with_misprints_is_still_one(numbered):
    again = [*BODY[:4], BODY[4].replace("水杉", "水松"), *BODY[5:]]
    assert len(printed_once(numbered(BODY + again))[0]) == len(BODY)


def test_a_sentence_that_comes_again_is_no_second_printing(numbered):
    other = [text.replace("水杉", "芦苇").replace("竹农", "茶农") for text in BODY]
    texts = BODY + BODY[:1] + other
    assert [line.text for line in printed_once(numbered(texts))[0]] == texts


def test_short_lines_that_come_again_are_no_second_printing(numbered):
    texts = ["各位代表：", "山路通了。", "水清了。"] * 8
    assert [line.text for line in printed_once(numbered(texts))[0]] == texts


def test_a_writers_name_at_the_end_is_no_part_of_the_report(numbered):
    kept, removed = cut(numbered(["各位代表：", *BODY, "我们再加一把劲，把竹乡建得更美。(柳三秋)"]))
    assert kept[-1].text == "我们再加一把劲，把竹乡建得更美。"
    assert [(piece.rule, piece.text) for piece in removed] == [("writer's name", "(柳三秋)")]


def test_a_name_in_brackets_inside_the_text_stays(numbered):
    texts = ["各位代表：", "第一个上山的是村里的老把式。（众所周知）他姓柳。", *BODY]
    assert [line.text for line in cut(numbered(texts))[0]] == texts
