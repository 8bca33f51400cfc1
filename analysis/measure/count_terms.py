"""How often given words are said in each report: the count that newspapers publish, and its rate."""

from collections.abc import Iterable

import pandas as pd

from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.measure.counting import require_term
from analysis.measure.group_rates import group_rates


def count_terms(
    corpus: Corpus,
    terms: str | Iterable[str],
    *,
    count: str = "every",
    part: str | None = "all",
    denominator: str = "han",
    unit: str | None = None,
    intervals: bool = True,
    draws: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Count given terms in each report.

    Parameters
    ----------
    corpus
        The reports. Without texts only terms of the saved vocabulary can be counted.
    terms
        One term or several. A term between slashes is a regular expression.
    count
        ``"every"`` (every occurrence as a substring, the newspapers' count), ``"longest"`` (a term inside a longer
        one of ``terms`` does not count, and a stretch that two of them match counts for one), or ``"word"`` (segmented
        words only).
    part, denominator, unit, intervals, draws, seed
        As in :func:`theme_frequencies`, but the whole report is the default part.

    Returns
    -------
    DataFrame
        One row per report and term (key: report_id, term): report_id, year, place, place_en, term, mentions, han
        (Han characters measured), rate (per 10,000 Han characters, or as ``denominator`` says), low and high (95%
        interval of the rate), part, unit.

    Raises
    ------
    CorpusError
        For no term, an empty one, or a regular expression that is not valid.
    MissingTextError
        Where the corpus has no texts and a term is not in its saved vocabulary; never a silent zero.

    Examples
    --------
    >>> from analysis import measure, read
    >>> report = read.corpus("national").select(year=2022)
    >>> measure.count_terms(report, "就业", intervals=False)["mentions"].item()
    34
    """
    terms = [terms] if isinstance(terms, str) else list(dict.fromkeys(terms))
    if not terms:
        raise CorpusError("terms: give at least one term")
    for term in terms:
        require_term(term, "terms")
    book = Codebook(
        id="terms",
        title_zh="",
        title_en="",
        version="",
        themes=tuple(Theme(id=t, label_zh=t, label_en=t, definition="", terms=(Term(t),)) for t in terms),
    )
    frame = group_rates(
        corpus,
        book,
        measure="count_terms",
        count=count,
        part=part,
        denominator=denominator,
        unit=unit,
        intervals=intervals,
        draws=draws,
        seed=seed,
    )
    return frame.rename(columns={"theme": "term"})[list(_COLUMNS)]


_COLUMNS = (
    "report_id",
    "year",
    "place",
    "place_en",
    "term",
    "mentions",
    "han",
    "rate",
    "low",
    "high",
    "part",
    "unit",
)
