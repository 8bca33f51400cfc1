"""How much of each report is about what."""

import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.measure.group_rates import group_rates


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
        ``"longest"`` (no term inside a longer one counts), ``"every"`` (every occurrence of every term as a substring,
        inside the longer terms of other themes too), or ``"word"`` (segmented words only). Under each, one stretch
        counts once in a theme. See :mod:`analysis.measure.counting`.
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
        rank_low and rank_high (95% interval of the rank), part (what was measured), unit (what was resampled). Of a
        theme without a mention the interval reaches from 0 to the rate of 3.7 mentions, that of a Poisson count of 0.

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
    Political Science 53(2), 495-513. Garwood, F. (1936): Fiducial Limits for the Poisson Distribution. Biometrika
    28(3/4), 437-442.
    """
    book = codebooks.load(codebook)
    frame = group_rates(
        corpus,
        book,
        measure="theme_frequencies",
        count=count,
        part=part,
        denominator=denominator,
        unit=unit,
        intervals=intervals,
        draws=draws,
        seed=seed,
    )
    frame.attrs["codebook"] = book.describe()
    return frame[list(_COLUMNS)]


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
