"""What rose and what fell between two years, or any two slices, and whether it can be printed."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.frame import labelled
from analysis.measure.about import about, resampled
from analysis.measure.bootstrap import interval
from analysis.measure.counting import theme_hits
from analysis.measure.slices import same_scopes, slice_names, slice_of
from analysis.measure.tally import DENOMINATORS, rank, tally
from analysis.measure.variants import variants
from analysis.measure.verdict import Ways, change, contradictions, verdicts
from analysis.stats.intervals import adjust


def compare_years(
    corpus: Corpus,
    earlier,
    later,
    *,
    codebook="policy",
    count: str = "longest",
    part: str | None = None,
    unit: str | None = "sentence",
    draws: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Compare the rate of each theme between two years, or between any two slices of a corpus.

    Parameters
    ----------
    corpus
        The reports.
    earlier, later
        A year, a report id, a place, a list or range of these (several reports are pooled), or a Corpus.
    codebook, count, part, draws, seed
        As in :func:`theme_frequencies`. If one side has no plan part, both sides are measured whole.
    unit
        What is resampled, as in :func:`theme_frequencies`, but sentences by default. Reports cover the same fields
        every year, a paragraph or two each; drawing whole paragraphs leaves fields out at random, as no report does,
        and makes intervals so wide that no change is ever found. Sentences are cautious enough between reports of one
        place: those of neighbouring years differ less than chance among sentences would make them. They are not for
        texts that were put together from whole paragraphs at random (``benchmarks/README.md`` has the figures).

    Returns
    -------
    DataFrame
        One row a theme (key: theme): theme, label_zh, label_en, mentions_earlier, mentions_later, rate_earlier,
        rate_later (per 10,000 Han characters), difference (later minus earlier), ratio (later over earlier;
        missing where the earlier is 0), log2_ratio (with half a mention added to both counts), low and high (its 95%
        interval, from the bootstrap standard error), p, q (p after Benjamini and Hochberg), rank_earlier and
        rank_later, each with _low and _high, verdict (robust rise, robust fall, fragile, no clear change) and why.

        A change is clear if its 95% interval leaves out "no change" (p under 0.05). It is robust if, besides, its
        direction is the same under the three counting rules, with the three denominators, and with each of the
        theme's terms left out in turn (if it has more than one). Each theme is judged by itself, so that among 22
        themes about one is robust by chance alone; one with q under 0.05 is sure among all that were compared, and
        ``why`` says of the others that they are not. ``attrs["notes"]`` says where the two sides are unlike. A theme
        that doubles is surely found from about 120 mentions a side on, so "no clear change" between single reports
        is no proof that nothing changed.

    Raises
    ------
    CorpusError
        Where a side names no report, or has no Han characters in the part asked for.

    Examples
    --------
    >>> from analysis import measure, read
    >>> changes = measure.compare_years(read.corpus("national"), 2024, 2024)
    >>> set(changes["verdict"])
    {'no clear change'}

    References
    ----------
    Benoit, K., Laver, M. and Mikhaylov, S. (2009), American Journal of Political Science 53(2), 495-513.
    Benjamini, Y. and Hochberg, Y. (1995), Journal of the Royal Statistical Society B 57(1), 289-300.
    """
    frame = compared(
        corpus, earlier, later, codebook=codebook, count=count, part=part, unit=unit, draws=draws, seed=seed
    )
    return with_verdicts(frame.assign(q=adjust(frame["p"])))


def compared(corpus: Corpus, earlier, later, *, codebook, count, part, unit, draws: int, seed: int) -> pd.DataFrame:
    """Return the frame of compare_years as it is before q and verdict, with a column ``against`` for the latter."""
    book = codebooks.load(codebook)
    sides = [slice_of(corpus, earlier), slice_of(corpus, later)]
    measured, notes = same_scopes(sides, part=part, unit=unit)
    tallies = [_tallies(side, book, count, spans) for side, spans in zip(sides, measured, strict=True)]
    mentions = [sum(t.totals for t in side) for side in tallies]
    rates = [
        m * DENOMINATORS["han"] / sum(t.size.sum() for t in side) for m, side in zip(mentions, tallies, strict=True)
    ]
    found = change(*tallies, draws=draws, seed=seed)
    ways = [_ways(side, book, count, spans) for side, spans in zip(sides, measured, strict=True)]
    against = contradictions(*ways, count, np.sign(rates[1] - rates[0]))
    frame = pd.DataFrame(
        {
            "theme": [t.id for t in book.themes],
            "label_zh": [t.label_zh for t in book.themes],
            "label_en": [t.label_en for t in book.themes],
            "mentions_earlier": mentions[0].astype(int),
            "mentions_later": mentions[1].astype(int),
            "rate_earlier": rates[0],
            "rate_later": rates[1],
            "difference": rates[1] - rates[0],
            "ratio": np.divide(rates[1], rates[0], out=np.full(len(book), np.nan), where=rates[0] > 0),
            "log2_ratio": found.log2_ratio,
            "low": found.low,
            "high": found.high,
            "p": found.p,
            "q": np.nan,
        }
    )
    for name, rate, (m, s) in zip(("earlier", "later"), rates, found.drawn, strict=True):
        best, worst = interval(rank(m / s[:, None]))
        frame[f"rank_{name}"] = rank(rate).astype(int)
        frame[f"rank_{name}_low"] = np.floor(best).astype(int)
        frame[f"rank_{name}_high"] = np.ceil(worst).astype(int)
    frame["against"] = against
    return labelled(
        frame,
        about(
            "compare_years",
            *zip(sides, measured, strict=True),
            count=count,
            denominator="han",
            per=DENOMINATORS["han"],
            codebook=book.describe(),
            seed=seed,
            draws=draws,
            unit=resampled([scope for side in measured for scope in side]),
            notes=notes,
            earlier=slice_names(sides[0]),
            later=slice_names(sides[1]),
        ),
    )


def with_verdicts(frame: pd.DataFrame, *, corrected: bool = False) -> pd.DataFrame:
    """Return the frame of :func:`compared`, with its q, judged: ``verdict`` and ``why`` in place of ``against``.

    ``corrected`` lets q decide instead of p, for frames of so many comparisons that chance alone would fill a page.
    """
    signs, against = np.sign(frame["difference"].to_numpy()), frame["against"].tolist()
    figures = (frame[name].to_numpy() for name in ("low", "high", "p", "q"))
    verdict, why = verdicts(signs, *figures, against, corrected=corrected)
    return labelled(frame.drop(columns="against").assign(verdict=verdict, why=why), frame.attrs)


def _tallies(side: Corpus, book, count: str, spans) -> list:
    hits = theme_hits(side, book, count)
    return [tally(scope, hits["row"].to_numpy(), hits["theme"].to_numpy(), len(book)) for scope in spans]


def _ways(side: Corpus, book, count: str, spans) -> Ways:
    rows = np.concatenate([scope.rows for scope in spans])
    measured = side.sentences.iloc[rows]
    sizes = {d: float(len(rows) if d == "sentences" else measured[d].sum()) for d in DENOMINATORS}
    # A theme of one term has nothing left without it, which says nothing of the theme.
    several = {i for i, theme in enumerate(book.themes) if len(theme.terms) > 1} | {None}
    mentions = {
        (way.kind, way.name, way.theme): way.mentions.sum(axis=0)
        for way in variants(side, book, spans, count=count)
        if way.theme in several
    }
    return Ways(mentions, sizes)
