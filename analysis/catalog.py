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


def corpus_for(name: str, terms: Iterable[str]) -> Corpus:
    """Load a bundled corpus that can count ``terms``: its features if they hold them all, else its fetched texts."""
    loaded = corpus(name)
    try:
        loaded.hits(terms)
    except MissingTextError:
        return corpus(name, texts=True)
    return loaded


def text_folder(name: str, cache: Path | None = None) -> Path:
    """Return the folder where the text corpus ``name`` is kept, in ``cache`` or the user's cache."""
    return (cache or cache_folder()) / "corpora" / name


@lru_cache(maxsize=4)
def _features(name: str) -> Corpus:
    return Corpus.load(data_folder() / "corpora" / name)


def derived(table: str, corpus: Corpus) -> pd.DataFrame | None:
    """Return a table that ships with a bundled corpus, if ``corpus`` is all of that corpus or a run of its reports.

    None where ``corpus`` is not bundled, or leaves out a report between two that it has.
    """
    for name in names():
        path = data_folder() / "corpora" / name / f"{table}.csv"
        if path.is_file():
            known = _features(name).reports
            own = corpus.reports
            place = known["sha256"].tolist()
            if len(own) and set(own["sha256"]) <= set(place):
                at = sorted(place.index(sha) for sha in own["sha256"])
                if at[-1] - at[0] + 1 == len(at):
                    found = pd.read_csv(path)
                    return found[found["report_id"].isin(known["report_id"].iloc[at[1:]])].reset_index(drop=True)
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
