"""The bundled vocabulary: the phrases a segmenter keeps whole and the terms a saved corpus can count."""

import csv
from functools import lru_cache

from analysis import codebook
from analysis.paths import data_folder


def lexicon(name: str = "policy") -> tuple[str, ...]:
    """Return the phrases of a bundled lexicon, one a line in ``data/lexicons/<name>.txt``, sorted."""
    return _lines(name)


def stop_words() -> frozenset[str]:
    """Return the words that carry no subject, one a line in ``data/lexicons/stop-words.txt``.

    Function words and the formulas of address only: words of policy, however frequent, are never among them.
    """
    return frozenset(_lines("stop-words"))


@lru_cache(maxsize=4)
def _lines(name: str) -> tuple[str, ...]:
    path = data_folder() / "lexicons" / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return tuple(sorted({line.strip() for line in lines if line.strip() and not line.startswith("#")}))


@lru_cache(maxsize=1)
def segmented() -> frozenset[str]:
    """Return the phrases of the policy lexicon and the terms of the bundled codebooks: what a segmenter keeps whole.

    Words that only say where a term does not count (not_in, near) are left out: some are fragments across two words.
    """
    terms = (term.pattern for name in codebook.names() for term in codebook.load(name).terms)
    return frozenset(lexicon()).union(terms)


@lru_cache(maxsize=1)
def placed() -> frozenset[str]:
    """Return the terms whose places in a sentence are saved: phrases of the lexicon and patterns of the codebooks.

    Of common words a saved corpus has the sentences and the counts only: with the places of every word, the text could
    be put together again.
    """
    patterns = (pattern for name in codebook.names() for pattern in codebook.load(name).patterns)
    return frozenset(lexicon()).union(patterns)


@lru_cache(maxsize=1)
def bundled() -> frozenset[str]:
    """Return the phrases and common words of the bundled lexicons and the patterns of the bundled codebooks together.

    The saved features of a corpus tell of each of these in which sentences it stands and how often, so that a number
    counted on features equals the number counted on texts.
    """
    return placed().union(lexicon("common-words"))


def strengths() -> dict[str, tuple[str, int]]:
    """Return the words of strength: word -> (kind, strength from 1, cautious, to 5, resolute)."""
    return {row["word"]: (row["kind"], int(row["strength"])) for row in _rows("strength")}


@lru_cache(maxsize=1)
def glosses() -> dict[str, str]:
    """Return what a few terms mean in English, for readers who know no Chinese: term -> gloss."""
    return {row["term"]: row["gloss"] for row in _rows("glosses")}


def _rows(name: str) -> list[dict[str, str]]:
    with open(data_folder() / "lexicons" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
