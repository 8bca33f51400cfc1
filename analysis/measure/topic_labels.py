"""Names of topics: terms that are frequent in a topic and in no other, phrases before words, no two alike."""

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import linear_sum_assignment

from analysis.codebook import Codebook
from analysis.measure.topic_words import DocumentTerms
from analysis.text.segment import segmenter
from analysis.topic_label_file import TopicLabel
from analysis.vocabulary import glosses, lexicon, segmented

# Distinctive terms listed of each topic, and of how many of them a name is made at the most.
_LISTED, _NAMED = 30, 3
# How much more a phrase of the lexicon (乡村振兴) says than a word (乡村), and how much less than a noun a verb or an
# adjective says.
_PHRASE, _OTHER = 1.5, 0.4
_LONG = 4
# jieba's tags of words that name something: nouns, verbs, adjectives, idioms. Not adverbs, numbers and pronouns (不少).
_NAMING = "nvaijls"
# A term after the first stands in at least so many of the topic's documents.
_OFTEN = 0.2
# A topic is called by a theme in English where a quarter of its distinctive terms (by score) are of themes, and half of
# these of that one.
_KNOWN, _MOSTLY = 0.25, 0.5
# An earlier topic is the same where it shares this much of its top terms (Jaccard): four of ten and more.
_SAME = 0.25


def term_table(words: DocumentTerms, weight: np.ndarray, topic: np.ndarray) -> pd.DataFrame:
    """Return the distinctive terms of each topic, most distinctive first (key: topic, term).

    Columns: topic (a row of ``weight``), rank, term, term_en (empty where the glossary lacks it), weight (mean over the
    topic's documents), share (of the topic's documents that have it, 0-1), lift (rate in the topic over rate in all
    documents), exclusivity (the topic's share of the term, of all topics with equal length, 0-1), score (c-TF-IDF, rate
    x log(1 + words per topic / times of the term), x exclusivity x share x the term's own weight: a name should hold
    for many of the documents, and the verbs of the genre are none). ``topic`` gives the topic of each document, -1 for
    none.

    References
    ----------
    Grootendorst, M. (2022): BERTopic, arXiv:2203.05794 (c-TF-IDF). Bischof, J. and Airoldi, E. (2012), ICML
    (exclusivity).
    """
    topics = range(len(weight))
    placed = np.flatnonzero(topic >= 0)
    member = sparse.csr_matrix((np.ones(len(placed)), (topic[placed], placed)), shape=(len(weight), len(topic)))
    inside, standing = (member @ words.counts).toarray(), (member @ (words.counts > 0)).toarray()
    everywhere = np.asarray(words.counts.sum(axis=0), dtype=float).ravel()
    length = inside.sum(axis=1, keepdims=True)
    rate = inside / np.where(length > 0, length, 1)
    lift = rate / (everywhere / everywhere.sum())
    total = rate.sum(axis=0)
    exclusivity = rate / np.where(total > 0, total, 1)
    share = standing / np.maximum(1, np.bincount(topic[placed], minlength=len(weight)))[:, None]
    score = rate * np.log1p(everywhere.sum() / len(weight) / everywhere) * exclusivity * share
    score *= words.weight
    rows, meaning = [], glosses()
    for t in topics:
        best = np.argsort(-np.round(score[t], 12), kind="stable")[:_LISTED]
        for rank, i in enumerate((i for i in best if inside[t, i] > 0), 1):
            values = (weight[t, i], share[t, i], lift[t, i], exclusivity[t, i], score[t, i])
            rows.append((t, rank, words.terms[i], meaning.get(words.terms[i], ""), *map(float, values)))
    measured = ("weight", "share", "lift", "exclusivity", "score")
    return pd.DataFrame(rows, columns=["topic", "rank", "term", "term_en", *measured])


