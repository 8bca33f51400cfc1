"""Text files that hold many reports: one line a report after its year, or one after the other under dated titles."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePath

from analysis.read.draft import Draft, Line
from analysis.read.facts import is_work_report
from analysis.text.han import han_length, simplified

# year, tab, text; inside, paragraphs are parted by tabs or by two wide spaces
_YEAR_AND_TEXT = re.compile(r"\s*((?:19|20)\d\d)\s*\t(.{300,})", re.DOTALL)
_PARTED = re.compile(r"\t+|(?:\u3000|\xa0){2,}")
_HEAD = re.compile(r"(——|－－|――|国务院\S{0,4}总理|国家计划委员会主任)")
_ADDRESS = re.compile(r"各位代表\s*[：:！!，]")

_DATED_TITLE = re.compile(r"((?:19|20)\d\d)年.{0,30}工作报告$")
_SALUTATION = re.compile(r"(?:各位(?:代表|委员)|同志们)")
_SALUTATION_WITHIN = 12  # lines below a title; a title in a list of links has none
_FEWEST_HAN = 300
_MOST = 60  # characters of a title or salutation


def split(draft: Draft) -> list[Draft]:
    """Return the reports that a text file holds; one, the file itself, where it does not hold several.

    >>> text = "推动高质量发展。" * 50
    >>> lines = (Line(f"2023\\t{text}", 1), Line(f"2024\\t{text}", 2))
    >>> [part.facts["year"] for part in split(Draft("a.txt", lines))]
    ['2023', '2024']
    """
    return _by_line(draft) or _by_title(draft) or [draft]


def _by_line(draft: Draft) -> list[Draft]:
    filled = [line for line in draft.lines if line.text.strip()]
    rows = [_YEAR_AND_TEXT.fullmatch(line.text) for line in filled]
    if len(rows) < 2 or not all(rows):
        return []
    found = []
    for row in rows:
        pieces = _PARTED.split(_headed(row[2]))
        lines = tuple(Line(piece, i, whole=True) for i, piece in enumerate(pieces, 1) if piece.strip())
        # Only where the text gives no title of its own.
        title = f"{row[1]}年政府工作报告" if is_work_report(row[2]) else f"{PurePath(draft.name).stem} {row[1]}"
        found.append(Draft(f"{draft.name}, {row[1]}", lines, {"year": row[1], "document_title": title}))
    return found


def _headed(text: str) -> str:
    # Title, meeting, name and salutation often run together at the head; give each a line.
    salutation = _ADDRESS.search(text[:400])
    if not salutation:
        return text
    head = _HEAD.sub(r"\t\1", text[: salutation.start()])
    return f"{head}\t{text[salutation.start() : salutation.end()]}\t{text[salutation.end() :]}"


def _by_title(draft: Draft) -> list[Draft]:
    starts: dict[str, int] = {}
    for i, line in enumerate(draft.lines):
        title = _DATED_TITLE.match(_form(line))
        if title and title[1] not in starts and _addressed(draft.lines[i + 1 :]):
            starts[title[1]] = i
    if len(starts) < 2:
        return []
    # What stands before the first title goes with its report, where it is listed as removed.
    edges = [0, *list(starts.values())[1:], len(draft.lines)]
    parts = [draft.lines[a:b] for a, b in pairwise(edges)]
    if any(han_length("".join(line.text for line in part)) < _FEWEST_HAN for part in parts):
        return []
    return [Draft(f"{draft.name}, {year}", part) for year, part in zip(starts, parts, strict=True)]


def _addressed(lines: Sequence[Line]) -> bool:
    near = [_form(line) for line in lines[: 3 * _SALUTATION_WITHIN] if line.text.strip()][:_SALUTATION_WITHIN]
    salutation = next((i for i, text in enumerate(near) if _SALUTATION.match(text)), None)
    title = next((i for i, text in enumerate(near) if _DATED_TITLE.match(text)), len(near))
    return salutation is not None and salutation < title


def _form(line: Line) -> str:
    text = line.text.strip()
    return simplified(text) if len(text) <= _MOST else text[:_MOST]
