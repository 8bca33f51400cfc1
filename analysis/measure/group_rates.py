"""The frame behind every frequency measure: one row per report and group of terms, with rates and intervals."""

import numpy as np
import pandas as pd

from analysis.codebook import Codebook
from analysis.corpus import Corpus
from analysis.frame import labelled
from analysis.measure.about import about, resampled
from analysis.measure.bootstrap import interval
from analysis.measure.counting import theme_hits
from analysis.measure.tally import DENOMINATORS, rank, scopes, tally

_INTEGERS = {"year": "Int64", "mentions": "int64", "han": "int64"} | dict.fromkeys(
    ("rank", "rank_low", "rank_high"), "Int64"
)
# The largest mean under which a count of none still happens in one of 40 draws: the upper end of the exact 95% interval
# of a Poisson count of 0 (Garwood 1936), 3.7 mentions.
_UNSEEN = -np.log(0.025)


def group_rates(
    corpus: Corpus,
    book: Codebook,
    *,
    measure: str,
    count: str,
    part: str | None,
    denominator: str,
    unit: str | None,
    intervals: bool,
    draws: int,
    seed: int,
) -> pd.DataFrame:
    """Return one row per report and theme of ``book``, with every column a frequency measure may show, and attrs.

    Columns: report_id, year, place, place_en, theme, label_zh, label_en, mentions, han, rate, share, sentence_share,
    low, high, rank, rank_low, rank_high, part, unit. See :func:`analysis.measure.theme_frequencies`.
    """
    hits = theme_hits(corpus, book, count)
    rows, groups = hits["row"].to_numpy(), hits["theme"].to_numpy()
    measured = scopes(corpus, part=part, denominator=denominator, unit=unit)
    han = corpus.sentences["han"].to_numpy()
    per = DENOMINATORS[denominator]
    themes = pd.DataFrame(
        [(t.id, t.label_zh, t.label_en) for t in book.themes], columns=["theme", "label_zh", "label_en"]
    )
    reports = corpus.reports.set_index("report_id")[["year", "place", "place_en"]]
    frames = []
    for scope in measured:
        counted = tally(scope, rows, groups, len(book))
        rates, totals = counted.rates(per), counted.totals
        drawn = counted.draws(per, draws=draws, seed=seed) if intervals else np.full((1, len(book)), np.nan)
        low, high = interval(drawn)
        if intervals and counted.size.sum() > 0:
            # Resampling what is not there gives 0 to 0, which reads as certainty.
            high = np.where(totals == 0, per * _UNSEEN / counted.size.sum(), high)
        best, worst = interval(np.where(np.isnan(drawn), np.nan, rank(drawn)))
        sentences = len(scope.rows)
        frames.append(
            themes.assign(
                report_id=scope.report_id,
                **reports.loc[scope.report_id].to_dict(),
                mentions=totals,
                han=han[scope.rows].sum(),
                rate=rates,
                share=totals / totals.sum() if totals.sum() else np.nan,
                sentence_share=counted.in_sentences / sentences if sentences else np.nan,
                low=low,
                high=high,
                rank=rank(rates),
                rank_low=np.floor(best),
                rank_high=np.ceil(worst),
                part=scope.part,
                unit=scope.unit,
            )
        )
    frame = pd.concat(frames, ignore_index=True).astype(_INTEGERS)
    return labelled(
        frame,
        about(
            measure,
            (corpus, measured),
            count=count,
            denominator=denominator,
            per=per,
            seed=seed if intervals else None,
            draws=draws if intervals else None,
            unit=resampled(measured),
        ),
    )
