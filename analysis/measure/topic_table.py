"""The table of topics: what each is called, how firm it is, and which documents are typical of it."""

import numpy as np
import pandas as pd
from scipy import stats

from analysis.codebook import Codebook
from analysis.measure.topic_choice import STABLE, top_terms
from analysis.measure.topic_fit import Fit
from analysis.measure.topic_labels import chinese_labels, earlier_labels, english_labels
from analysis.measure.topic_words import DocumentTerms
from analysis.topic_label_file import TopicLabel

# Of four members four fifths are drawn as three: the stability of so few says little.
_FEWEST_MEMBERS = 5
_EXEMPLARY = 10


def named(
    words: DocumentTerms, fit: Fit, terms: pd.DataFrame, book: Codebook, earlier: list[TopicLabel]
) -> tuple[list[TopicLabel], list[TopicLabel]]:
    """Return the name of each topic, an editor's where an earlier topic had one, and the editor's that no topic has.

    Names that were made of terms are made anew: the terms of a topic may have changed.
    """
    by_hand = [own for own in earlier if own.by_hand]
    tops = [tuple(words.terms[i] for i in top_terms(row)) for row in fit.weight]
    given = earlier_labels(tops, by_hand)
    unnamed = terms[~terms["topic"].isin(list(given))]
    chinese = chinese_labels(unnamed, len(tops), taken=[own.label_zh for own in by_hand])
    english = english_labels(terms, chinese, book, taken=[own.label_en for own in by_hand])
    names = [
        TopicLabel(by_hand[given[t]].label_zh, by_hand[given[t]].label_en, top)
        if t in given
        else TopicLabel.by_its_terms(chinese[t], english[t], top)
        for t, top in enumerate(tops)
    ]
    return names, [own for e, own in enumerate(by_hand) if e not in given.values()]


def firmness(returned: np.ndarray, size: np.ndarray, *, beyond: bool) -> pd.DataFrame:
    """Return how firm each topic is: stability with the 95% interval of its mean, stable, and firmness in a word.

    The interval (Student's t) is that of drawing other resamples of these documents, not of having other reports.

    ``returned`` is resamples x topics, ``size`` the documents of each. Few documents, or a result that is not
    ``beyond`` chance, are fragile whatever their stability; borderline is what other resamples might put across 0.7.
    """
    mean = returned.mean(axis=0)
    margin = stats.t.ppf(0.975, len(returned) - 1) * returned.std(axis=0, ddof=1) / np.sqrt(len(returned))
    low, high = np.clip(mean - margin, 0, 1), np.clip(mean + margin, 0, 1)
    trusted = (size >= _FEWEST_MEMBERS) & beyond
    stable, near = trusted & (mean >= STABLE), trusted & (low < STABLE) & (high >= STABLE)
    said = np.where(near, "borderline", np.where(stable, "stable", "fragile"))
    columns = {"stability": mean, "stability_low": low, "stability_high": high, "stable": stable, "firmness": said}
    return pd.DataFrame(columns)


def topic_table(
    words: DocumentTerms, names: list[TopicLabel], firm: pd.DataFrame, coherent: np.ndarray, topic, fitting
) -> pd.DataFrame:
    """Return the frame ``topics`` of :class:`Topics`; ``topic`` and ``fitting`` are of the documents, -1 fits none."""
    ids, members = words.documents["document"].to_numpy(), [np.flatnonzero(topic == t) for t in range(len(names))]
    typical = [own[np.lexsort((ids[own], -fitting[own]))][:_EXEMPLARY] for own in members]
    before = {
        "topic": range(1, len(names) + 1),
        "label_zh": [name.label_zh for name in names],
        "label_en": [name.label_en for name in names],
        "named": ["by hand" if name.by_hand else "by its terms" for name in names],
        "size": [len(own) for own in members],
        "reports": [words.documents["report_id"].iloc[own].nunique() for own in members],
    }
    after = {
        "coherence": coherent,
        "top_terms": [" ".join(name.terms) for name in names],
        "exemplary": [" ".join(ids[own]) for own in typical],
    }
    return pd.concat([pd.DataFrame(before), firm, pd.DataFrame(after)], axis=1)
