"""Which themes of a codebook, and which sections of its reports, a topic falls into."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.counting import theme_hits
from analysis.measure.topic_result import NO_TOPIC, Topics, require_topics

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
    >>> found = measure.topics(two, n_topics=4, resamples=2, draws=100)
    >>> themes = measure.topic_themes(found, corpus=two)
    >>> themes["topic"].nunique()
    4
    """
    require_topics(topics)
    require_corpus(corpus)
    if topics.topics.attrs["unit"] == "report":
        raise CorpusError("topic_themes compares paragraphs or sentences: nearly every report mentions every theme")
    book = codebooks.load(codebook)
    unit = _unit_of_rows(topics, corpus)
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


def topic_sections(topics: Topics, *, corpus: Corpus) -> pd.DataFrame:
    """Measure how the topics of one report are spread over its own sections.

    Parameters
    ----------
    topics
        What :func:`topics` found in paragraphs or sentences.
    corpus
        The report it was found in.

    Returns
    -------
    DataFrame
        One row per section and topic (key: section, topic): section (its number; 0 before the first), heading, topic
        (0: fits none), label_zh, label_en, stable, documents, share (0-1 of the section's documents).
        ``attrs["agreement"]`` is the adjusted mutual information of topics and sections: 0 by chance, 1 for the same.

    Raises
    ------
    CorpusError
        For several reports: their sections are not the same.

    Examples
    --------
    >>> from analysis import measure, read
    >>> plan = read.corpus("xiangjiang")
    >>> found = measure.topics(plan, n_topics=6, resamples=2, draws=100)
    >>> int(measure.topic_sections(found, corpus=plan)["documents"].sum()) == len(found.assignments)
    True

    References
    ----------
    Vinh, N. X., Epps, J. and Bailey, J. (2010): Information theoretic measures for clusterings comparison. JMLR 11.
    """
    from sklearn.metrics import adjusted_mutual_info_score

    require_topics(topics)
    require_corpus(corpus)
    if len(corpus) != 1 or topics.topics.attrs["unit"] == "report":
        raise CorpusError("topic_sections compares the topics of one report with its sections; select one report")
    unit = _unit_of_rows(topics, corpus)
    sentences = corpus.sentences
    inside = unit >= 0
    section = sentences.loc[inside, ["section", "heading"]].groupby(unit[inside]).first()
    named = topics.prevalence.drop_duplicates("topic").set_index("topic")[["label_zh", "label_en", "stable"]]
    table = section.assign(topic=topics.assignments["topic"].to_numpy())
    counts = table.groupby(["section", "topic"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=[*topics.topics["topic"], *([NO_TOPIC] if NO_TOPIC in counts else [])])
    frame = counts.fillna(0).astype(int).stack().rename("documents").reset_index()
    frame["share"] = frame["documents"] / frame.groupby("section")["documents"].transform("sum")
    frame["heading"] = frame["section"].map(section.groupby("section")["heading"].first())
    frame = frame.join(named, on="topic")
    agreement = float(adjusted_mutual_info_score(table["section"], table["topic"]))
    columns = ["section", "heading", "topic", "label_zh", "label_en", "stable", "documents", "share"]
    return labelled(frame[columns], topics.topics.attrs | {"measure": "topic_sections", "agreement": agreement})


def _unit_of_rows(topics: Topics, corpus: Corpus) -> np.ndarray:
    """Return for each sentence of the corpus the position of its document in ``topics.assignments``, or -1."""
    assigned, sentences = topics.assignments, corpus.sentences
    missing = set(assigned["report_id"]) - set(sentences["report_id"])
    if missing:
        raise CorpusError(
            f"corpus: the topics were found in {min(missing)}, which this corpus lacks; give the same one"
        )
    unit = topics.topics.attrs["unit"]
    number = sentences["paragraph"] if unit == "paragraph" else sentences.groupby("report_id").cumcount()
    place = pd.Series(np.arange(len(assigned)), index=pd.MultiIndex.from_frame(assigned[["report_id", "unit"]]))
    found = place.reindex(pd.MultiIndex.from_arrays([sentences["report_id"], number]))
    return found.fillna(-1).to_numpy(dtype=np.int64)