def chinese_labels(terms: pd.DataFrame, topics: int, *, taken=()) -> list[str]:
    """Return a label of each topic from its distinctive terms; a term that names one topic names no other.

    ``terms`` are the most distinctive by c-TF-IDF and exclusivity. Of these are taken, in order of weight x the square
    root of the share of documents that have them, what the topic's documents are mostly about: phrases first and nouns
    before verbs. Of several rules tried on three fits, the one whose names came closest to those of a reader who had
    seen the paragraphs first; the weight keeps formulas of the genre (加快·推进) out. ``taken`` are names given before:
    their words are free for no other topic.

    >>> columns = ["topic", "term", "weight", "share"]
    >>> rows = [(0, "粮食", 3, 0.8), (0, "农田", 2, 0.5), (1, "粮食", 1, 0.3), (1, "芯片", 1, 0.9)]
    >>> chinese_labels(pd.DataFrame(rows, columns=columns), 2)
    ['粮食·农田', '芯片']
    """
    value = terms["weight"] * np.sqrt(terms["share"]) * terms["term"].map(_fitness()).astype(float)
    ranked = terms.assign(value=value).sort_values(["value", "term"], ascending=[False, True], kind="stable")
    ranked = ranked[ranked["value"] > 0]
    chosen: list[list[str]] = [[] for _ in range(topics)]
    used = {word for name in taken for word in name.split("·")}
    for round_ in range(_NAMED):
        for topic, term, share in zip(ranked["topic"], ranked["term"], ranked["share"], strict=True):
            own = chosen[topic]
            if len(own) == round_ and term not in used and not _alike(term, own) and (not own or share >= _OFTEN):
                own.append(term)
                used.add(term)
    return ["·".join(own) if own else f"话题{topic + 1}" for topic, own in enumerate(chosen)]


def _fitness():
    """Return a function that tells how well a term serves as a name, 0 for not at all."""
    phrases, cut = set(lexicon()), segmenter(segmented())

    def fitness(term: str) -> float:
        if len(term) >= _LONG and term in phrases:
            return _PHRASE
        tags = [tag for _, tag in cut.tag(term)]
        if len(tags) != 1:
            return 1.0
        return 0.0 if tags[0][0] not in _NAMING else _OTHER if tags[0] in {"v", "a", "ad"} else 1.0

    return fitness


def english_labels(terms: pd.DataFrame, chinese: list[str], codebook: Codebook, *, taken=()) -> list[str]:
    """Return an English label of each topic: what its Chinese name means, where the glossary knows every term of it.

    Else it is the theme that most of its distinctive terms are of, with the Chinese name in brackets; where no theme
    stands out, "Topic n". ``taken`` are names given before.

    >>> from analysis import codebook
    >>> terms = pd.DataFrame({"topic": [0, 0], "term": ["就业", "云岭"], "score": [2.0, 1.0]})
    >>> book = codebook.load("policy")
    >>> english_labels(terms, ["农业·粮食"], book), english_labels(terms, ["云岭·就业"], book)
    (['Agriculture, grain'], ['Jobs, wages and labour (云岭·就业)'])
    """
    theme_of: dict[str, str] = {}
    for theme in codebook.themes:
        for term in theme.terms:
            theme_of.setdefault(term.pattern, theme.label_en)
    known, meaning = terms.assign(theme=terms["term"].map(theme_of)), glosses()
    score = known.groupby(["topic", "theme"])["score"].sum()
    total = known.groupby("topic")["score"].sum()
    found = []
    for topic, label in enumerate(chinese):
        own = score.get(topic)
        clear = own is not None and own.sum() >= _KNOWN * total[topic] and own.max() >= _MOSTLY * own.sum()
        meant = [meaning[term] for term in label.split("·") if term in meaning]
        name = f"{own.idxmax() if clear else f'Topic {topic + 1}'} ({label})"
        if len(meant) == label.count("·") + 1:
            name = f"{meant[0][:1].upper()}{', '.join(meant)[1:]}"
        found.append(f"{name} ({label})" if name in found or name in taken else name)
    return found


def earlier_labels(top: list[list[str]], earlier: list[TopicLabel]) -> dict[int, int]:
    """Return which topics (keys) are which of the earlier ones: paired one to one by shared terms, best total.

    The assignment is Kuhn's (1955), the Hungarian method; a pair that shares under a quarter of its terms (Jaccard) is
    none.

    >>> earlier_labels([["税", "费"], ["粮食", "农田"]], [TopicLabel("农业", "Farming", ("粮食", "农田", "种子"))])
    {1: 0}
    """
    shared = np.array([[len({*a} & {*b.terms}) / len({*a} | {*b.terms}) for b in earlier] for a in top])
    if not shared.size:
        return {}
    pairs = zip(*linear_sum_assignment(-shared), strict=True)
    return {int(t): int(e) for t, e in pairs if shared[t, e] >= _SAME}


def _alike(term: str, others: list[str]) -> bool:
    return any(term in other or other in term for other in others)
