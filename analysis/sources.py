"""The bundled corpora by name, and the pinned raw files each is read from."""

import pandas as pd

from analysis.errors import CorpusError
from analysis.paths import data_folder

# name: the folders of raw files it is read from
BUNDLED = {
    "national": ("national/",),  # the premier's reports to the National People's Congress, 1954-2025
    "provinces": ("provinces-2025/", "provinces-2026/"),  # the reports of 31 provinces
    "xiangjiang": ("xiangjiang/",),  # the plan of Hunan's Xiangjiang New Area for 2021
}


def names() -> tuple[str, ...]:
    """Return the names of the bundled corpora."""
    return tuple(BUNDLED)


def sources(name: str | None = None) -> pd.DataFrame:
    """Return the pinned raw files: file, bytes, sha256, address, repository, licence; of one corpus or of all."""
    table = pd.read_csv(data_folder() / "sources.csv", encoding="utf-8-sig")
    if name is None:
        return table
    require_bundled(name)
    return table[table["file"].str.startswith(BUNDLED[name])].reset_index(drop=True)


def require_bundled(name: str) -> None:
    """Raise CorpusError, naming what there is, unless ``name`` is a bundled corpus."""
    if name not in BUNDLED:
        raise CorpusError(f"no bundled corpus is called {name!r}; there are {', '.join(names())}")
