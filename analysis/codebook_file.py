"""Read a codebook file strictly: whatever is wrong is said in one sentence with file, theme and term."""

import re
from pathlib import Path

from analysis import strict_yaml
from analysis.codebook import Codebook, Term, Theme
from analysis.codebook_term import read_term
from analysis.errors import CodebookError

TOP_KEYS = {"id", "title_zh", "title_en", "version", "themes", "note", "nested"}
THEME_KEYS = {"id", "label_zh", "label_en", "definition", "definition_zh", "terms", "subthemes"}
_SUBTHEME = {"id", "label_zh", "label_en", "terms"}
_ID = re.compile(r"^[a-z][a-z0-9-]*$")


def read_codebook(path: Path) -> Codebook:
    """Read and check one codebook file; raise CodebookError on the first thing that is wrong."""
    document = strict_yaml.read_mapping(path, "a codebook")
    where = str(path)
    strict_yaml.mapping(document, TOP_KEYS, {"id", "title_zh", "title_en", "themes"}, where)
    nested = document.get("nested", "codebook")
    if nested not in ("codebook", "theme"):
        raise CodebookError(f"{where}: nested must be 'codebook' or 'theme', not {nested!r}")
    if not isinstance(document["themes"], list) or not document["themes"]:
        raise CodebookError(f"{where}: themes must be a list with at least one theme")
    terms: dict[str, list[Term]] = {}
    extra: list[tuple[str, str, Term]] = []
    themes = []
    for number, entry in enumerate(document["themes"], 1):
        here = f"{where}: theme {number}"
        strict_yaml.mapping(entry, THEME_KEYS, {"id", "label_zh", "label_en", "definition"}, here)
        theme_id = strict_yaml.text(entry, "id", here)
        here = f"{where}: theme {theme_id!r}"
        if not _ID.match(theme_id):
            raise CodebookError(f"{here}: an id has small letters, digits and hyphens only")
        if theme_id in terms:
            raise CodebookError(f"{here} stands twice; give each theme an id of its own")
        own, subthemes = [], []
        for raw in strict_yaml.items(entry, "terms", here):
            own.append(_term(raw, here, "", theme_id, extra))
        for sub in strict_yaml.items(entry, "subthemes", here):
            strict_yaml.mapping(sub, _SUBTHEME, {"id", "label_zh", "label_en", "terms"}, f"{here}: subtheme")
            if sub["id"] in [known for known, *_ in subthemes]:
                raise CodebookError(f"{here}: the sub-theme {sub['id']!r} stands twice; give each an id of its own")
            subthemes.append(
                (
                    strict_yaml.text(sub, "id", here),
                    strict_yaml.text(sub, "label_zh", here),
                    strict_yaml.text(sub, "label_en", here),
                )
            )
            for raw in strict_yaml.items(sub, "terms", here):
                own.append(_term(raw, f"{here}, subtheme {sub['id']!r}", sub["id"], theme_id, extra))
        if not own:
            raise CodebookError(f"{here} has no terms; add some or remove the theme")
        terms[theme_id] = own
        themes.append((entry, theme_id, tuple(subthemes), here))
    for target, origin, term in extra:
        if target not in terms:
            raise CodebookError(f"{origin}: also names the theme {target!r}, which does not exist")
        terms[target].append(term)
    for theme_id, own in terms.items():
        seen: set[str] = set()
        for term in own:
            if term.pattern in seen:
                raise CodebookError(f"{where}: theme {theme_id!r} lists the term {term.pattern!r} twice; remove one")
            seen.add(term.pattern)
    return Codebook(
        id=strict_yaml.text(document, "id", where),
        title_zh=strict_yaml.text(document, "title_zh", where),
        title_en=strict_yaml.text(document, "title_en", where),
        version=_version(document, where),
        note=strict_yaml.optional_text(document, "note", where),
        nested=nested,
        source=where,
        themes=tuple(
            Theme(
                id=theme_id,
                label_zh=strict_yaml.text(entry, "label_zh", here),
                label_en=strict_yaml.text(entry, "label_en", here),
                definition=strict_yaml.text(entry, "definition", here),
                definition_zh=strict_yaml.optional_text(entry, "definition_zh", here),
                subthemes=subthemes,
                terms=tuple(terms[theme_id]),
            )
            for entry, theme_id, subthemes, here in themes
        ),
    )


def _term(raw, where: str, subtheme: str, theme_id: str, extra: list) -> Term:
    # The term; where it counts in other themes too is noted in ``extra``, since those may come later in the file.
    term, also = read_term(raw, where, subtheme)
    extra.extend((target, f"{where}, term {term.pattern!r}", term) for target in also if target != theme_id)
    return term


def _version(document: dict, where: str) -> str:
    version = document.get("version", "1")
    if isinstance(version, bool) or not isinstance(version, str | int | float):
        raise CodebookError(f"{where}: version must be a text or a number, not {version!r}")
    return str(version)
