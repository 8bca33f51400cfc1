"""Numerals in Han characters, as headings, years and dates write them."""

# Each digit to its ASCII form: 二〇二五 is 2025.
DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")

_UNITS = "一二三四五六七八九"
_CIRCLED = {c: i for i, c in enumerate("①②③④⑤⑥⑦⑧⑨⑩", 1)}


def numeral(text: str) -> int:
    """Return the value of a numeral up to 99 in Han, circled, ASCII or full-width digits: 十二 is 12.

    A character that is no digit counts as 0.

    >>> numeral("二十一"), numeral("十"), numeral("7"), numeral("③")
    (21, 10, 7, 3)
    """
    if text in _CIRCLED:
        return _CIRCLED[text]
    if text.isdecimal():
        return int(text)
    tens, ten, units = text.rpartition("十")
    return (10 * (_digit(tens) or 1) if ten else 0) + _digit(units)


def _digit(text: str) -> int:
    return _UNITS.index(text) + 1 if text and text in _UNITS else 0
