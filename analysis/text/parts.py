"""The parts of a report: review (looking back), plan (looking ahead), other; one of them for every paragraph.

Rules, in this order:

1. What stands before the first section (title, salutation, 现在，我代表…) is other.
2. A top-level section is what its heading says (``outlook``): review, plan, or both. A section headed with both
   is cut where its inner headings say, else at the turning point of the cues in its paragraphs (``cues``).
3. A section whose heading does not tell is plan once a plan has begun (加强政府自身建设, 促进祖国统一大业 stand
   among the tasks). Straight after a review it goes on with the review if the cues of at least a third of it
   clearly say so, up to their turning point. Before any telling heading it is cut at the turning point.
4. A section of its own about foreign affairs (国际形势和外交工作) is other, and so is what follows it under a
   heading that does not tell: it states policy and looks back and ahead in one breath. Foreign affairs within
   a plan section are plan.
5. The closing is other: 结束语, glossaries, and the last paragraphs from 各位代表！ on, if they are short.
6. A report without any telling heading is cut at the turning point if both sides are clear and each is a tenth
   of the text, is all plan or all review if it reads so throughout, and is all other if it goes back and forth.
7. A news page about a plan (关键词 headings) is all plan, its opening included: the page reports nothing else.

How well they do: of the 120 bundled reports 116 have both halves; 1954 and 1957 go problem by problem (all
other), 1955 and Xiangjiang 2021 explain a plan (no review). In 23 reports of all eras and styles a reader marked
the paragraph where the plan begins: 20 are cut there, 1984 and 1964 one paragraph
early (117 and 148 Han characters), 1960, where the task grows out of a list of what is still to do, four early
(957 of 9,053). The cues were weighted with some of these 23 in view, so expect a little less elsewhere. The
boundaries stand in ``tests/text/test_structure_corpora.py``.
"""

import re
from collections.abc import Sequence

from analysis.text.cues import turning_point
from analysis.text.han import han_length
from analysis.text.headings import Heading
from analysis.text.outlook import dated, names_coming_period, outlook

PARTS = ("review", "plan", "other")

# Rule 6: cue scores per 1,000 Han characters. Halves whose headings tell have a median of -32 (review) and +33
# (plan); nine in ten are below -14 and above +15.
_CLEAR = 10.0
# A text that goes back and forth (1954, 1957: problem by problem) has no halves.
_AGREEMENT = 0.75
_NEAR = 0.05
_SMALLEST_SHARE = 0.1
_CLOSING_SHARE = 0.05
# A paragraph that names the coming five-year plan this early speaks of it.
_FIRST_CLAUSES = 60
_SALUTATION = re.compile(r"[\s\u200b]*(?:各位代表|同志们|代表同志们)[！!：:，,]")
_OPENING = re.compile(r"[\s\u200b]*(?:各位代表|各位委员|同志们).{0,3}$|.{0,60}(?:代表|受).{0,30}(?:报告|审议|说明)")


def paragraph_parts(
    paragraphs: Sequence[str],
    headings: Sequence[Heading | None],
    tops: Sequence[bool],
    *,
    title: str = "",
    year: int | None = None,
) -> list[str]:
    """Return "review", "plan" or "other" for each paragraph.

    ``headings`` and ``tops`` come from ``find_headings`` and ``top_level``. Without ``year`` the title's is used.
    """
    if year is None and (found := re.search(r"(?:19|20)\d\d", title)):
        year = int(found.group())
    if any(heading is not None and heading.kind == "keyword" for heading in headings):
        return ["plan"] * len(paragraphs)
    starts = [i for i, top in enumerate(tops) if top]
    parts = ["other"] * len(paragraphs)
    verdicts = [outlook(headings[i].label, year) for i in starts]
    for number in range(1, len(verdicts)):
        if verdicts[number - 1] == "foreign" and verdicts[number] == "":
            verdicts[number] = "foreign"
    if set(verdicts) & {"review", "plan", "mixed"}:
        _by_sections(parts, paragraphs, headings, starts, verdicts, year)
    else:
        _by_cues(parts, paragraphs, starts, verdicts)
    _close(parts, paragraphs)
    return parts


