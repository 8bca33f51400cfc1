"""How strongly a report speaks of something: the verbs and degree words that stand with a term in its clauses."""

import re

import pandas as pd

from analysis.corpus import Corpus
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.counting import require_term
from analysis.measure.tally import measured_rows, scopes
from analysis.text.match import is_regex
from analysis.text.segment import segmenter
from analysis.text.sentences import clauses
from analysis.vocabulary import segmented, strengths

# jieba's tags: verbs, adverbs, adjectives (also used as adverbs). Not vn, a verb used as a noun: the 体育 of 体育消费.
_GOVERNING = {"v": "verb", "d": "degree", "a": "degree", "ad": "degree", "z": "degree"}
_NUMBERING = re.compile("[一二三四五六七八九十]+是")  # 三是深化改革: to jieba a verb


def wording(corpus: Corpus, term: str, *, part: str | None = "all") -> pd.DataFrame:
    """Count the verbs and degree words that stand before a term in the same clause, year by year.

    A governing word stands before the term, with no other clause between: 加快 in 加快发展绿色产业. Words of
    strength are those of ``data/lexicons/strength.csv`` (a small reviewed table: 1 cautious to 5 resolute) whatever
    their part of speech; other verbs, adverbs and adjectives (the 宽松 of 适度宽松的货币政策) of two characters or more
    are counted without a strength. A clause counts once, for what stands before the term's first occurrence in it.

    Parameters
    ----------
    corpus
        Reports with texts. Of the bundled national reports, whole, the terms of ``analysis.derive.WATCHED`` (货币政策,
        就业 and others) are answered without.
    term
        The term, or a regular expression between slashes.
    part
        As in :func:`theme_frequencies`; the whole reports are the default.

    Returns
    -------
    DataFrame
        One row per report and governing word (key: report_id, word), by report, most frequent first: report_id, year,
        place, term, word, kind (verb, or degree: adverbs and adjectives), strength (1-5, or missing), times, clauses
        (in which the term stands in this report).

    Raises
    ------
    MissingTextError
        Where the corpus has no texts.
    CorpusError
        Where the term is empty or no text.

    Examples
    --------
    >>> from analysis import measure
    >>> from analysis.corpus import Corpus, Report
    >>> report = Report(id="a", title="", year=2025, paragraphs=("加快发展低空经济，稳步推进改革。",))
    >>> measure.wording(Corpus.from_reports([report]), "改革")["word"].tolist()
    ['推进', '稳步']
    """
    require_term(term, "term")
    measured = scopes(corpus, part=part)
    shipped = _shipped(corpus, term) if part == "all" and not corpus.has_texts else None
    if shipped is None:
        corpus.require_texts("reading the words around a term")
        shipped = _counted(corpus, term, measured_rows(measured, len(corpus.sentences)))
    facts = corpus.reports.set_index("report_id")[["year", "place"]]
    table = shipped.join(facts, on="report_id")
    table["order"] = table["report_id"].map({report_id: i for i, report_id in enumerate(facts.index)})
    table = table.sort_values(["order", "times", "word"], ascending=[True, False, True], ignore_index=True)
    columns = ["report_id", "year", "place", "term", "word", "kind", "strength", "times", "clauses"]
    return labelled(
        table[columns].astype({"strength": "Int64", "year": "Int64"}), about("wording", (corpus, measured), term=term)
    )


def _shipped(corpus: Corpus, term: str) -> pd.DataFrame | None:
    from analysis.catalog import derived

    table = derived("wording", corpus)
    return None if table is None or not (own := table["term"].eq(term)).any() else table[own]


def _counted(corpus: Corpus, term: str, inside) -> pd.DataFrame:
    strength = strengths()
    cut = segmenter(segmented() if is_regex(term) else segmented().union([term]))
    pattern = re.compile(term[1:-1] if is_regex(term) else re.escape(term))
    counted, owners = corpus.counted, corpus.sentences["report_id"].tolist()
    rows, total = [], {}
    for row in [i for i, text in enumerate(counted) if inside[i] and pattern.search(text)]:
        for clause in clauses(counted[row]):
            at = pattern.search(clause.text)
            if not at:
                continue
            total[owners[row]] = total.get(owners[row], 0) + 1
            for word, tag in cut.tag(clause.text[: at.start()]):
                kind = _GOVERNING.get(tag)
                if word in strength:
                    rows.append((owners[row], word, strength[word][0], strength[word][1]))
                elif kind and len(word) > 1 and not _NUMBERING.fullmatch(word):
                    rows.append((owners[row], word, kind, pd.NA))
    found = pd.DataFrame(rows, columns=["report_id", "word", "kind", "strength"])
    table = found.groupby(["report_id", "word", "kind"], sort=False).agg(
        times=("word", "size"), strength=("strength", "first")
    )
    table = table.reset_index().assign(term=term)
    return table.assign(clauses=table["report_id"].map(total).astype("int64"))
