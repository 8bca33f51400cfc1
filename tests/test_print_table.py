"""Tables in the terminal line up where Han characters stand."""

import unicodedata

import pandas as pd

from analysis.print_table import print_table

FRAME = pd.DataFrame(
    {
        "rank": [1, 10],
        "label": ["就业", "Jobs，工资"],
        "rate": [3.14159, float("nan")],
        "year": pd.array([2025, None], "Int64"),
    }
)


def columns_of(line: str, text: str) -> int:
    before = line[: line.index(text)]
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in before)


def test_columns_start_at_the_same_place_on_the_screen():
    head, first, second = print_table(FRAME).splitlines()
    assert columns_of(head, "label") == columns_of(first, "就业") == columns_of(second, "Jobs")
    assert columns_of(head, "rate") + len("rate") == columns_of(first, "3.1") + len("3.1")


def test_numbers_are_rounded_and_missing_values_are_blank():
    _, first, second = print_table(FRAME, digits=2).splitlines()
    assert first.split() == ["1", "就业", "3.14", "2025"]
    assert second.split() == ["10", "Jobs，工资"]


def test_a_table_without_rows_still_has_its_head():
    assert print_table(FRAME.head(0)).split() == list(FRAME.columns)
