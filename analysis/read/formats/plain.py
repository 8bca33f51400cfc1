"""Plain text and Markdown."""

import re
from pathlib import PurePath

from analysis.read.collection import split
from analysis.read.decode import decode
from analysis.read.draft import Draft, Line

_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+")
_MARKDOWN_BOLD = re.compile(r"^\*\*(.+?)\*\*")


def drafts(raw: bytes, name: str) -> list[Draft]:
    """Return the reports of a text file, mostly one; in Markdown, headings and leading bold are marked as such."""
    text = decode(raw, name)
    markdown = PurePath(name).suffix.lower() == ".md"
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        lines.append(_marked(line, number) if markdown else Line(line, number))
    return split(Draft(name, tuple(lines)))


def _marked(line: str, number: int) -> Line:
    if _MARKDOWN_HEADING.match(line):
        heading = _MARKDOWN_HEADING.sub("", line).strip()
        return Line(heading, number, bold=len(heading), whole=True)
    bold = _MARKDOWN_BOLD.match(line)
    plain = re.sub(r"\*\*(.+?)\*\*", r"\1", line)
    return Line(plain, number, bold=len(bold[1]) if bold else 0)
