"""Where terms and words stand in a corpus: looked up in its texts, or in positions saved from them.

Both kinds answer the same questions in the same way, so that nothing above needs to know which it has.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.errors import MissingTextError
from analysis.text.han import counting_form
from analysis.text.match import find_terms, is_regex
from analysis.text.segment import segmenter
from analysis.vocabulary import bundled, segmented

# What to do where a corpus of one's own has no texts; the catalogue knows better for the bundled ones.
OWN_FILES = "load the reports again from their files with read.reports, or save them with texts=True"

# The start of an occurrence of which only the sentence is known.
UNPLACED = -1


class TextIndex:
    """Positions looked up in the sentences themselves."""

    def __init__(self, texts: Sequence[str]):
        self._counted = [counting_form(text) for text in texts]
        self._tokens: dict[frozenset[str], tuple[np.ndarray, np.ndarray]] = {}

    @property
    def counted(self) -> list[str]:
        """The sentences in the form in which they are counted."""
        return self._counted

    def take(self, rows: np.ndarray) -> "TextIndex":
        part = TextIndex(())
        part._counted = [self._counted[row] for row in rows]
        return part

    def hits(self, terms: Iterable[str], words: Iterable[str] = ()) -> pd.DataFrame:
        terms = tuple(sorted(set(terms)))
        row, start, end, term = find_terms(self._counted, terms)
        word = np.zeros(len(row), dtype=bool)
        if len(row):
            begins, stops, offsets = self._boundaries(segmented().union(set(words) - bundled()))
            at, to = start + offsets[row], end + offsets[row]
            whole = begins[at] == to
            pattern = np.array([is_regex(t) for t in terms])[term]
            word = np.where(pattern, (begins[at] > 0) & stops[to], whole)
        return hit_frame(row, start, end, term, word, terms)

    def words(self) -> list[list[str]]:
        """Return the words of each sentence, segmented with the policy lexicon."""
        cut = segmenter(segmented())
        return [cut.words(text) for text in self._counted]

    def _boundaries(self, vocabulary: frozenset[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        # begins[i] is the end of the token that begins at i (0: none does); stops[i] says that a token ends at i.
        if vocabulary not in self._tokens:
            joined = "\n".join(self._counted)
            begins = np.zeros(len(joined) + 1, dtype=np.int64)
            stops = np.zeros(len(joined) + 1, dtype=bool)
            for _, start, end in segmenter(vocabulary).tokens(joined):
                begins[start] = end
                stops[end] = True
            lengths = np.array([len(text) + 1 for text in self._counted], dtype=np.int64)
            self._tokens = {vocabulary: (begins, stops, np.cumsum(lengths) - lengths)}
        return self._tokens[vocabulary]


@dataclass(frozen=True)
class StoredIndex:
    """Positions saved with a corpus that has no texts."""

    row: np.ndarray
    start: np.ndarray
    end: np.ndarray
    term: np.ndarray
    word: np.ndarray
    terms: tuple[str, ...]
    counts: pd.DataFrame  # row (of the first sentence of the paragraph), word, count
    way_out: str = OWN_FILES  # how to get the texts

    def take(self, rows: np.ndarray) -> "StoredIndex":
        highest = max(int(self.row.max(initial=-1)), int(self.counts["row"].max() if len(self.counts) else -1))
        place = np.full(max(highest, int(rows.max(initial=-1))) + 1, -1, dtype=np.int64)
        place[rows] = np.arange(len(rows))
        keep = place[self.row] >= 0
        order = np.lexsort((self.term[keep], self.start[keep], place[self.row[keep]]))
        counts = self.counts.assign(row=place[self.counts["row"].to_numpy()])
        return replace(
            self,
            row=place[self.row[keep]][order],
            **{name: getattr(self, name)[keep][order] for name in ("start", "end", "term", "word")},
            counts=counts[counts["row"] >= 0].sort_values("row", kind="stable", ignore_index=True),
        )

    def hits(self, terms: Iterable[str], words: Iterable[str] = ()) -> pd.DataFrame:
        terms = tuple(sorted(set(terms)))
        known = {t: i for i, t in enumerate(self.terms)}
        missing = [t for t in terms if t not in known]
        if missing:
            shown = "、".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
            raise MissingTextError(
                f"not in the vocabulary saved with this corpus: {shown}; to count any term, {self.way_out}"
            )
        code = np.full(len(self.terms), -1, dtype=np.int64)
        code[[known[t] for t in terms]] = np.arange(len(terms))
        new = code[self.term]
        keep = new >= 0
        row, start, end, term, word = self.row[keep], self.start[keep], self.end[keep], new[keep], self.word[keep]
        order = np.lexsort((term, start, row))
        found = hit_frame(row[order], start[order], end[order], term[order], word[order], terms)
        found.attrs["way_out"] = self.way_out
        return found


def hit_frame(row, start, end, term, word, terms: Sequence[str]) -> pd.DataFrame:
    """Return positions as a frame: row, term, start, end, word, ordered by row, start and term."""
    return pd.DataFrame(
        {
            "row": np.asarray(row, dtype=np.int64),
            "term": pd.Categorical.from_codes(np.asarray(term, dtype=np.int64), categories=list(terms)),
            "start": np.asarray(start, dtype=np.int64),
            "end": np.asarray(end, dtype=np.int64),
            "word": np.asarray(word, dtype=bool),
        }
    )
