"""Names of topics: terms that are frequent in a topic and in no other, phrases before words, no two alike."""

import numpy as np
import pandas as pd

from analysis.measure.topic_words import DocumentTerms
from analysis.vocabulary import lexicon

# How much more a phrase of the lexicon (乡村振兴) says than a word (乡村).
_PHRASE = 1.5
_LONG = 4


def term_table(documents: DocumentTerms, weight: np.ndarray, topic: np.ndarray, *, most: int = 30) -> pd.DataFrame:
    """Return the distinctive terms of each topic, most distinctive first (key: topic, term).

    Columns: topic, rank, term, weight (in the fit), lift (rate in the topic over rate in all documents), exclusivity
    (the topic's share of the term, of all topics with equal length, 0-1), score (c-TF-IDF x exclusivity).

    References
    ----------
    Grootendorst, M. (2022): BERTopic, arXiv:2203.05794 (c-TF-IDF). Bischof, J. and Airoldi, E. (2012), ICML
    (exclusivity).
    """
    topics = len(weight)
    inside = np.vstack([np.asarray(documents.counts[topic == t].sum(axis=0)).ravel() for t in range(topics)])
    everywhere = np.asarray(documents.counts.sum(axis=0), dtype=float).ravel()
    length = inside.sum(axis=1, keepdims=True)
    rate = inside / np.where(length > 0, length, 1)
    lift = rate / (everywhere / everywhere.sum())
    total = rate.sum(axis=0)
    exclusivity = rate / np.where(total > 0, total, 1)
    ctfidf = rate * np.log1p(length.mean() / everywhere) * documents.weight
    score = ctfidf * exclusivity
    rows = []
    for t in range(topics):
        best = np.argsort(-np.round(score[t], 12), kind="stable")[:most]
        for rank, i in enumerate((i for i in best if inside[t, i] > 0), 1):
            values = (weight[t, i], lift[t, i], exclusivity[t, i], score[t, i])
            rows.append((t, rank, documents.terms[i], *map(float, values)))
    return pd.DataFrame(rows, columns=["topic", "rank", "term", "weight", "lift", "exclusivity", "score"])


def labels(terms: pd.DataFrame, topics: int, *, words: int = 2) -> list[str]:
    """Return a label of each topic from its distinctive terms; a term that names one topic names no other.

    >>> terms = pd.DataFrame({"topic": [0, 0, 1, 1], "term": ["粮食", "农田", "粮食", "芯片"], "score": [3, 2, 1, 1]})
    >>> labels(terms, 2)
    ['粮食·农田', '芯片']
    """
    phrase = terms["term"].isin(set(lexicon())) & (terms["term"].str.len() >= _LONG)
    ranked = terms.assign(value=terms["score"] * np.where(phrase, _PHRASE, 1.0))
    ranked = ranked.sort_values(["value", "term"], ascending=[False, True], kind="stable")
    chosen: list[list[str]] = [[] for _ in range(topics)]
    used: set[str] = set()
    for round_ in range(words):
        for topic, term in zip(ranked["topic"], ranked["term"], strict=True):
            if len(chosen[topic]) == round_ and term not in used and not _alike(term, chosen[topic]):
                chosen[topic].append(term)
                used.add(term)
    return ["·".join(own) if own else f"主题{topic + 1}" for topic, own in enumerate(chosen)]


def _alike(term: str, others: list[str]) -> bool:
    return any(term in other or other in term for other in others)
