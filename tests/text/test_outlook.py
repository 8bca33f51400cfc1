"""What headings of an invented city say of their sections."""

import pytest

from analysis.text.outlook import dated, names_coming_period, outlook


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


def test_a_heading_of_both_kinds_is_mixed_in_either_order():
    assert outlook("过去五年的成就和今后五年的任务", 2025) == outlook("今后五年的任务和过去五年的成就", 2025) == "mixed"


def test_traditional_characters_and_full_width_digits_tell_the_same():
    assert outlook("２０２４年工作回顧", 2025) == "review" and outlook("主要目標和任務", 2025) == "plan"


@pytest.mark.parametrize(
    ("label", "expected"),
    [("2024年工作", True), ("“十五五”时期目标", True), ("一九五七年的胜利", True), ("回顾", True), ("深化改革", False)],
)
def test_a_heading_is_dated_by_a_year_a_period_or_their_words(label, expected):
    assert dated(label) is expected


@pytest.mark.parametrize(
    ("plan", "first"),
    [("一五", 1953), ("二五", 1958), ("三五", 1966), ("十五", 2001), ("十四五", 2021), ("十五五", 2026)],
)
def test_five_year_plans_begin_when_they_did(plan, first):
    """The years of the plans: 1953, 1958, after three years of adjustment 1966, and every five years since."""
    text = f"“{plan}”时期，云岭市要建港。"
    assert names_coming_period(text, first) and not names_coming_period(text, first + 1)
    assert not names_coming_period(text, None)
