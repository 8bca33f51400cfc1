"""Which sentences a report copied from an earlier one, which it changed, and which are new."""

from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.slices import slice_of
from analysis.measure.tally import scopes
from analysis.text.align import STATUSES, align, changed_words
from analysis.text.segment import segmenter

_PLACE = ["paragraph", "sentence"]


def novelty(corpus: Corpus, year, *, against, part: str | None = "all") -> pd.DataFrame:
    """Compare a report with an earlier one sentence by sentence.

    Parameters
    ----------
    corpus
        Reports with texts. A bundled report, whole, against the one before it of its place is answered without.
    year, against
        The report and the earlier one: a year, report id or place that names one report each.
    part
        As in :func:`theme_frequencies`; the whole reports are the default.

    Returns
    -------
    DataFrame
        One row a sentence (key: report_id, paragraph, sentence): report_id, year, paragraph, sentence, han, status,
        old_id, old_paragraph, old_sentence (where it comes from), similarity (0-1). Status of the report's own
        sentences: kept (the same but for punctuation), moved (the same, in another order), reworded, new; then those
        of the earlier report that live on in none: dropped. Headings count as sentences. A sentence in which a number
        changed is never kept. ``attrs["dropped"]`` is how many were dropped, which a selection of rows no longer tells.

    Raises
    ------
    MissingTextError
        Where the corpus has no texts and the two reports are no bundled neighbours.
    CorpusError
        Where a side names no report, or several.

    Examples
    --------
    >>> from analysis import measure
    >>> from analysis.corpus import Corpus, Report
    >>> old = Report(id="a", title="", year=2024, paragraphs=("稳定就业，扩大内需。", "推进云岭新城建设。"))
    >>> new = Report(id="b", title="", year=2025, paragraphs=("稳定就业，扩大内需。", "发展低空经济产业。"))
    >>> measure.novelty(Corpus.from_reports([old, new]), 2025, against=2024)["status"].tolist()
    ['kept', 'new', 'dropped']
    """
    sides = [_one(corpus, against), _one(corpus, year)]
    measured = [scopes(side, part=part) for side in sides]
    frame = _shipped(*sides) if part == "all" and not all(side.has_texts for side in sides) else None
    if frame is None:
        for side in sides:
            side.require_texts("comparing sentences")
        frame = _aligned(*sides, measured)
    facts = pd.concat([side.reports.set_index("report_id")["year"] for side in sides])
    frame["year"] = frame["report_id"].map(facts[~facts.index.duplicated()]).array
    frame = frame.astype({"old_paragraph": "Int64", "old_sentence": "Int64"})
    columns = ["report_id", "year", *_PLACE, "han", "status", "old_id", "old_paragraph", "old_sentence", "similarity"]
    dropped = int((frame["status"] == "dropped").sum())
    return labelled(frame[columns], about("novelty", *zip(sides, measured, strict=True), dropped=dropped))


def _aligned(earlier: Corpus, later: Corpus, measured) -> pd.DataFrame:
    tables = [side.sentences.iloc[spans[0].rows] for side, spans in zip((earlier, later), measured, strict=True)]
    tables = [table[table["han"] > 0].reset_index(drop=True) for table in tables]
    matches, lives = align(tables[0]["text"].tolist(), tables[1]["text"].tolist())
    keys = ["report_id", *_PLACE, "han"]
    own = tables[1][keys].assign(status=[m.status for m in matches], similarity=[m.similarity for m in matches])
    source = np.array([m.old for m in matches], dtype=np.int64)
    old = tables[0][["report_id", *_PLACE]].add_prefix("old_").reset_index(drop=True)
    own = own.join(old.rename(columns={"old_report_id": "old_id"}).reindex(source).reset_index(drop=True))
    gone = tables[0][keys][~np.array(lives, dtype=bool)].assign(status="dropped", similarity=0.0)
    return pd.concat([own, gone], ignore_index=True)


def _shipped(earlier: Corpus, later: Corpus) -> pd.DataFrame | None:
    """Return the table that ships for a bundled report and the one before it of its place; None for others."""
    from analysis.catalog import derived

    table = derived("novelty", later)
    old, new = (side.reports["report_id"].item() for side in (earlier, later))
    if table is None or derived("novelty", earlier) is None or set(table["against"]) != {old}:
        return None
    gone = table["status"] == "dropped"
    table = table.assign(
        report_id=np.where(gone, old, new), old_id=table["against"].where(table["old_sentence"].notna())
    )
    lengths = pd.concat([side.sentences[["report_id", *_PLACE, "han"]] for side in (earlier, later)])
    table = table.astype({"status": "str", "old_id": "str"} | dict.fromkeys(_PLACE, "int64"))
    return table.merge(lengths, on=["report_id", *_PLACE], how="left")


def successions(corpus: Corpus) -> list[tuple[str, str]]:
    """Return (earlier, later) for each report that has one before it of its place, by year.

    Raises CorpusError where a place has two reports of one year, or no place has two years.
    """
    require_corpus(corpus)
    order = corpus.reports.dropna(subset=["year"]).sort_values("year", kind="stable")
    if order.duplicated(["place", "year"]).any():
        raise CorpusError("several reports have the same place and year; select one: corpus.select(report_id=...)")
    pairs = [pair for _, ids in order.groupby("place", sort=False)["report_id"] for pair in pairwise(ids)]
    if not pairs:
        raise CorpusError(
            "each report is compared with the one before it, and the corpus has no two years of one place; add another"
        )
    at = {report_id: i for i, report_id in enumerate(order["report_id"])}
    return sorted(pairs, key=lambda pair: at[pair[1]])


