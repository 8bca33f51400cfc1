"""From a draft to a report: mend, cut, read its facts, and say what is doubtful."""

import re
from pathlib import PurePath

from analysis.errors import ReadError
from analysis.places import Place, given_place
from analysis.read import facts
from analysis.read.draft import Draft
from analysis.read.facts import is_resolution
from analysis.read.limits import cut
from analysis.read.repair import repair
from analysis.report import Report
from analysis.text.han import han_length, is_traditional

# Below this length a text is an error page, a notice or a table of contents.
_FEWEST_HAN = 300
_SHORT_HAN = 1500
_TITLE_HAN = 60
# Thrice the longest report there is (1955). A text beyond holds many.
_MOST_HAN = 150_000


def assemble(draft: Draft, **given) -> Report:
    """Return the report in a draft; ``given`` facts win over those that are read.

    Raises ReadError where too little text is left for a report, or more than one report has.
    """
    if draft.problem:
        raise ReadError(f"{draft.name}: {draft.problem}")
    lines, repaired = repair(draft.lines)
    kept, removed = cut(lines)
    removed += draft.left_out
    text = "\n".join(line.text for line in kept)
    length = han_length(text)
    if length < _FEWEST_HAN:
        raise ReadError(
            f"{draft.name}: no report in it ({length} Han characters of text, {_FEWEST_HAN} or more are needed); check "
            "that the file is the report itself and not a notice or an error page"
        )
    if length > _MOST_HAN:
        raise ReadError(
            f"{draft.name}: {length:,} Han characters, more than any report has; if it holds many, give each a file, a "
            "row of a table, or a line of its own (year, tab, text)"
        )
    stated = draft.facts
    title = given.pop("title", None) or facts.title_of(stated, removed, kept[0].text, draft.name)
    year = given.pop("year", None) or facts.year_of(title, stated, removed, draft.name)
    own = given.pop("place", None)
    place = given_place(own) if own else facts.place_of(title, stated, removed, draft.name, text) or Place("")
    fields = {
        "place": place.name,
        "place_code": place.code,
        "place_en": place.name_en,
        "level": place.level,
        "date": facts.date_of(stated, removed),
        "publisher": facts.publisher_of(stated, removed),
        "kind": facts.kind_of(title, text),
        "address": stated.get("address", ""),
        "language": "zh-Hant" if is_traditional(text) else "zh-Hans",
    } | given
    problems = []
    if year is None:
        problems.append("No year found in title, text or file name: give year=.")
    if not fields["place"]:
        problems.append("No place found in title, text or file name: give place=.")
    if length < _SHORT_HAN:
        problems.append(f"Only {length:,} Han characters: an excerpt?")
    return Report(
        id=fields.pop("id", None) or _identifier(place, year, draft.name),
        title=title,
        year=year,
        paragraphs=tuple(line.text for line in kept),
        bold=tuple(line.bold for line in kept) if any(line.bold for line in kept) else (),
        removed=tuple(sorted(removed, key=lambda piece: piece.line)),
        repaired=repaired,
        problems=tuple(problems),
        **fields,
    )


def resolution(draft: Draft) -> bool:
    """Whether a draft is a resolution about a report, by its stated title or its first line."""
    first = next((line.text for line in draft.lines if line.text.strip()), "")
    return is_resolution(draft.facts.get("title") or (first if han_length(first) <= _TITLE_HAN else ""))


def _identifier(place: Place, year: int | None, name: str) -> str:
    if (place.slug or place.name) and year:
        return f"{place.slug or place.name}-{year}"
    return re.sub(r"[^\w\u3400-\u9fff]+", "-", PurePath(name).stem).strip("-").lower() or "report"
