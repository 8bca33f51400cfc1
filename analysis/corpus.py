"""Corpus: an ordered set of reports over tidy frames, with their texts or with the positions saved from them."""

import html
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd

from analysis.corpus_tables import facts_of, report_table, sentence_table, word_table
from analysis.errors import CorpusError, MissingTextError
from analysis.index import OWN_FILES, StoredIndex, TextIndex
from analysis.places import are_of
from analysis.report import Removed, Repair, Report, ReportWithoutText


class Corpus:
    """An ordered set of reports.

    - ``reports``: one row a report: report_id, title, year, place, place_code, place_en, level, date, publisher,
      kind, address, language, sha256, han (Han characters), words, sentences, paragraphs, problems, notes.
    - ``sentences``: one row a sentence: report_id, section (number of the top-level section, 0 before the first),
      heading, heading_kind, is_heading, part (review, plan or other), paragraph and sentence (from 0), han, words,
      and text where the corpus has texts.
    - ``problems``: one row for each file that gave no report: file, problem, lost (False for what is none by kind,
      such as a resolution about a report).

    Iterating yields its reports, and ``corpus[report_id]`` is one of them. Where it has no texts they have their facts
    and length, and opening their ``text`` raises MissingTextError, which says how to get it.

    A corpus is never changed in place: :meth:`select` and ``+`` return new ones.
    """

    def __init__(
        self,
        reports: pd.DataFrame,
        sentences: pd.DataFrame,
        index: TextIndex | StoredIndex,
        items: dict[str, Report] | None = None,
        problems: pd.DataFrame | None = None,
    ):
        self._reports = reports.reset_index(drop=True)
        self._sentences = sentences.reset_index(drop=True)
        self._index = index
        self._items = items
        self._problems = problems if problems is not None else _no_problems()

    @classmethod
    def from_reports(cls, reports: Iterable[Report], *, problems: pd.DataFrame | None = None) -> "Corpus":
        """Build a corpus with texts from reports, in the given order; their ids must differ.

        >>> report = Report(id="yunling-2025", title="云岭市", paragraphs=("推动高质量发展。",), year=2025)
        >>> len(Corpus.from_reports([report]).sentences)
        1
        """
        items = {}
        for report in reports:
            if report.id in items:
                raise CorpusError(f"two reports have the id {report.id!r}; give one of them another with id=")
            items[report.id] = report
        sentences, index = sentence_table(items.values())
        return cls(report_table(items.values(), sentences), sentences, index, items, problems)

    @property
    def reports(self) -> pd.DataFrame:
        """One row a report (a copy)."""
        return self._reports.copy()

    @property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence (a copy)."""
        return self._sentences.copy()

    @property
    def problems(self) -> pd.DataFrame:
        """The files that gave no report: file, problem, lost (a copy)."""
        return self._problems.copy()

    @property
    def index(self) -> TextIndex | StoredIndex:
        """Where terms and words stand: looked up in the texts, or in positions saved from them."""
        return self._index

    @property
    def has_texts(self) -> bool:
        """Whether the sentences themselves are here, not only counts and positions."""
        return self._items is not None

    @property
    def counted(self) -> list[str]:
        """The sentences in the form in which they are counted (simplified characters, ASCII-width digits)."""
        self.require_texts("reading the sentences")
        return self._index.counted

    def hits(self, terms: Iterable[str], *, words: Iterable[str] = ()) -> pd.DataFrame:
        """Return every occurrence of each term: row (position in ``sentences``), term, start, end, word.

        Occurrences overlap where terms do. ``word`` is True where the occurrence is exactly one segmented word.
        A term between slashes is a regular expression. ``words`` are kept whole by the segmenter besides the bundled
        lexicon; those already in the bundled vocabulary are segmented as it has them. Raises MissingTextError where
        this corpus has no texts and its saved vocabulary lacks a term.
        """
        return self._index.hits(terms, words)

    def word_counts(self) -> pd.DataFrame:
        """Return how often each word stands in each paragraph: report_id, part, paragraph, word, count."""
        if isinstance(self._index, StoredIndex):
            counts = self._index.counts
        else:
            counts = word_table(self._sentences, self._index.words())
        where = self._sentences.loc[counts["row"], ["report_id", "part", "paragraph"]].reset_index(drop=True)
        return where.assign(word=counts["word"].to_numpy(), count=counts["count"].to_numpy())

    def sentence_words(self) -> pd.DataFrame:
        """Return the words of each sentence in order: row (position in ``sentences``), word. Needs texts."""
        self.require_texts("listing the words of sentences")
        words = self._index.words()
        rows = np.repeat(np.arange(len(words)), [len(w) for w in words])
        return pd.DataFrame({"row": rows, "word": [word for sentence in words for word in sentence]})

    def require_texts(self, purpose: str) -> None:
        """Raise MissingTextError, naming ``purpose`` and the way out, unless the corpus has texts."""
        if not self.has_texts:
            raise MissingTextError(
                f"{purpose} needs the text of the reports, and this corpus holds counts and positions only; "
                f"{self._index.way_out}"
            )

    def select(self, *, report_id=None, year=None, place=None, level=None, kind=None) -> "Corpus":
        """Return the reports that match every given value; a value may be one, a list or (for years) a range.

        A place may be named in any of its forms: 宁夏, 宁夏回族自治区, Ningxia, 640000.

        >>> Corpus.from_reports([]).select(year=range(2020, 2026))
        Corpus of 0 reports
        """
        keep = np.ones(len(self._reports), dtype=bool)
        wanted = {"report_id": report_id, "year": year, "place": place, "level": level, "kind": kind}
        for column, value in wanted.items():
            if value is None:
                continue
            values = [value] if isinstance(value, str | int | np.integer) else list(value)
            if column == "place":
                keep &= are_of(self._reports, values).to_numpy(dtype=bool)
            else:
                keep &= self._reports[column].isin(values).to_numpy(dtype=bool)
        if len(self._reports) and not keep.any():
            asked = ", ".join(f"{k}={v!r}" for k, v in wanted.items() if v is not None)
            raise CorpusError(f"no report matches {asked}; `corpus.reports` lists what is here")
        return self._take(self._reports["report_id"][keep].tolist())

    def _take(self, ids: Sequence[str]) -> "Corpus":
        order = {report_id: i for i, report_id in enumerate(ids)}
        place = self._sentences["report_id"].map(order)
        rows = np.flatnonzero(place.notna())
        rows = rows[np.argsort(place.to_numpy()[rows], kind="stable")]
        return Corpus(
            self._reports.set_index("report_id").loc[list(ids)].reset_index(),
            self._sentences.iloc[rows],
            self._index.take(rows),
            {i: self._items[i] for i in ids} if self._items is not None else None,
            self._problems,
        )

    def __add__(self, other: "Corpus") -> "Corpus":
        if not isinstance(other, Corpus):
            return NotImplemented
        if self.has_texts and other.has_texts:
            problems = pd.concat([self._problems, other._problems], ignore_index=True)
            return Corpus.from_reports([*self, *other], problems=problems)
        from analysis.features import join_features

        return join_features(self, other)

    def __len__(self) -> int:
        return len(self._reports)

    def __iter__(self) -> Iterator[Report]:
        """Yield the reports; without texts, reports of the same facts whose ``text`` says how to get it."""
        return (self[report_id] for report_id in self._reports["report_id"])

    def __contains__(self, report_id: str) -> bool:
        return report_id in set(self._reports["report_id"])

    def __getitem__(self, report_id: str) -> Report:
        if report_id not in self:
            raise CorpusError(f"no report has the id {report_id!r}; `corpus.reports` lists what is here")
        if self._items is not None:
            return self._items[report_id]
        row = self._reports[self._reports["report_id"] == report_id].iloc[0]
        return ReportWithoutText(facts_of(row), self._index.way_out)

    def save(self, folder, *, texts: bool = False) -> None:
        """Save to a folder: counts and positions, and the texts too if ``texts`` is True."""
        from analysis.features import save

        save(self, folder, texts=texts)

    @classmethod
    def load(cls, folder, *, way_out: str = OWN_FILES) -> "Corpus":
        """Load a corpus saved by :meth:`save`; ``way_out`` says how to get its texts where they were not saved."""
        from analysis.features import load

        return load(folder, way_out=way_out)

    def __repr__(self) -> str:
        years = sorted(self._reports["year"].dropna().unique())
        span = f", {years[0]}-{years[-1]}" if len(years) > 1 else f", {years[0]}" if years else ""
        kind = "" if self.has_texts or not len(self) else ", counts and positions only"
        return f"Corpus of {len(self)} report{'' if len(self) == 1 else 's'}{span}{kind}"

    def _repr_html_(self) -> str:
        head = self._reports.head(12)
        columns = ["report_id", "title", "year", "place", "level", "han", "sentences", "problems"]
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_shown(value))}</td>" for value in row) + "</tr>"
            for row in head[columns].itertuples(index=False)
        )
        more = f"<p>… and {len(self) - len(head)} more</p>" if len(self) > len(head) else ""
        header = "".join(f"<th>{c}</th>" for c in columns)
        lost = f"<p>{len(self._problems)} files gave no report: see <code>corpus.problems</code></p>"
        return (
            f"<p><b>{html.escape(repr(self))}</b> · {int(self._reports['han'].sum()):,} Han characters</p>"
            f"<table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>{more}"
            f"{lost if len(self._problems) else ''}"
        )


def _no_problems() -> pd.DataFrame:
    return pd.DataFrame({"file": [], "problem": [], "lost": []}).astype(
        {"file": "str", "problem": "str", "lost": "bool"}
    )


def _shown(value) -> str:
    if isinstance(value, list | tuple):
        return " ".join(map(str, value))
    if isinstance(value, int | np.integer) and value > 9999:
        return f"{value:,}"
    return "" if value is None or value is pd.NA else str(value)


def require_corpus(value) -> None:
    """Raise CorpusError, which says how to get a corpus, for what is none: a path, a frame, a list of reports."""
    if not isinstance(value, Corpus):
        raise CorpusError(
            f"a corpus is needed, not {type(value).__name__}: load one with read.corpus('national') or "
            "read.reports('report.docx')"
        )


__all__ = ["Corpus", "Removed", "Repair", "Report"]
