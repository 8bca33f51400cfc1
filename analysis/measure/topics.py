"""Topics that nobody wrote down in advance, with how firm they are."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.bootstrap import require_seed, require_whole
from analysis.measure.tally import scopes
from analysis.measure.topic_chance import beyond_chance
from analysis.measure.topic_choice import COMPARED, DISSOLVED, STABLE, candidates, choose, coherence_of
from analysis.measure.topic_documents import MINIMUM, Documents, topic_documents
from analysis.measure.topic_fit import METHODS
from analysis.measure.topic_labels import term_table
from analysis.measure.topic_members import by_size, fitting
from analysis.measure.topic_prevalence import INTERVALS, shares
from analysis.measure.topic_result import NO_TOPIC, UNPLACED, Topics
from analysis.measure.topic_table import firmness, named, topic_table
from analysis.topic_label_file import read_labels

_CHANCE_ONLY = {
    "en": "the topics are no more than those of the same documents with their words dealt out by chance",
    "zh": "这些话题与把词语随机打乱后得到的话题无异，故均不算稳固。",
}
_INCOHERENT = "the terms of topics stand together no more than by chance"


def topics(
    corpus: Corpus,
    *,
    unit: str = "paragraph",
    n_topics: int | str = "auto",
    method: str = "kmeans",
    by: str | None = None,
    part: str | None = "all",
    codebook="policy",
    labels=None,
    minimum: int = MINIMUM,
    resamples: int = 30,
    seed: int = 0,
) -> Topics:
    """Cluster the paragraphs of reports into topics and say how firm each is.

    Words are those of two Han characters and more of the bundled lexicon's segmenter, weighted by idf x DPnorm^4, so
    that the verbs of the genre, which stand evenly everywhere, weigh little (not with ``"lda"``, whose model is one of
    plain counts). The default groups paragraphs by k-means in a latent semantic space,
    which on real reports agrees better with themes and headings than the other methods (benchmarks/README.md).

    Parameters
    ----------
    corpus
        The reports, with texts or features.
    unit
        ``"paragraph"``, ``"sentence"`` or ``"report"``. A corpus with fewer than 60 paragraphs of three such words and
        more is measured by sentence, and the attrs say so in ``unit`` and ``notes``.
    n_topics
        A number, or ``"auto"``: of 2 to 10, 12, 15, 20, 25, 30, 40 and 50, with 15 documents each on average, the one
        with the highest stability x coherence.
    method
        ``"kmeans"``, ``"nmf"`` (non-negative matrix factorisation) or ``"lda"`` (latent Dirichlet allocation; slow with
        ``"auto"``).
    by
        ``"year"`` or ``"place"``: what prevalence is measured for. Default: the place where years have several reports,
        or none is known.
    part
        As in :func:`theme_frequencies`, but by default all of each report.
    codebook
        Whose themes name topics in English where the glossary lacks one of their terms.
    labels
        A file of names given to earlier topics, written by ``Topics.write_labels`` and edited; a topic that shares a
        quarter of its top terms with an earlier one keeps the name an editor gave to that.
    minimum
        Leave out words that stand in fewer documents (of sentences in place of paragraphs at most 3).
    resamples
        How many other fits the stability of topics is measured on, 2 or more. Numbers of topics are compared on the
        first six.
    seed
        Seed of all random numbers.

    Returns
    -------
    Topics
        A frozen result of five frames; see :class:`Topics`.

    Raises
    ------
    CorpusError
        Where there is too little text, or with ``"auto"`` no stable topics: they do not come back, or are no more than
        those of the same documents with their words dealt out by chance.

    Examples
    --------
    >>> from analysis import measure, read
    >>> two = read.corpus("national").select(year=[2024, 2025])
    >>> found = measure.topics(two, n_topics=4, resamples=2)
    >>> len(found.topics)
    4

    References
    ----------
    Deerwester et al. (1990) for the space; Hennig (2007) for stability; Röder, Both and Hinneburg (2015) for NPMI.
    """
    if method not in METHODS:
        raise CorpusError(f"method={method!r} is not known; use one of {', '.join(METHODS)}")
    if by not in (None, "year", "place"):
        raise CorpusError(f"by={by!r} is not known; use 'year' or 'place'")
    require_seed(seed)
    require_whole("resamples", resamples, 2, usual=30)
    require_whole("minimum", minimum, 1, usual=MINIMUM)
    book = codebooks.load(codebook)
    earlier = read_labels(labels) if labels is not None else []
    measured = scopes(corpus, part=part)
    documents = topic_documents(corpus, measured, unit=unit, minimum=minimum)
    words, unit, notes = documents.words, documents.unit, list(documents.notes)
    numbers = candidates(len(words.documents)) if n_topics == "auto" else [_number(n_topics, documents)]
    choice, fit, returned = choose(words, numbers, method=method, resamples=resamples, seed=seed)
    coherent, beyond = coherence_of(words, fit), beyond_chance(words, fit, method=method, seed=seed)
    if not beyond:
        notes.append(_CHANCE_ONLY)
    topic, like = fitting(words, fit, beyond=beyond, seed=seed)
    fit, returned, coherent, topic = by_size(fit, returned, coherent, topic)
    firm = firmness(returned, np.bincount(topic[topic >= 0], minlength=len(fit.weight)), beyond=beyond)
    if n_topics == "auto":
        _require_firm(documents, firm, coherent, beyond=beyond)
    terms = term_table(words, fit.weight, topic)
    names, unfound = named(words, fit, terms, book, earlier)
    table = topic_table(words, names, firm, coherent, topic, like)
    by = by or _told_apart(corpus.reports)
    assignments = words.documents[["document", "report_id", "unit"]].assign(topic=topic + 1, fit=like)
    group = assignments["report_id"].map(corpus.reports.set_index("report_id")[by]).rename(by)
    group = group.mask(group == "")
    notes += _notes(table, numbers, unfound, len(earlier), group) + _repeats(corpus.reports)
    sized = table[["topic", "label_zh", "label_en", "size", "stability", "stable"]]
    labels_of = pd.concat([table[UNPLACED.columns], UNPLACED])
    facts = {"unit": unit, "method": method, "seed": seed, "resamples": resamples, "by": by}
    facts |= {"minimum": documents.minimum, "n_topics": len(table), "documents": len(assignments)}
    attrs = about("topics", (corpus, measured), notes=notes, **facts)
    frames = {
        "topics": table,
        "terms": sized.merge(terms.assign(topic=terms["topic"] + 1), on="topic", how="right"),
        "assignments": assignments,
        "prevalence": shares(group, assignments["topic"], [NO_TOPIC, *table["topic"]]).merge(
            labels_of, on="topic", how="left"
        ),
        "choice": choice,
    }
    frames = {name: labelled(frame, attrs | {"measure": f"topics_{name}"}) for name, frame in frames.items()}
    frames["prevalence"].attrs["intervals"] = INTERVALS
    # The curve is of the few resamples that all numbers are compared on, and of no single topic.
    frames["choice"].attrs |= {"resamples": min(resamples, COMPARED), "notes": list(documents.notes)}
    return Topics(**frames, words=words, names=(*names, *unfound))


def _number(n_topics, documents: Documents) -> int:
    most = min(documents.words.counts.shape) // 2
    if isinstance(n_topics, bool) or not isinstance(n_topics, int | np.integer) or not 2 <= n_topics <= most:
        raise CorpusError(f"n_topics={n_topics!r}: use 'auto' or a whole number from 2 to {most}")
    return int(n_topics)


def _require_firm(documents: Documents, firm: pd.DataFrame, coherent: np.ndarray, *, beyond: bool) -> None:
    """Raise CorpusError, which says why, where no number of topics gives any that can be trusted."""
    returned = firm["stability"].mean()
    if not beyond:
        why = _CHANCE_ONLY["en"]
    elif returned < DISSOLVED or not firm["stable"].any():
        why = f"topics share {returned:.0%} of members with their like in a new fit (Jaccard), and "
        why += f"{int(firm['stable'].sum())} of {len(firm)} share {STABLE:.0%}"
    elif not np.nanmean(coherent) > 0:
        why = _INCOHERENT
    else:
        return
    short = "".join(f"{note['en']}, and " for note in documents.notes)
    raise CorpusError(
        f"no stable topics: {short}of {len(documents.words.documents)} {documents.unit}s {why}; add reports, "
        "ask for a number of topics to look at them all the same, or count themes of a codebook"
    )


def _told_apart(reports: pd.DataFrame) -> str:
    """Return what tells reports apart, the year or the place."""
    years = reports["year"].dropna()
    return "place" if years.duplicated().any() or years.empty else "year"


def _repeats(reports: pd.DataFrame) -> list[dict[str, str]]:
    """Return a note where a report is there twice: what two texts share word for word is a stable topic."""
    known = reports[reports["year"].notna() & (reports["place"] != "")]
    if not (twice := int(known.duplicated(["place", "year"]).sum())):
        return []
    en = f"{twice} of {len(reports)} reports have the place and year of another; if they are copies, leave them out"
    return [{"en": en, "zh": f"{len(reports)}份报告中有{twice}份与另一份地区和年份相同；若为同一报告的副本，请删去。"}]


def _notes(table: pd.DataFrame, numbers: list[int], unfound, earlier: int, group: pd.Series) -> list[dict[str, str]]:
    """Return what a reader must know of the topics, in both languages."""
    notes, found = [], len(table)
    if len(numbers) == 1 and found < numbers[0]:
        en = f"of {numbers[0]} topics asked for {found} are the best for any document"
        notes.append({"en": en, "zh": f"要求的{numbers[0]}个话题中，只有{found}个分到了文本。"})
    if near := int(table["firmness"].eq("borderline").sum()):
        en = f"{near} of {found} topics lie so near {STABLE} that other resamples may put them across"
        zh = f"{found}个话题中有{near}个的稳定性与{STABLE}相差无几，换一批重抽样可能得出相反判断。"
        notes.append({"en": en, "zh": zh})
    if unfound:
        en = f"{len(unfound)} of {earlier} earlier names found no topic like theirs"
        notes.append({"en": en, "zh": f"{earlier}个旧名称中有{len(unfound)}个找不到相似的话题。"})
    if lost := int(group.isna().sum()):
        en = f"{lost} of {len(group)} documents are of reports without a {group.name} and in no share"
        zh = f"{len(group)}个文本中有{lost}个所属报告缺少{'年份' if group.name == 'year' else '地区'}，未计入比例。"
        notes.append({"en": en, "zh": zh})
    return notes
