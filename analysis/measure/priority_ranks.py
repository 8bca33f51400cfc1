"""The rank of each theme, year after year."""

import pandas as pd

from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.theme_frequencies import theme_frequencies


def priority_ranks(
    corpus: Corpus,
    *,
    codebook="policy",
    count: str = "longest",
    part: str | None = None,
    draws: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Rank the themes of each year's report, with intervals, ties, and the change since the report before.

    Parameters
    ----------
    corpus
        The reports of one place over the years.
    codebook, count, part, draws, seed
        As in :func:`theme_frequencies`.

    Returns
    -------
    DataFrame
        One row per year and theme (key: year, theme), by year: report_id, year, theme, label_zh, label_en, rate, rank
        (1: most mentioned), rank_low and rank_high (95% interval), tied (another theme has the same rank),
        previous_year and change (ranks gained since the report before; negative: lost), part.

    Raises
    ------
    CorpusError
        Where a year has two reports.

    Examples
    --------
    >>> from analysis import measure, read
    >>> ranks = measure.priority_ranks(read.corpus("national").select(year=[2024, 2025]), draws=100)
    >>> ranks["year"].unique().tolist()
    [2024, 2025]
    """
    frame = theme_frequencies(corpus, codebook=codebook, count=count, part=part, draws=draws, seed=seed)
    if frame.duplicated(["year", "theme"]).any():
        raise CorpusError("several reports have the same year; select one place: corpus.select(place=...)")
    attrs = frame.attrs | {"measure": "priority_ranks"}
    order = {theme: i for i, theme in enumerate(frame["theme"].unique())}
    frame = frame.assign(order=frame["theme"].map(order)).sort_values(["year", "order"], ignore_index=True)
    by_theme = frame.groupby("theme", sort=False)
    frame["tied"] = frame.duplicated(["year", "rank"], keep=False)
    frame["previous_year"] = by_theme["year"].shift()
    frame["change"] = by_theme["rank"].shift() - frame["rank"]
    columns = ["report_id", "year", "theme", "label_zh", "label_en", "rate", "rank", "rank_low", "rank_high", "tied"]
    return labelled(frame[[*columns, "previous_year", "change", "part"]], attrs)
