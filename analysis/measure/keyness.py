"""Which words set one slice of a corpus apart from another."""

import numpy as np
import pandas as pd

from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.counting import longest_only
from analysis.measure.slices import same_scopes, slice_names, slice_of
from analysis.measure.tally import DENOMINATORS, Scope, measured_hits, measured_words
from analysis.stats import keyness as statistics
from analysis.stats.intervals import adjust
from analysis.stats.log_odds import log_odds
from analysis.vocabulary import lexicon, stop_words

# Weight of the informative prior of the log-odds: as many pseudo-words as a page has.
_PRIOR_WORDS = 500
_HAN = r"^[\u3400-\u9fff]{2,}$"


def keyness(
    corpus: Corpus,
    *,
    target,
    reference=None,
    by: str = "words",
    part: str | None = None,
    minimum: int = 5,
) -> pd.DataFrame:
    """Compare how often words are used in two slices, effect size first.

    Parameters
    ----------
    corpus
        The reports.
    target, reference
        A year, report id, place, list or range of these, or a Corpus. Default reference: all other reports.
    by
        ``"words"`` (segmented, without stop words) or ``"phrases"`` (of the policy lexicon).
    part
        As in :func:`theme_frequencies`. If one side has no plan part, both sides are measured whole.
    minimum
        Leave out what is used fewer times in both slices together.

    Returns
    -------
    DataFrame
        One row a term, those surely more frequent in the target first (key: term): term, count_target, count_reference,
        rate_target, rate_reference (per 10,000 words), log_ratio (binary logarithm of the rates' ratio, infinite where
        one is 0), log_ratio_bound (conservative: the end of its 95% interval nearer 0, Bonferroni over all terms), g2
        (four cells, no correction), p, q (after Benjamini and Hochberg), log_odds_z (weighted log-odds, two-term
        variance, prior of 500 words in the proportions of both slices), reports_target and reports_reference (in how
        many reports of each it stands). ``attrs["terms"]`` is how many were compared.

    Raises
    ------
    CorpusError
        Where target and reference share a report, the reference is empty, or a side lacks the part asked for.

    Examples
    --------
    >>> from analysis import measure, read
    >>> words = measure.keyness(read.corpus("national"), target=2025, reference=2024)
    >>> bool((words["log_ratio_bound"].diff().dropna() <= 1e-9).all())
    True

    References
    ----------
    Evert, S. (2022): Measuring keyness. Digital Humanities 2022. Dunning, T. (1993), Computational Linguistics 19(1).
    Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008), Political Analysis 16(4).
    """
    require_corpus(corpus)
    if by not in {"words", "phrases"}:
        raise CorpusError(f"by={by!r}: use 'words' or 'phrases'")
    if isinstance(minimum, bool) or not isinstance(minimum, int) or minimum < 1:
        raise CorpusError(f"minimum={minimum!r}: use a whole number of times from 1")
    if len(corpus) < 2 and not isinstance(reference, Corpus):
        raise CorpusError(f"keyness compares at least two reports, and the corpus has {len(corpus)}; add another")
    sides = [slice_of(corpus, target), _reference(corpus, target, reference)]
    shared = set(sides[0].reports["report_id"]) & set(sides[1].reports["report_id"])
    if shared:
        raise CorpusError(f"the report {min(shared)!r} is in target and reference; compare slices that share none")
    measured, notes = same_scopes(sides, part=part)
    count = _words if by == "words" else _phrases
    counts = [count(side, spans) for side, spans in zip(sides, measured, strict=True)]
    sizes = [int(side.sentences["words"].to_numpy()[np.concatenate([s.rows for s in spans])].sum())
             for side, spans in zip(sides, measured, strict=True)]  # fmt: skip
    table = counts[0].add_suffix("_target").join(counts[1].add_suffix("_reference"), how="outer")
    table = table.fillna(0).astype("int64")
    table = table[table["count_target"] + table["count_reference"] >= minimum].sort_index()
    a, b = (table[f"count_{side}"].to_numpy(dtype=float) for side in ("target", "reference"))
    pooled, per = a + b, DENOMINATORS["words"]
    g2 = statistics.g2(a, b, *sizes)
    p = statistics.p_value(g2)
    frame = table.reset_index(names="term").assign(
        rate_target=a / sizes[0] * per,
        rate_reference=b / sizes[1] * per,
        log_ratio=statistics.log_ratio(a, b, *sizes),
        log_ratio_bound=statistics.log_ratio_bound(a, b, *sizes, tests=max(1, len(table))),
        g2=g2,
        p=p,
        q=adjust(p),
        log_odds_z=log_odds(a, b, prior=_PRIOR_WORDS * pooled / pooled.sum())[1] if len(table) else [],
    )
    columns = ["term", "count_target", "count_reference", "rate_target", "rate_reference", "log_ratio"]
    columns += ["log_ratio_bound", "g2", "p", "q", "log_odds_z", "reports_target", "reports_reference"]
    # Where the bound is 0 for many, the shrunken log-odds say more than the ratio of rare words.
    order = ["log_ratio_bound", "log_odds_z", "g2", "term"]
    frame = frame.sort_values(order, ascending=[False, False, False, True], ignore_index=True)[columns]
    return labelled(
        frame,
        about(
            "keyness",
            *zip(sides, measured, strict=True),
            count="word" if by == "words" else "longest",
            denominator="words",
            per=per,
            target=slice_names(sides[0]),
            reference=slice_names(sides[1]),
            minimum=minimum,
            terms=len(frame),
            notes=notes,
        ),
    )


def _reference(corpus: Corpus, target, reference) -> Corpus:
    if reference is not None:
        return slice_of(corpus, reference)
    own = set(slice_of(corpus, target).reports["report_id"])
    rest = [report for report in corpus.reports["report_id"] if report not in own]
    if not rest:
        raise CorpusError("target covers every report, so nothing is left to compare with; name a reference")
    return corpus.select(report_id=rest)


def _words(side: Corpus, spans: list[Scope]) -> pd.DataFrame:
    words = measured_words(side, spans)
    words = words[words["word"].str.match(_HAN) & ~words["word"].isin(stop_words())]
    by_word = words.groupby("word")
    return pd.DataFrame({"count": by_word["count"].sum(), "reports": by_word["report_id"].nunique()})


def _phrases(side: Corpus, spans: list[Scope]) -> pd.DataFrame:
    hits = longest_only(measured_hits(side, side.hits(lexicon()), spans))
    report = side.sentences["report_id"].to_numpy()[hits["row"]]
    by_phrase = hits.assign(report=report, term=hits["term"].astype("str")).groupby("term")
    return pd.DataFrame({"count": by_phrase.size(), "reports": by_phrase["report"].nunique()})
