"""What the files of a figure are called, by language and format."""

from collections.abc import Sequence

_FOR_ALL_LANGUAGES = ("csv", "json", "zip")


def expected_files(id: str, langs: Sequence[str], formats: Sequence[str]) -> list[str]:
    """Return the names of the files that a figure has in the given languages and formats."""
    names = []
    for lang in langs:
        stem = id if lang == "zh" else f"{id}-{lang}"
        names += [
            f"{stem}.{kind}" if kind in ("svg", "pdf") else f"{stem}-{kind}.png"
            for kind in formats
            if kind not in _FOR_ALL_LANGUAGES
        ]
    return names + [f"{id}.{kind}" for kind in _FOR_ALL_LANGUAGES if kind in formats]
