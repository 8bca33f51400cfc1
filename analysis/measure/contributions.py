"""Which terms make a theme: the words behind every number."""

import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.counting import theme_hits
from analysis.measure.tally import DENOMINATORS, measured_hits, scopes


def contributions(
    corpus: Corpus, *, codebook="policy", count: str = "longest", part: str | None = None
) -> pd.DataFrame:
    """Count each term of each theme in each report; the mentions of a theme's terms add up to the theme's.

    Parameters
    ----------
    corpus, codebook, count, part
        As in :func:`theme_frequencies`.

    Returns
    -------
    DataFrame
        One row per report, theme and term that occurs (key: report_id, theme, term), most frequent first within
        each theme: report_id, year, place, theme, label_zh, label_en, term, mentions, rate (per 10,000 Han
        characters), share (of the theme's mentions in the report, 0-1), cumulative (share of this term and those above
        it), part.

    Examples
    --------
    >>> from analysis import measure, read
    >>> terms = measure.contributions(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> bool((terms.groupby(["report_id", "theme"])["share"].sum().round(9) == 1).all())
    True
    """
    book = codebooks.load(codebook)
    measured = scopes(corpus, part=part)
    hits = measured_hits(corpus, theme_hits(corpus, book, count), measured)
    place = corpus.sentences["report_id"].map({scope.report_id: i for i, scope in enumerate(measured)})
    hits = hits.assign(report=place.to_numpy()[hits["row"]], term=hits["term"].astype("str"))
    counts = hits.groupby(["report", "theme", "term"]).size().rename("mentions").reset_index()
    counts = counts.sort_values(["report", "theme", "mentions", "term"], ascending=[True, True, False, True])
    by_theme = counts.groupby(["report", "theme"])["mentions"]
    reports = corpus.reports
    han = {i: scope.size.sum() for i, scope in enumerate(measured)}
    frame = pd.DataFrame(
        {
            "report_id": reports["report_id"].to_numpy()[counts["report"]],
            "year": reports["year"].array[counts["report"]],
            "place": reports["place"].to_numpy()[counts["report"]],
            "theme": [book.themes[i].id for i in counts["theme"]],
            "label_zh": [book.themes[i].label_zh for i in counts["theme"]],
            "label_en": [book.themes[i].label_en for i in counts["theme"]],
            "term": counts["term"].to_numpy(),
            "mentions": counts["mentions"].to_numpy(),
            "rate": counts["mentions"].to_numpy() * DENOMINATORS["han"] / counts["report"].map(han).to_numpy(),
            "share": (counts["mentions"] / by_theme.transform("sum")).to_numpy(),
            "cumulative": (by_theme.cumsum() / by_theme.transform("sum")).to_numpy(),
            "part": [measured[i].part for i in counts["report"]],
        }
    )
    return labelled(
        frame,
        about(
            "contributions",
            (corpus, measured),
            count=count,
            denominator="han",
            codebook=book.describe(),
        ),
    )
