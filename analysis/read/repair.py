"""Mend what is broken in place and count it: invisible characters, spaced digits, look-alikes, lines cut at links."""

import re
from collections import Counter
from collections.abc import Iterable

from analysis.read.broken_lines import joined
from analysis.read.draft import Line
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

# A paragraph, by the marks inside it, that has not come to its end.
_BROKEN_OFF = re.compile(r"[，。；].*[^。！？!?：:；;…”’」』）)》]$")


def repair(lines: Iterable[Line]) -> tuple[list[Line], tuple[Repair, ...]]:
    """Return the lines mended, and how often each kind of damage was met.

    Empty lines are kept: they tell where a paragraph may end. A line of invisible marks alone is no empty line.
    """
    done: Counter = Counter()
    mended: list[Line] = []
    page_ends = False  # inside a paragraph: the empty lines that follow do not end it
    for line in lines:
        text, counts = _mended(line.text)
        if line.text and not line.text.isspace() and not text.strip():
            # An invisible mark alone on its line: the end of a printed page, not of a paragraph.
            done.update(counts)
            page_ends = bool(mended) and bool(_BROKEN_OFF.search(mended[-1].text))
            continue
        if page_ends and not text.strip():
            continue
        page_ends = False
        done.update(counts)
        # The bold part is mended by itself, so that what went from it is not taken from what follows.
        bold = len(_mended(line.text[: line.bold])[0].strip())
        mended.append(Line(text.strip(), line.number, min(bold, len(text.strip())), line.whole))
    mended, done["lines broken at links joined"] = joined(mended)
    return mended, tuple(Repair(rule, count) for rule, count in done.items() if count)


def _mended(text: str) -> tuple[str, Counter]:
    counts: Counter = Counter()
    for rule, pattern, by in _RULES:
        text, counts[rule] = pattern.subn(by, text)
    return text, counts
