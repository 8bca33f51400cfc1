"""Han characters: how length is measured, and the form of a text that is counted."""

import re
from functools import cache, lru_cache

# The Unified Ideographs blocks of the basic plane and the two ideographic planes. Under this rule the
# 1955 report has the published length, 51,623.
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")

# Full-width ASCII counts as ASCII, and the ideographic space as a space; one character stays one character.
_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, 0x00A0: 0x20}

# Variant forms in the reports of the 1950s that OpenCC's tables leave as they are.
_VARIANTS = str.maketrans("衞擧汚舖刼啣鶏倣砲幷淸覚", "卫举污铺劫衔鸡仿炮并清觉")

# A sentence is in traditional characters when this share of its Han characters are unambiguously traditional.
_TRADITIONAL_SHARE = 0.03


def han_length(text: str) -> int:
    """Return the number of Han characters in ``text``, this package's unit of length.

    >>> han_length("2025年,GDP增长5%。")
    3
    """
    return len(HAN.findall(text))


def counting_form(text: str) -> str:
    """Return the form of ``text`` in which terms are counted: simplified characters, ASCII-width letters and digits.

    Every character maps to exactly one character, so positions in the result are positions in ``text``.

    >>> counting_form("我們的經濟建設，２０２５年")
    '我们的经济建设,2025年'
    """
    return simplified(text).translate(_WIDTH)


def simplified(text: str) -> str:
    """Return ``text`` in simplified characters, one for each of its own; punctuation stays as it is.

    >>> simplified("雲嶺市，２０２５年")
    '云岭市，２０２５年'
    """
    traditional = [c for c in text if ord(c) > 0x33FF and _is_traditional(c)]
    if not traditional:
        return text
    if len(traditional) >= _TRADITIONAL_SHARE * max(1, han_length(text)):
        return _to_simplified(text)
    # a stray variant in a simplified text: leave its ambiguous neighbours (著, 乾, 於) alone
    return "".join(_to_simplified(c) if _is_traditional(c) else c for c in text)


def is_traditional(text: str) -> bool:
    """Return whether ``text`` is written in traditional characters (3% or more of its Han characters)."""
    count = sum(_is_traditional(c) for c in text)
    return count > 0 and count >= _TRADITIONAL_SHARE * max(1, han_length(text))


@cache
def _is_traditional(character: str) -> bool:
    # GB2312 holds the simplified standard: what it lacks and OpenCC would change is traditional beyond doubt.
    try:
        character.encode("gb2312")
        return False
    except UnicodeEncodeError:
        return _to_simplified(character) != character


@lru_cache(maxsize=1)
def _converter():
    from opencc import OpenCC

    return OpenCC("t2s")


@lru_cache(maxsize=65536)
def _to_simplified(text: str) -> str:
    converted = _converter().convert(text).translate(_VARIANTS)
    if len(converted) == len(text):
        return converted
    return "".join(_single(c) for c in text)  # a phrase rule changed the length: positions matter more


@cache
def _single(character: str) -> str:
    converted = _converter().convert(character).translate(_VARIANTS)
    return converted if len(converted) == 1 else character
