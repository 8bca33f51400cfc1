"""Which phrases are new this year, which are gone, and which are back after years of silence."""

from numbers import Integral

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.codebook import Codebook
from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.counting import longest_only, theme_hits
from analysis.measure.tally import scopes
from analysis.provenance import year_spans
from analysis.vocabulary import lexicon


def new_gone_back(corpus: Corpus, year: int, *, codebook="policy", gone_minimum: int = 2) -> pd.DataFrame:
    """List the phrases of the lexicon that a year's report uses for the first time, again, or no longer.

    Parameters
    ----------
    corpus
        The reports of one place over the years; the whole reports are searched, every occurrence counted.
    year
        The year to look at.
    codebook
        Phrases none of its themes covers are marked.
    gone_minimum
        A phrase counts as gone only if the report before used it this often.

    Returns
    -------
    DataFrame
        One row a phrase (key: phrase), new ones first, then back, then gone: phrase, status (new: in no earlier
        report of the corpus; back: not in the report before, but in an earlier one; gone: in the report before and
        not in this one), mentions (this year; for gone ones in the report before), last_year (when it was last used
        before this year), silent_years (years since then; new ones have neither), themes (ids of the codebook's themes
        that cover it; empty: no theme does). A phrase that stands only inside longer ones is not listed.
        ``attrs["searched"]`` has the first and last year searched and the years between that are missing.

    Raises
    ------
    CorpusError
        Where the year, or any year before it, is not in the corpus, or a year has two reports.

    Examples
    --------
    >>> from analysis import measure, read
    >>> phrases = measure.new_gone_back(read.corpus("national"), 2024)
    >>> "新质生产力" in set(phrases.query("status == 'new'")["phrase"])
    True
    """
    require_corpus(corpus)
    reports = corpus.reports.dropna(subset=["year"]).sort_values("year")
    if not isinstance(year, Integral) or year not in {int(y) for y in reports["year"]}:
        number = "" if isinstance(year, Integral) else "; give one year, as a whole number"
        raise CorpusError(f"no report of {year!r} in this corpus; it has {_span(corpus)}{number}")
    if not isinstance(gone_minimum, int) or gone_minimum < 1:
        raise CorpusError(f"gone_minimum={gone_minimum!r}: use a whole number from 1")
    year = int(year)
    reports = reports[reports["year"] <= year]
    years = [int(y) for y in reports["year"]]
    if len(set(years)) < len(years):
        raise CorpusError("several reports have the same year; select one place: corpus.select(place=...)")
    if len(years) < 2:
        raise CorpusError(f"no report before {year} in this corpus, so nothing can be called new")
    book = codebooks.load(codebook)
    used = corpus.select(report_id=reports["report_id"].tolist())
    hits = used.hits(lexicon())
    when = used.sentences["report_id"].map(dict(zip(reports["report_id"], years, strict=True))).to_numpy()
    table = (
        pd.DataFrame({"phrase": hits["term"].astype("str"), "year": when[hits["row"]]})
        .groupby(["phrase", "year"]).size().unstack(fill_value=0).reindex(columns=years, fill_value=0)
    )  # fmt: skip
    # A phrase that only ever stands inside a longer one this year is that one, not itself.
    alone = longest_only(hits)
    own = set(alone["term"].astype("str")[when[alone["row"]] == year])
    before = set(alone["term"].astype("str")[when[alone["row"]] == years[-2]])
    now, earlier = table[year], table[years[:-1]]
    last = earlier.gt(0).apply(lambda row: max((y for y in years[:-1] if row[y]), default=0), axis=1)
    status = pd.Series("", index=table.index)
    status[(now > 0) & (last == 0) & table.index.isin(own)] = "new"
    status[(now > 0) & (last > 0) & (last < years[-2]) & table.index.isin(own)] = "back"
    status[(now == 0) & (earlier[years[-2]] >= gone_minimum) & table.index.isin(before)] = "gone"
    table = table[status != ""]
    status, last = status[table.index], last[table.index]
    frame = pd.DataFrame(
        {
            "phrase": table.index,
            "status": status.to_numpy(),
            "mentions": np.where(status == "gone", table[years[-2]], table[year]),
            "last_year": last.where(last > 0).astype("Int64").array,
            "silent_years": (year - last).where(last > 0).astype("Int64").array,
            "themes": _themes(table.index, book),
        }
    )
    rank = frame["status"].map({"new": 0, "back": 1, "gone": 2})
    order = np.lexsort((frame["phrase"], -frame["mentions"], rank))
    missing = sorted(set(range(years[0], year)) - set(years))
    span = {
        "zh": f"检索范围：{years[0]}–{year}年" + (f"（{year_spans(missing, 'zh')}年无报告）。" if missing else "。"),
        "en": f"searched: {years[0]} to {year}" + (f", without {year_spans(missing)}" if missing else ""),
    }
    return labelled(
        frame.iloc[order].reset_index(drop=True),
        about(
            "new_gone_back",
            (used, scopes(used, part="all")),
            count="every",
            codebook=book.describe(),
            year=year,
            searched={"first": years[0], "last": year, "missing": missing},
            gone_minimum=gone_minimum,
            notes=[span],
        ),
    )


def _themes(phrases, book: Codebook) -> list[str]:
    from analysis.report import Report

    # Each phrase is a report of its own, so that it counts as it would in one.
    texts = Corpus.from_reports([Report(id=str(i), title="", paragraphs=(phrase,)) for i, phrase in enumerate(phrases)])
    hits = theme_hits(texts, book)
    themes = pd.Series([book.themes[i].id for i in hits["theme"]], dtype="object")
    found = themes.groupby(texts.sentences["report_id"].to_numpy()[hits["row"]]).agg(
        lambda s: " ".join(dict.fromkeys(s))
    )
    return [found.get(str(i), "") for i in range(len(phrases))]


def _span(corpus: Corpus) -> str:
    years = sorted(int(y) for y in corpus.reports["year"].dropna().unique())
    return f"{years[0]} to {years[-1]}" if years else "no years"
