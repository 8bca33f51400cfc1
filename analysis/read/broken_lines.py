"""Join lines that were broken off inside a paragraph: at a link, a bold word, an index figure, the end of a page.

Wikisource's texts break at every link, so that a law's name stands on a line of its own, and at the pages of the print
they were taken from, in the middle of a word. There an empty line parts paragraphs, and two lines without one between
them are one. Where lines are paragraphs, only a line that cannot be a whole one is joined with the next.
"""

import re
from collections.abc import Sequence

from analysis.read.draft import Line
from analysis.read.furniture import furniture
from analysis.text.han import han_length

_PARTED_SHARE = 0.4
_SHORT_HAN = 12
_SENTENCE_END = re.compile(r"[。！？!?：:；;…][”’」』）)》]*$")
_CLOSED = re.compile(r"[”’」』）)》]$")
# A mark that cannot begin a line, one that cannot end a paragraph, and an index figure that lost its letters.
_RUNS_ON = tuple("，、；。：）》”’」』,.;:)")
_OPEN = re.compile(r"[，、《“‘「『（(—的]$")
_LETTERS, _FIGURES = re.compile(r"[A-Za-z]$"), re.compile(r"^\d")
# Short lines that are whole: numbers and numbered headings, names of appendices.
_STANDS_ALONE = re.compile(
    r"^(?:附件|附表|附录|名词|注释|目录|结束语|第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]+(?:、|$)"
    r"|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])"
)
_NUMBER_ALONE = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]?$")
# The number of an appendix, a line that ends in a year.
_FIGURE_LINE = re.compile(r"^(?:\D{0,4}\d+|[^，。；]*(?:19|20)\d\d)$")
_SALUTATION = re.compile(r"^(?:各位|同志[们們]|主席)")


def joined(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Return the lines with broken ones joined, and how many joints were made; empty lines are kept.

    >>> [line.text for line in joined([Line("让竹乡变得更美", 1), Line("，更富。", 2)])[0]]
    ['让竹乡变得更美，更富。']
    """
    empty, filled = sum(not line.text for line in lines), sum(bool(line.text) for line in lines)
    parted = empty >= _PARTED_SHARE * filled
    found: list[Line] = []
    count = 0
    begun = False  # title, meeting and names, each a line without a mark, stand before the first sentence
    mended = False  # the last line was put together, and goes on until it ends
    for line in lines:
        last = next((i for i in range(len(found) - 1, -1, -1) if found[i].text), None)
        if line.text and last is not None and not (found[last].whole or line.whole):
            before, gap = found[last].text, last < len(found) - 1
            if _broken(before, line.text, parted=parted, gap=gap, begun=begun, mended=mended):
                found[last:] = [Line(before + line.text, found[last].number, found[last].bold)]
                count, mended = count + 1, True
                continue
        found.append(line)
        if line.text:
            mended = False
            begun = begun or bool(_SALUTATION.match(line.text)) or (han_length(line.text) > 15 and _ended(line.text))
    return found, count


def _broken(before: str, after: str, *, parted: bool, gap: bool, begun: bool, mended: bool) -> bool:
    if furniture(before) or furniture(after) or _SALUTATION.match(before) or _SALUTATION.match(after):
        return False
    if gap:  # only a comma carries a sentence over an empty line
        return before.endswith("，") and han_length(before) > _SHORT_HAN
    if after.startswith(_RUNS_ON) and not before.endswith(("。", "！", "？")):
        return True
    if _NUMBER_ALONE.match(before):
        return False
    if begun and (_OPEN.search(before) or (_LETTERS.search(before) and _FIGURES.match(after))):
        return True
    if _ended(before):
        return False
    if mended and begun:
        return True
    if not parted:
        return False
    if _FIGURE_LINE.match(before):
        return False
    if han_length(before) > _SHORT_HAN:
        return not _CLOSED.search(before) or begun
    return begun and not _STANDS_ALONE.match(before)


def _ended(text: str) -> bool:
    return bool(_SENTENCE_END.search(text))
