"""Which themes of a codebook the documents of a topic mention."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.counting import theme_hits
from analysis.measure.topic_result import Topics, document_of_rows, require_topics

# A topic is covered where half of its documents mention one and the same theme.
_COVERED = 0.5


def topic_themes(topics: Topics, *, corpus: Corpus, codebook="policy", count: str = "longest") -> pd.DataFrame:
    """Measure which themes the documents of each topic mention: a topic that no theme covers is news.

    Parameters
    ----------
    topics
        What :func:`topics` found.
    corpus
        The reports it was found in.
    codebook, count
        As in :func:`theme_frequencies`.

    Returns
    -------
    DataFrame
        One row per topic and theme (key: topic, theme): topic, label_zh, label_en, size, theme, theme_zh, theme_en,
        documents (of the topic that mention the theme), share (0-1 of the topic's documents), lift (share over the
        share of all documents), rank (1: the theme in most documents), covered (whether the leading theme is in half
        of the topic's documents and more of them than elsewhere), no_theme (share of the topic's documents without any
        theme).

    Raises
    ------
    CorpusError
        For topics of whole reports, which nearly all mention every theme, and for another corpus.

    Examples
    --------
    >>> from analysis import measure, read
    >>> two = read.corpus("national").select(year=[2024, 2025])
    >>> found = measure.topics(two, n_topics=4, resamples=2)
    >>> themes = measure.topic_themes(found, corpus=two)
    >>> themes["topic"].nunique()
    4
    """
    require_topics(topics)
    require_corpus(corpus)
    if topics.topics.attrs["unit"] == "report":
        raise CorpusError("topic_themes compares paragraphs or sentences: nearly every report mentions every theme")
    book = codebooks.load(codebook)
    unit = document_of_rows(topics, corpus)
    hits = theme_hits(corpus, book, count)
    place = unit[hits["row"]]
    mentions = np.zeros((len(topics.assignments), len(book.themes)), dtype=bool)
    mentions[place[place >= 0], hits["theme"].to_numpy()[place >= 0]] = True
    everywhere, topic = mentions.mean(axis=0), topics.assignments["topic"].to_numpy()
    rows = []
    for own in topics.topics.itertuples():
        inside = mentions[topic == own.topic]
        found, share = inside.sum(axis=0), inside.mean(axis=0)
        lift = np.divide(share, everywhere, out=np.full(len(share), np.nan), where=everywhere > 0)
        rank = (-found).argsort(kind="stable").argsort() + 1
        first = rank.argmin()
        covered = bool(share[first] >= _COVERED and lift[first] > 1)
        rows += [
            (own.topic, own.label_zh, own.label_en, own.size, theme.id, theme.label_zh, theme.label_en, int(found[i]),
             share[i], lift[i], int(rank[i]), covered, 1 - inside.any(axis=1).mean())
            for i, theme in enumerate(book.themes)
        ]  # fmt: skip
    columns = ["topic", "label_zh", "label_en", "size", "theme", "theme_zh", "theme_en", "documents", "share", "lift"]
    frame = pd.DataFrame(rows, columns=[*columns, "rank", "covered", "no_theme"])
    facts = {"measure": "topic_themes", "codebook": book.describe(), "count": count}
    return labelled(frame, topics.topics.attrs | facts)
