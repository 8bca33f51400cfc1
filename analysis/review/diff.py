"""What would another version of a codebook change? Every number of the bundled corpora, and every figure's title."""

import pandas as pd

from analysis import catalog
from analysis import codebook as codebooks
from analysis.measure.counting import needs_places
from analysis.measure.theme_frequencies import theme_frequencies


def diff(old, new, *, corpora=None) -> pd.DataFrame:
    """Compare the theme numbers of two versions of a codebook on the bundled corpora.

    Compared are the mentions, the rate and the rank of each theme by the rule ``longest``, per 10,000 Han characters,
    in the plan where a report has one and in the whole of every report: both parts are drawn in figures.

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
        One row per report, part and theme whose mentions or rank differ, largest change of rate first (key: corpus,
        report_id, part, theme): corpus, report_id, year, place, part (plan, or all: the whole report), theme,
        mentions_old, mentions_new, rate_old, rate_new, difference (of the rates, per 10,000 Han characters), rank_old,
        rank_new. A theme that only one version has stands with missing values on the other side.

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
        keys = ["report_id", "year", "place", "part", "theme"]
        sides = {}
        for side, book in books.items():
            if isinstance(chosen, dict):
                corpus = chosen[name]
            else:
                corpus = catalog.corpus_for(name, book.patterns, places=needs_places(book))
            parts = [theme_frequencies(corpus, codebook=book, part=part, intervals=False) for part in (None, "all")]
            # A report without a plan is measured as a whole both times.
            frame = pd.concat(parts).drop_duplicates(keys)
            sides[side] = frame.set_index(keys)[["mentions", "rate", "rank"]].add_suffix(f"_{side}")
        pieces.append(sides["old"].join(sides["new"], how="outer").reset_index().assign(corpus=name))
    frame = pd.concat(pieces, ignore_index=True)
    frame["difference"] = frame["rate_new"].fillna(0) - frame["rate_old"].fillna(0)
    # One side missing (a theme of no mentions was added) is a change too.
    changed = [(frame[f"{number}_old"] != frame[f"{number}_new"]).fillna(True) for number in ("mentions", "rank")]
    frame = frame[(changed[0] | changed[1]).to_numpy(dtype=bool)]
    columns = ["corpus", "report_id", "year", "place", "part", "theme"]
    columns += ["mentions_old", "mentions_new", "rate_old", "rate_new", "difference", "rank_old", "rank_new"]
    order = frame["difference"].abs().sort_values(ascending=False, kind="stable").index
    return frame.loc[order, columns].reset_index(drop=True)
