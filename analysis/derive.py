"""Tables that need texts to make and none to use: built with the features, shipped as counts."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis import catalog
from analysis.atomic import write_bytes
from analysis.paths import cache_folder, data_folder

# corpus: the derived tables that make sense for it
_TABLES = {"national": ("recycled",), "provinces": ("recycled",)}


def derive(names: Iterable[str] = (), *, source=None, out=None) -> list[Path]:
    """Write the derived tables of bundled corpora beside their features, and return the files.

    ``source`` and ``out`` are as in :func:`analysis.catalog.build`.

    - ``recycled.csv``: how much of each report stands in the one before it, see ``measure.recycled``.
    """
    from analysis import measure

    source = Path(source) if source else cache_folder() / "raw"
    out = Path(out) if out else data_folder()
    written = []
    for name in tuple(names) or catalog.names():
        for table in _TABLES.get(name, ()):
            frame = pd.DataFrame(getattr(measure, table)(catalog.read_raw(name, source))).round(6)
            text = frame.to_csv(index=False, lineterminator="\n")
            written.append(write_bytes(out / "corpora" / name / f"{table}.csv", text.encode()))
    return written
