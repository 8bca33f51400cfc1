"""Read a codebook file strictly: whatever is wrong is said in one sentence with file, theme and term."""

import re
from pathlib import Path
from typing import ClassVar

import yaml

from analysis.codebook import Codebook, Term, Theme
from analysis.errors import CodebookError
from analysis.text.match import is_regex

_MOST_BYTES = 2_000_000
_TOP = {"id", "title_zh", "title_en", "version", "themes", "note", "nested"}
_THEME = {"id", "label_zh", "label_en", "definition", "definition_zh", "terms", "subthemes"}
_SUBTHEME = {"id", "label_zh", "label_en", "terms"}
_TERM = {"term", "regex", "not_in", "also", "near", "reason", "yes", "no", "first", "last"}
_ID = re.compile(r"^[a-z][a-z0-9-]*$")


def read_codebook(path: Path) -> Codebook:
    """Read and check one codebook file; raise CodebookError on the first thing that is wrong."""
    document = _parse(path)
    where = str(path)
    _mapping(document, _TOP, {"id", "title_zh", "title_en", "themes"}, where)
    if document.get("nested", "codebook") not in {"codebook", "theme"}:
        raise CodebookError(f"{where}: nested must be 'codebook' or 'theme', not {document['nested']!r}")
    if not isinstance(document["themes"], list) or not document["themes"]:
        raise CodebookError(f"{where}: themes must be a list with at least one theme")
    terms: dict[str, list[Term]] = {}
    extra: list[tuple[str, str, Term]] = []
    themes = []
    for number, entry in enumerate(document["themes"], 1):
        here = f"{where}: theme {number}"
        _mapping(entry, _THEME, {"id", "label_zh", "label_en", "definition"}, here)
        theme_id = _text(entry, "id", here)
        here = f"{where}: theme {theme_id!r}"
        if not _ID.match(theme_id):
            raise CodebookError(f"{here}: an id has small letters, digits and hyphens only")
        if theme_id in terms:
            raise CodebookError(f"{here} stands twice; give each theme an id of its own")
        own, subthemes = [], []
        for raw in _list(entry, "terms", here):
            own.append(_term(raw, here, "", theme_id, extra))
        for sub in _list(entry, "subthemes", here):
            _mapping(sub, _SUBTHEME, {"id", "label_zh", "label_en", "terms"}, f"{here}: subtheme")
            subthemes.append((_text(sub, "id", here), _text(sub, "label_zh", here), _text(sub, "label_en", here)))
            for raw in _list(sub, "terms", here):
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
        id=_text(document, "id", where),
        title_zh=_text(document, "title_zh", where),
        title_en=_text(document, "title_en", where),
        version=str(document.get("version", "1")),
        note=str(document.get("note", "")).strip(),
        nested=document.get("nested", "codebook"),
        source=where,
        themes=tuple(
            Theme(
                id=theme_id,
                label_zh=_text(entry, "label_zh", here),
                label_en=_text(entry, "label_en", here),
                definition=_text(entry, "definition", here),
                definition_zh=str(entry.get("definition_zh", "")).strip(),
                subthemes=subthemes,
                terms=tuple(terms[theme_id]),
            )
            for entry, theme_id, subthemes, here in themes
        ),
    )


