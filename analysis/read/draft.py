"""What a file format gives before anything is known to be a report: lines, and facts stated beside them."""

from dataclasses import dataclass, field

from analysis.report import Removed


@dataclass(frozen=True)
class Line:
    """One line or paragraph of a file: its text, where it stands, and how many leading characters are bold."""

    text: str
    number: int
    bold: int = 0
    whole: bool = False  # the format says that this is a whole paragraph, so no line of it was broken off


@dataclass(frozen=True)
class Draft:
    """One document as its format gives it.

    ``facts`` stand outside the text: columns of a table, tags of a page. ``left_out`` is what the reader sees can be no
    part of the text, such as a page's menus and page numbers, with what stands nearest to the text first.
    ``problem`` says why there is no text where one was expected.
    """

    name: str
    lines: tuple[Line, ...]
    facts: dict[str, str] = field(default_factory=dict)
    left_out: tuple[Removed, ...] = ()
    problem: str = ""
