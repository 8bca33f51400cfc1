"""What rose and what fell between two years, or any two slices, and whether it can be printed."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.bootstrap import interval
from analysis.measure.counting import theme_hits
from analysis.measure.slices import mismatches, slice_label, slice_of
from analysis.measure.tally import DENOMINATORS, rank, scopes, tally
from analysis.measure.variants import variants
from analysis.stats.intervals import adjust

# Added to both counts of a theme in the log ratio, so that a theme absent from one side has a finite one.
_HALF_A_MENTION = 0.5
_SIGNIFICANT = 0.05


def compare_years(
    corpus: Corpus,
    earlier,
    later,
    *,
    codebook="policy",
    count: str = "longest",
    part: str | None = None,
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

    Returns
    -------
    DataFrame
        One row a theme (key: theme): theme, label_zh, label_en, mentions_earlier, mentions_later, rate_earlier,
        rate_later (per 10,000 Han characters), difference (later minus earlier), ratio (later over earlier),
        log2_ratio (with half a mention added to both counts), low and high (95% bootstrap interval of log2_ratio), p, q
        (p after Benjamini and Hochberg), rank_earlier and rank_later, each with _low and _high, verdict (robust rise,
        robust fall, fragile, no clear change) and why.

        A change is clear if q is under 0.05. It is robust if, besides, its direction is the same under the three
        counting rules, with the three denominators, and with each term of the theme left out in turn.
        ``attrs["notes"]`` says where the two sides are unlike.

    Raises
    ------
    CorpusError
        Where a side names no report.

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
    book = codebooks.load(codebook)
    sides = [slice_of(corpus, earlier), slice_of(corpus, later)]
    notes = mismatches(*sides)
    measured = [scopes(side, part=part) for side in sides]
    if part is None and len({scope.part for side in measured for scope in side}) > 1:
        measured = [scopes(side, part="all") for side in sides]
        notes.append("a report has no plan part, so all are measured whole")
    chosen = measured[0][0].part
    counted = [_pooled(side, book, count, spans) for side, spans in zip(sides, measured, strict=True)]
    mentions, size = [c[0] for c in counted], [c[1] for c in counted]
    rates = [m * DENOMINATORS["han"] / s for m, s in zip(mentions, size, strict=True)]
    drawn = [_drawn(c[2], draws, seed) for c in counted]
    logs = _log2(drawn[1]) - _log2(drawn[0])
    estimate = _log2((mentions[1], size[1])) - _log2((mentions[0], size[0]))
    low, high = interval(logs)
    p = _p_value(logs)
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
            "log2_ratio": estimate,
            "low": low,
            "high": high,
            "p": p,
            "q": adjust(p),
        }
    )
    for name, rate, (m, s) in zip(("earlier", "later"), rates, drawn, strict=True):
        best, worst = interval(rank(m / s[:, None]))
        frame[f"rank_{name}"] = rank(rate).astype(int)
        frame[f"rank_{name}_low"] = np.floor(best).astype(int)
        frame[f"rank_{name}_high"] = np.ceil(worst).astype(int)
    frame["verdict"], frame["why"] = _verdicts(frame, book, count, sides, chosen)
    labels = {lang: [slice_label(side, lang) for side in sides] for lang in ("zh", "en")}
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
            unit=measured[0][0].unit,
            notes=notes,
            earlier={"zh": labels["zh"][0], "en": labels["en"][0]},
            later={"zh": labels["zh"][1], "en": labels["en"][1]},
        ),
    )


def _pooled(side: Corpus, book, count: str, spans) -> tuple[np.ndarray, float, list]:
    hits = theme_hits(side, book, count)
    tallies = [tally(scope, hits["row"].to_numpy(), hits["theme"].to_numpy(), len(book)) for scope in spans]
    return sum(t.totals for t in tallies), sum(t.size.sum() for t in tallies), tallies


def _drawn(tallies: list, draws: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    resampled = [t.resample(draws=draws, seed=seed) for t in tallies]
    return sum(m for m, _ in resampled), sum(s for _, s in resampled)


def _log2(counted: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    mentions, size = counted
    return np.log2((mentions + _HALF_A_MENTION) / np.reshape(size, (*np.shape(size), 1)))


def _p_value(logs: np.ndarray) -> np.ndarray:
    # Two-sided share of resamples on the other side of no change; never 0, since no more than draws were made.
    draws = len(logs)
    least = np.minimum((logs <= 0).sum(axis=0), (logs >= 0).sum(axis=0))
    return np.minimum(1.0, 2 * (1 + least) / (1 + draws))


def _verdicts(frame: pd.DataFrame, book, count: str, sides: list[Corpus], part: str) -> tuple[list[str], list[str]]:
    signs = np.sign(frame["difference"].to_numpy())
    against = _contradictions(book, count, sides, part, signs)
    verdicts, why = [], []
    for i, row in enumerate(frame.itertuples()):
        if not row.q < _SIGNIFICANT:
            verdicts.append("no clear change")
            why.append(
                f"within chance: q = {row.q:.2f}, 95% interval of the ratio {2**row.low:.2f} to {2**row.high:.2f}"
            )
        elif against[i]:
            verdicts.append("fragile")
            why.append(f"the direction does not hold {against[i]}")
        else:
            verdicts.append("robust rise" if signs[i] > 0 else "robust fall")
            why.append("same direction under every rule, denominator and with each term left out")
    return verdicts, why


def _contradictions(book, count: str, sides: list[Corpus], part: str, signs: np.ndarray) -> list[str]:
    found = [""] * len(book)
    sizes, ways = [], []
    for side in sides:
        spans = scopes(side, part=part)
        sizes.append({d: sum(s.size.sum() for s in scopes(side, part=part, denominator=d)) for d in DENOMINATORS})
        ways.append(
            {(w.kind, w.name, w.theme): w.mentions.sum(axis=0) for w in variants(side, book, spans, count=count)}
        )
    chosen = ("rule", count, None)
    for key in [*ways[0], *(k for k in ways[1] if k not in ways[0])]:
        kind, name, theme = key
        for denominator in DENOMINATORS if kind == "rule" else ("han",):
            # A term that one side never uses changes nothing there.
            here = [way.get(key, way[chosen]) / size[denominator] for way, size in zip(ways, sizes, strict=True)]
            differs = np.sign(here[1] - here[0]) != signs
            said = f"without {name}" if kind == "without" else f"counted as {name!r} per {denominator}"
            for i in np.flatnonzero(differs) if theme is None else [theme] if differs[theme] else []:
                found[i] = found[i] or said
    return found