def _term(raw, where: str, subtheme: str, theme_id: str, extra: list) -> Term:
    if isinstance(raw, str):
        raw = {"term": raw}
    if not isinstance(raw, dict):
        raise CodebookError(f"{where}: a term is a text or a mapping with 'term', not {raw!r}; put it in quotes")
    shown = raw.get("term", raw.get("regex", "?"))
    here = f"{where}, term {shown!r}"
    _mapping(raw, _TERM, set(), here)
    if ("term" in raw) == ("regex" in raw):
        raise CodebookError(f"{here}: give either 'term' or 'regex'")
    pattern = _text(raw, "term" if "term" in raw else "regex", here)
    if "regex" in raw:
        try:
            if re.compile(pattern).match(""):
                raise CodebookError(f"{here}: this regex matches the empty text; make it match something")
        except re.error as error:
            raise CodebookError(f"{here}: not a valid regex ({error}); correct it or use a plain term") from None
        pattern = f"/{pattern}/"
    elif is_regex(pattern):
        raise CodebookError(f"{here}: a term between slashes; write it under 'regex' without the slashes")
    not_in = tuple(_words(raw, "not_in", here))
    for word in not_in:
        if "term" in raw and (pattern not in word or pattern == word):
            raise CodebookError(f"{here}: not_in lists {word!r}, which does not contain the term; it would do nothing")
    near, within = (), None
    if "near" in raw:
        _mapping(raw["near"], {"words", "within"}, {"words", "within"}, f"{here}: near")
        near = tuple(_words(raw["near"], "words", here))
        within = raw["near"]["within"]
        if within == "sentence":
            within = None
        elif not isinstance(within, int) or isinstance(within, bool) or within < 1:
            raise CodebookError(f"{here}: near.within is a number of characters or 'sentence', not {within!r}")
    years = {}
    for key in ("first", "last"):
        years[key] = raw.get(key)
        if years[key] is not None and not (isinstance(years[key], int) and 1900 <= years[key] <= 2100):
            raise CodebookError(f"{here}: {key} must be a year such as 1978, not {years[key]!r}")
    term = Term(
        pattern=pattern,
        not_in=not_in,
        near=near,
        within=within,
        reason=str(raw.get("reason", "")).strip(),
        yes=tuple(_words(raw, "yes", here)),
        no=tuple(_words(raw, "no", here)),
        subtheme=subtheme,
        **years,
    )
    extra.extend((target, here, term) for target in _words(raw, "also", here) if target != theme_id)
    return term


def _parse(path: Path) -> dict:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CodebookError(f"{path}: cannot be read ({error.strerror}); check the name and the rights") from None
    if len(raw) > _MOST_BYTES:
        raise CodebookError(f"{path}: {len(raw):,} bytes is too large for a codebook (limit {_MOST_BYTES:,})")
    try:
        document = yaml.load(raw.decode("utf-8-sig"), _StrictLoader)  # a subclass of SafeLoader
    except UnicodeDecodeError:
        raise CodebookError(f"{path}: not UTF-8 text; save the codebook as UTF-8") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" at line {mark.line + 1}" if mark else ""
        said = (getattr(error, "problem", None) or str(error) or "nested too deeply").splitlines()[0]
        raise CodebookError(f"{path}: not a valid codebook{line}: {said}; correct that line") from None
    if not isinstance(document, dict):
        raise CodebookError(f"{path}: not a codebook; it must begin with 'id:', 'title_zh:', 'title_en:' and 'themes:'")
    return document


class _StrictLoader(yaml.SafeLoader):
    """Safe YAML without anchors (a codebook needs none, a YAML bomb does) and without repeated keys."""

    # YAML 1.1 takes yes, no, on and off for true and false; a codebook has examples under "yes" and "no".
    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def compose_node(self, parent, index):
        if self.check_event(yaml.events.AliasEvent):
            event = self.peek_event()
            raise yaml.composer.ComposerError(None, None, "aliases (*name) are not allowed here", event.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node, deep=False):
        keys = set()
        for key, _ in node.value:
            if key.value in keys:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value!r} stands twice", key.start_mark)
            keys.add(key.value)
        return super().construct_mapping(node, deep)


def _mapping(value, allowed: set[str], required: set[str], where: str) -> None:
    if not isinstance(value, dict):
        raise CodebookError(f"{where}: expected a mapping (key: value), found {value!r}")
    unknown = [str(key) for key in value if key not in allowed]
    if unknown:
        import difflib

        close = difflib.get_close_matches(unknown[0], sorted(allowed), n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"allowed are {', '.join(sorted(allowed))}"
        raise CodebookError(f"{where}: unknown key {unknown[0]!r}; {hint}")
    missing = sorted(required - set(value))
    if missing:
        raise CodebookError(f"{where}: {missing[0]!r} is missing; add it")


def _text(entry: dict, key: str, where: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise CodebookError(f"{where}: {key!r} must be a text that is not empty, not {value!r}; put it in quotes")
    return value.strip()


def _list(entry: dict, key: str, where: str) -> list:
    value = entry.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise CodebookError(f"{where}: {key!r} must be a list (lines that begin with a hyphen), not {value!r}")
    return value


def _words(entry: dict, key: str, where: str) -> list[str]:
    words = _list(entry, key, where)
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise CodebookError(f"{where}: {key!r} has an entry that is not a text: {word!r}; put it in quotes")
    return [word.strip() for word in words]