def recycled(corpus: Corpus, *, part: str | None = "all") -> pd.DataFrame:
    """Measure how much of each report stands in the one before it of the same place, year after year.

    Parameters
    ----------
    corpus
        The reports, of one place or several. For bundled reports a derived table answers without texts.
    part
        As in :func:`theme_frequencies`; the whole reports are the default.

    Returns
    -------
    DataFrame
        One row per report that has a predecessor of its place (key: report_id), by year: report_id, year,
        against (the year before it in the corpus), years_between, sentences, kept, moved, reworded, new (sentences),
        dropped (sentences of the earlier report), and kept_share, moved_share, reworded_share, new_share (of the
        report's Han characters, 0-1).

    Raises
    ------
    MissingTextError
        Where the corpus has no texts and no derived table ships with it.
    CorpusError
        Where a place has two reports of one year, or no place has two years.

    Examples
    --------
    >>> from analysis import measure, read
    >>> shares = measure.recycled(read.corpus("national"))
    >>> int(shares["year"].max())
    2025
    """
    pairs = successions(corpus)
    if not corpus.has_texts and part == "all":
        from analysis.catalog import derived

        table = derived("recycled", corpus, pairs=True)
        if table is not None:
            return labelled(table, _about(corpus, pairs, part))
    corpus.require_texts("comparing sentences")
    year = corpus.reports.set_index("report_id")["year"]
    rows = []
    for earlier, later in pairs:
        found = novelty(corpus, later, against=earlier, part=part)
        own = found[found["status"] != "dropped"]
        han = own.groupby("status")["han"].sum()
        count = found["status"].value_counts()
        row = {
            "report_id": later,
            "year": int(year[later]),
            "against": int(year[earlier]),
            "years_between": int(year[later] - year[earlier]),
            "sentences": len(own),
        }
        row |= {status: int(count.get(status, 0)) for status in (*STATUSES, "dropped")}
        row |= {f"{status}_share": han.get(status, 0) / max(1, own["han"].sum()) for status in STATUSES}
        rows.append(row)
    table = pd.DataFrame(rows)
    return labelled(table, _about(corpus, pairs, part))


def _about(corpus: Corpus, pairs: list[tuple[str, str]], part: str | None) -> dict:
    compared = {report_id for pair in pairs for report_id in pair}
    used = corpus.select(report_id=[i for i in corpus.reports["report_id"] if i in compared])
    return about("recycled", (used, scopes(used, part=part)))


def rewordings(corpus: Corpus, year, *, against, part: str | None = "all") -> pd.DataFrame:
    """List the words that changed in reworded sentences: 稳健 became 适度宽松.

    Parameters
    ----------
    corpus, year, against, part
        As in :func:`novelty`.

    Returns
    -------
    DataFrame
        One row a change (key: report_id, paragraph, sentence, before, after): before, after (words; one is empty where
        words were added or left out), times (how often this change was made), report_id, paragraph, sentence,
        similarity. Words that others took the place of come first; then the most frequent changes; then those in the
        sentences most alike, where little else was changed. A sentence of which less than half lives on is new, not
        reworded: looser pairs were tried, and of 60 read about a third had nothing to do with each other. For what now
        stands before a term, however the sentence around it was rewritten, see :func:`wording`.

    Raises
    ------
    MissingTextError
        Where the corpus has no texts.
    CorpusError
        Where a side names no report, or several.

    Examples
    --------
    >>> from analysis import measure
    >>> from analysis.corpus import Corpus, Report
    >>> old = Report(id="a", title="", year=2024, paragraphs=("实施稳健的货币政策。",))
    >>> new = Report(id="b", title="", year=2025, paragraphs=("实施适度宽松的货币政策。",))
    >>> changes = measure.rewordings(Corpus.from_reports([old, new]), 2025, against=2024)
    >>> changes[["before", "after"]].iloc[0].tolist()
    ['稳健', '适度宽松']
    """
    found = novelty(corpus, year, against=against, part=part)
    text = corpus.sentences.assign(counted=corpus.counted).set_index(["report_id", "paragraph", "sentence"])["counted"]
    cut = segmenter()  # jieba's own words: the lexicon's phrases would hide which word in them changed
    rows = []
    for row in found[found["status"] == "reworded"].itertuples():
        old = cut.words(text[row.old_id, row.old_paragraph, row.old_sentence])
        new = cut.words(text[row.report_id, row.paragraph, row.sentence])
        for before, after in changed_words(old, new):
            rows.append((before, after, row.report_id, row.paragraph, row.sentence, row.similarity))
    frame = pd.DataFrame(rows, columns=["before", "after", "report_id", "paragraph", "sentence", "similarity"])
    frame["times"] = frame.groupby(["before", "after"])["report_id"].transform("size") if len(frame) else 0
    replaced = frame["before"].ne("") & frame["after"].ne("")
    by = ["replaced", "times", "similarity", "paragraph", "sentence"]
    frame = frame.assign(replaced=replaced).sort_values(by, ascending=[False] * 3 + [True] * 2, ignore_index=True)
    columns = ["before", "after", "times", "report_id", "paragraph", "sentence", "similarity"]
    return labelled(frame[columns], found.attrs | {"measure": "rewordings"})


def _one(corpus: Corpus, what) -> Corpus:
    side = slice_of(corpus, what)
    if len(side) != 1:
        raise CorpusError(f"{what!r} names {len(side)} reports, and sentences are compared report by report; name one")
    return side
