"""The structure of a report: every sentence with its section, nearest heading and part.

``structure`` is the one function here; ``sentences``, ``headings``, ``sections`` and ``parts`` do the work.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from analysis.text.headings import Heading, find_headings
from analysis.text.parts import paragraph_parts
from analysis.text.sections import top_level
from analysis.text.sentences import sentences

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = ("section", "heading", "heading_kind", "is_heading", "part", "paragraph", "sentence", "text")

# These head their own paragraph only; the next paragraph falls back to the heading above.
_OWN_PARAGRAPH_ONLY = ("ordinal", "bold")


def structure(
    paragraphs: Sequence[str], bold: Sequence[int] = (), *, title: str = "", year: int | None = None
) -> "DataFrame":
    """Return one row a sentence, in order; the texts of a paragraph's rows joined are the paragraph.

    Parameters
    ----------
    paragraphs : the paragraphs of one report.
    bold : number of leading characters set bold, per paragraph; empty if unknown.
    title, year : of the report; they tell which years are past and which are ahead.

    Returns
    -------
    DataFrame with ``section`` (number of the top-level section, 0 before the first), ``heading`` (label of the
    nearest heading without its numbering, "" if none), ``heading_kind`` (keyword, chinese, bracket, arabic,
    ordinal, bold, bare or ""), ``is_heading`` (the row is heading text), ``part`` (review, plan or other),
    ``paragraph`` and ``sentence`` (from 0), ``text``. An empty paragraph has no row.

    Raises
    ------
    ValueError if ``bold`` is given with another length than ``paragraphs``.

    >>> frame = structure(["一、2024年工作回顾", "云岭市增长5%。", "二、2025年重点工作", "要扩大开放。"], year=2025)
    >>> list(frame.part)
    ['review', 'review', 'plan', 'plan']
    """
    import pandas as pd

    if len(bold) not in (0, len(paragraphs)):
        raise ValueError(f"bold has {len(bold)} entries for {len(paragraphs)} paragraphs")
    headings = find_headings(paragraphs, bold)
    headings = [None if h and h.label == title.strip() else h for h in headings]
    tops = top_level(headings)
    parts = paragraph_parts(paragraphs, headings, tops, title=title, year=year)
    frame = pd.DataFrame(list(_rows(paragraphs, headings, tops, parts)), columns=list(COLUMNS))
    integers = {"section": "int64", "is_heading": bool, "paragraph": "int64", "sentence": "int64"}
    return frame.astype(integers)


def _rows(
    paragraphs: Sequence[str], headings: Sequence[Heading | None], tops: Sequence[bool], parts: Sequence[str]
) -> Iterator[tuple]:
    section, standing = 0, ("", "")
    for i, (paragraph, heading, top, part) in enumerate(zip(paragraphs, headings, tops, parts, strict=True)):
        section += top
        nearest, end = standing, 0
        if heading is not None:
            nearest, end = (heading.label, heading.kind), heading.end
            if heading.whole or heading.kind not in _OWN_PARAGRAPH_ONLY:
                standing = nearest
        pieces = [(piece, True) for piece in sentences(paragraph[:end])]
        pieces += [(piece, False) for piece in sentences(paragraph[end:])]
        for number, (piece, is_heading) in enumerate(pieces):
            yield section, *nearest, is_heading, part, i, number, piece
