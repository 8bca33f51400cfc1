import pytest

from analysis.text.numerals import DIGITS, numeral

TENS = ["", "十", *(f"{digit}十" for digit in "二三四五六七八九")]


@pytest.mark.parametrize("value", range(1, 100))
def test_every_numeral_to_ninety_nine_has_its_value(value):
    written = TENS[value // 10] + ("" if value % 10 == 0 else "一二三四五六七八九"[value % 10 - 1])
    assert numeral(written) == numeral(str(value)) == value


@pytest.mark.parametrize(("text", "value"), [("７", 7), ("③", 3), ("⑩", 10), ("一十", 10), ("云", 0), ("", 0)])
def test_other_ways_of_writing_and_no_numeral_at_all(text, value):
    assert numeral(text) == value


def test_years_digit_by_digit():
    written = ("一九五四", "二〇二五", "二○一○")
    assert [year.translate(DIGITS) for year in written] == ["1954", "2025", "2010"]
