"""How much of each report is about what."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis import provenance
from analysis.corpus import Corpus
from analysis.measure.counting import theme_hits
from analysis.measure.tally import DENOMINATORS, rank, scopes, tally, with_intervals


def theme_frequencies(
    corpus: Corpus,
    *,
    codebook="policy",
    count: str = "longest",
    part: str | None = None,
    denominator: str = "han",
    unit: str | None = None,
    intervals: bool = True,
    draws: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Count the mentions of each theme in each report, as a rate with a bootstrap interval.

    Parameters
    ----------
    corpus
        The reports, with texts or features; the numbers are the same.
    codebook
        A bundled name, a YAML file, or a Codebook.
    count
        ``"longest"`` (within a theme no term inside a longer one counts), ``"every"`` (every occurrence as a
        substring), or ``"word"`` (segmented words only). See :mod:`analysis.measure.counting`.
    part
        ``"plan"``, ``"review"``, ``"all"``, or None: the plan where a report has one, else the whole report.
    denominator
        What a rate is per: ``"han"`` (10,000 Han characters), ``"words"`` (10,000 words) or ``"sentences"`` (100).
    unit
        What is resampled: ``"paragraph"``, ``"sentence"``, or None: paragraphs, but sentences where there are
        fewer than 40 paragraphs.
    intervals
        False leaves low, high, rank_low and rank_high empty, and is faster.
    draws, seed
        Bootstrap resamples, and the seed of their random numbers.

    Returns
    -------
    DataFrame
        One row per report and theme (key: report_id, theme), in the order of the corpus and the codebook:
        report_id, year, place, place_en, theme, label_zh, label_en, mentions, han (Han characters measured), rate
        (mentions per unit of the denominator), share (of all theme mentions in the report, 0-1), sentence_share
        (of the sentences measured, 0-1), low and high (95% interval of the rate), rank (1: most mentioned),
        rank_low and rank_high (95% interval of the rank), part (what was measured), unit (what was resampled).

    Raises
    ------
    CodebookError, CorpusError
        For an unknown codebook, rule or part.
    MissingTextError
        Where the corpus has no texts and the codebook has terms it cannot count.

    Examples
    --------
    >>> from analysis import measure, read
    >>> themes = measure.theme_frequencies(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> len(themes)
    6

    References
    ----------
    Benoit, K., Laver, M. and Mikhaylov, S. (2009): Treating Words as Data with Error. American Journal of
    Political Science 53(2), 495-513.
    """
    book = codebooks.load(codebook)
    hits = theme_hits(corpus, book, count)
    per = DENOMINATORS.get(denominator, 1)
    spans = scopes(corpus, part=part, denominator=denominator, unit=unit)
    han = corpus.sentences["han"].to_numpy()
    facts = corpus.reports.set_index("report_id")
    labels = pd.DataFrame([(t.id, t.label_zh, t.label_en) for t in book.themes], columns=["theme", "label_zh", "label_en"])
    frames = []
    for scope in spans:
        counted = tally(scope, hits["row"].to_numpy(), hits["theme"].to_numpy(), len(book))
        totals, rates = counted.totals, counted.rates(per)
        fact = facts.loc[scope.report_id]
        frame = labels.assign(
            report_id=scope.report_id,
            year=fact["year"],
            place=fact["place"],
            place_en=fact["place_en"],
            mentions=totals.astype(int),
            han=int(han[scope.rows].sum()),
            rate=rates,
            share=totals / totals.sum() if totals.sum() else np.nan,
            sentence_share=counted.in_sentences / len(scope.rows) if len(scope.rows) else np.nan,
            low=np.nan,
            high=np.nan,
            rank=rank(rates),
            rank_low=np.nan,
            rank_high=np.nan,
            part=scope.part,
            unit=scope.unit,
        )
        if intervals:
            frame = with_intervals(frame, counted.draws(per, draws=draws, seed=seed), ranks=True)
        frames.append(frame)
    result = pd.concat(frames, ignore_index=True) if frames else labels.head(0).reindex(columns=list(_COLUMNS))
    result = result[list(_COLUMNS)].astype(
        {"year": "Int64", "rank": "Int64", "rank_low": "Int64", "rank_high": "Int64", "mentions": "int64", "han": "int64"}
    )
    result.attrs = provenance.describe(
        measure="theme_frequencies",
        count=count,
        part=part or "plan, else all",
        denominator=denominator,
        per=per,
        codebook=book.describe(),
        reports=report_facts(corpus, spans),
        seed=seed if intervals else None,
        draws=draws if intervals else None,
        unit=unit or "paragraph, else sentence",
    )
    return result


_COLUMNS = (
    "report_id",
    "year",
    "place",
    "place_en",
    "theme",
    "label_zh",
    "label_en",
    "mentions",
    "han",
    "rate",
    "share",
    "sentence_share",
    "low",
    "high",
    "rank",
    "rank_low",
    "rank_high",
    "part",
    "unit",
)


def report_facts(corpus: Corpus, spans) -> list[dict]:
    """Return what a source line needs of each report: id, title, year, place, publisher, address, sha256, part."""
    part = {scope.report_id: scope.part for scope in spans}
    columns = ["report_id", "title", "year", "place", "place_en", "level", "publisher", "kind", "address", "sha256"]
    rows = corpus.reports[columns].rename(columns={"report_id": "id"})
    rows["year"] = [None if pd.isna(year) else int(year) for year in rows["year"]]
    return [row | {"part": part[row["id"]]} for row in rows.astype({"year": object}).to_dict("records")]
