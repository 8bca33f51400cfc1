"""The bundled corpora: what they are, loading them, and building them from the raw files."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pandas as pd

from analysis.atomic import write_bytes
from analysis.corpus import Corpus
from analysis.errors import CorpusError, MissingTextError
from analysis.paths import cache_folder, data_folder
from analysis.sources import names, require_bundled, sources
from analysis.vocabulary import placed

CATALOG_COLUMNS = (
    "id",
    "corpus",
    "place",
    "code",
    "level",
    "year",
    "title",
    "date",
    "publisher",
    "kind",
    "address",
    "sha256",
    "han",
    "notes",
)


def corpus(name: str, *, texts: bool = False) -> Corpus:
    """Load a bundled corpus: counts and positions, or with ``texts=True`` the texts that ``analysis fetch`` built.

    Raises CorpusError for an unknown name and MissingTextError where the texts have not been fetched.

    >>> len(corpus("xiangjiang"))
    1
    """
    require_bundled(name)
    if not texts:
        return _features(name)
    folder = text_folder(name)
    if not (folder / "texts.jsonl").is_file():
        raise MissingTextError(f"the texts of {name!r} are not on this machine; run `analysis fetch {name}` once")
    return Corpus.load(folder)


def corpus_for(name: str, terms: Iterable[str], *, places: bool = False) -> Corpus:
    """Load a bundled corpus that can count ``terms``: its features if they are enough, else its fetched texts.

    ``places`` says that it matters where in its sentences a term stands, which features do not tell of common words.
    Depends on the terms alone, so that corpora to be joined all come with texts or all without. Raises
    MissingTextError, naming the command, where texts are needed and have not been fetched.

    >>> corpus_for("xiangjiang", ["产业发展"]).has_texts
    False
    """
    terms = set(terms)
    unplaced = min(terms - placed(), default=None) if places else None
    if unplaced is None:
        loaded = corpus(name)
        try:
            loaded.hits(terms)
            return loaded
        except MissingTextError as error:
            lacking = str(error).split(";")[0]
    else:
        lacking = f"where {unplaced!r} stands in its sentences is not saved with the counts that ship with this package"
    try:
        return corpus(name, texts=True)
    except MissingTextError as error:
        raise MissingTextError(f"{lacking}; {error}") from None


def text_folder(name: str, cache: Path | None = None) -> Path:
    """Return the folder where the text corpus ``name`` is kept, in ``cache`` or the user's cache."""
    return (cache or cache_folder()) / "corpora" / name


@lru_cache(maxsize=4)
def _features(name: str) -> Corpus:
    way_out = f"run `analysis fetch {name}` once, then load it with read.corpus({name!r}, texts=True)"
    return Corpus.load(data_folder() / "corpora" / name, way_out=way_out)


def derived(table: str, corpus: Corpus, *, pairs: bool = False) -> pd.DataFrame | None:
    """Return the rows of a table that ships with a bundled corpus for the reports of ``corpus``; None if it is another.

    With ``pairs`` a row is about a report and the one before it of its place: then it is also None where ``corpus``
    leaves out a report between two of a place that it has, and its first report of each place has no row.
    """
    for name in names():
        readers = {f"{table}.csv": pd.read_csv, f"{table}.parquet": pd.read_parquet}
        files = {data_folder() / "corpora" / name / file: read for file, read in readers.items()}
        path = next((file for file in files if file.is_file()), None)
        known = _features(name).reports if path else corpus.reports.head(0)
        own = set(corpus.reports["sha256"])
        if own and own <= set(known["sha256"]):
            # Each place's reports by year, and which of them the corpus has.
            here = [(of["report_id"], of["sha256"].isin(own)) for _, of in known.groupby("place", sort=False)]
            whole = all((mine.cummax() & mine[::-1].cummax()).sum() == mine.sum() for _, mine in here)
            if pairs and not whole:
                return None
            wanted = [i for ids, mine in here for i in ids[mine].iloc[int(pairs) :]]
            found = files[path](path)
            return found[found["report_id"].isin(wanted)].reset_index(drop=True)
    return None


def read_raw(name: str, folder) -> Corpus:
    """Read a bundled corpus from a folder of its raw files, laid out as ``data/sources.csv`` names them."""
    require_bundled(name)
    folder = Path(folder)
    missing = [file for file in sources(name)["file"] if not (folder / file).is_file()]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise CorpusError(
            f"{folder}: the raw file {missing[0]}{more} is not there; run `analysis fetch {name}`, or name the folder "
            "that holds it with --from"
        )
    from analysis.read import bundled

    return Corpus.from_reports(getattr(bundled, name)(folder))


def build(wanted: Iterable[str] = (), *, source=None, out=None) -> list[Path]:
    """Build the features of bundled corpora from raw files, and the catalogue of all reports.

    ``source`` is the folder of raw files (default: the cache that ``analysis fetch`` filled), ``out`` the data
    folder to write to (default: the package's own). Returns the folders written. The same files give the same bytes.
    """
    wanted = tuple(wanted) or names()
    source = Path(source) if source else cache_folder() / "raw"
    out = Path(out) if out else data_folder()
    written = []
    for name in wanted:
        target = out / "corpora" / name
        read_raw(name, source).save(target)
        written.append(target)
    _features.cache_clear()
    write_catalog(out)
    return written


def write_catalog(folder: Path) -> Path:
    """Write ``catalog.csv``, one row for each report of the corpora saved under ``folder``."""
    tables = []
    for name in names():
        if (folder / "corpora" / name / "corpus.json").is_file():
            reports = Corpus.load(folder / "corpora" / name).reports.assign(corpus=name)
            tables.append(reports.rename(columns={"report_id": "id", "place_code": "code"}))
    table = pd.concat(tables, ignore_index=True)[list(CATALOG_COLUMNS)]
    return write_bytes(folder / "catalog.csv", table.to_csv(index=False, lineterminator="\n").encode("utf-8-sig"))


def catalog() -> pd.DataFrame:
    """Return the catalogue of bundled reports, one row each.

    Columns: id, corpus, place, code (GB/T 2260), level, year, title, date, publisher, kind (of document), address
    (of the source), sha256 (of the text), han (Han characters), notes.
    """
    return pd.read_csv(
        data_folder() / "catalog.csv", encoding="utf-8-sig", dtype={"code": "str"}, keep_default_na=False
    )
