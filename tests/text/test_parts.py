"""Review, plan, other: told by headings, then by cues. All texts are invented (云岭市)."""

import pytest

from analysis.text.cues import plan_score, turning_point
from analysis.text.headings import find_headings
from analysis.text.outlook import outlook
from analysis.text.parts import paragraph_parts
from analysis.text.sections import top_level

BACK = "去年云岭市生产总值增长5.5%，建成了云岭港，城乡面貌有了显著变化，取得了新成绩。"
AHEAD = "今年要加快建设青溪新城，完善公共服务，扩大对外开放，确保云岭人民生活更好。"
FLAT = "云岭市在群山之中，青溪从城边流过。"


def parts(*paragraphs, year=2025, title=""):
    headings = find_headings(paragraphs)
    return "".join(
        part[0] for part in paragraph_parts(paragraphs, headings, top_level(headings), title=title, year=year)
    )


@pytest.mark.parametrize(
    "label, year, expected",
    [
        ("2024年工作回顾", 2025, "review"),
        ("2024 年工作回顾", 2025, "review"),
        ("过去五年政府工作的回顾", 2003, "review"),
        ("2025年主要工作和“十四五”发展成就", 2026, "review"),
        ("2025年主要工作", 2025, "plan"),
        ("“十四五”时期和2025年工作回顾", 2026, "review"),
        ("“十四五”时期发展成就和“十五五”时期主要目标任务", 2026, "mixed"),
        ("“十五五”时期发展的主要考虑", 2026, "plan"),
        ("关于１ ９ ９ ８ 年政府工作的建议", 1998, "plan"),
        ("１９９３年工作的回顾和１９９４年工作的基本方针", 1994, "mixed"),
        ("一九五七年战线上的胜利", 1958, "review"),
        ("一九五八年发展计划的安排", 1958, "plan"),
        ("六五计划前两年的执行情况", 1982, "review"),
        ("2019年和今年以来工作回顾", 2020, "review"),
        ("今后五年的主要任务", 1983, "plan"),
        ("2024年工作回顾", None, "review"),
        ("关于国际形势和外交工作", 1992, "foreign"),
        ("第一个五年计划时期内和第二个五年计划的第一年", 1959, "review"),
        ("第一个五年计划时期内", 1955, ""),
        ("结束语", 1992, "end"),
        ("加强政府自身建设", 2025, ""),
        ("云岭的山水", 2025, ""),
    ],
)
def test_a_heading_says_which_way_its_section_looks(label, year, expected):
    assert outlook(label, year) == expected


def test_headings_decide_and_the_opening_and_closing_are_neither():
    closing = "各位代表！云岭的明天一定更好。"
    assert (
        parts("各位代表：", "现在报告工作。", "一、2024年工作回顾", AHEAD, "二、2025年重点工作", *[BACK] * 20, closing)
        == "oo" + "rr" + "p" * 21 + "o"
    )


def test_a_section_that_does_not_tell_belongs_to_the_plan_once_it_has_begun():
    assert parts("一、2024年工作回顾", BACK, "二、2025年重点工作", AHEAD, "三、加强政府自身建设", FLAT) == "rrpppp"


def test_a_section_headed_with_both_is_cut_where_its_text_turns():
    assert (
        parts("一、1993年工作的回顾和1994年工作的方针", BACK, BACK, AHEAD, "二、发展经济", AHEAD, year=1994) == "rrrppp"
    )


def test_a_section_headed_with_both_is_cut_at_an_inner_heading_that_tells():
    found = parts(
        "一、发展成就和主要目标任务", "（一）过去五年", AHEAD, "（二）今后五年", BACK, "二、重点工作", AHEAD, year=2026
    )
    assert found == "rrrpppp"


def test_a_paragraph_that_opens_with_the_coming_five_year_plan_begins_the_plan():
    rows = (
        "一、“十四五”时期发展成就和“十五五”时期主要目标任务",
        BACK,
        "“十五五”时期云岭的发展目标是：" + BACK,
        AHEAD,
        "二、2026年重点工作",
        AHEAD,
    )
    assert parts(*rows, year=2026) == "rrpppp"


def test_a_plan_may_come_before_the_review():
    assert (
        parts("一、第六个五年计划的任务", AHEAD, "二、计划的执行情况", BACK, "三、主要措施", AHEAD, year=1982)
        == "pprrpp"
    )


def test_foreign_affairs_in_a_section_of_their_own_are_other():
    found = parts(
        "一、去年工作回顾", BACK, "二、今年任务", AHEAD, "三、关于外交工作", AHEAD, "结束语", AHEAD, year=1992
    )
    assert found == "rrppoooo"


def test_what_follows_foreign_affairs_without_telling_belongs_to_them():
    assert (
        parts("云岭的建设", BACK, AHEAD, "关于外交工作", BACK, "五条原则", AHEAD, "云岭之友", year=1984) == "rrpooooo"
    )


def test_without_telling_headings_the_text_is_cut_once_where_it_turns():
    assert parts(BACK, BACK, BACK, AHEAD, AHEAD, AHEAD) == "rrrppp"


def test_a_text_that_turns_nowhere_is_other_throughout():
    assert parts(*[FLAT] * 6) == "oooooo"
    assert parts(*[BACK, AHEAD] * 6) == "o" * 12


def test_a_text_that_looks_one_way_only_is_all_that():
    assert parts(AHEAD, AHEAD, AHEAD) == "ppp"
    assert parts(BACK, BACK, BACK) == "rrr"


def test_a_news_page_with_keyword_headings_is_all_plan():
    assert parts("云岭这样干", FLAT, "关键词:云岭港", BACK, "关键词:青溪", AHEAD) == "pppppp"


def test_the_title_gives_the_year_when_nobody_else_does():
    rows = ("一、2024年的情况", FLAT, "二、2025年的工作", FLAT)
    assert parts(*rows, year=None, title="云岭市2025年政府工作报告") == "rrpp"


def test_a_glossary_after_the_end_is_other():
    assert parts("一、工作回顾", BACK, "二、重点任务", AHEAD, "名词解释", AHEAD) == "rrppoo"


def test_nothing_in_nothing_out():
    assert parts() == ""


def test_cues_lean_the_way_a_reader_would():
    assert plan_score(BACK) < 0 < plan_score(AHEAD)
    assert plan_score(FLAT) == 0
    turn = turning_point([BACK, BACK, AHEAD])
    assert turn.cut == 2 and turn.back < 0 < turn.ahead and turn.agreement == 1


def test_cues_read_traditional_characters_and_full_width_digits_alike():
    assert plan_score("去年雲嶺市增長５.５％，取得顯著成績。") == plan_score("去年云岭市增长5.5%，取得显著成绩。")
