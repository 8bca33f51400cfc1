"""What would another version of a codebook change? Every number of the bundled corpora, and every figure's title."""

import pandas as pd

from analysis import catalog
from analysis import codebook as codebooks
from analysis.measure.counting import needs_places
from analysis.measure.theme_frequencies import theme_frequencies


def diff(old, new, *, corpora=None) -> pd.DataFrame:
    """Compare the theme numbers of two versions of a codebook on the bundled corpora.

    Parameters
    ----------
    old, new
        Bundled names, YAML files or Codebooks.
    corpora
        Names of bundled corpora, or a mapping of name to Corpus. Default: every bundled corpus (from its features, or
        its texts where a term is new and the texts have been fetched).

    Returns
    -------
    DataFrame
        One row per report and theme whose mentions differ, largest change of rate first (key: corpus, report_id,
        theme): corpus, report_id, year, place, theme, mentions_old, mentions_new, rate_old, rate_new, difference
        (of the rates, per 10,000 Han characters), rank_old, rank_new. A theme that only one version has stands with
        missing values on the other side.

    Examples
    --------
    >>> from analysis import review
    >>> review.diff("xiangjiang-2021", "xiangjiang-2021").empty
    True
    """
    books = {"old": codebooks.load(old), "new": codebooks.load(new)}
    chosen = corpora if corpora is not None else catalog.names()
    pieces = []
    for name in chosen:
        keys = ["report_id", "year", "place", "theme"]
        sides = {}
        for side, book in books.items():
            corpus = (
                chosen[name]
                if isinstance(chosen, dict)
                else catalog.corpus_for(name, book.patterns, places=needs_places(book))
            )
            frame = theme_frequencies(corpus, codebook=book, intervals=False)
            sides[side] = frame.set_index(keys)[["mentions", "rate", "rank"]].add_suffix(f"_{side}")
        pieces.append(sides["old"].join(sides["new"], how="outer").reset_index().assign(corpus=name))
    frame = pd.concat(pieces, ignore_index=True)
    frame["difference"] = frame["rate_new"].fillna(0) - frame["rate_old"].fillna(0)
    # Same mentions and same rate, but one side missing (a theme of no mentions was added) is a change too.
    changed = (frame["mentions_old"] != frame["mentions_new"]).fillna(True)
    frame = frame[changed.to_numpy(dtype=bool)]
    columns = ["corpus", "report_id", "year", "place", "theme"]
    columns += ["mentions_old", "mentions_new", "rate_old", "rate_new", "difference", "rank_old", "rank_new"]
    order = frame["difference"].abs().sort_values(ascending=False, kind="stable").index
    return frame.loc[order, columns].reset_index(drop=True)
