"""Read a YAML file as data and nothing else: no anchors, no tags that act, no repeated keys, one sentence on errors."""

from pathlib import Path
from typing import ClassVar

import yaml

from analysis.errors import CodebookError

_MOST_BYTES = 2_000_000


def read_mapping(path: Path, kind: str) -> dict:
    """Return what a YAML file holds, which must be a mapping; ``kind`` is what it should be, for messages.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "small.yml"
    ...     _ = path.write_text("id: small\\nno: [yes, 3]\\n")
    ...     read_mapping(path, "a codebook")
    {'id': 'small', 'no': ['yes', 3]}
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CodebookError(f"{path}: cannot be read ({error.strerror}); check the name and the rights") from None
    if len(raw) > _MOST_BYTES:
        raise CodebookError(f"{path}: {len(raw):,} bytes is too large for {kind} (limit {_MOST_BYTES:,})")
    try:
        document = yaml.load(raw.decode("utf-8-sig"), _StrictLoader)  # a subclass of SafeLoader
    except UnicodeDecodeError:
        raise CodebookError(f"{path}: not UTF-8 text; save it as UTF-8") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" at line {mark.line + 1}" if mark else ""
        said = (getattr(error, "problem", None) or str(error) or "nested too deeply").splitlines()[0]
        raise CodebookError(f"{path}: not valid as {kind}{line}: {said}; correct that line") from None
    if not isinstance(document, dict):
        raise CodebookError(f"{path}: not {kind}; it must hold lines such as 'id: …'")
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
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key must be a single word", key.start_mark)
            if key.value in keys:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value!r} stands twice", key.start_mark)
            keys.add(key.value)
        return super().construct_mapping(node, deep)


def mapping(value, allowed: set[str], required: set[str], where: str) -> None:
    """Check that a value is a mapping with no other keys than ``allowed`` and all that are ``required``."""
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


def text(entry: dict, key: str, where: str) -> str:
    """Return the text under a key, which must not be empty."""
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise CodebookError(f"{where}: {key!r} must be a text that is not empty, not {value!r}; put it in quotes")
    return value.strip()


def optional_text(entry: dict, key: str, where: str) -> str:
    """Return the text under a key, or nothing where the key is not there."""
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise CodebookError(f"{where}: {key!r} must be a text, not {value!r}; put it in quotes")
    return value.strip()


def items(entry: dict, key: str, where: str) -> list:
    """Return the list under a key, or an empty one where the key is not there."""
    value = entry.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise CodebookError(f"{where}: {key!r} must be a list (lines that begin with a hyphen), not {value!r}")
    return value


def words(entry: dict, key: str, where: str) -> list[str]:
    """Return the list of texts under a key, none of them empty."""
    found = items(entry, key, where)
    for word in found:
        if not isinstance(word, str) or not word.strip():
            raise CodebookError(f"{where}: {key!r} has an entry that is not a text: {word!r}; put it in quotes")
    return [word.strip() for word in found]
