"""Top-level sections: which of a report's headings divide it, given the headings of its paragraphs.

The styles have no fixed order of rank: 一、 stands above （一） in most reports, below it in 1981 and 1985, and
below bare lines in 1982-1984 and 1988. So the report is asked: the numbered style that comes first and counts
on (一、二、…) is the top, unless bare lines come before it and either two stand above the first number, or the
numbers start again under another, or another follows the last number. A news page with 关键词 headings is
divided by these.
"""

import re
from collections.abc import Sequence

from analysis.text.headings import Heading

_COUNTED = ("chinese", "bracket", "arabic")
_CLOSING = re.compile(r"结束语|结语|名词(?:解释|注释)|.*名词(?:解释|注释)$|附[件录]|.*实事(?:项目)?$")
# A bare line before the first number is a section of its own if it reads like one (2002).
_OPENING = re.compile(r".*(?:回顾|工作|情况|成就|形势|任务)")


def top_level(headings: Sequence[Heading | None]) -> list[bool]:
    """Return, for each paragraph, whether a top-level section begins with it.

    ``headings`` has one entry a paragraph, as ``find_headings`` returns them.

    >>> from analysis.text.headings import find_headings
    >>> top_level(find_headings(["一、工作回顾", "云岭市开新篇。", "（一）增长", "好。", "二、重点工作"]))
    [True, False, False, False, True]
    """
    there = [(i, heading) for i, heading in enumerate(headings) if heading is not None]
    tops = {i for i, heading in there if heading.kind == "keyword"}
    if not tops:
        series = _first_series(there)
        lines = [(i, h) for i, h in there if h.kind in ("bare", "bold") and h.whole]
        heads = [i for i, h in lines if not _CLOSING.match(h.label)]
        if not series or _lines_rank_higher(heads, series):
            tops = {i for i, _ in lines}
        else:
            tops = {i for i, _ in series if i in _outermost(series)}
            first, last = min(tops), max(tops)
            tops |= {i for i, h in lines if i < first and _OPENING.match(h.label)}
            tops |= {i for i, h in lines if i > last and _CLOSING.match(h.label)}
    return [i in tops for i in range(len(headings))]


def _first_series(there: list[tuple[int, Heading]]) -> list[tuple[int, Heading]]:
    """The headings of the style that counts first, at least to two; empty if none does."""
    order = sorted(_COUNTED, key=lambda kind: next((i for i, h in there if h.kind == kind and h.number == 1), 10**9))
    for whole in (True, False):
        for kind in order:
            series = [(i, h) for i, h in there if h.kind == kind and (h.whole or not whole) and h.number]
            if whole and kind == "arabic":
                series = []  # whole lines of 1. 2. are lists of items
            if len(_outermost(series)) > 1:
                # a section whose heading has run into its text still counts (1987)
                return [(i, h) for i, h in there if h.kind == kind and h.number]
    return []


def _outermost(series: list[tuple[int, Heading]]) -> set[int]:
    """The paragraphs of the outermost count of a series in which inner lists may start again at one."""
    open_counts: list[int] = []
    outermost = set()
    for i, heading in series:
        number = heading.number
        depth = _depth(open_counts, number)
        if depth is None:
            continue
        del open_counts[depth:]
        open_counts.append(number)
        if depth == 0:
            outermost.add(i)
    return outermost


def _depth(open_counts: list[int], number: int) -> int | None:
    for step in (1, 2):  # two: a heading in between was lost
        for depth in reversed(range(len(open_counts))):
            if open_counts[depth] + step == number:
                return depth
        if number == 1:
            return len(open_counts)
    return None


def _lines_rank_higher(heads: list[int], series: list[tuple[int, Heading]]) -> bool:
    """Whether bare lines stand above the numbered series."""
    starts = [i for i, heading in series if heading.number == 1]
    before = [i for i in heads if i < starts[0]]
    if len(heads) < 2 or not before:
        return False
    under = {max(i for i in heads if i < start) for start in starts if start > before[0]}
    return len(before) > 1 or len(under) > 1 or heads[-1] > series[-1][0]
