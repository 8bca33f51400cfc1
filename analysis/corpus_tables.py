"""The tables of a corpus, made from its reports: one row a report, one a sentence, one a paragraph and word."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.index import TextIndex
from analysis.report import Report
from analysis.text.han import han_length
from analysis.text.structure import structure

SENTENCE_COLUMNS = (
    "report_id",
    "section",
    "heading",
    "heading_kind",
    "is_heading",
    "part",
    "paragraph",
    "sentence",
    "han",
    "words",
)
_FACTS = (
    "title",
    "year",
    "place",
    "place_code",
    "place_en",
    "level",
    "date",
    "publisher",
    "kind",
    "address",
    "language",
    "sha256",
)


def sentence_table(reports: Iterable[Report]) -> tuple[pd.DataFrame, TextIndex]:
    """Return one row a sentence, in order (SENTENCE_COLUMNS and text), and the index of the sentences.

    ``han`` and ``words`` are the sentence's length in Han characters and in words.
    """
    frames = [structure(r.paragraphs, r.bold, title=r.title, year=r.year).assign(report_id=r.id) for r in reports]
    columns = [*(c for c in SENTENCE_COLUMNS if c not in {"han", "words"}), "text"]
    sentences = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=columns)
    index = TextIndex(sentences["text"].tolist())
    sentences["han"] = [han_length(text) for text in sentences["text"]]
    sentences["words"] = [len(words) for words in index.words()]
    return sentences[[*SENTENCE_COLUMNS, "text"]], index


def report_table(reports: Iterable[Report], sentences: pd.DataFrame) -> pd.DataFrame:
    """Return one row a report, in order: report_id, its facts, its length, problems and notes.

    Its length stands in han (Han characters), words, sentences and paragraphs; ``sentences`` is the sentence table.
    """
    totals = sentences.groupby("report_id", sort=False).agg(
        words=("words", "sum"), sentences=("sentence", "size"), paragraphs=("paragraph", "nunique")
    )
    rows = []
    for report in reports:
        total = totals.loc[report.id] if report.id in totals.index else dict.fromkeys(totals.columns, 0)
        rows.append(
            {"report_id": report.id}
            | {name: getattr(report, name) for name in _FACTS}
            | {"han": report.han}
            | {name: int(total[name]) for name in totals.columns}
            | {"problems": " ".join(report.problems), "notes": report.notes}
        )
    counts = ["han", *totals.columns]
    frame = pd.DataFrame(rows, columns=["report_id", *_FACTS, *counts, "problems", "notes"])
    return frame.astype({"year": "Int64"} | dict.fromkeys(counts, "int64"))


def facts_of(row: pd.Series) -> dict:
    """Return the facts of a report as its row of the report table has them, by the fields of Report."""
    year = None if pd.isna(row["year"]) else int(row["year"])
    problems = tuple(filter(None, [row["problems"]]))
    facts = {name: row[name] for name in (*_FACTS, "notes")} | {"id": row["report_id"], "han": int(row["han"])}
    return facts | {"year": year, "problems": problems}


def word_table(sentences: pd.DataFrame, words: list[list[str]]) -> pd.DataFrame:
    """Return one row per paragraph and word: row (position of the paragraph's first sentence), word, count.

    ``words`` has the words of each sentence.
    """
    first = sentences.groupby(["report_id", "paragraph"], sort=False)["sentence"].transform(lambda s: s.index[0])
    lengths = np.array([len(w) for w in words], dtype=np.int64)
    frame = pd.DataFrame(
        {"row": np.repeat(first.to_numpy(), lengths), "word": [word for sentence in words for word in sentence]}
    )
    return frame.groupby(["row", "word"], sort=True).size().rename("count").reset_index()
