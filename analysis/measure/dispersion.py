"""Where in a report a theme lives: its positions, and how evenly it is spread."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.counting import theme_hits
from analysis.measure.tally import measured_hits, scopes, tally
from analysis.stats.adjusted_frequency import BY_PARTS
from analysis.stats.dispersion import STATISTICS


def dispersion(
    corpus: Corpus,
    *,
    codebook="policy",
    count: str = "longest",
    part: str | None = "all",
    unit: str = "paragraph",
    statistics=("dp_norm",),
) -> pd.DataFrame:
    """Measure how evenly each theme is spread over the paragraphs of each report.

    Parameters
    ----------
    corpus, codebook, count, part
        As in :func:`theme_frequencies`; the whole report is the default part.
    unit
        The parts of the text: ``"paragraph"`` or ``"sentence"``, with their Han characters as size.
    statistics
        Names of :mod:`analysis.stats.dispersion` and of the adjusted frequencies by parts. The default is Gries'
        DPnorm: 0 is spread like the text itself, 1 is all in its smallest part.

    Returns
    -------
    DataFrame
        One row per report and theme (key: report_id, theme): report_id, year, place, theme, label_zh, label_en,
        mentions, parts (units of text), and one column for each statistic (missing where no text was measured).

    Raises
    ------
    CorpusError
        For an unknown statistic, part or unit.

    References
    ----------
    Gries, S. Th. (2008): Dispersions and adjusted frequencies in corpora. IJCL 13(4), 403-437.
    Lijffijt, J. and Gries, S. Th. (2012): Correction. IJCL 17(1), 147-149.

    Examples
    --------
    >>> from analysis import measure, read
    >>> spread = measure.dispersion(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> bool(spread["dp_norm"].between(0, 1).all())
    True
    """
    statistics = (statistics,) if isinstance(statistics, str) else tuple(statistics)
    unknown = [name for name in statistics if name not in STATISTICS and name not in BY_PARTS]
    if unknown:
        raise CorpusError(f"no statistic is called {unknown[0]!r}; there are {', '.join([*STATISTICS, *BY_PARTS])}")
    book = codebooks.load(codebook)
    hits = theme_hits(corpus, book, count)
    measured = scopes(corpus, part=part, unit=unit)
    facts = corpus.reports.set_index("report_id")[["year", "place"]]
    rows = []
    for scope in measured:
        counted = tally(scope, hits["row"].to_numpy(), hits["theme"].to_numpy(), len(book))
        sized = counted.size > 0  # a paragraph without Han characters cannot hold a mention
        for i, theme in enumerate(book.themes):
            counts, sizes = counted.mentions[sized, i], counted.size[sized]
            values = dict.fromkeys(statistics, np.nan)
            if len(counts):
                values |= {name: STATISTICS[name](counts, sizes) for name in statistics if name in STATISTICS}
                values |= {name: BY_PARTS[name](counts) for name in statistics if name in BY_PARTS}
            rows.append(
                {
                    "report_id": scope.report_id,
                    **facts.loc[scope.report_id].to_dict(),
                    "theme": theme.id,
                    "label_zh": theme.label_zh,
                    "label_en": theme.label_en,
                    "mentions": int(counts.sum()),
                    "parts": int(sized.sum()),
                    **{name: values[name] for name in statistics},
                }
            )
    frame = pd.DataFrame(rows).astype({"year": "Int64"})
    attrs = about("dispersion", (corpus, measured), count=count, unit=unit, codebook=book.describe())
    return labelled(frame, attrs)


def positions(corpus: Corpus, *, codebook="policy", count: str = "longest", part: str | None = "all") -> pd.DataFrame:
    """List where in each report each mention of a theme stands.

    Parameters
    ----------
    corpus, codebook, count, part
        As in :func:`dispersion`.

    Returns
    -------
    DataFrame
        One row a mention (key: report_id, paragraph, sentence, start, theme): report_id, year, place, theme, label_zh,
        label_en, term, section, part, paragraph, sentence, start, position (share of the report's Han characters that
        stand before the mention's sentence, 0-1).

    Examples
    --------
    >>> from analysis import measure, read
    >>> where = measure.positions(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> bool(where["position"].between(0, 1).all())
    True
    """
    book = codebooks.load(codebook)
    measured = scopes(corpus, part=part)
    hits = measured_hits(corpus, theme_hits(corpus, book, count), measured)
    before = np.zeros(len(corpus.sentences))
    for scope in measured:
        ends = np.cumsum(scope.size)
        before[scope.rows] = (ends - scope.size) / max(1, ends[-1] if len(ends) else 1)
    columns = ["report_id", "section", "part", "paragraph", "sentence"]
    where = corpus.sentences[columns].iloc[hits["row"]].reset_index(drop=True)
    where = where.join(corpus.reports.set_index("report_id")[["year", "place"]], on="report_id")
    frame = where.assign(
        theme=[book.themes[i].id for i in hits["theme"]],
        label_zh=[book.themes[i].label_zh for i in hits["theme"]],
        label_en=[book.themes[i].label_en for i in hits["theme"]],
        term=hits["term"].astype("str").to_numpy(),
        start=hits["start"].to_numpy(),
        position=before[hits["row"]],
    )
    order = ["report_id", "year", "place", "theme", "label_zh", "label_en", "term", *columns[1:], "start", "position"]
    return labelled(frame[order], about("positions", (corpus, measured), count=count, codebook=book.describe()))
