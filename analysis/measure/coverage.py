"""What the codebook does not see: sentences no theme covers, and what they talk about."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.codebook import Codebook
from analysis.corpus import Corpus
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.counting import longest_only, theme_hits
from analysis.measure.tally import Scope, measured_hits, scopes
from analysis.vocabulary import lexicon, stop_words


def coverage(corpus: Corpus, *, codebook="policy", part: str | None = None) -> pd.DataFrame:
    """Measure how much of each report the codebook's themes cover. Headings count as sentences.

    Parameters
    ----------
    corpus, codebook, part
        As in :func:`theme_frequencies`.

    Returns
    -------
    DataFrame
        One row per report (key: report_id): report_id, year, place, sentences, uncovered (sentences that mention no
        theme), uncovered_share (0-1), uncovered_han_share (of the Han characters, 0-1), part.

    Examples
    --------
    >>> from analysis import measure, read
    >>> measure.coverage(read.corpus("xiangjiang"))["uncovered_share"].between(0, 1).all().item()
    True
    """
    book = codebooks.load(codebook)
    measured = scopes(corpus, part=part)
    covered = _covered(corpus, book)
    facts = corpus.reports.set_index("report_id")
    rows = []
    for scope in measured:
        open_ = ~covered[scope.rows]
        rows.append(
            {
                "report_id": scope.report_id,
                "year": facts.loc[scope.report_id, "year"],
                "place": facts.loc[scope.report_id, "place"],
                "sentences": len(scope.rows),
                "uncovered": int(open_.sum()),
                "uncovered_share": open_.mean() if len(open_) else float("nan"),
                "uncovered_han_share": scope.size[open_].sum() / scope.size.sum() if scope.size.sum() else float("nan"),
                "part": scope.part,
            }
        )
    frame = pd.DataFrame(rows).astype({"year": "Int64"})
    return labelled(frame, _attrs("coverage", corpus, book, measured))


def coverage_gaps(corpus: Corpus, *, codebook="policy", part: str | None = None, minimum: int = 3) -> pd.DataFrame:
    """List the phrases of the lexicon that stand in sentences no theme covers: suggestions for the codebook.

    Parameters
    ----------
    corpus, codebook, part
        As in :func:`coverage`. With texts, words outside the lexicon are listed too.
    minimum
        Leave out what stands in fewer uncovered sentences than this.

    Returns
    -------
    DataFrame
        One row per phrase, most frequent first (key: phrase): phrase, kind (phrase: of the lexicon; word: segmented,
        only with texts), sentences (uncovered ones it stands in), reports (in which), elsewhere (occurrences in covered
        sentences).

    Examples
    --------
    >>> from analysis import measure, read
    >>> list(measure.coverage_gaps(read.corpus("xiangjiang"), minimum=1).columns)
    ['phrase', 'kind', 'sentences', 'reports', 'elsewhere']
    """
    book = codebooks.load(codebook)
    measured = scopes(corpus, part=part)
    covered = _covered(corpus, book)
    hits = longest_only(corpus.hits(lexicon()))
    found = pd.DataFrame({"row": hits["row"], "phrase": hits["term"].astype("str"), "kind": "phrase"})
    if corpus.has_texts:
        words = corpus.sentence_words()
        words = words[~words["word"].isin(set(found["phrase"]) | stop_words())].rename(columns={"word": "phrase"})
        found = pd.concat([found, words.assign(kind="word")], ignore_index=True)
    found = measured_hits(corpus, found, measured)
    open_ = found[~covered[found["row"]]].drop_duplicates(["row", "phrase"])
    open_ = open_.assign(report_id=corpus.sentences["report_id"].to_numpy()[open_["row"]])
    gaps = (
        open_.groupby(["phrase", "kind"]).agg(sentences=("row", "size"), reports=("report_id", "nunique")).reset_index()
    )
    elsewhere = found[covered[found["row"]]].groupby("phrase").size()
    gaps["elsewhere"] = gaps["phrase"].map(elsewhere).fillna(0).astype("int64")
    gaps = gaps[gaps["sentences"] >= minimum]
    gaps = gaps.sort_values(["sentences", "reports", "phrase"], ascending=[False, False, True], ignore_index=True)
    return labelled(gaps, _attrs("coverage_gaps", corpus, book, measured))


def _covered(corpus: Corpus, book: Codebook) -> np.ndarray:
    covered = np.zeros(len(corpus.sentences), dtype=bool)
    covered[theme_hits(corpus, book, "longest")["row"]] = True
    return covered


def _attrs(measure: str, corpus: Corpus, book: Codebook, measured: list[Scope]) -> dict:
    return about(measure, (corpus, measured), count="longest", codebook=book.describe())
