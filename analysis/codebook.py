"""Codebook, Theme, Term: what counts as a theme, as an open document that can be reviewed."""

import hashlib
import html
import json
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from analysis.errors import CodebookError
from analysis.paths import data_folder


@dataclass(frozen=True)
class Term:
    """One expression that signals a theme, with the conditions under which it counts.

    ``pattern`` is a plain string, or a regular expression between slashes. It does not count where it is part of a
    word in ``not_in``, nor, if ``near`` is given, where none of those words stands within ``within`` characters
    (None: in the same sentence).
    """

    pattern: str
    not_in: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    within: int | None = None
    reason: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None
    subtheme: str = ""

    @property
    def label(self) -> str:
        """The term as shown to readers."""
        return self.pattern

    @property
    def patterns(self) -> frozenset[str]:
        """Every string that has to be looked up to decide whether this term counts."""
        return frozenset((self.pattern, *self.not_in, *self.near))


@dataclass(frozen=True)
class Theme:
    """A subject of policy: labels, a definition that says what is in and what is out, and its terms."""

    id: str
    label_zh: str
    label_en: str
    definition: str
    terms: tuple[Term, ...]
    definition_zh: str = ""
    subthemes: tuple[tuple[str, str, str], ...] = ()  # (id, label_zh, label_en)


@dataclass(frozen=True)
class Codebook:
    """An ordered set of themes with a name, a version and a checksum that appears wherever its numbers do.

    ``nested`` says what the rules ``longest`` and ``word`` do with a term inside a longer term of another theme:
    ``"codebook"`` (the default) counts only the longer one, so that one stretch of text counts in one theme unless the
    same term is listed in two; ``"theme"`` lets each theme count on its own. Under the rule ``every`` each term counts
    wherever it stands, so ``nested`` changes nothing there.
    """

    id: str
    title_zh: str
    title_en: str
    version: str
    themes: tuple[Theme, ...]
    note: str = ""
    nested: str = "codebook"
    source: str = field(default="", compare=False)  # the file it was read from, for messages

    def __getitem__(self, theme: str) -> Theme:
        for candidate in self.themes:
            if candidate.id == theme:
                return candidate
        raise CodebookError(f"codebook {self.id} has no theme {theme!r}; it has {', '.join(t.id for t in self.themes)}")

    def __len__(self) -> int:
        return len(self.themes)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term of every theme, in order."""
        return tuple(term for theme in self.themes for term in theme.terms)

    @property
    def patterns(self) -> tuple[str, ...]:
        """Every string a corpus must look up for this codebook, sorted."""
        return tuple(sorted(frozenset().union(*(t.patterns for t in self.terms)))) if self.terms else ()

    @property
    def sha256(self) -> str:
        """Checksum of everything that can change a number; labels, reasons and examples do not."""
        rules = [
            [theme.id, [[t.pattern, sorted(t.not_in), sorted(t.near), t.within] for t in theme.terms]]
            for theme in self.themes
        ]
        text = json.dumps([self.nested, rules], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def describe(self) -> dict:
        """Return what a caption needs to name this codebook, and its themes in their order."""
        return {
            "id": self.id,
            "title_zh": self.title_zh,
            "title_en": self.title_en,
            "version": self.version,
            "sha256": self.sha256,
            "themes": [theme.id for theme in self.themes],
        }

    def frame(self):
        """Return one row per theme and term.

        Columns: theme, label_zh, label_en, subtheme, term, not_in, near (words joined by 、), reason, first, last
        (years, or missing).
        """
        import pandas as pd

        rows = [
            {
                "theme": theme.id,
                "label_zh": theme.label_zh,
                "label_en": theme.label_en,
                "subtheme": term.subtheme,
                "term": term.pattern,
                "not_in": "、".join(term.not_in),
                "near": "、".join(term.near),
                "reason": term.reason,
                "first": term.first,
                "last": term.last,
            }
            for theme in self.themes
            for term in theme.terms
        ]
        return pd.DataFrame(rows).astype({"first": "Int64", "last": "Int64"})

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td><code>{html.escape(t.id)}</code></td><td>{html.escape(t.label_zh)}<br>{html.escape(t.label_en)}</td>"
            f"<td>{html.escape(t.definition)}</td><td>{len(t.terms)}</td>"
            f"<td>{html.escape('、'.join(term.label for term in t.terms))}</td></tr>"
            for t in self.themes
        )
        return (
            f"<p><b>{html.escape(self.title_zh)}</b> · {html.escape(self.title_en)} · {html.escape(self.id)} "
            f"v{html.escape(self.version)} · {len(self.themes)} themes, {len(self.terms)} terms</p>"
            "<table><thead><tr><th>theme</th><th>label</th><th>what is in, what is out</th><th>terms</th><th></th>"
            f"</tr></thead><tbody>{rows}</tbody></table>"
        )


def load(source: "str | Path | Codebook") -> Codebook:
    """Load a codebook by bundled name (``"policy"``) or from a YAML file; a Codebook is returned as it is.

    Raises CodebookError with the file, the theme and the term where something is wrong.

    >>> load("policy")["technology"].label_en
    'Science and technology'
    """
    if isinstance(source, Codebook):
        return source
    if not isinstance(source, str | Path):
        raise CodebookError(f"{source!r} is no codebook; bundled are {', '.join(names())}, or give a .yml file")
    path = Path(source)
    if path.suffix.lower() not in {".yml", ".yaml"} and not path.exists():
        if path.name != str(source) or str(source) not in names():
            raise CodebookError(f"{source}: no such codebook; bundled are {', '.join(names())}, or give a .yml file")
        path = data_folder() / "codebooks" / f"{source}.yml"
    try:
        stamp = path.stat()
    except OSError:
        raise CodebookError(f"{path}: no such file; check the name, or use one of {', '.join(names())}") from None
    return _read(path, stamp.st_mtime_ns, stamp.st_size)


def names() -> tuple[str, ...]:
    """Return the names of the bundled codebooks."""
    return tuple(sorted(p.stem for p in (data_folder() / "codebooks").glob("*.yml")))


@lru_cache(maxsize=16)
def _read(path: Path, modified: int, size: int) -> Codebook:
    from analysis.codebook_file import read_codebook

    return read_codebook(path)
