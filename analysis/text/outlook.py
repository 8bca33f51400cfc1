"""What a heading says of its section: looking back, looking ahead, both, foreign affairs, or an end piece.

A heading is judged piece by piece (2025年工作回顾 和 “十五五”时期主要目标 are two). Years and five-year plans tell
most: those before the report's year are review, the others plan. Then words: 回顾, 成就, 执行情况 look back,
目标, 任务, 总体要求 ahead.
"""

import re

from analysis.text.han import counting_form
from analysis.text.numerals import DIGITS, numeral

_HAN_YEAR = re.compile(r"[一二][〇○零一二三四五六七八九]{3}(?=年|、|——|$|国)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_PLAN_PERIOD = re.compile(
    r"[“\"「]?(十?[一二三四五六七八九十])五(?:[”\"」]|计划|规划|时期)|第(十?[一二三四五六七八九十])个五年"
)
_SPLIT = re.compile(r"和|及|与|并|、|,|:|——")
_BACK = re.compile(r"回顾|总结|过去|年来|以来|成就|成绩|执行(?:的)?情况|完成情况|取得|决算|去年|进展|已经|(?<!新)形势$")
_AHEAD = re.compile(
    r"任务|要求|目标|安排|重点工作|主要工作|部署|今后|未来|下一|明年|今年|新的一年|建议|预算|思路|考虑|规划|纲要|前景|措施"
    r"|奋斗|争取|政策取向|打算|方针|民生实事|计划草案|开局"
)
_FOREIGN = re.compile(r"国际形势|国际局势|外交|对外政策|对外工作|世界和平|霸权主义|对外关系")
_END_PIECE = re.compile(r"结束语|结语|.*名词(?:解释|注释)|附[件录]|注释$|\d{4}年.*实事(?:项目)?$")


def outlook(label: str, year: int | None) -> str:
    """Return "review", "plan", "mixed", "foreign", "end" or "" (does not tell) for the heading ``label``.

    ``year`` is the report's; without it only words count.

    >>> [outlook(label, 2025) for label in ("2024年工作回顾", "2025年重点工作", "加强政府自身建设", "结束语")]
    ['review', 'plan', '', 'end']
    """
    label = _plain(label)
    if _END_PIECE.match(label):
        return "end"
    if _FOREIGN.search(label) and not re.search("国内", label):
        return "foreign"
    found = {_of_piece(piece, year) for piece in _SPLIT.split(label)} - {""}
    if not found:  # the words may stand across a split
        found = {_of_words(label)} - {""}
    return "mixed" if len(found) == 2 else found.pop() if found else ""


def dated(label: str) -> bool:
    """Return whether the heading names a year or period, the surest sign of which half it opens."""
    label = _plain(label)
    return bool(
        _YEAR.search(label) or _PLAN_PERIOD.search(label) or re.search("回顾|过去.年|今后|未来.年|今年|去年", label)
    )


def names_coming_period(text: str, year: int | None) -> bool:
    """Return whether ``text`` names the five-year plan that begins in the report's year or later.

    >>> names_coming_period("“十五五”时期，云岭市要……", 2026)
    True
    """
    return year is not None and any(_last_year(m) - 4 >= year for m in _PLAN_PERIOD.finditer(_plain(text)))


def _plain(label: str) -> str:
    label = re.sub(r"\s", "", counting_form(label))
    return _HAN_YEAR.sub(lambda match: match.group().translate(DIGITS), label)


def _of_piece(piece: str, year: int | None) -> str:
    by_words = _of_words(piece)
    if year is None or by_words == "review":
        return by_words
    years = [int(found) for found in _YEAR.findall(piece)]
    if years:
        return "plan" if max(years) >= year else "review"
    for match in _PLAN_PERIOD.finditer(piece):
        last = _last_year(match)
        if last < year:
            return "review"
        if last - 4 >= year:
            return "plan"
    return by_words


def _of_words(piece: str) -> str:
    if _BACK.search(piece):
        return "review"
    return "plan" if _AHEAD.search(piece) else ""


def _last_year(match: re.Match) -> int:
    """The last year of the five-year plan a match names: the fifteenth ends in 2030."""
    number = numeral(match.group(1) or match.group(2))
    return 1952 + 5 * number if number < 3 else 1955 + 5 * number  # 1963-1965 belong to no plan
