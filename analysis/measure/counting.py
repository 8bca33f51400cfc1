"""Which occurrences of a codebook's terms count: the conditions of each term, then the counting rule.

- ``longest``: leftmost-longest match; a term inside a longer one does not count (科技创新 is not also 创新).
- ``every``: every occurrence of every term as a substring, overlapping ones too, as newspapers and Ctrl+F report. Each
  term is looked for by itself, whatever stands around it, so a term inside a longer one counts beside it, in its own
  theme and in others; ``nested`` in a codebook has no say here.
- ``word``: only occurrences that are exactly one segmented word (a regular expression: several whole words), as
  notebooks with jieba report. Where a regular expression overlaps other terms, the leftmost-longest match counts.

Under every rule one stretch of text (same start, same end) counts once in a theme, however many of the theme's terms
match it; it is that of a plain term before a regular expression, then of the one the codebook lists first. Under
``longest`` and ``word`` that winner also decides the theme: the stretch counts in two themes only where the codebook
lists the winner in both (``also``), or says ``nested: theme``.
"""

import re

import numpy as np
import pandas as pd

from analysis.codebook import Codebook, Term
from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError, MissingTextError
from analysis.index import OWN_FILES, UNPLACED
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
    require_corpus(corpus)
    listed = list(dict.fromkeys(term.pattern for term in codebook.terms))
    hits = corpus.hits(codebook.patterns, words=listed)
    of_pattern = hits.groupby("term", observed=False, sort=False).indices
    none = np.empty(0, dtype=np.int64)
    chosen, themes = [none], [none]
    for theme, entry in enumerate(codebook.themes):
        for term in entry.terms:
            where = of_pattern.get(term.pattern, none)
            if len(where) and (term.not_in or term.near):
                _require_condition_places(hits, of_pattern, term)
                where = where[_meets_conditions(hits, where, of_pattern, term)]
            chosen.append(where)
            themes.append(np.full(len(where), theme))
    # A term that a theme lists twice, under two conditions, is found once.
    pairs = pd.DataFrame({"hit": np.concatenate(chosen), "theme": np.concatenate(themes)}).drop_duplicates()
    found = hits.iloc[pairs["hit"]].assign(theme=pairs["theme"].to_numpy())
    # The categories are in the order in which terms win a stretch that several of them match.
    found["term"] = found["term"].cat.set_categories(sorted(listed, key=is_regex))
    found = found.sort_values(["row", "start", "theme", "end", "term"], kind="stable", ignore_index=True)
    found.attrs = dict(hits.attrs)
    return found[["row", "theme", "term", "start", "end", "word"]]


def apply_rule(found: pd.DataFrame, count: str, *, nested: str = "codebook") -> pd.DataFrame:
    """Return those of the candidates that count under rule ``count``: row, theme, term, start, end."""
    if count not in RULES:
        raise CorpusError(f"count={count!r} is not a counting rule; use one of {', '.join(RULES)}")
    if count == "word":
        found = found[found["word"]]
    row, theme, start, end = (found[c].to_numpy() for c in ("row", "theme", "start", "end"))
    term, regex = found["term"].cat.codes.to_numpy(), regexes(found)
    _require_places(found[_doubtful(row, _groups(theme, count, nested), term, regex, count)])
    keep = winners(row, theme, term, start, end, regex=regex, count=count, nested=nested)
    return found.loc[keep, ["row", "theme", "term", "start", "end"]].reset_index(drop=True)


def regexes(found: pd.DataFrame) -> np.ndarray:
    """Return for each category of the candidates' terms whether it is a regular expression."""
    return np.array([is_regex(term) for term in found["term"].cat.categories], dtype=bool)


def winners(row, theme, term, start, end, *, regex, count: str, nested: str) -> np.ndarray:
    """Return which candidates count under rule ``count`` (under ``word`` given segmented words only).

    ``term`` holds the numbers of the terms, lower ones first where several match one stretch, and ``regex`` tells for
    each number whether it is a regular expression. Candidates are ordered as :func:`candidates` returns them.
    """
    group = _groups(theme, count, nested)
    if count == "longest":
        return leftmost_longest(row, start, end, group, term)
    doubtful = _doubtful(row, group, term, regex, count)
    keep = ~doubtful
    if doubtful.any():
        row, start, end, group, term = (a[doubtful] for a in (row, start, end, group, term))
        if count == "every":
            stretches = pd.DataFrame({"row": row, "start": start, "end": end, "group": group})
            keep[doubtful] = ~stretches.duplicated().to_numpy()
        else:
            keep[doubtful] = leftmost_longest(row, start, end, group, term)
    return keep


