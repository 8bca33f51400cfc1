"""A report runs from its salutation to its close; everything else is listed by rule, and nothing is lost."""

import pytest

from analysis.read.limits import cut

HEAD = ["2025年云岭市政府工作报告", "——2025年1月8日在云岭市第六届人民代表大会第四次会议上", "云岭市市长 顾云舟"]
BODY = [
    "各位代表：",
    "现在，我代表云岭市人民政府向大会报告工作，请予审议。",
    "一、2024年工作回顾",
    *[f"青萝河第{i}段修好了，两岸的人家都说方便，茶山上的路也宽了。" for i in range(1, 12)],
    "二、2025年工作安排",
    *[f"今年再修茶山路{i}公里，让竹农的车开到林子边上。" for i in range(1, 12)],
    "各位代表！让我们翻过老龙口，为建设茶香竹翠的新云岭而努力奋斗！",
]


def _cut(texts, numbered):
    kept, removed = cut(numbered(texts))
    return [line.text for line in kept], removed


def test_title_meeting_and_name_before_the_salutation_are_listed(numbered):
    kept, removed = _cut(HEAD + BODY, numbered)
    assert kept == BODY
    assert [piece.rule for piece in removed] == ["title", "meeting line", "speaker's name"]
    assert [piece.line for piece in removed] == [1, 2, 3]


@pytest.mark.parametrize(
    ("after", "rule"),
    [
        (["名词解释", "1.板凳会：坐在板凳上开的会。", "2.零工驿站：等活的地方。"], "notes after the report"),
        (["注：", "［1］林下黄精：在竹林里种的药材。"], "notes after the report"),
        (["附件：十件民生实事", "一、修路。", "二、通水。"], "appendix"),
        (["附表", "指标 目标"], "appendix"),
        (["本作品在云岭市属于公有领域。", "法律、", "不总是", "Public domain"], "licence box"),
    ],
)
def test_what_follows_the_close_is_listed_by_its_kind(after, rule, numbered):
    kept, removed = _cut(HEAD + BODY + after, numbered)
    assert kept == BODY
    assert {piece.rule for piece in removed[3:]} == {rule}
    assert [piece.text for piece in removed[3:]] == after


def test_furniture_after_the_close_ends_the_report(numbered):
    kept, removed = _cut(BODY + ["（责任编辑：柳三秋）", "雁回湖夜市今晚开张"], numbered)
    assert kept == BODY
    assert [piece.rule for piece in removed] == ["editors' line", "after the close"]


def test_sentences_after_the_close_still_belong_to_the_report(numbered):
    more = ["代表们，云岭的路还长，我们一步一步走。"]
    assert _cut(BODY + more, numbered)[0] == BODY + more


def test_a_numbered_paragraph_in_the_report_is_no_note(numbered):
    body = BODY[:14] + ["1.把路修宽。每一段都要过得了两辆车。"] + BODY[14:]
    assert _cut(body, numbered)[0] == body


def test_a_call_in_the_middle_is_no_close(numbered):
    body = BODY[:4] + ["让我们记住修桥的人！"] + ["附近的村子也通了车。"] + BODY[4:]
    assert _cut(body, numbered)[0] == body


def test_without_a_salutation_the_report_begins_where_it_says_something(numbered):
    body = BODY[2:-1]
    kept, removed = _cut([*HEAD, "来源：云岭日报", *body], numbered)
    assert kept[-len(body) + 1 :] == body[1:]
    assert not any(text in kept for text in HEAD)
    assert {piece.rule for piece in removed} >= {"title", "meeting line", "speaker's name", "source and date line"}


def test_a_later_address_is_not_taken_for_the_beginning(numbered):
    assert _cut([*HEAD, *BODY[:8], "各位代表：", *BODY[8:]], numbered)[0][0] == BODY[0]
    assert len(_cut([*HEAD, *BODY[:8], "各位代表：", *BODY[8:]], numbered)[0]) == len(BODY) + 1


def test_nothing_is_lost(numbered, lines):
    page = ["首页", "来源：云岭日报", *lines[:20], "【打印】", *lines[20:], "附件", "指标 目标", "上一篇：灯会"]
    kept, removed = cut(numbered(page))
    assert len(kept) + len(removed) == len(page)
    by_number = {line.number: line.text for line in kept} | {piece.line: piece.text for piece in removed}
    assert [by_number[number] for number in sorted(by_number)] == page
