"""Topics that nobody wrote down in advance, with how firm they are."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.bootstrap import require_draws, require_seed
from analysis.measure.tally import scopes
from analysis.measure.topic_chance import beyond_chance
from analysis.measure.topic_choice import COMPARED, DISSOLVED, STABLE, candidates, choose, coherence_of
from analysis.measure.topic_fit import METHODS, Fit
from analysis.measure.topic_labels import term_table
from analysis.measure.topic_prevalence import shares
from analysis.measure.topic_result import NO_TOPIC, UNPLACED, Topics
from analysis.measure.topic_table import firmness, named, topic_table
from analysis.measure.topic_words import DocumentTerms, document_terms
from analysis.topic_label_file import read_labels

# A document fits a topic if it is more like it than 95 of 100 documents are like a topic that is not theirs, and is no
# outlier among the topic's own (Tukey 1977: not 1.5 times the distance of the quartiles below the lower one).
_CHANCE = 0.95
_FENCE = 1.5
_CHANCE_ONLY = {
    "en": "the topics are no more than those of the same documents with their words dealt out by chance",
    "zh": "这些话题与把词语随机打乱后得到的话题无异，故均不算稳固。",
}
_INCOHERENT = "the terms of topics stand together no more than by chance"
# Fewer documents than this carry no topics: a fit on four fifths of them hangs on single paragraphs.
_FEWEST = {"paragraph": 60, "sentence": 60, "report": 20}
# In how many sentences a word must stand where a corpus has too few paragraphs.
_MINIMUM_OF_SENTENCES = 3
_MINIMUM = 5
_FEWEST_TERMS = 10


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
    minimum: int = _MINIMUM,
    resamples: int = 30,
    draws: int = 1000,
    seed: int = 0,
) -> Topics:
    """Cluster the paragraphs of reports into topics and say how firm each is.

    Words are those of the bundled lexicon's segmenter, weighted by idf x DPnorm^4, so that the verbs of the genre,
    which stand evenly everywhere, weigh little. The default groups paragraphs by k-means in a latent semantic space,
    which on real reports agrees better with themes and headings than the other methods (benchmarks/README.md).

    Parameters
    ----------
    corpus
        The reports, with texts or features.
    unit
        ``"paragraph"``, ``"sentence"`` or ``"report"``. A corpus with fewer than 60 paragraphs is measured by sentence,
        and the attrs say so in ``unit`` and ``notes``.
    n_topics
        A number, or ``"auto"``: of 2 to 50 the number with the highest stability x coherence.
    method
        ``"kmeans"``, ``"nmf"`` (non-negative matrix factorisation) or ``"lda"`` (latent Dirichlet allocation; slow with
        ``"auto"``).
    by
        ``"year"`` or ``"place"``: what prevalence is measured for. Default: the place where years have several reports.
    part
        As in :func:`theme_frequencies`, but by default all of each report.
    codebook
        Whose themes name topics in English where the glossary lacks one of their terms.
    labels
        A file of names given to earlier topics, written by ``Topics.write_labels`` and edited; a topic that shares a
        quarter of its top terms with an earlier one keeps that one's name.
    minimum
        Leave out words that stand in fewer documents (of sentences in place of paragraphs at most 3).
    resamples
        How many other fits the stability of topics is measured on, 2 or more. Numbers of topics are compared on the
        first six.
    draws
        Bootstrap draws for the intervals of prevalence.
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
    >>> found = measure.topics(two, n_topics=4, resamples=2, draws=100)
    >>> len(found.topics)
    4

    References
    ----------
    Deerwester et al. (1990) for the space; Hennig (2007) for stability; Röder, Both and Hinneburg (2015) for NPMI.
    """
    if method not in METHODS:
        raise CorpusError(f"method={method!r} is not known; use one of {', '.join(METHODS)}")
    if by not in {None, "year", "place"}:
        raise CorpusError(f"by={by!r} is not known; use 'year' or 'place'")
    require_seed(seed)
    require_draws(draws)
    for name, value, fewest, usual in (("resamples", resamples, 2, 30), ("minimum", minimum, 1, _MINIMUM)):
        if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < fewest:
            raise CorpusError(f"{name}={value!r}: use a whole number from {fewest}; {usual} is usual")
    book = codebooks.load(codebook)
    earlier = read_labels(labels) if labels is not None else []
    measured = scopes(corpus, part=part)
    words, used, notes = _words(corpus, measured, unit, minimum)
    minimum = minimum if used == unit else min(minimum, _MINIMUM_OF_SENTENCES)
    numbers = candidates(len(words.documents)) if n_topics == "auto" else [_number(n_topics, words)]
    choice, fit, returned = choose(words, numbers, method=method, resamples=resamples, seed=seed)
    coherent, beyond = coherence_of(words, fit), beyond_chance(words, fit, method=method, seed=seed)
    if (returned.mean() < DISSOLVED or not beyond or not np.nanmean(coherent) > 0) and n_topics == "auto":
        why = f"they share only {returned.mean():.0%} of members with their like in a new fit (Jaccard)"
        why = _CHANCE_ONLY["en"] if not beyond else why if returned.mean() < DISSOLVED else _INCOHERENT
        short = f"{notes[0]['en']}, and " if notes else ""
        raise CorpusError(
            f"no stable topics: {short}of {len(words.documents)} {used}s {why}; add reports, "
            "ask for a number of topics to look at them all the same, or count themes of a codebook"
        )
    if not beyond:
        notes.append(_CHANCE_ONLY)
    topic, fitting = _assign(words, fit)
    fit, returned, coherent, topic = _by_size(fit, returned, coherent, topic)
    terms = term_table(words, fit.weight, topic)
    names, unfound = named(words, fit, terms, book, earlier)
    firm = firmness(returned, np.bincount(topic[topic >= 0], minlength=len(names)), beyond=beyond)
    table = topic_table(words, names, firm, coherent, topic, fitting)
    if near := int(table["firmness"].eq("borderline").sum()):
        notes.append(
            {
                "en": f"{near} of {len(table)} topics lie so near {STABLE} that other resamples may put them across",
                "zh": f"{len(table)}个话题中有{near}个的稳定性与{STABLE}相差无几，换一批重抽样可能得出相反判断。",
            }
        )
    by = by or ("place" if corpus.reports["year"].duplicated().any() else "year")
    assignments = words.documents[["document", "report_id", "unit"]].assign(topic=topic + 1, fit=fitting)
    group = assignments["report_id"].map(corpus.reports.set_index("report_id")[by]).rename(by)
    labels_of = table[["topic", "label_zh", "label_en", "stable"]]
    sized = table[["topic", "label_zh", "label_en", "size", "stability", "stable"]]
    prevalence = shares(group, assignments["topic"], [NO_TOPIC, *table["topic"]], draws=draws, seed=seed)
    if unfound:
        notes.append(
            {
                "en": f"{len(unfound)} of {len(earlier)} earlier names found no topic like theirs",
                "zh": f"{len(earlier)}个旧名称中有{len(unfound)}个找不到相似的话题。",
            }
        )
    facts = {"unit": used, "method": method, "seed": seed, "resamples": resamples, "by": by, "minimum": minimum}
    attrs = about("topics", (corpus, measured), notes=notes, n_topics=len(table), documents=len(assignments), **facts)
    frames = {
        "topics": table,
        "terms": sized.merge(terms.assign(topic=terms["topic"] + 1), on="topic", how="right"),
        "assignments": assignments,
        "prevalence": prevalence.merge(pd.concat([labels_of, UNPLACED]), on="topic", how="left"),
        "choice": choice,
    }
    frames = {name: labelled(frame, attrs | {"measure": f"topics_{name}"}) for name, frame in frames.items()}
    frames["prevalence"].attrs["draws"] = draws
    frames["choice"].attrs["resamples"] = min(resamples, COMPARED)
    return Topics(**frames, words=words, names=(*names, *unfound))


def _words(corpus: Corpus, measured, unit: str, minimum: int) -> tuple[DocumentTerms, str, list[dict]]:
    """Return the words of the documents, the unit, and what to note: of a short corpus the documents are sentences."""
    words = document_terms(corpus, measured, unit=unit, minimum=minimum)
    here, notes = len(words.documents), []
    if minimum > _MINIMUM and (here < _FEWEST[unit] or len(words.terms) < _FEWEST_TERMS):
        usual = document_terms(corpus, measured, unit=unit, minimum=_MINIMUM)
        if len(usual.documents) >= _FEWEST[unit]:
            raise CorpusError(
                f"minimum={minimum}: of {len(usual.documents)} {unit}s {here} keep enough words that stand in so many; "
                f"give a lower minimum ({_MINIMUM} is usual)"
            )
    if unit == "paragraph" and here < _FEWEST[unit]:
        words = document_terms(corpus, measured, unit="sentence", minimum=min(minimum, _MINIMUM_OF_SENTENCES))
        few = f"{here} paragraphs with enough words are too few for topics ({_FEWEST[unit]} needed)"
        notes = [
            {
                "en": f"{few}, so sentences are grouped",
                "zh": f"有足够词语的段落仅{here}个，不足以划分话题（需{_FEWEST[unit]}个），故按句子聚类。",
            }
        ]
        unit = "sentence"
    found = len(words.documents)
    if found < _FEWEST[unit] or len(words.terms) < _FEWEST_TERMS:
        before = f"{here} paragraphs and " if notes else ""
        raise CorpusError(
            f"{before}{found} {unit}s with enough words are too few for topics ({_FEWEST[unit]} are needed); "
            "add reports, or count themes of a codebook instead"
        )
    return words, unit, notes


def _number(n_topics, words: DocumentTerms) -> int:
    most = min(words.counts.shape) // 2
    if isinstance(n_topics, bool) or not isinstance(n_topics, int | np.integer) or not 2 <= n_topics <= most:
        raise CorpusError(f"n_topics={n_topics!r}: use 'auto' or a whole number from 2 to {most}")
    return int(n_topics)


def _assign(words: DocumentTerms, fit) -> tuple[np.ndarray, np.ndarray]:
    """Return the topic of each document (-1: fits none) and its cosine with it.

    What counts as fitting is measured on the documents themselves: their cosines with the topics that are not theirs.
    """
    cosine = np.round(np.asarray(words.weighted @ fit.weight.T), 6)
    every = np.arange(len(cosine))
    own = cosine[every, fit.topic]
    others = np.delete(cosine.ravel(), every * cosine.shape[1] + fit.topic)
    fences = pd.Series(own).groupby(fit.topic).quantile([0.25, 0.75]).unstack()
    fence = (fences[0.25] - _FENCE * (fences[0.75] - fences[0.25])).to_numpy()
    fits = (own > np.quantile(others, _CHANCE)) & (own >= fence[fit.topic])
    return np.where(fits, fit.topic, -1), own


def _by_size(fit: Fit, returned, coherent, topic):
    """Return the same with the topics in order of their documents, the most first; of equal ones the first found."""
    order = np.argsort(-np.bincount(topic[topic >= 0], minlength=len(fit.weight)), kind="stable")
    number = np.append(np.argsort(order), -1)  # the last is that of -1
    return Fit(number[fit.topic], fit.weight[order]), returned[:, order], coherent[order], number[topic]
