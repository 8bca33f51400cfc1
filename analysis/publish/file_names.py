"""What languages and formats figures have, and what the files of a figure are called in them."""

from collections.abc import Sequence

from analysis.errors import ExportError

TAGS = {"zh": "zh-Hans", "en": "en"}  # what HTML and SVG call them
LANGUAGES = tuple(TAGS)
# The names of chart.style.SIZES, written out, so that a run that draws nothing need not import matplotlib.
PICTURES = ("web", "square", "wechat", "print")
FOR_ALL_LANGUAGES = ("csv", "json", "zip")
FORMATS = ("svg", "pdf", *PICTURES, *FOR_ALL_LANGUAGES)
COMMITTED = ("svg", "web", "csv", "json")


def require_known(langs: str | Sequence[str], formats: str | Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the languages and formats asked for; a word alone is one of them, ``"all"`` every format.

    Raises ExportError where none is asked for, or one that there is not.

    >>> require_known("zh", ("svg", "csv")), require_known(("zh", "en"), "all")[1] == FORMATS
    ((('zh',), ('svg', 'csv')), True)
    """
    langs, formats = ((asked,) if isinstance(asked, str) else tuple(asked or ()) for asked in (langs, formats))
    formats = FORMATS if formats == ("all",) else formats
    for what, asked, known in (("language", langs, LANGUAGES), ("format", formats, FORMATS)):
        if not asked:
            raise ExportError(f"no {what} asked for; there are {', '.join(known)}")
        unknown = [name for name in asked if name not in known]
        if unknown:
            raise ExportError(f"no {what} is called {unknown[0]!r}; there are {', '.join(known)}")
    return langs, formats


def stem(id: str, lang: str) -> str:
    """Return what the files of a figure in one language begin with.

    >>> stem("six-themes", "zh"), stem("six-themes", "en")
    ('six-themes', 'six-themes-en')
    """
    return id if lang == "zh" else f"{id}-{lang}"


def expected_files(id: str, langs: Sequence[str], formats: Sequence[str]) -> dict[str, tuple[str, str | None]]:
    """Return the files that a figure has in the given languages and formats: name -> (format, language if it has one).

    >>> expected_files("six", ("zh", "en"), ("web", "csv"))
    {'six-web.png': ('web', 'zh'), 'six-en-web.png': ('web', 'en'), 'six.csv': ('csv', None)}
    """
    names = {
        f"{stem(id, lang)}-{kind}.png" if kind in PICTURES else f"{stem(id, lang)}.{kind}": (kind, lang)
        for lang in langs
        for kind in formats
        if kind not in FOR_ALL_LANGUAGES
    }
    return names | {f"{id}.{kind}": (kind, None) for kind in FOR_ALL_LANGUAGES if kind in formats}
