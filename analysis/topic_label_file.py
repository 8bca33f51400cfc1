"""The names an editor gave to topics, in a small file that survives a new fit: topics are known by their terms."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from analysis import atomic, strict_yaml
from analysis.errors import CodebookError

_HEAD = """\
# Names of topics. Change label_zh and label_en as you like; leave the terms: a new fit knows its topics by them.
"""
_KEYS = {"label_zh", "label_en", "terms"}


@dataclass(frozen=True)
class TopicLabel:
    """A name in Chinese and English, and the top terms of the topic it was given to."""

    label_zh: str
    label_en: str
    terms: tuple[str, ...]


def read_labels(path) -> list[TopicLabel]:
    """Read a file of topic names. Raises CodebookError, naming file and entry, where it is not one."""
    path = Path(path)
    listed = strict_yaml.read_mapping(path, "a file of topic names").get("topics")
    if not isinstance(listed, list) or not listed:
        raise CodebookError(f"{path}: no list under 'topics'; write one with write_labels() and edit that")
    return [_label(entry, f"{path}: topic {number}") for number, entry in enumerate(listed, 1)]


def write_labels(path, labels: list[TopicLabel]) -> Path:
    """Write a file of topic names, whole or not at all."""
    listed = [{"label_zh": own.label_zh, "label_en": own.label_en, "terms": list(own.terms)} for own in labels]
    body = yaml.safe_dump({"topics": listed}, allow_unicode=True, sort_keys=False, default_flow_style=None, width=110)
    return atomic.write_bytes(path, (_HEAD + body).encode())


def _label(entry, where: str) -> TopicLabel:
    if not isinstance(entry, dict) or set(entry) != _KEYS:
        raise CodebookError(f"{where}: needs label_zh, label_en and terms, and nothing else")
    for key in ("label_zh", "label_en"):
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise CodebookError(f"{where}: {key} is {entry[key]!r}; write a name")
    terms = entry["terms"]
    if not isinstance(terms, list) or not terms or not all(isinstance(term, str) and term for term in terms):
        raise CodebookError(f"{where}: terms must be a list of words, as write_labels() wrote them")
    return TopicLabel(entry["label_zh"].strip(), entry["label_en"].strip(), tuple(terms))
