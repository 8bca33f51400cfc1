"""Mend what is broken in place and count it: invisible characters, spaced digits, look-alikes, lines cut at links."""

import re
from collections import Counter
from collections.abc import Iterable

from analysis.read.draft import Line
from analysis.read.furniture import furniture
from analysis.report import Repair

# Zero-width, direction and byte-order marks, soft hyphen; private use; control characters.
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[\u3000\u00a0\u2002-\u200a\u202f\u205f\t]+")
_SPACED_DIGITS = re.compile(r"(?<![\d.])\d(?: \d){2,}(?![\d.])|(?<=[\u3400-\u9fff])\d(?: \d)+(?= ?[年月日%％])")
_SPACED_HAN = re.compile(r"^[\u3400-\u9fff](?: +[\u3400-\u9fff]){2,}$")
# A Cyrillic Ш, or three Latin capitals I, standing for the numeral Ⅲ of a class of water, air or enterprises.
_NUMERAL_THREE = re.compile(r"(?:Ш|III)(?=\s?(?:类|级|期|型))|(?<=[达到优于为])(?:Ш|III)")


def _closed_up(match: re.Match) -> str:
    return match[0].replace(" ", "")


_RULES = (
    ("invisible characters removed", _INVISIBLE, ""),
    ("private-use characters removed", _PRIVATE, ""),
    ("control characters removed", _CONTROL, ""),
    ("wide or hard spaces made plain", _SPACES, " "),
    ("spaces between digits removed", _SPACED_DIGITS, _closed_up),
    ("spaces between characters removed", _SPACED_HAN, _closed_up),
    ("look-alike numerals written Ⅲ", _NUMERAL_THREE, "Ⅲ"),
)

_ENDS = tuple("。！？!?：:；;”’）)》…")
_RUNS_ON = tuple("，、；。：）》”’,.;:)")
_SHORT_HAN = 12
_PARTED_SHARE = 0.4


def repair(lines: Iterable[Line]) -> tuple[list[Line], tuple[Repair, ...]]:
    """Return the lines mended, and how often each kind of damage was met.

    Empty lines are kept: they tell where a paragraph may end.
    """
    done: Counter = Counter()
    mended = []
    for line in lines:
        text, counts = _mended(line.text)
        done.update(counts)
        # The bold part is mended by itself, so that what went from it is not taken from what follows.
        bold = len(_mended(line.text[: line.bold])[0].strip())
        mended.append(Line(text.strip(), line.number, min(bold, len(text.strip())), line.whole))
    mended = _joined(mended, done)
    return mended, tuple(Repair(rule, count) for rule, count in done.items() if count)


def _mended(text: str) -> tuple[str, Counter]:
    counts: Counter = Counter()
    for rule, pattern, by in _RULES:
        text, counts[rule] = pattern.subn(by, text)
    return text, counts


def _joined(lines: list[Line], done: Counter) -> list[Line]:
    # A line is broken off (at a link) where it ends without a mark and the next is on the very next line, or begins
    # with a mark that cannot begin one.
    # Where paragraphs are parted by empty lines, lines without one between them may belong together.
    empty, filled = sum(not line.text for line in lines), sum(bool(line.text) for line in lines)
    parted = empty >= _PARTED_SHARE * filled
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        loose = last is not None and bool(last.text and line.text) and not (last.whole or line.whole)
        if loose and _broken(last.text, line.text, parted):
            joined[-1] = Line(last.text + line.text, last.number, last.bold)
            done["lines broken at links joined"] += 1
        else:
            joined.append(line)
    return joined


def _broken(before: str, after: str, parted: bool) -> bool:
    if furniture(before) or furniture(after):
        return False
    if after.startswith(_RUNS_ON) and not before.endswith(("。", "！", "？")):
        return True
    # Two lines of a paragraph: the first long and without an end. Headings, names and dates are short.
    han = sum("\u3400" <= c <= "\u9fff" for c in before)
    return parted and han > _SHORT_HAN and not before.endswith(_ENDS) and before[-1] not in "0123456789"
