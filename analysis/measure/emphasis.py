"""How prominently a report treats each theme: how early, in how many sentences, under a heading of its own or not."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.dispersion import positions
from analysis.measure.tally import scopes


def emphasis(corpus: Corpus, *, codebook="policy", count: str = "longest", part: str | None = None) -> pd.DataFrame:
    """Measure the prominence of each theme in each report besides its frequency.

    Parameters
    ----------
    corpus, codebook, count, part
        As in :func:`theme_frequencies`.

    Returns
    -------
    DataFrame
        One row per report and theme (key: report_id, theme): report_id, year, place, theme, label_zh, label_en,
        mentions, sentences (that mention it), first_position and median_position (share of the Han characters
        measured that stand before, 0-1; missing where it is not mentioned), headings (headings that mention it),
        own_heading (whether there is one), part.

    Examples
    --------
    >>> from analysis import measure, read
    >>> shown = measure.emphasis(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> bool(shown["own_heading"].any())
    True
    """
    book = codebooks.load(codebook)
    where = positions(corpus, codebook=book, count=count, part=part)
    keys = ["report_id", "paragraph", "sentence"]
    where = where.merge(corpus.sentences[[*keys, "is_heading"]], on=keys, how="left")
    once = where.drop_duplicates([*keys, "theme"])
    group = ["report_id", "theme"]
    found = where.groupby(group)["position"].agg(mentions="size", first_position="min", median_position="median")
    found["sentences"] = once.groupby(group).size()
    found["headings"] = once[once["is_heading"]].groupby(group).size()
    measured = scopes(corpus, part=part)
    facts = corpus.reports.set_index("report_id")[["year", "place"]]
    frame = pd.DataFrame(
        [
            {"report_id": s.report_id, **facts.loc[s.report_id].to_dict(), "theme": t.id, "label_zh": t.label_zh,
             "label_en": t.label_en, "part": s.part}
            for s in measured for t in book.themes
        ]
    )  # fmt: skip
    frame = frame.join(found, on=group)
    counts = ["mentions", "sentences", "headings"]
    frame[counts] = frame[counts].fillna(0).astype(np.int64)
    frame["own_heading"] = frame["headings"] > 0
    columns = ["report_id", "year", "place", "theme", "label_zh", "label_en", "mentions", "sentences", "first_position"]
    return labelled(
        frame.astype({"year": "Int64"})[[*columns, "median_position", "headings", "own_heading", "part"]],
        about(
            "emphasis",
            (corpus, measured),
            count=count,
            codebook=book.describe(),
        ),
    )
