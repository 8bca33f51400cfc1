"""Headings of one paragraph: which style it has, its number and its label; nothing about the rest of the report.

Styles, by the names that ``heading_kind`` uses:

- ``keyword``  关键词:智能制造
- ``chinese``  一、 and 第一部分, also a bare numeral alone on its line (1960)
- ``bracket``  （一） and (一)
- ``ordinal``  一是… 一要… 第一，… 其一，… at the start of a paragraph
- ``arabic``   1. 1． 1、 （1） ①
- ``bold``     a sentence set bold at the start of a paragraph, or a bold line, without a number
- ``bare``     a short line without a number and without ending punctuation: 2024年工作回顾

A heading is a whole line, or it runs in: the first sentence of a paragraph that goes on. The items of an
enumeration (（三）要……；) look the same but end with a semicolon, or are one long sentence: they are text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.text.han import simplified
from analysis.text.numerals import numeral
from analysis.text.sentences import sentences

# Longest heading, in characters: a whole line, a run-in sentence, a numbered sentence alone in its paragraph.
# The longest true headings of the corpora are foreign-policy theses of 1984 (76) and bold pairs of sentences (87).
LINE_LIMIT, RUN_IN_LIMIT, SENTENCE_LIMIT, BARE_LIMIT = 100, 90, 60, 40

_N = "一二三四五六七八九十"
_BLANK = r"[\s\u200b\u200c\u200d\ufeff]*"
_STYLES = (
    ("keyword", re.compile(rf"{_BLANK}【?(?:关键词|關鍵詞)】?\s*\d*\s*[:：]\s*")),
    ("chinese", re.compile(rf"{_BLANK}第([{_N}]{{1,3}})(?:部分|章|编)(?:[:：、]|\s)*")),
    # 一、二、三产业 and 一、二季度 begin a sentence about sectors and quarters, not a section
    ("chinese", re.compile(rf"{_BLANK}([{_N}]{{1,3}})\s*[、．.]\s*(?![{_N}]{{1,2}}\s*(?:、|产业|季度|线|类|期|手))")),
    ("bracket", re.compile(rf"{_BLANK}[（(]\s*([{_N}]{{1,3}})\s*[）)][、，．.]?\s*")),
    ("ordinal", re.compile(rf"{_BLANK}第([{_N}]{{1,3}})\s*[，、,：:]\s*")),
    ("ordinal", re.compile(rf"{_BLANK}其([{_N}]{{1,3}})\s*[，、,：:]\s*")),
    ("ordinal", re.compile(rf"{_BLANK}([{_N}]{{1,3}})[是要](?=[^\d])")),
    ("arabic", re.compile(rf"{_BLANK}(\d{{1,2}})\s*[.．、](?!\d)\s*")),
    ("arabic", re.compile(rf"{_BLANK}[（(]\s*(\d{{1,2}})\s*[）)][、．.]?\s*")),
    ("arabic", re.compile(rf"{_BLANK}([①②③④⑤⑥⑦⑧⑨⑩])\s*")),
)
_LONE_NUMERAL = re.compile(rf"{_BLANK}([{_N}]{{1,3}})\s*$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ENDS_SENTENCE = "。！？!?"
_OPEN_END = "，；：、,;:…—《“‘（("
# Lines that stand alone and are short but head nothing: address, signature, place and date lines, slogans.
_NOT_BARE = re.compile(
    r"各位代表|[（(].*[）)]$|.*(?:总理|省长|市长|主席|主任|委员)\s*[\u3400-\u9fff·　 ]{2,16}$|来源|下面|.*万岁"
    r"|.*大会第.+次会议上?$|(?:——|[—\-])?\s*[\d０-９〇○一二三四五六七八九十]{4}年[\d０-９一二三四五六七八九十]+月|附件|注[:：]|.*政府工作报告$|"
    r"(?:主办|承办|牵头|责任)单位|.*(?:万亿|亿|万|千)?(?:元|人|吨|斤|担|公里|%|％)$"
)
_GREETING, _GREETING_WITHIN = re.compile(r".{0,60}?(?:各位|诸位)(?:代表|委员|同志|来宾|朋友)[：:！!，,]"), 40
_STARTS_MID_SENTENCE = re.compile(r"\s*[》，、。；：！？”’）)\],;:!?]")
# A line that a link broke off its sentence: 今年是我国与. The paragraph before a bare heading is complete.
_UNFINISHED = re.compile(r"[与和及的是在于对为将由从把被向]$")
_COMPLETE = re.compile(r"[。！？!?：:.；;”’」）)…]\s*$|^\s*$")


@dataclass(frozen=True)
class Heading:
    """A heading found at the start of a paragraph.

    kind: one of the styles above; number: its number, 0 where it has none; label: its text without numbering
    and without its final mark; end: characters of the paragraph that are heading; whole: nothing follows them.
    """

    kind: str
    number: int
    label: str
    end: int
    whole: bool


def find_heading(paragraph: str, bold: int = 0, *, previous: str = "", following: str = "") -> Heading | None:
    """Return the heading at the start of ``paragraph``, or None.

    ``bold`` is the number of leading characters set bold. ``previous`` and ``following`` are the neighbouring
    paragraphs: a short line is a bare heading only where no sentence runs through it.

    >>> find_heading("（二）扩大开放。云岭市新开航线三条。")
    Heading(kind='bracket', number=2, label='扩大开放', end=8, whole=False)
    >>> find_heading("2024年工作回顾").kind
    'bare'
    """
    if lone := _LONE_NUMERAL.match(paragraph):
        return Heading("chinese", numeral(lone.group(1)), "", len(paragraph), True)
    for kind, pattern in _STYLES:
        if match := pattern.match(paragraph):
            number = numeral(match.group(1)) if match.groups() else 0
            if previous.rstrip().endswith(("；", ";")) and paragraph.rstrip().endswith("。"):
                return None  # the last item of an enumeration
            return _numbered(kind, number, paragraph, match.end(), bold)
    if bold:
        return _bold(paragraph, bold)
    return _bare(paragraph, following)


def find_headings(paragraphs: Sequence[str], bold: Sequence[int] = ()) -> list[Heading | None]:
    """Return the heading at the start of each paragraph (None where there is none), one entry a paragraph.

    Lines without a number before the salutation (各位代表) are title, place and speaker, not headings.
    """
    greeting = next((i for i, p in enumerate(paragraphs[:_GREETING_WITHIN]) if _GREETING.match(p)), 0)
    found: list[Heading | None] = []
    for i, paragraph in enumerate(paragraphs):
        previous = paragraphs[i - 1] if i else ""
        unbroken = not i or found[-1] is not None or _COMPLETE.search(previous)
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else ""
        heading = find_heading(paragraph, bold[i] if bold else 0, previous=previous, following=following)
        if heading and heading.kind in ("bare", "bold") and (i < greeting or not unbroken):
            heading = None
        found.append(heading)
    return found


def _numbered(kind: str, number: int, paragraph: str, start: int, bold: int) -> Heading | None:
    """The heading after a numbering that ends at ``start``."""
    body = paragraph.rstrip()
    if not body[start:].strip():
        return Heading(kind, number, "", len(paragraph), True) if kind == "bracket" else None
    if body[-1] in "；;":
        return None  # an item of an enumeration
    end = _heading_end(paragraph, start, bold)
    rest = paragraph[end:].strip()
    if rest:
        limit = 60 if kind in ("ordinal", "arabic") else RUN_IN_LIMIT
    else:
        limit = SENTENCE_LIMIT if body[-1] in _ENDS_SENTENCE + "." and bold < len(body) - 1 else LINE_LIMIT
        if body[-1] in _OPEN_END or (kind == "ordinal" and body[-1] in _ENDS_SENTENCE):
            return None
    if end - start > max(limit, bold - start if bold < len(body) else 0):
        return None
    return Heading(kind, number, _label(paragraph[start:end]), end if rest else len(paragraph), not rest)


def _heading_end(paragraph: str, start: int, bold: int) -> int:
    """Where the heading that begins the paragraph ends: its first sentence, or all that is set bold."""
    end = 0
    for sentence in sentences(paragraph):
        end += len(sentence)
        # 山东 2025 sets two sentences bold; the full stop itself is often set plain, hence the margin of two
        if end > start and end + 2 >= min(bold, RUN_IN_LIMIT):
            return end
    return len(paragraph)


def _bold(paragraph: str, bold: int) -> Heading | None:
    """A heading told by its bold type alone."""
    body = paragraph.rstrip()
    label = paragraph[:bold].strip()
    if len(_HAN.findall(label)) < 3 or _NOT_BARE.match(simplified(label)):
        return None
    if bold >= len(body):
        whole_line = len(body) <= 60 and body[-1] not in _OPEN_END and body[-1] not in "！!"
        return Heading("bold", 0, _label(body), len(paragraph), True) if whole_line else None
    around = paragraph[bold - 1] + paragraph[bold]
    if bold > RUN_IN_LIMIT or not set(around) & set(_ENDS_SENTENCE + "：:."):
        return None  # emphasis within a sentence
    end = bold if paragraph[bold - 1] in _ENDS_SENTENCE + "：:." else bold + 1
    return Heading("bold", 0, _label(paragraph[:end]), end, not paragraph[end:].strip())


def _bare(paragraph: str, following: str) -> Heading | None:
    """A short line without ending punctuation that no sentence runs through."""
    body = paragraph.strip(" \t\n\u3000\xa0\u200b\u200c\u200d\ufeff")
    if len(_HAN.findall(body)) < 3 or len(body) > BARE_LIMIT or _NOT_BARE.match(simplified(body)):
        return None
    if body[-1] in _ENDS_SENTENCE + _OPEN_END + ".》" or any(mark in body for mark in "。；;"):
        return None
    if _UNFINISHED.search(body) or _STARTS_MID_SENTENCE.match(paragraph) or _STARTS_MID_SENTENCE.match(following):
        return None
    return Heading("bare", 0, _label(body), len(paragraph), True)


def _label(text: str) -> str:
    return text.strip(" \t\n\u3000\xa0\u200b\u200c\u200d\ufeff").rstrip("。.：:！!？?；;，, ")
