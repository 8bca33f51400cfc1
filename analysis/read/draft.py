"""What a file format gives before anything is known to be a report: lines, and facts stated beside them."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """One line or paragraph of a file: its text, where it stands, and how many leading characters are bold."""

    text: str
    number: int
    bold: int = 0
    whole: bool = False  # the format says that this is a whole paragraph, so no line of it was broken off


@dataclass(frozen=True)
class Draft:
    """One document as its format gives it. ``facts`` stand outside the text: columns of a table, tags of a page."""

    name: str
    lines: tuple[Line, ...]
    facts: dict[str, str] = field(default_factory=dict)
