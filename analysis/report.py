"""Report: one government report as read from its file, with a record of everything that was taken out."""

import hashlib
import html
from collections import Counter
from dataclasses import dataclass, fields
from functools import cached_property

from analysis.errors import MissingTextError
from analysis.text.han import han_length

_TEXTUAL = frozenset({"paragraphs", "bold", "removed", "repaired"})


@dataclass(frozen=True)
class Removed:
    """A piece of the file that is not the report: the rule that removed it, its text, its line in the file."""

    rule: str
    text: str
    line: int = 0


@dataclass(frozen=True)
class Repair:
    """A kind of damage that was mended in place, and how often."""

    rule: str
    count: int


@dataclass(frozen=True)
class Report:
    """One report. Texts are kept as published (traditional characters too); counting normalises on the fly.

    ``place`` is the canonical name (全国 for the nation), ``place_code`` its GB/T 2260 code, ``level`` one of national,
    province, city, district or empty, ``date`` an ISO date or empty. ``bold`` gives the number of leading
    characters set bold or as a heading in each paragraph, where the file says so.
    """

    id: str
    title: str
    paragraphs: tuple[str, ...]
    year: int | None = None
    place: str = ""
    place_code: str = ""
    place_en: str = ""
    level: str = ""
    date: str = ""
    publisher: str = ""
    kind: str = ""
    address: str = ""
    language: str = "zh-Hans"
    bold: tuple[int, ...] = ()
    removed: tuple[Removed, ...] = ()
    repaired: tuple[Repair, ...] = ()
    problems: tuple[str, ...] = ()
    notes: str = ""

    @property
    def text(self) -> str:
        """The report's paragraphs, one a line."""
        return "\n".join(self.paragraphs)

    @cached_property
    def han(self) -> int:
        """Length in Han characters."""
        return han_length(self.text)

    @cached_property
    def sha256(self) -> str:
        """Checksum of :attr:`text` in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def _repr_html_(self) -> str:
        taken = Counter(piece.rule for piece in self.removed)
        rows = {
            "id": self.id,
            "year": "" if self.year is None else self.year,
            "place": f"{self.place} {self.place_en} {self.place_code}".strip(),
            "level": self.level,
            "date": self.date,
            "publisher": self.publisher,
            "length": f"{self.han:,} Han characters in {len(self.paragraphs)} paragraphs",
            "removed": ", ".join(f"{rule} ({count})" for rule, count in taken.items()) or "nothing",
            "repaired": ", ".join(f"{r.rule} ({r.count})" for r in self.repaired) or "nothing",
            "problems": " ".join(self.problems) or "none found",
        }
        body = "".join(f"<tr><th>{k}</th><td>{html.escape(str(v))}</td></tr>" for k, v in rows.items() if v != "")
        return f"<table><caption><b>{html.escape(self.title)}</b></caption>{body}</table>"


class ReportWithoutText(Report):
    """A report of a corpus that holds counts and positions only: its facts, length and checksum, but no text.

    ``text`` and all that is read from it raise MissingTextError with the way to get it.
    """

    def __init__(self, facts: dict, way_out: str):
        known = {field.name: field.default for field in fields(Report) if field.name not in _TEXTUAL}
        # The frozen parent lets nobody set a field; han and sha256 are as they were counted when the text was there.
        self.__dict__.update(known | facts | {"_way_out": way_out})

    def _missing(self):
        raise MissingTextError(f"the text of {self.id} is not here, only counts and positions; {self._way_out}")

    text = paragraphs = bold = removed = repaired = property(_missing)

    def __repr__(self) -> str:
        return f"ReportWithoutText(id={self.id!r}, title={self.title!r}, year={self.year}, han={self.han})"

    def __eq__(self, other) -> bool:
        return isinstance(other, ReportWithoutText) and (self.id, self.sha256) == (other.id, other.sha256)

    def __hash__(self) -> int:
        return hash((self.id, self.sha256))

    def _repr_html_(self) -> str:
        rows = {"id": self.id, "year": self.year, "place": self.place, "date": self.date, "length": f"{self.han:,} Han"}
        body = "".join(f"<tr><th>{k}</th><td>{html.escape(str(v))}</td></tr>" for k, v in rows.items() if v)
        return f"<table><caption><b>{html.escape(self.title)}</b></caption>{body}</table>"
