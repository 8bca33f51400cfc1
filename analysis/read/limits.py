"""Where a report begins and ends in its file: from the salutation to the close, with everything else listed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.read.draft import Line
from analysis.read.furniture import DATELINE, NEWSPAPER_TAIL, STAGE_DIRECTION, WRITER, furniture
from analysis.read.repeats import printed_once
from analysis.report import Removed
from analysis.text.han import han_length, simplified

_SALUTATION = re.compile(r"^(?:各位代表|各位委员|同志们|各位同志|主席、各位)")
_CLOSE = re.compile(r"(?:让我们|紧密地?团结|万众一心|万岁|奋斗|奋勇前进|而努力|新篇章|更大贡献|更大的贡献).*[！!。.”]$")
_OPENING = re.compile(r"现在.{0,3}我.{0,4}代表")
_LICENCE = re.compile(r"^本作品")
_SENTENCE_ENDS = tuple("。！!？…”）)")
_GLOSSARY = re.compile(r"^(?:名词(?:解释|注释)|注释|注[:：]|词语解释|有关名词)|名词(?:解释|注释)$")
_NUMBERED_NOTE = re.compile(r"^[［\[〔【（(]?1[］\]〕】）)]?[.．、：:\s]?[“《\u3400-\u9fff]")
_APPENDIX = re.compile(r"^(?:附件|附[:：]|附表|附录)")
_TITLE = re.compile(r"政\s*府\s*工\s*作\s*报\s*告|关于.{4,60}报告")
_MEETING = re.compile(r"(?:大会|会议)(?:第?.{0,8}会议)?上|届.{0,12}(?:次会议|人民代表大会)")
_MEETING_BEGUN = re.compile(r"^[—－―-]*\d{4}年\d{1,2}月\d{1,2}日在")
_BYLINE = re.compile(r"^.{0,24}(?:总理|省长|市长|主席|主任|区长|县长|州长|盟长)(?:\s|　)*[\u3400-\u9fff·\s]{0,16}$")
_SIGNED = re.compile(
    r"^.{2,20}(?:总理|省长|市长|主席|主任|区长|县长|州长|盟长)\s+[\u3400-\u9fff·]{1,4}(?: ?[\u3400-\u9fff])?$"
)

# The salutation stands at the head: not after a tenth of the text, nor after this many characters.
_HEAD_SHARE, _HEAD_HAN = 0.15, 2500
# A line of its own, or the start of the opening sentence right below title and names.
_SALUTATION_HAN, _BEFORE_OPENING_HAN = 10, 250


def cut(lines: Sequence[Line]) -> tuple[list[Line], list[Removed]]:
    """Return the lines that are the report, and every piece that was taken out with its rule and line number."""
    lines = [line for line in lines if line.text]
    plain = [replace(line, text=simplified(line.text)) for line in lines]  # what the rules are written for
    total = sum(han_length(line.text) for line in lines)
    start = _start(plain, total)
    end = _end(plain, start)
    removed, kept = [], []
    for i, line in enumerate(lines):
        if i < start:
            removed.append(Removed(_front(plain[i].text, i), line.text, line.number))
        elif i >= end:
            removed.append(Removed(_back([x.text for x in plain[end : i + 1]]), line.text, line.number))
        elif furniture(line.text):
            removed.append(Removed(furniture(line.text), line.text, line.number))
        else:
            kept.append(_without_remarks(line, removed))
    kept = _without_writer([line for line in kept if line.text], removed)
    kept, again = printed_once(kept)
    return kept, removed + again


def _start(lines: Sequence[Line], total: int) -> int:
    before = 0
    for i, line in enumerate(lines):
        if before > min(_HEAD_SHARE * total, _HEAD_HAN):
            break
        alone = han_length(line.text) <= _SALUTATION_HAN
        if _SALUTATION.match(line.text) and (alone or before < _BEFORE_OPENING_HAN):
            return i
        before += han_length(line.text)
    # No salutation: leave out furniture, titles and names, and stop at the first line that says something.
    for i, line in enumerate(lines):
        plain = not furniture(line.text) and not _heads(line.text, i)
        if plain and (han_length(line.text) >= 15 or line.text.endswith(("。", "：", ":"))):
            return i
    return 0


def _heads(text: str, position: int) -> bool:
    short = han_length(text) <= 50
    named = _TITLE.search(text) or _MEETING.search(text) or _BYLINE.match(text)
    # The first line of a page is its title, unless it is a whole sentence.
    return bool(short and (named or (position == 0 and not text.endswith("。"))))


def _end(lines: Sequence[Line], start: int) -> int:
    # A report closes after its last salutation. What follows the close is kept while it still speaks: in sentences,
    # not in notes, tables or titles.
    for i in range(start, len(lines)):
        if _LICENCE.match(lines[i].text):
            lines = lines[:i]
            break
    last = next((i for i in range(len(lines) - 1, start, -1) if _addresses(lines[i].text)), start)
    closed = False
    for i in range(max(last, len(lines) // 3), len(lines)):
        text = lines[i].text
        ends = furniture(text) or _GLOSSARY.search(text) or _NUMBERED_NOTE.match(text) or _APPENDIX.match(text)
        title = closed and last > start and han_length(text) <= 40 and not text.endswith(_SENTENCE_ENDS)
        if closed and (ends or title):
            return i
        closed = closed or bool(_CLOSE.search(text))
    return len(lines)


def _addresses(text: str) -> bool:
    # Pages repeat the opening sentence in their summary; that is not the address before the close.
    return bool(_SALUTATION.match(text)) and not _OPENING.search(text[:40])


def _front(text: str, position: int) -> str:
    if furniture(text):
        return furniture(text)
    # A page's heading may stand elsewhere, so that its text begins below the title.
    begun = _MEETING_BEGUN.match(text) or _SIGNED.match(text)
    if han_length(text) <= 60 and (
        _TITLE.search(text) or (position == 0 and not begun and not text.endswith(("，", "。")))
    ):
        return "title"
    if (_MEETING.search(text) or _MEETING_BEGUN.match(text)) and han_length(text) <= 60:
        return "meeting line"
    if _BYLINE.match(text):
        return "speaker's name"
    return "before the salutation"


def _back(texts: Sequence[str]) -> str:
    if any(_LICENCE.match(text) for text in texts):
        return "licence box"
    if furniture(texts[-1]):
        return furniture(texts[-1])
    for text in reversed(texts):
        if _GLOSSARY.search(text):
            return "notes after the report"
        if _APPENDIX.match(text):
            return "appendix"
    if any(_NUMBERED_NOTE.match(text) for text in texts):
        return "notes after the report"
    return "after the close"


def _without_writer(kept: list[Line], removed: list[Removed]) -> list[Line]:
    # A newspaper's writer signs the last paragraph.
    signed = WRITER.search(kept[-1].text) if kept else None
    if not signed:
        return kept
    removed.append(Removed("writer's name", signed[0], kept[-1].number))
    text = kept[-1].text[: signed.start()].rstrip()
    return [*kept[:-1], Line(text, kept[-1].number, min(kept[-1].bold, len(text)), kept[-1].whole)]


def _without_remarks(line: Line, removed: list[Removed]) -> Line:
    text = line.text
    for rule, pattern in (
        ("stage direction", STAGE_DIRECTION),
        ("newspaper's own line", NEWSPAPER_TAIL),
        ("dateline", DATELINE),
    ):
        spans = [match.span() for match in pattern.finditer(simplified(text))]
        removed += [Removed(rule, text[start:end].strip(), line.number) for start, end in spans]
        for start, end in reversed(spans):
            text = text[:start] + text[end:]
    return Line(text.strip(), line.number, min(line.bold, len(text.strip())), line.whole)
