"""Files to drafts: one module a format. A new format is a module with ``drafts(raw, name)`` and a line here."""

from importlib import import_module
from pathlib import PurePath

from analysis.errors import ReadError
from analysis.read.draft import Draft

_READERS = {
    ".txt": "plain",
    ".md": "plain",
    ".html": "page",
    ".htm": "page",
    ".docx": "word",
    ".pdf": "pdf",
    ".csv": "table",
    ".tsv": "table",
    ".jsonl": "table",
    ".xlsx": "table",
    ".zip": "archive",
}

SUFFIXES = tuple(_READERS)
# Formats whose own program can save them as one that is read.
_NEWER = {".doc": ".docx", ".wps": ".docx", ".rtf": ".docx", ".odt": ".docx", ".xls": ".xlsx", ".mht": ".html"}


def drafts(raw: bytes, name: str) -> list[Draft]:
    """Return the documents in a file, given as bytes and name; raise ReadError where there is none."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in _READERS:
        known = " ".join(SUFFIXES)
        newer = f"; save it as {_NEWER[suffix]} first" if suffix in _NEWER else ""
        raise ReadError(
            f"{name}: {suffix or 'a file without suffix'} is not a format that is read; there are {known}{newer}"
        )
    if not raw:
        raise ReadError(f"{name}: the file is empty; save or download it again")
    return import_module(f"analysis.read.formats.{_READERS[suffix]}").drafts(raw, name)
