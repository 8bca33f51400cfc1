"""Find terms in texts: every occurrence of every term, overlapping ones included, with character offsets."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np


def is_regex(term: str) -> bool:
    """Return whether ``term`` stands between slashes and is therefore a regular expression."""
    return len(term) > 2 and term.startswith("/") and term.endswith("/")


def find_terms(texts: Sequence[str], terms: Iterable[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Find every occurrence of each term in each text.

    Occurrences may overlap one another; a term never matches across two texts. A term between slashes is a
    regular expression and its matches do not overlap one another.

    Returns four integer arrays of equal length, ordered by text, start and term: the position of the text in
    ``texts``, start and end offset inside it, and the position of the term in ``terms``.

    >>> find_terms(["科技创新"], ["科技", "科技创新", "创新"])[1].tolist()
    [0, 0, 2]
    """
    terms = tuple(terms)
    empty = [t for t in terms if not t]
    if empty:
        raise ValueError("an empty term would match everywhere; remove it")
    literal = [i for i, t in enumerate(terms) if not is_regex(t)]
    joined = "\n".join(texts)
    lengths = np.fromiter((len(t) for t in texts), dtype=np.int64, count=len(texts))
    offsets = np.concatenate([[0], np.cumsum(lengths + 1)])[: len(texts)]
    found: list[tuple[int, int, int]] = []
    if literal and joined:
        order = np.array(literal)
        spans = _automaton(tuple(terms[i] for i in literal)).find_overlapping(joined)
        found = [(s, e, int(order[k])) for s, e, k in spans]
    for i, term in enumerate(terms):
        if is_regex(term):
            found += [(m.start(), m.end(), i) for m in re.finditer(term[1:-1], joined) if m.end() > m.start()]
    if not found:
        none = np.empty(0, dtype=np.int64)
        return none, none, none, none
    start, end, term = (np.array(column, dtype=np.int64) for column in zip(*found, strict=True))
    text = np.searchsorted(offsets, start, side="right") - 1
    inside = end - offsets[text] <= lengths[text]  # a regular expression may run over the join
    text, start, end, term = text[inside], start[inside], end[inside], term[inside]
    start, end = start - offsets[text], end - offsets[text]
    order = np.lexsort((term, start, text))
    return text[order], start[order], end[order], term[order]


@lru_cache(maxsize=32)
def _automaton(terms: tuple[str, ...]):
    from daachorse import CharwiseDoubleArrayAhoCorasick

    if len(set(terms)) != len(terms):
        raise ValueError("the same term is listed twice")
    return CharwiseDoubleArrayAhoCorasick(list(terms))
