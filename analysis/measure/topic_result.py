"""Topics: what a clustering found, as frames, with names that an editor can change."""

import html
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.measure.topic_words import DocumentTerms, unit_numbers
from analysis.topic_label_file import TopicLabel, write_labels

# The number of what fits no topic, where topics are numbered from 1.
NO_TOPIC = 0
UNPLACED = pd.DataFrame(
    {"topic": [NO_TOPIC], "label_zh": ["不属于任何话题"], "label_en": ["fits no topic"], "stable": [False]}
)
_SHOWN_TERMS = 6


@dataclass(frozen=True, eq=False)
class Topics:
    """What :func:`analysis.measure.topics` found. Topics are numbered from 1, the largest first; 0 fits none.

    - ``topics`` (key: topic): topic, label_zh, label_en, named ("by its terms", or "by hand" where an editor changed a
      name), size (documents), reports (that have any of them), stability (0-1, mean Jaccard index with the topic most
      like it in other fits), stability_low, stability_high (95% interval of that mean), stable (0.7 and over, of 5
      documents at least, in a result that is more than chance), firmness (stable, fragile, or borderline where the
      interval contains 0.7), coherence (NPMI of the ten top terms, -1 to 1), top_terms, exemplary (ids of ten typical
      documents, such as ``national-2025#12``: report and number of the paragraph).
    - ``terms`` (key: topic, term): topic, label_zh, label_en, size, stability, stable, rank, term, term_en (empty where
      the glossary lacks it), weight, share (0-1 of the topic's documents that have it), lift, exclusivity, score.
    - ``assignments`` (key: document): document, report_id, unit (number of the paragraph or sentence in its report; 0
      for a report), topic, fit (cosine with the other documents of the topic, 0-1).
    - ``prevalence`` (key: by, topic): year or place, topic, documents, share (0-1 of its documents), low, high (95%
      interval), of (its documents), label_zh, label_en, stable.
    - ``choice`` (key: n_topics): n_topics, stability, coherence, score, chosen.
    """

    topics: pd.DataFrame
    terms: pd.DataFrame
    assignments: pd.DataFrame
    prevalence: pd.DataFrame
    choice: pd.DataFrame
    words: DocumentTerms = field(repr=False)
    names: tuple[TopicLabel, ...] = field(repr=False)

    def write_labels(self, path):
        """Write the names of the topics to a file to edit; ``measure.topics(..., labels=path)`` takes them up.

        Names of earlier topics that found none like theirs are kept at its end: another fit may have them again.
        """
        return write_labels(path, list(self.names))

    def __len__(self) -> int:
        return len(self.topics)

    def __repr__(self) -> str:
        return f"{self._said()}\n{self._listed().to_string(index=False)}"

    def _repr_html_(self) -> str:
        listed = self._listed()
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(str(value))}</td>" for value in row) + "</tr>"
            for row in listed.itertuples(index=False)
        )
        head = "".join(f"<th>{html.escape(name)}</th>" for name in listed.columns)
        return (
            f"<p><b>{html.escape(self._said())}</b></p>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _said(self) -> str:
        attrs = self.topics.attrs
        none = int((self.assignments["topic"] == NO_TOPIC).sum())
        said = f"{len(self)} topics in {len(self.assignments):,} {attrs['unit']}s, {none:,} of which fit none"
        return ". ".join([said, *(note["en"] for note in attrs["notes"])])

    def _listed(self) -> pd.DataFrame:
        frame = self.topics
        terms = frame["top_terms"].str.split().str[:_SHOWN_TERMS].str.join(" ")
        firm = frame["stability"].map("{:.2f}".format) + (" " + frame["firmness"]).replace(" stable", "")
        columns = {"topic": frame["topic"], "label": frame["label_zh"], "English": frame["label_en"]}
        return pd.DataFrame({**columns, "size": frame["size"], "stability": firm, "top terms": terms})


def require_topics(value) -> None:
    """Raise CorpusError, which says how to get topics, for what measure.topics did not return."""
    if not isinstance(value, Topics):
        raise CorpusError(
            f"the result of measure.topics is needed, not {type(value).__name__}: pass what it returned, whole"
        )


def document_of_rows(topics: Topics, corpus: Corpus) -> np.ndarray:
    """Return for each sentence of the corpus the position of its document in ``topics.assignments``, or -1.

    Raises CorpusError where the corpus lacks a report that the topics were found in, or has another text of it.
    """
    assigned, sentences = topics.assignments, corpus.sentences
    here = corpus.reports.set_index("report_id")["sha256"]
    for report in topics.topics.attrs["reports"]:
        if here.get(report["id"]) != report["sha256"]:
            why = "has another text of it" if report["id"] in here else "lacks it"
            raise CorpusError(f"corpus: the topics were found in {report['id']}, and this corpus {why}; give the same")
    number = unit_numbers(corpus, topics.topics.attrs["unit"])
    place = pd.Series(np.arange(len(assigned)), index=pd.MultiIndex.from_frame(assigned[["report_id", "unit"]]))
    found = place.reindex(pd.MultiIndex.from_arrays([sentences["report_id"], number]))
    return found.fillna(-1).to_numpy(dtype=np.int64)
