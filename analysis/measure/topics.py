"""Topics that nobody wrote down in advance, with how firm they are."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.bootstrap import interval, weights
from analysis.measure.tally import scopes
from analysis.measure.topic_choice import STABLE, candidates, choose, top_terms
from analysis.measure.topic_fit import METHODS
from analysis.measure.topic_labels import labels, term_table
from analysis.measure.topic_words import DocumentTerms, document_terms

# Below this cosine with its best topic a document fits none.
_FITS = 0.12
_EXEMPLARY = 10
# Fewer documents than this carry no topics: a fit on four fifths of them hangs on single paragraphs.
_FEWEST = {"paragraph": 60, "sentence": 60, "report": 20}
_OUTLIER = -1


@dataclass(frozen=True)
class Topics:
    """What :func:`topics` found.

    - ``topics`` (key: topic): topic, label_zh, label_en, size (documents), coherence (NPMI of the ten top terms),
      stability (0-1), stable (bool), top_terms, exemplary (ids of ten typical documents).
    - ``terms`` (key: topic, term): topic, rank, term, weight, lift, exclusivity, score.
    - ``assignments`` (key: document): document, report_id, unit, topic (-1: fits none), fit (cosine, 0-1).
    - ``prevalence`` (key: by, topic): year or place, topic, share (% of its documents), low, high (95% interval),
      documents.
    - ``choice`` (key: n_topics): n_topics, stability, coherence, score, chosen.
    """

    topics: pd.DataFrame
    terms: pd.DataFrame
    assignments: pd.DataFrame
    prevalence: pd.DataFrame
    choice: pd.DataFrame


def topics(
    corpus: Corpus,
    *,
    unit: str = "paragraph",
    n_topics: int | str = "auto",
    method: str = "nmf",
    by: str = "year",
    part: str | None = "all",
    minimum: int = 5,
    resamples: int = 5,
    draws: int = 1000,
    seed: int = 0,
) -> Topics:
    """Cluster the paragraphs of reports into topics and say how firm each is.

    Parameters
    ----------
    corpus
        The reports, with texts or features.
    unit
        ``"paragraph"``, ``"sentence"`` or ``"report"``. A corpus with too few paragraphs is measured by sentence, and
        the attrs say so in ``unit`` and ``fallback``.
    n_topics
        A number, or ``"auto"``: the number with the best stability and coherence together.
    method
        ``"nmf"``, ``"kmeans"`` or ``"lda"``.
    by
        ``"year"`` or ``"place"``: what prevalence is measured for.
    part
        As in :func:`theme_frequencies`, but by default all of each report.
    minimum
        Leave out words that stand in fewer documents.
    resamples
        How many other fits stability is measured on.
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
        Where there is too little text, or with ``"auto"`` no stable topics.

    Examples
    --------
    >>> from analysis import measure, read
    >>> two = read.corpus("national").select(year=[2024, 2025])
    >>> found = measure.topics(two, n_topics=4, resamples=2, draws=50)
    >>> len(found.topics)
    4
    """
    if method not in METHODS:
        raise CorpusError(f"method={method!r} is not known; use one of {', '.join(METHODS)}")
    if by not in {"year", "place"}:
        raise CorpusError(f"by={by!r} is not known; use 'year' or 'place'")
    measured = scopes(corpus, part=part)
    documents, fallback = _documents(corpus, measured, unit, minimum)
    used = fallback["unit"] if fallback else unit
    numbers = candidates(len(documents.documents)) if n_topics == "auto" else [_number(n_topics, documents)]
    choice, fits = choose(documents, numbers, method=method, resamples=resamples, seed=seed)
    fit, firm, coherent = fits[int(choice.loc[choice["chosen"], "n_topics"].iloc[0])]
    if n_topics == "auto" and firm.mean() < STABLE:
        raise CorpusError(
            f"no stable topics: of {len(documents.documents)} {used}s, topics keep {firm.mean():.0%} of their "
            "top terms when fitted again; add reports, or count themes of a codebook instead"
        )
    assignments = _assign(documents, fit)
    terms = term_table(documents, fit.weight, assignments["topic"].to_numpy())
    attrs = about(
        "topics",
        (corpus, measured),
        unit=used,
        method=method,
        seed=seed,
        resamples=resamples,
        by=by,
        draws=draws,
        minimum=minimum,
        n_topics=len(firm),
        fallback=fallback["reason"] if fallback else "",
    )
    frames = {
        "topics": _topics(documents, fit, firm, coherent, assignments, terms),
        "terms": terms,
        "assignments": assignments,
        "prevalence": _prevalence(corpus, assignments, len(firm), by, draws, seed),
        "choice": choice,
    }
    return Topics(**{name: labelled(frame, attrs | {"measure": f"topics_{name}"}) for name, frame in frames.items()})


def _documents(corpus: Corpus, measured, unit: str, minimum: int) -> tuple[DocumentTerms, dict | None]:
    documents = document_terms(corpus, measured, unit=unit, minimum=minimum)
    here, fallback = len(documents.documents), None
    if unit == "paragraph" and here < _FEWEST[unit]:
        documents = document_terms(corpus, measured, unit="sentence", minimum=min(minimum, 3))
        reason = f"{here} paragraphs with enough words are too few for topics (60 are needed): sentences instead"
        fallback = {"unit": "sentence", "reason": reason}
        unit = "sentence"
    found = len(documents.documents)
    if found < _FEWEST[unit] or len(documents.terms) < 10:
        before = f"{here} paragraphs and " if fallback else ""
        raise CorpusError(
            f"{before}{found} {unit}s with enough words are too few for topics ({_FEWEST[unit]} are needed); "
            "add reports, or count themes of a codebook instead"
        )
    return documents, fallback


def _number(n_topics, documents: DocumentTerms) -> int:
    most = min(documents.counts.shape) - 1
    if isinstance(n_topics, bool) or not isinstance(n_topics, int | np.integer) or not 2 <= n_topics <= most:
        raise CorpusError(f"n_topics={n_topics!r}: use 'auto' or a whole number from 2 to {most}")
    return int(n_topics)


def _assign(documents: DocumentTerms, fit) -> pd.DataFrame:
    cosine = np.round(np.asarray(documents.weighted @ fit.weight.T), 6)
    own = cosine[np.arange(len(cosine)), fit.topic]
    topic = np.where(own >= _FITS, fit.topic, _OUTLIER)
    return documents.documents.assign(topic=topic, fit=own)[["document", "report_id", "unit", "topic", "fit"]]


def _topics(documents, fit, firm, coherent, assignments, terms) -> pd.DataFrame:
    named = labels(terms, len(firm))
    rows = []
    for t, label in enumerate(named):
        own = assignments[assignments["topic"] == t].sort_values(["fit", "document"], ascending=[False, True])
        top = [documents.terms[i] for i in top_terms(fit.weight[t])]
        rows.append(
            {
                "topic": t,
                "label_zh": label,
                # Words of a topic have no translation of their own: English keeps them beside a number.
                "label_en": f"Topic {t + 1} ({label})",
                "size": len(own),
                "coherence": coherent[t],
                "stability": firm[t],
                "stable": bool(firm[t] >= STABLE),
                "top_terms": " ".join(top),
                "exemplary": " ".join(own["document"].head(_EXEMPLARY)),
            }
        )
    return pd.DataFrame(rows)


def _prevalence(corpus: Corpus, assignments: pd.DataFrame, topics: int, by: str, draws: int, seed: int) -> pd.DataFrame:
    group = assignments["report_id"].map(corpus.reports.set_index("report_id")[by])
    rows = []
    for value, own in assignments.groupby(group, sort=True):
        is_topic = (own["topic"].to_numpy()[:, None] == np.arange(topics)).astype(float)
        drawn = weights(f"{by}:{value}", len(own), draws=draws, seed=seed) @ is_topic / len(own) * 100
        low, high = interval(drawn)
        share = is_topic.mean(axis=0) * 100
        rows += [(value, t, share[t], low[t], high[t], len(own)) for t in range(topics)]
    return pd.DataFrame(rows, columns=[by, "topic", "share", "low", "high", "documents"])
