"""Download the texts of a bundled corpus from their pinned addresses: the only part of the package that goes out."""

import contextlib
import logging
from pathlib import Path
from urllib.parse import quote

from analysis import catalog
from analysis.errors import FetchError
from analysis.paths import cache_folder

_TIMEOUT_SECONDS = 60


def fetch(name: str, *, mirror: str | None = None, folder=None, progress: bool = False) -> Path:
    """Download the raw files of corpus ``name``, verify their checksums, and build its text corpus.

    Parameters
    ----------
    name
        A bundled corpus, see ``catalog.names()``.
    mirror
        Base address of a server that has the same files under the names of ``data/sources.csv``; checksums
        still decide. Default: the pinned address of each file.
    folder
        The cache to use instead of the user's own: raw files go to ``raw/`` in it, the text corpus to
        ``corpora/<name>``. Files already there with the right checksum are not downloaded again.
    progress
        Show a progress bar.

    Returns
    -------
    Path
        The folder of the text corpus; ``read.corpus(name, texts=True)`` loads it from the user's cache, and
        ``Corpus.load(folder)`` from anywhere.

    Raises
    ------
    FetchError
        When a file cannot be reached or is not the pinned one; files that arrived whole are kept.
    """
    from tqdm.auto import tqdm

    table = catalog.sources(name)
    cache = Path(folder) if folder else cache_folder()
    rows = table.to_dict("records")
    for row in tqdm(rows, desc=f"fetch {name}", unit="file", disable=not progress):
        address = f"{mirror.rstrip('/')}/{quote(row['file'])}" if mirror else row["address"]
        _download(address, row["sha256"], cache / "raw" / row["file"])
    target = catalog.text_folder(name, cache)
    catalog.read_raw(name, cache / "raw").save(target, texts=True)
    return target


def _download(address: str, sha256: str, path: Path) -> None:
    import pooch
    import requests

    if not address.startswith(("http://", "https://")):
        raise FetchError(f"{address}: not a web address; a mirror begins with http:// or https://")
    path.parent.mkdir(parents=True, exist_ok=True)
    with _quiet():
        try:
            downloader = pooch.HTTPDownloader(timeout=_TIMEOUT_SECONDS)
            pooch.retrieve(address, f"sha256:{sha256}", fname=path.name, path=path.parent, downloader=downloader)
        except ValueError:  # pooch's word for a checksum that differs; it keeps nothing of such a file
            raise FetchError(
                f"{address}: what came is not the pinned file {path.name} (its checksum differs: truncated, changed or "
                "an error page); nothing was kept, try again later or use --mirror"
            ) from None
        except requests.RequestException as error:
            status = getattr(error.response, "status_code", None)
            reason = f"the server answered {status}" if status else "no connection"
            raise FetchError(f"{address}: {reason}; check the network, try again later or use --mirror") from None
        except OSError as error:
            raise FetchError(f"{path}: cannot be written ({error.strerror}); check the folder's rights") from None


@contextlib.contextmanager
def _quiet():
    # pooch tells of each download on its logger; one progress bar is enough.
    import pooch

    logger = pooch.get_logger()
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
