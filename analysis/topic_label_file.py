"""The names an editor gave to topics, in a small file that survives a new fit: topics are known by their terms."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import yaml

from analysis import atomic, strict_yaml
from analysis.errors import CodebookError

_HEAD = """\
# Names of topics. Change label_zh and label_en as you like, and leave the rest: a new fit knows its topics by their
# terms, and that a name is yours by the checksum of the automatic one.
"""
_KEYS = {"label_zh", "label_en", "terms"}
_OPTIONAL = {"automatic"}


@dataclass(frozen=True)
class TopicLabel:
    """A name in Chinese and English, the top terms of the topic it was given to, and a checksum of automatic names."""

    label_zh: str
    label_en: str
    terms: tuple[str, ...]
    automatic: str = ""

    @classmethod
    def by_its_terms(cls, label_zh: str, label_en: str, terms: tuple[str, ...]) -> "TopicLabel":
        """Return names that no editor gave."""
        return cls(label_zh, label_en, terms, _checksum(label_zh, label_en))

    @property
    def by_hand(self) -> bool:
        """Return whether an editor changed a name."""
        return _checksum(self.label_zh, self.label_en) != self.automatic


def read_labels(path) -> list[TopicLabel]:
    """Read a file of topic names. Raises CodebookError, naming file and entry, where it is not one or two are alike."""
    if not isinstance(path, str | os.PathLike):
        raise CodebookError(f"labels={path!r}: give the path of a file that Topics.write_labels wrote")
    path = Path(path)
    listed = strict_yaml.read_mapping(path, "a file of topic names").get("topics")
    if not isinstance(listed, list) or not listed:
        raise CodebookError(f"{path}: no list under 'topics'; write one with write_labels() and edit that")
    found = [_label(entry, f"{path}: topic {number}") for number, entry in enumerate(listed, 1)]
    for names in ([own.label_zh for own in found], [own.label_en for own in found]):
        for number, name in enumerate(names):
            if name in names[:number]:
                pair = f"topics {names.index(name) + 1} and {number + 1}"
                raise CodebookError(f"{path}: {pair} are both named {name!r}; give each a name of its own")
    return found


def write_labels(path, labels: list[TopicLabel]) -> Path:
    """Write a file of topic names, whole or not at all."""
    listed = [
        {"label_zh": own.label_zh, "label_en": own.label_en, "terms": list(own.terms)}
        | ({"automatic": own.automatic} if own.automatic else {})
        for own in labels
    ]
    body = yaml.safe_dump({"topics": listed}, allow_unicode=True, sort_keys=False, default_flow_style=None, width=110)
    return atomic.write_bytes(path, (_HEAD + body).encode())


def _label(entry, where: str) -> TopicLabel:
    if not isinstance(entry, dict) or set(entry) - _OPTIONAL != _KEYS:
        raise CodebookError(f"{where}: needs label_zh, label_en and terms, and nothing else but automatic")
    for key in ("label_zh", "label_en"):
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise CodebookError(f"{where}: {key} is {entry[key]!r}; write a name")
    terms = entry["terms"]
    if not isinstance(terms, list) or not terms or not all(isinstance(term, str) and term for term in terms):
        raise CodebookError(f"{where}: terms must be a list of words, as write_labels() wrote them")
    # A checksum that was tampered with fits no name: the name counts as given by hand.
    return TopicLabel(
        entry["label_zh"].strip(), entry["label_en"].strip(), tuple(terms), str(entry.get("automatic", ""))
    )


def _checksum(label_zh: str, label_en: str) -> str:
    return hashlib.sha256(f"{label_zh}\n{label_en}".encode()).hexdigest()[:8]
