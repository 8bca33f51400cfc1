"""Where the bundled data and the downloaded texts are."""

import os
from pathlib import Path


def data_folder() -> Path:
    """Return the folder of bundled data: the repository's ``data/``, or the copy inside an installed wheel."""
    package = Path(__file__).resolve().parent
    bundled = package / "_data"
    return bundled if bundled.is_dir() else package.parent / "data"


def cache_folder() -> Path:
    """Return the folder for downloaded texts: ``$ANALYSIS_CACHE``, or the user's cache folder."""
    chosen = os.environ.get("ANALYSIS_CACHE")
    if chosen:
        return Path(chosen)
    import pooch

    return Path(pooch.os_cache("analysis-reports"))
