"""How the topics of one report lie across its own sections."""

import pandas as pd

from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.topic_result import NO_TOPIC, UNPLACED, Topics, document_of_rows, require_topics
from analysis.vocabulary import glosses


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
        One row per section and topic (key: section, topic): section (its number; 0 before the first), heading,
        heading_en (empty where the glossary lacks it), topic (0: fits none), label_zh, label_en, stable, documents,
        share (0-1 of the section's documents).
        ``attrs["agreement"]`` is the adjusted mutual information of topics and sections: 0 by chance, 1 for the same;
        of the documents that fit a topic and stand in a section, not before the first.

    Raises
    ------
    CorpusError
        For several reports: their sections are not the same.

    Examples
    --------
    >>> from analysis import measure, read
    >>> plan = read.corpus("xiangjiang")
    >>> found = measure.topics(plan, n_topics=6, resamples=2)
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
    unit = document_of_rows(topics, corpus)
    sentences = corpus.sentences
    inside = unit >= 0
    section = sentences.loc[inside, ["section", "heading"]].groupby(unit[inside]).first()
    named = pd.concat([pd.DataFrame(topics.topics)[UNPLACED.columns], UNPLACED]).set_index("topic")
    table = section.assign(topic=topics.assignments["topic"].to_numpy())
    counts = table.groupby(["section", "topic"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=[*topics.topics["topic"], *([NO_TOPIC] if NO_TOPIC in counts else [])])
    frame = counts.fillna(0).astype(int).stack().rename("documents").reset_index()
    frame["share"] = frame["documents"] / frame.groupby("section")["documents"].transform("sum")
    frame["heading"] = frame["section"].map(section.groupby("section")["heading"].first())
    frame["heading_en"] = frame["heading"].map(glosses()).fillna("")
    frame = frame.join(named, on="topic")
    both = table[(table["section"] > 0) & (table["topic"] != NO_TOPIC)]
    agreement = float(adjusted_mutual_info_score(both["section"], both["topic"]))
    columns = ["section", "heading", "heading_en", "topic", "label_zh", "label_en", "stable", "documents", "share"]
    return labelled(frame[columns], topics.topics.attrs | {"measure": "topic_sections", "agreement": agreement})
