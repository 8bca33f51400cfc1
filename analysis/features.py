"""Save and load a corpus, with its texts or with counts and positions only ("features").

Features hold no sentence: the reports and sentences tables without text, the position of every occurrence of every
phrase of the lexicon and term of a codebook, the sentences in which each common word stands (not where in them), and
the words of each paragraph with their counts (not their order). Everything that
counts gives the same numbers on them as on the texts. Saving the same corpus twice gives the same bytes.
"""

import hashlib
import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.atomic import write_bytes
from analysis.corpus import Corpus, Removed, Repair, Report
from analysis.errors import CorpusError
from analysis.index import OWN_FILES, UNPLACED, StoredIndex
from analysis.text.han import han_length
from analysis.vocabulary import bundled, placed, segmented

_FORMAT = 1
_TABLES = ("reports", "sentences", "hits", "words")

# A heading of at most this many Han characters is a term (智能制造, 2024年工作回顾); a longer one is a sentence.
_HEADING_HAN = 12
_LABELS = {"keyword", "chinese", "bare"}
_NARROW = {"section": "int16", "paragraph": "int16", "sentence": "int16", "han": "int16", "words": "int16"}


def save(corpus: Corpus, folder, *, texts: bool = False) -> None:
    """Save ``corpus`` to ``folder``; with ``texts=False`` no sentence of it is written.

    Writes reports.parquet, sentences.parquet, hits.parquet, words.parquet and corpus.json; with ``texts`` also
    texts.jsonl. Each file is written whole or not at all.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if texts:
        corpus.require_texts("saving with texts")
    index = _stored(corpus)
    sentences = corpus.sentences
    if not texts:
        short = sentences["heading"].map(han_length) <= _HEADING_HAN
        label = sentences["heading_kind"].isin(_LABELS)
        sentences["heading"] = sentences["heading"].where(short & label, "")
        sentences = sentences.drop(columns="text", errors="ignore")
    write_table(folder / "reports.parquet", corpus.reports)
    write_table(folder / "sentences.parquet", _narrowed(sentences, _NARROW))
    hits = {"row": index.row, "start": index.start, "length": index.end - index.start, "term": index.term}
    narrow = {"row": "int32", "start": "int16", "length": "int16", "term": "int16"}
    write_table(folder / "hits.parquet", _narrowed(pd.DataFrame(hits), narrow).assign(word=index.word))
    counts = _narrowed(index.counts, {"row": "int32", "count": "int16"})
    write_table(folder / "words.parquet", counts.assign(word=pd.Categorical(counts["word"])))
    if texts:
        lines = (json.dumps(asdict(report), ensure_ascii=False) + "\n" for report in corpus)
        write_bytes(folder / "texts.jsonl", "".join(lines).encode())
    about = {"format": _FORMAT, "texts": texts, "terms": list(index.terms)}
    if texts:
        about["vocabulary"] = _vocabulary()
    write_bytes(folder / "corpus.json", (json.dumps(about, ensure_ascii=False, indent=0) + "\n").encode())


def load(folder, *, way_out: str = OWN_FILES) -> Corpus:
    """Load a corpus saved by :func:`save`; it has texts if it was saved with them.

    ``way_out`` is what to tell those who need texts that were not saved. Raises CorpusError where a file is missing or
    damaged, or was saved in another format.
    """
    folder = Path(folder)
    absent = [
        name for name in ("corpus.json", *(f"{table}.parquet" for table in _TABLES)) if not (folder / name).is_file()
    ]
    if absent:
        raise CorpusError(f"{folder}: not a saved corpus ({absent[0]} is missing); save or fetch it again")
    try:
        about = json.loads((folder / "corpus.json").read_text(encoding="utf-8"))
        reports, sentences, hits, counts = (pd.read_parquet(folder / f"{table}.parquet") for table in _TABLES)
    except ValueError as error:  # of JSON, of UTF-8 and of Parquet alike
        raise CorpusError(f"{folder}: a damaged corpus ({error}); save or fetch it again") from None
    if about.get("format") != _FORMAT:
        raise CorpusError(f"{folder}: saved in format {about.get('format')}, this version reads {_FORMAT}; rebuild it")
    reports["year"] = reports["year"].astype("Int64")
    sentences = sentences.astype(dict.fromkeys(_NARROW, "int64"))
    if about["texts"]:
        lines = (folder / "texts.jsonl").read_bytes().decode().split("\n")
        items = {report.id: report for report in map(_report, filter(None, lines))}
        from analysis.index import TextIndex

        index = TextIndex(sentences["text"].tolist())
        if about.get("vocabulary") != _vocabulary():
            # Saved before a codebook or the lexicon changed: what is measured now is cut as it is cut now.
            sentences["words"] = np.array([len(words) for words in index.words()], dtype=np.int64)
            totals = sentences.groupby("report_id")["words"].sum()
            reports["words"] = reports["report_id"].map(totals).fillna(0).astype("int64")
        return Corpus(reports, sentences, index, items)
    columns = {name: hits[name].to_numpy(dtype=np.int64) for name in ("row", "start", "length", "term")}
    index = StoredIndex(
        row=columns["row"],
        start=columns["start"],
        end=columns["start"] + columns["length"],
        term=columns["term"],
        word=hits["word"].to_numpy(),
        terms=tuple(about["terms"]),
        counts=counts.astype({"row": "int64", "count": "int64"}),
        way_out=way_out,
    )
    return Corpus(reports, sentences, index)


def _vocabulary() -> str:
    return hashlib.sha256("\n".join(sorted(segmented())).encode()).hexdigest()


def join_features(first: Corpus, second: Corpus) -> Corpus:
    """Join two corpora of which at least one has no texts; the result has none, and the terms both can count."""
    doubled = set(first.reports["report_id"]) & set(second.reports["report_id"])
    if doubled:
        raise CorpusError(f"both corpora have the report {min(doubled)!r}; select others before joining them")
    parts = [_stored(first), _stored(second)]
    terms = tuple(sorted(set(parts[0].terms) & set(parts[1].terms)))
    shift = len(first.sentences)
    tables = [part.hits(terms) for part in parts]
    tables[1]["row"] += shift
    hits = pd.concat(tables, ignore_index=True)
    counts = [part.counts.astype({"word": "str"}) for part in parts]
    counts[1] = counts[1].assign(row=counts[1]["row"] + shift)
    ways = dict.fromkeys(part.index.way_out for part in (first, second) if not part.has_texts)
    index = replace(_index(hits, terms, pd.concat(counts, ignore_index=True)), way_out="; ".join(ways))
    sentences = pd.concat([c.sentences.drop(columns="text", errors="ignore") for c in (first, second)])
    reports = pd.concat([first.reports, second.reports])
    return Corpus(reports, sentences, index, problems=pd.concat([first.problems, second.problems]))


def _stored(corpus: Corpus) -> StoredIndex:
    if isinstance(corpus.index, StoredIndex):
        return corpus.index
    terms = tuple(sorted(bundled()))
    hits = corpus.hits(terms)
    known = np.array([term in placed() for term in terms])[hits["term"].cat.codes]
    # Where exactly a common word stands is not saved: UNPLACED, ordered as if it stood before the sentence.
    start = hits["start"].where(known, UNPLACED)
    end = hits["end"].where(known, UNPLACED + hits["end"] - hits["start"])
    hits = hits.assign(start=start, end=end).sort_values(["row", "start", "term"], kind="stable", ignore_index=True)
    words = corpus.word_counts()
    # word_counts is keyed by report and paragraph; the index keys it by the paragraph's first sentence.
    keys = ["report_id", "paragraph"]
    first = corpus.sentences[keys].drop_duplicates().reset_index(names="row")
    counts = words.merge(first, on=keys, how="left")[["row", "word", "count"]]
    return _index(hits, terms, counts)


def _index(hits: pd.DataFrame, terms: tuple[str, ...], counts: pd.DataFrame) -> StoredIndex:
    columns = {name: hits[name].to_numpy() for name in ("row", "start", "end", "word")}
    return StoredIndex(**columns, term=hits["term"].cat.codes.to_numpy(dtype=np.int64), terms=terms, counts=counts)


def _report(line: str) -> Report:
    fields = json.loads(line)
    fields["removed"] = tuple(Removed(**piece) for piece in fields["removed"])
    fields["repaired"] = tuple(Repair(**repair) for repair in fields["repaired"])
    for name in ("paragraphs", "bold", "problems"):
        fields[name] = tuple(fields[name])
    return Report(**fields)


def _narrowed(frame: pd.DataFrame, types: dict[str, str]) -> pd.DataFrame:
    # A text without a full stop may be one sentence of more than 32,767 characters: it keeps wide integers.
    fits = {name: kind for name, kind in types.items() if frame[name].max() <= np.iinfo(kind).max or frame.empty}
    return frame.astype(fits)


def write_table(path: Path, frame: pd.DataFrame) -> Path:
    """Write a frame as Parquet, whole or not at all; the same frame gives the same bytes."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), sink, compression="zstd", compression_level=19)
    return write_bytes(path, sink.getvalue().to_pybytes())
