"""Sentences and clauses of a Chinese text: every character of the text stands in exactly one of them.

Han and ASCII punctuation both end sentences (。！？!? and, with care, the full stop ".") because some news
pages set Chinese with ASCII marks. A semicolon ends a clause, not a sentence: work reports string dozens of
tasks together with ；, and a sentence of the report is what its full stop ends.
"""

import re
from typing import NamedTuple

# A quotation, bracket or title up to this many characters is never split inside; a longer one (a speech quoted
# at length), or one whose closing mark is lost, is read as if the marks were not there.
QUOTE_LIMIT = 100

_CLOSING = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "（": "）",
    "(": ")",
    "【": "】",
    '"': '"',
}
_QUOTES = frozenset('“‘「『"')
_END = frozenset("。！？!?")
_CLOSERS = '”’」』》〉）)】"'
_EVENT = re.compile(r'[“‘「『《〈（(【"]|[。！？!?]+[”’」』》〉）)】"]*|[.．]|\n+')
# After a closing quote these go on with the sentence: “干。”，他说; and after ？” or ！” also “怎么办？”的问题.
_GOES_ON = re.compile(r"[ \u3000]*[，、；：。！？,;:!?.…—]")
_GOES_ON_AFTER_QUESTION = re.compile(r"[ \u3000]*[，、；：。！？,;:!?.…—的等之和与及是为这]")
_ASCII_WORD = re.compile(r"[A-Za-z]+$")
_NUMERAL = "0-9０-９〇○零一二三四五六七八九十百"
_NUMERAL_BEFORE = re.compile(rf"[{_NUMERAL}]+$")
_ABBREVIATIONS = frozenset(
    ["Dr", "Mr", "Mrs", "Ms", "No", "NO", "Vol", "Co", "Ltd", "Inc", "Jr", "Sr", "vs", "etc", "Prof"]
)
_CLAUSE_END = re.compile(r"[，；：、]|[,;:](?![0-9０-９/])|(?<![0-9０-９])[,;:](?!/)")


class Clause(NamedTuple):
    """One clause: ``text`` is the original text from ``start`` to ``end`` (characters)."""

    start: int
    end: int
    text: str


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text``, in order; joined they are ``text`` again, character for character.

    Closing quotes and brackets, and the white space after them, stay with the sentence they close. Decimals
    (5.5%, PM2.5), numberings (1. and 1.2.), web addresses and abbreviations do not end a sentence; ellipses
    (……) do not either. A line break does. Empty text has no sentences.

    >>> sentences("云岭市增长5.5%。“快些，再快些！”代表们说。今年要更快！")
    ['云岭市增长5.5%。', '“快些，再快些！”代表们说。', '今年要更快！']
    """
    found, start = [], 0
    for end in _ends(text):
        found.append(text[start:end])
        start = end
    if start < len(text):
        if found and not text[start:].strip():
            found[-1] += text[start:]
        else:
            found.append(text[start:])
    return found


def clauses(text: str) -> list[Clause]:
    """Return the clauses of ``text``: its sentences split after ，；：、 and their ASCII forms.

    Joined they are ``text`` again.
    Marks inside a title 《…》, a number (1,000; 10:30) or a web address do not split.

    >>> [clause.text for clause in clauses("稳就业、稳企业,增长5.5%。")]
    ['稳就业、', '稳企业,', '增长5.5%。']
    """
    titles = [match.span() for match in re.finditer(r"《[^》\n]{1,100}》", text)]
    found, start = [], 0
    for sentence in sentences(text):
        limit = start + len(sentence)
        cut = start
        for match in _CLAUSE_END.finditer(text, start, limit):
            end = match.end()
            if end < limit and not any(a < end < b for a, b in titles):
                found.append(Clause(cut, end, text[cut:end]))
                cut = end
        found.append(Clause(cut, limit, text[cut:limit]))
        start = limit
    return found


def _ends(text: str):
    """Yield the position after each sentence of ``text`` that a mark ends."""
    start = position = 0
    while match := _EVENT.search(text, position):
        mark, end = match.group(), match.end()
        first = mark[0]
        if first in _CLOSING:
            position = end
            close = text.find(_CLOSING[first], end, end + QUOTE_LIMIT)
            if close < 0 or "\n" in text[end:close]:
                continue
            position = close + 1
            last = text[end:close].rstrip()[-1:]
            if not last or last not in _END or not _closes_sentence(text, start, match.start(), position, last):
                continue
            while position < len(text) and text[position] in _CLOSERS:
                position += 1
            end = position
        elif first in ".．":
            if not _full_stop(text, start, match.start()):
                position = end
                continue
            while end < len(text) and text[end] in _CLOSERS:
                end += 1
        elif mark in "!?" and _within_ascii(text, match.start()):
            position = end
            continue
        while end < len(text) and text[end].isspace():
            end += 1
        if text[start:end].strip():
            yield end
            start = end
        position = end


def _closes_sentence(text: str, start: int, opening: int, after: int, last: str) -> bool:
    """Whether a quotation whose last mark is ``last`` also ends the sentence around it."""
    if (_GOES_ON if last == "。" else _GOES_ON_AFTER_QUESTION).match(text, after):
        return False
    if text[opening] in _QUOTES:
        # “快些！”代表们说: a quotation that opens the sentence is its beginning, unless nothing follows it
        return last == "。" or bool(text[start:opening].strip()) or not text[after : after + 9].strip()
    return text[opening] in "（(【" and not text[start:opening].strip()


def _full_stop(text: str, start: int, at: int) -> bool:
    """Whether the ASCII (or full-width) dot at ``at`` ends the sentence that began at ``start``."""
    before, after = text[max(start, at - 12) : at], text[at + 1 : at + 3]
    if not before.strip() or after[:1] == "." or before[-1] == ".":
        return False
    following = text[at + 1 : at + 9].lstrip(" \u3000")[:1] if after[:1] in (" ", "\u3000") else after[:1]
    if numeral := _NUMERAL_BEFORE.search(before):
        if re.match(rf"[{_NUMERAL}]", following):
            return False  # a decimal, also in Han digits, also with a stray space
        led_by = text[start : at - len(numeral.group())].rstrip()[-1:]
        if not led_by or led_by in "，；：、,;:（(。.":
            return not following  # a numbering: 1.加快
        return not following or not following.isascii()
    if after[:1].isascii() and after[:1].isalnum():
        return False  # web address, PM2.5, e.g.
    if word := _ASCII_WORD.search(before):
        return not following or (
            len(word.group()) > 1 and word.group() not in _ABBREVIATIONS and not following.islower()
        )
    return True


def _within_ascii(text: str, at: int) -> bool:
    """Whether the ! or ? at ``at`` stands inside a web address or another unbroken run of ASCII letters."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return len(around) == 2 and around.isascii() and around.isalnum()
