"""Tables that need texts to make and none to use: built with the features, shipped as counts."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis import catalog
from analysis.atomic import write_bytes
from analysis.corpus import Corpus
from analysis.features import write_table
from analysis.paths import cache_folder, data_folder

# corpus: the derived tables that make sense for it
_TABLES = {"national": ("recycled", "novelty", "wording"), "provinces": ("recycled", "novelty")}
# What reporters watch the wording of. Words that stand before a term spell out no text.
WATCHED = ("货币政策", "财政政策", "改革", "对外开放", "科技创新", "就业", "消费", "房地产", "生态环境", "安全生产")
_NOVELTY = ["paragraph", "sentence", "status", "old_paragraph", "old_sentence", "similarity"]
_WORDING = ["report_id", "term", "word", "kind", "strength", "times", "clauses"]


def derive(names: Iterable[str] = (), *, source=None, out=None) -> list[Path]:
    """Write the derived tables of bundled corpora beside their features, and return the files.

    ``source`` and ``out`` are as in :func:`analysis.catalog.build`.

    - ``recycled.csv``: how much of each report stands in the one before it, see ``measure.recycled``.
    - ``novelty.parquet``: which of its sentences, by their places, see ``measure.novelty``.
    - ``wording.csv``: the words that govern a few much watched terms, see ``measure.wording``.
    """
    source = Path(source) if source else cache_folder() / "raw"
    out = Path(out) if out else data_folder()
    written = []
    for name in tuple(names) or catalog.names():
        tables = _TABLES.get(name, ())
        corpus = catalog.read_raw(name, source) if tables else None
        for table in tables:
            frame = _MADE[table](corpus)
            path = out / "corpora" / name / table
            if table == "novelty":
                written.append(write_table(path.with_suffix(".parquet"), frame))
            else:
                text = frame.to_csv(index=False, lineterminator="\n")
                written.append(write_bytes(path.with_suffix(".csv"), text.encode()))
    return written


def _recycled(corpus: Corpus) -> pd.DataFrame:
    from analysis import measure

    return pd.DataFrame(measure.recycled(corpus)).round(6)


def _novelty(corpus: Corpus) -> pd.DataFrame:
    from analysis.measure.novelty import novelty, successions

    pieces = []
    for earlier, later in successions(corpus):
        found = pd.DataFrame(novelty(corpus, later, against=earlier))
        pieces.append(found[_NOVELTY].assign(report_id=later, against=earlier))
    table = pd.concat(pieces, ignore_index=True)
    places = {name: "Int16" for name in ("paragraph", "sentence", "old_paragraph", "old_sentence")}
    return table.astype(places | dict.fromkeys(("report_id", "against", "status"), "category"))


def _wording(corpus: Corpus) -> pd.DataFrame:
    from analysis import measure

    return pd.concat([pd.DataFrame(measure.wording(corpus, term)) for term in WATCHED])[_WORDING]


_MADE = {"recycled": _recycled, "novelty": _novelty, "wording": _wording}
