"""Review, plan, other: told by headings, then by cues. All texts are invented (云岭市)."""

from analysis.text.headings import find_headings
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
