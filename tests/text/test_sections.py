"""Which headings divide a report, on invented examples (云岭市)."""

from analysis.text.headings import find_headings
from analysis.text.sections import top_level


def tops(*paragraphs):
    return [p for p, top in zip(paragraphs, top_level(find_headings(paragraphs)), strict=True) if top]


def test_numbers_that_start_again_inside_a_section_do_not_make_sections():
    found = tops("一、回顾", "好。", "二、任务", "一、种粮", "二、修路", "三、架桥", "三、改革", "一、放权", "四、外事")
    assert found == ["一、回顾", "二、任务", "三、改革", "四、外事"]


def test_the_style_that_comes_first_is_the_top_whatever_its_rank_elsewhere():
    assert tops("（一）当前形势", "一、种粮", "二、修路", "（二）今后方针") == ["（一）当前形势", "（二）今后方针"]


def test_bare_lines_stand_above_numbers_that_start_again_under_them():
    found = tops("云岭的建设", "一、种粮", "二、修路", "云岭的外事", "一、访友", "二、通商")
    assert found == ["云岭的建设", "云岭的外事"]


def test_a_bare_line_inside_a_numbered_section_is_no_section():
    assert tops("一、回顾", "云岭新貌", "好。", "二、任务", "云岭新路") == ["一、回顾", "二、任务"]


def test_a_bare_opening_and_the_closing_words_are_sections_beside_the_numbers():
    found = tops("首先报告去年的工作", "好。", "一、种粮", "二、修路", "结束语")
    assert found == ["首先报告去年的工作", "一、种粮", "二、修路", "结束语"]


def test_a_lost_number_does_not_end_the_count():
    assert tops("一、回顾", "二、任务", "四、外事") == ["一、回顾", "二、任务", "四、外事"]


def test_keywords_of_a_news_page_are_its_sections_whatever_else_is_numbered():
    found = tops("关键词:智能云岭", "一、种粮", "二、修路", "关键词:绿色云岭", "好。")
    assert found == ["关键词:智能云岭", "关键词:绿色云岭"]


def test_a_list_of_arabic_items_before_the_numbered_sections_makes_none():
    assert tops("1.修桥", "2.铺路", "一、回顾", "好。", "二、任务") == ["一、回顾", "二、任务"]


def test_without_headings_there_are_no_sections():
    assert top_level([]) == [] and tops("云岭市在群山之中，青溪从城边流过。", "天气晴好，适合出行。") == []
