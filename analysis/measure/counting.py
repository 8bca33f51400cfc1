"""Which occurrences of a codebook's terms count: the conditions of each term, then the counting rule.

- ``longest``: leftmost-longest match; a term inside a longer one does not count (科技创新 is not also 创新).
- ``every``: every occurrence as a substring, overlapping ones too, as newspapers and Ctrl+F report.
- ``word``: only occurrences that are exactly one segmented word, as notebooks with jieba report.
"""

import re

import numpy as np
import pandas as pd

from analysis.codebook import Codebook, Term
from analysis.corpus import Corpus
from analysis.errors import CorpusError, MissingTextError
from analysis.index import UNPLACED
from analysis.text.match import is_regex

RULES = ("longest", "every", "word")


def theme_hits(corpus: Corpus, codebook: Codebook, count: str = "longest") -> pd.DataFrame:
    """Return the occurrences that count under rule ``count``.

    One row an occurrence and theme: row (position in ``corpus.sentences``), theme (position in ``codebook.themes``),
    term, start, end; ordered by row, start and theme.
    """
    return apply_rule(candidates(corpus, codebook), count, nested=codebook.nested)


def candidates(corpus: Corpus, codebook: Codebook) -> pd.DataFrame:
    """Return every occurrence that meets its term's conditions, before a rule chooses: as theme_hits, and word."""
    hits = corpus.hits(codebook.patterns, words={term.pattern for term in codebook.terms})
    of_pattern = hits.groupby("term", observed=False, sort=False).indices
    none = np.empty(0, dtype=np.int64)
    chosen, themes = [none], [none]
    for theme, entry in enumerate(codebook.themes):
        for term in entry.terms:
            where = of_pattern.get(term.pattern, none)
            if len(where) and (term.not_in or term.near):
                _require_places(hits.iloc[where])
                where = where[_meets_conditions(hits, where, of_pattern, term)]
            chosen.append(where)
            themes.append(np.full(len(where), theme))
    found = hits.iloc[np.concatenate(chosen)].assign(theme=np.concatenate(themes))
    found = found.sort_values(["row", "start", "theme", "end"], kind="stable", ignore_index=True)
    return found[["row", "theme", "term", "start", "end", "word"]]


def apply_rule(found: pd.DataFrame, count: str, *, nested: str = "codebook") -> pd.DataFrame:
    """Return those of the candidates that count under rule ``count``: row, theme, term, start, end."""
    if count not in RULES:
        raise CorpusError(f"count={count!r} is not a counting rule; use one of {', '.join(RULES)}")
    if count == "word":
        found = found[found["word"]]
    elif count == "longest":
        _require_places(found)
        groups = np.zeros(len(found), dtype=np.int64) if nested == "codebook" else found["theme"]
        found = found[leftmost_longest(found["row"], found["start"], found["end"], groups)]
    return found[["row", "theme", "term", "start", "end"]].reset_index(drop=True)


def require_term(term: str, name: str) -> None:
    """Raise CorpusError, naming the parameter, unless ``term`` is a word or regular expression that can be counted."""
    if not isinstance(term, str) or not term.strip():
        raise CorpusError(f"{name}: {term!r} is no term; give a word, or a regular expression between slashes")
    if is_regex(term):
        try:
            re.compile(term[1:-1])
        except re.error as error:
            raise CorpusError(f"{name}: {term} is not a valid regular expression ({error}); correct it") from None


def _require_places(found: pd.DataFrame) -> None:
    # One term alone needs no places: its occurrences do not overlap, unless it can overlap itself.
    unplaced = found[found["start"] == UNPLACED]
    if unplaced.empty:
        return
    term = str(unplaced["term"].iloc[0])
    alone = found["term"].nunique() == 1
    if not alone or any(term[:k] == term[-k:] for k in range(1, len(term))):
        raise MissingTextError(
            f"where {term!r} stands in its sentences is not saved with this corpus, so the longest match cannot be "
            "told; count it with count='every' or 'word', or run `analysis fetch NAME` and load the texts"
        )


def leftmost_longest(row, start, end, group) -> np.ndarray:
    """Return which spans survive leftmost-longest matching within each text ``row`` and ``group``.

    Spans that coincide survive together: they are one stretch of text counted for two themes.

    >>> leftmost_longest([0, 0, 0], [0, 0, 2], [2, 4, 4], [0, 0, 0]).tolist()
    [False, True, False]
    """
    row, start, end, group = (np.asarray(a, dtype=np.int64) for a in (row, start, end, group))
    keep = np.zeros(len(row), dtype=bool)
    last: tuple[int, int] = (-1, -1)
    taken_start = taken_end = 0
    for i in np.lexsort((-end, start, row, group)).tolist():
        if (group[i], row[i]) != last:
            last, taken_start, taken_end = (group[i], row[i]), UNPLACED - 1, UNPLACED - 1
        if start[i] >= taken_end or (start[i] == taken_start and end[i] == taken_end):
            keep[i], taken_start, taken_end = True, start[i], end[i]
    return keep


def longest_only(hits: pd.DataFrame) -> pd.DataFrame:
    """Return those of the hits (row, start, end and others) that stand in no longer one."""
    return hits[leftmost_longest(hits["row"], hits["start"], hits["end"], np.zeros(len(hits)))]


def _meets_conditions(hits: pd.DataFrame, where: np.ndarray, of_pattern: dict, term: Term) -> np.ndarray:
    row, start, end = (hits[c].to_numpy() for c in ("row", "start", "end"))
    ok = np.ones(len(where), dtype=bool)
    for i, at in enumerate(where):
        for word in term.not_in:
            other = _same_row(of_pattern, word, row, row[at])
            if ((start[other] <= start[at]) & (end[at] <= end[other])).any():
                ok[i] = False
                break
        if ok[i] and term.near:
            gaps = []
            for word in term.near:
                other = _same_row(of_pattern, word, row, row[at])
                gap = np.maximum(start[other] - end[at], start[at] - end[other])
                gaps.extend(gap[gap >= 0].tolist())  # a word that overlaps the term is not beside it
            ok[i] = bool(gaps) and (term.within is None or min(gaps) <= term.within)
    return ok


def _same_row(of_pattern: dict, word: str, rows: np.ndarray, row: int) -> np.ndarray:
    where = of_pattern.get(word, np.empty(0, dtype=np.int64))
    # Positions are ordered by row, so the ones in this row are one run.
    first, last = np.searchsorted(rows[where], [row, row + 1])
    return where[first:last]
