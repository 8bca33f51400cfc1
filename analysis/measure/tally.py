"""From counted occurrences to rates with intervals: the arithmetic that every frequency measure shares."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.measure.bootstrap import FEWEST_PARAGRAPHS, weights

# What a rate is per: the column of `sentences` that is summed, and by how much it is multiplied.
DENOMINATORS = {"han": 10_000, "words": 10_000, "sentences": 100}
PARTS = ("plan", "review", "all")
UNITS = ("paragraph", "sentence")


@dataclass(frozen=True)
class Scope:
    """The sentences of one report that are measured, and how they are resampled.

    ``rows`` are positions in ``corpus.sentences``; ``unit_of`` numbers the resampling unit of each row; ``size`` is
    the denominator of each row; ``part`` is what was measured: plan, review, all, or none.
    """

    report_id: str
    part: str
    unit: str
    rows: np.ndarray
    unit_of: np.ndarray
    size: np.ndarray

    @property
    def units(self) -> int:
        """How many units there are to resample."""
        return int(self.unit_of.max()) + 1 if len(self.unit_of) else 0


def scopes(corpus: Corpus, *, part: str | None, denominator: str = "han", unit: str | None = None) -> list[Scope]:
    """Return what to measure of each report.

    ``part=None`` takes the plan where a report has one and the whole report where it has not, and says which.
    ``unit=None`` takes paragraphs, or sentences where there are fewer than 40 paragraphs.

    Raises CorpusError for an unknown part, denominator or unit, and for a corpus without reports.
    """
    require_corpus(corpus)
    for value, allowed, name in (
        (part, PARTS, "part"),
        (denominator, DENOMINATORS, "denominator"),
        (unit, UNITS, "unit"),
    ):
        if value is not None and value not in allowed:
            raise CorpusError(f"{name}={value!r} is not known; use one of {', '.join(allowed)}")
    if not len(corpus):
        raise CorpusError("the corpus has no reports, so there is nothing to measure")
    sentences = corpus.sentences
    parts = sentences["part"].to_numpy()
    paragraphs = sentences["paragraph"].to_numpy()
    size = np.ones(len(sentences)) if denominator == "sentences" else sentences[denominator].to_numpy(dtype=float)
    rows_of = sentences.groupby("report_id", sort=False).indices
    found = []
    for report_id in corpus.reports["report_id"]:
        rows = np.sort(rows_of.get(report_id, np.empty(0, dtype=np.int64)))
        measured = "all" if part == "all" else part or "plan"
        if measured != "all":
            chosen = rows[parts[rows] == measured]
            if len(chosen):
                rows = chosen
            elif part is None:
                measured = "all"
            else:
                rows, measured = chosen, "none"
        unit_of = np.unique(paragraphs[rows], return_inverse=True)[1]
        chosen_unit = unit or ("sentence" if len(unit_of) and unit_of.max() + 1 < FEWEST_PARAGRAPHS else "paragraph")
        if chosen_unit == "sentence":
            unit_of = np.arange(len(rows))
        found.append(Scope(report_id, measured, chosen_unit, rows, unit_of, size[rows]))
    return found


def measured_rows(scopes: list[Scope], rows: int) -> np.ndarray:
    """Return for each of ``rows`` sentences whether one of the scopes measures it."""
    inside = np.zeros(rows, dtype=bool)
    for scope in scopes:
        inside[scope.rows] = True
    return inside


def measured_hits(corpus: Corpus, hits: pd.DataFrame, scopes: list[Scope]) -> pd.DataFrame:
    """Return those of the hits (with ``row``, the position in ``corpus.sentences``) that one of the scopes measures."""
    return hits[measured_rows(scopes, len(corpus.sentences))[hits["row"]]]


def measured_words(corpus: Corpus, scopes: list[Scope]) -> pd.DataFrame:
    """Return the word counts of the paragraphs the scopes measure: report_id, part, paragraph, word, count."""
    words = corpus.word_counts().astype({"word": "str"})
    part = words["report_id"].map({scope.report_id: scope.part for scope in scopes})
    return words[(part == "all") | (part == words["part"])]


@dataclass(frozen=True)
class Tally:
    """The counts of one report: ``mentions[u, g]`` of group g in unit u, and the ``size`` of each unit."""

    scope: Scope
    mentions: np.ndarray
    size: np.ndarray
    in_sentences: np.ndarray  # per group: in how many sentences it is mentioned

    @property
    def totals(self) -> np.ndarray:
        """Mentions of each group."""
        return self.mentions.sum(axis=0)

    def rates(self, per: float) -> np.ndarray:
        """Mentions of each group per ``per`` of the denominator; NaN for a report with nothing to measure."""
        size = self.size.sum()
        return self.totals * per / size if size else np.full(self.mentions.shape[1], np.nan)

    def resample(self, *, draws: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
        """Mentions (draws, groups) and size (draws,) in each bootstrap resample of the units.

        Units are drawn in an order of their own, so that the order of a text's sentences changes no interval.
        """
        drawn = weights(self.scope.report_id, len(self.size), draws=draws, seed=seed)
        order = np.lexsort((*self.mentions.T, self.size))
        return drawn @ self.mentions[order], drawn @ self.size[order]

    def draws(self, per: float, *, draws: int, seed: int) -> np.ndarray:
        """Rates in each bootstrap resample: shape (draws, groups)."""
        mentions, size = self.resample(draws=draws, seed=seed)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(size[:, None] > 0, mentions * per / size[:, None], np.nan)


def tally(scope: Scope, rows: np.ndarray, groups: np.ndarray, n_groups: int) -> Tally:
    """Count occurrences, given as rows and group numbers, in the units of ``scope``."""
    place = np.searchsorted(scope.rows, rows)
    place[place == len(scope.rows)] = 0
    inside = (scope.rows[place] == rows) if len(scope.rows) else np.zeros(len(rows), dtype=bool)
    place, groups = place[inside], groups[inside]
    mentions = np.zeros((scope.units, n_groups))
    np.add.at(mentions, (scope.unit_of[place], groups), 1)
    size = np.bincount(scope.unit_of, weights=scope.size, minlength=scope.units) if len(scope.rows) else np.zeros(0)
    pairs = np.unique(np.stack([place, groups]), axis=1)
    return Tally(scope, mentions, size, np.bincount(pairs[1], minlength=n_groups))


def rank(values: np.ndarray) -> np.ndarray:
    """Rank along the last axis, 1 for the highest; ties share the best rank."""
    from scipy.stats import rankdata

    return rankdata(-values, method="min", axis=-1)
