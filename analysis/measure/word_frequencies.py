"""The words of each report, segmented with the policy lexicon so that no policy phrase is split."""

import pandas as pd

from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.tally import measured_words, scopes
from analysis.vocabulary import stop_words

_HAN = r"[\u3400-\u9fff]"


def word_frequencies(
    corpus: Corpus, *, part: str | None = None, keep_stop_words: bool = False, minimum: int = 1, by: str = "report"
) -> pd.DataFrame:
    """Count the words of each report, or of the whole corpus.

    Parameters
    ----------
    corpus
        The reports, with texts or features.
    part
        As in :func:`theme_frequencies`.
    keep_stop_words
        True keeps function words, numbers and single letters. The stop words are listed in
        ``data/lexicons/stop-words.txt``; no word of policy is among them.
    minimum
        Leave out words with fewer mentions.
    by
        ``"report"`` or ``"corpus"``.

    Returns
    -------
    DataFrame
        Most frequent first within a report (key: report_id, word; by corpus: word): report_id, year, place, word,
        mentions, words (all words measured, stop words included), rate (mentions per 10,000 words), rank, reports (in
        how many reports of the corpus the word stands). By corpus: without report_id, year and place.

    Raises
    ------
    CorpusError
        For an unknown part, or ``by``.

    Examples
    --------
    >>> from analysis import measure, read
    >>> words = measure.word_frequencies(read.corpus("xiangjiang"))
    >>> "高质量发展" in set(words["word"])
    True
    """
    if by not in {"report", "corpus"}:
        raise CorpusError(f"by={by!r}: use 'report' or 'corpus'")
    measured = scopes(corpus, part=part)
    counts = measured_words(corpus, measured)
    keys = ["report_id"] if by == "report" else []
    totals = counts.groupby(["report_id", "word"], sort=False)["count"].sum().rename("mentions").reset_index()
    totals["reports"] = totals.groupby("word")["report_id"].transform("size")
    if keys:
        totals["words"] = totals.groupby("report_id")["mentions"].transform("sum")
    else:
        totals = totals.groupby("word").agg(mentions=("mentions", "sum"), reports=("reports", "first")).reset_index()
        totals["words"] = totals["mentions"].sum()
    if not keep_stop_words:
        subject = totals["word"].str.contains(_HAN) & ~totals["word"].isin(stop_words())
        # 二〇二五, 十四, 三十: numbers written in Han characters
        totals = totals[subject & ~totals["word"].str.fullmatch(r"[〇零一二两三四五六七八九十百千万亿]+")]
    totals = totals[totals["mentions"] >= minimum]
    totals["rate"] = totals["mentions"] / totals["words"] * 10_000
    ranked = totals.groupby("report_id")["mentions"] if keys else totals["mentions"]
    totals["rank"] = ranked.rank(method="min", ascending=False).astype("int64")
    columns = ["word", "mentions", "words", "rate", "rank", "reports"]
    if keys:
        order = {report_id: i for i, report_id in enumerate(corpus.reports["report_id"])}
        totals = totals.join(corpus.reports.set_index("report_id")[["year", "place"]], on="report_id")
        totals = totals.assign(order=totals["report_id"].map(order))
        columns = ["report_id", "year", "place", *columns]
    else:
        totals = totals.assign(order=0)
    totals = totals.sort_values(["order", "mentions", "word"], ascending=[True, False, True], ignore_index=True)
    frame = totals[columns]
    return labelled(
        frame,
        about(
            "word_frequencies",
            (corpus, measured),
            count="word",
            denominator="words",
            per=10_000,
        ),
    )