def _groups(theme: np.ndarray, count: str, nested: str) -> np.ndarray:
    """What competes for a stretch of text: all terms together, or those of each theme."""
    return theme if nested == "theme" or count == "every" else np.zeros_like(theme)


def _doubtful(row, group, term, regex: np.ndarray, count: str) -> np.ndarray:
    """Which candidates may not count because of another one beside them in the sentence."""
    if count == "longest":
        return np.ones(len(row), dtype=bool)
    # Plain terms are never the same stretch and words never overlap: only a regular expression can double either.
    if not regex.any():
        return np.zeros(len(row), dtype=bool)
    place = row * (int(group.max(initial=0)) + 1) + group
    return np.isin(place, place[regex[term]])


def needs_places(codebook: Codebook, count: str = "longest") -> bool:
    """Return whether counting needs to know where in its sentences a term stands, besides how often.

    >>> needs_places(Codebook("t", "", "", "1", ()), "every")
    False
    """
    terms = codebook.terms
    if any(term.not_in or term.near or is_regex(term.pattern) for term in terms):
        return True
    return count == "longest" and (len(terms) > 1 or any(_overlaps_itself(term.pattern) for term in terms))


def _overlaps_itself(term: str) -> bool:
    return any(term[:k] == term[-k:] for k in range(1, len(term)))


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
    unplaced = found.loc[found["start"] == UNPLACED, "term"]
    if len(unplaced) and (found["term"].nunique() > 1 or _overlaps_itself(str(unplaced.iloc[0]))):
        raise _unplaced(unplaced.iloc[0], "whether it is part of a longer match", found.attrs)


def _require_condition_places(hits: pd.DataFrame, of_pattern: dict, term: Term) -> None:
    start = hits["start"].to_numpy()
    for pattern in (term.pattern, *term.not_in, *term.near):
        if (start[of_pattern.get(pattern, np.empty(0, dtype=np.int64))] == UNPLACED).any():
            raise _unplaced(pattern, f"whether {term.pattern!r} meets its conditions", hits.attrs)


def _unplaced(term: str, question: str, attrs: dict) -> MissingTextError:
    return MissingTextError(
        f"where {str(term)!r} stands in its sentences is not saved with this corpus, so {question} cannot be told; "
        f"{attrs.get('way_out', OWN_FILES)}"
    )


def leftmost_longest(row, start, end, group, term) -> np.ndarray:
    """Return which spans survive leftmost-longest matching within each text ``row`` and ``group``.

    Of spans that coincide those with the lowest number in ``term`` survive, all of them: one term of two themes.

    >>> leftmost_longest([0, 0, 0], [0, 0, 2], [2, 4, 4], [0, 0, 0], [0, 1, 2]).tolist()
    [False, True, False]
    >>> leftmost_longest([0, 0, 0], [0, 0, 0], [2, 2, 2], [0, 0, 0], [1, 0, 0]).tolist()
    [False, True, True]
    """
    row, start, end, group, term = (np.asarray(a, dtype=np.int64) for a in (row, start, end, group, term))
    order = np.lexsort((term, -end, start, row, group))
    kept = []
    last = taken = None
    taken_end = 0
    # Lists, not arrays: reading single numbers from arrays takes most of the time.
    spans = zip(*(a[order].tolist() for a in (group, row, start, end, term)), strict=True)
    for at, (in_group, in_row, begins, ends, name) in zip(order.tolist(), spans, strict=True):
        if (in_group, in_row) != last:
            last, taken, taken_end = (in_group, in_row), None, begins
        if begins >= taken_end or (begins, ends, name) == taken:
            kept.append(at)
            taken, taken_end = (begins, ends, name), ends
    keep = np.zeros(len(row), dtype=bool)
    keep[kept] = True
    return keep


def longest_only(hits: pd.DataFrame) -> pd.DataFrame:
    """Return those of the hits (row, start, end and others) that stand in no longer one."""
    return hits[leftmost_longest(hits["row"], hits["start"], hits["end"], np.zeros(len(hits)), hits["term"].cat.codes)]


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