def _by_sections(parts, paragraphs, headings, starts, verdicts, year) -> None:
    told = min(i for i, verdict in enumerate(verdicts) if verdict in ("review", "plan", "mixed"))
    ends = [*starts[1:], len(paragraphs)]
    for number, (start, end, verdict) in enumerate(zip(starts, ends, verdicts, strict=True)):
        before = parts[start - 1] if start else "other"
        if verdict in ("review", "plan"):
            parts[start:end] = [verdict] * (end - start)
        elif verdict == "mixed" or (verdict == "" and number < told):
            cut = _inner_cut(paragraphs, headings, start, end, year)
            parts[start:end] = ["review"] * (cut - start) + ["plan"] * (end - cut)
        elif verdict == "" and before == "review":
            cut = _end_of_review(paragraphs, start, end)
            parts[start:end] = ["review"] * (cut - start) + ["plan"] * (end - cut)
        elif verdict == "":
            parts[start:end] = ["plan"] * (end - start)


def _inner_cut(paragraphs, headings, start: int, end: int, year: int | None) -> int:
    """Where within a section of both parts the plan begins."""
    for i in range(start + 1, end):
        heading = headings[i]
        if heading is not None and dated(heading.label) and outlook(heading.label, year) == "plan":
            return i
    cut = turning_point(list(paragraphs[start + 1 : end])).cut
    cut = start + 1 + cut if cut else start
    for i in range(start + 1, cut):
        if names_coming_period(paragraphs[i][:_FIRST_CLAUSES], year):
            return i
    return cut


def _end_of_review(paragraphs, start: int, end: int) -> int:
    turn = turning_point(list(paragraphs[start:end]))
    lengths = [han_length(paragraph) for paragraph in paragraphs[start:end]]
    return start + turn.cut if turn.back < -_CLEAR and sum(lengths[: turn.cut]) > sum(lengths) / 3 else start


def _by_cues(parts, paragraphs, starts, verdicts) -> None:
    """A report whose headings tell nothing: one turning point, kept only if both sides are clear."""
    body = [i for i in range(len(paragraphs)) if i > 5 or not _OPENING.match(paragraphs[i])]
    if starts:
        sections = zip(starts, [*starts[1:], len(paragraphs)], verdicts, strict=True)
        body = [i for start, end, verdict in sections if verdict == "" for i in range(start, end)]
    if not body:
        return
    cut, back, ahead, agreement = turning_point([paragraphs[i] for i in body])
    if agreement < _AGREEMENT:
        return
    lengths = [han_length(paragraphs[i]) for i in body]
    cut = _snap(cut, [position for position, i in enumerate(body) if i in starts], lengths)
    share = sum(lengths[:cut]) / max(1, sum(lengths))
    clear_back, clear_ahead = back < -_CLEAR, ahead > _CLEAR
    if clear_back and clear_ahead and _SMALLEST_SHARE <= share <= 1 - _SMALLEST_SHARE:
        for position, i in enumerate(body):
            parts[i] = "review" if position < cut else "plan"
    elif clear_ahead and share < _SMALLEST_SHARE:
        for i in body:
            parts[i] = "plan"
    elif clear_back and share > 1 - _SMALLEST_SHARE:
        for i in body:
            parts[i] = "review"


def _snap(cut: int, starts: list[int], lengths: list[int]) -> int:
    """Move a cut to the beginning of a section if one is near."""
    near = [(sum(lengths[min(cut, start) : max(cut, start)]), start) for start in starts if start]
    return min(near)[1] if near and min(near)[0] <= _NEAR * sum(lengths) else cut


def _close(parts: list[str], paragraphs: Sequence[str]) -> None:
    """Set the closing paragraphs after the last salutation to other."""
    last = max((i for i, part in enumerate(parts) if part != "other"), default=-1)
    total = sum(han_length(paragraph) for paragraph in paragraphs)
    length = 0
    for i in range(last, -1, -1):
        length += han_length(paragraphs[i])
        if length > _CLOSING_SHARE * total or parts[i] == "other":
            return
        if _SALUTATION.match(paragraphs[i]):
            parts[i : last + 1] = ["other"] * (last + 1 - i)
            return
