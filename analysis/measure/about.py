"""What every measure says of itself in its frame's attrs: reports measured, the part of them, and its choices."""

import pandas as pd

from analysis import provenance
from analysis.corpus import Corpus
from analysis.measure.tally import Scope


def about(measure: str, *sides: tuple[Corpus, list[Scope]], **facts) -> dict:
    """Return the attrs of a measure's frame; each side is a corpus and what was measured of its reports."""
    measured = [scope for _, scopes in sides for scope in scopes]
    return provenance.describe(
        measure=measure,
        part=_said({scope.part for scope in measured}, "plan, else all"),
        reports=[fact for corpus, scopes in sides for fact in _report_facts(corpus, scopes)],
        **facts,
    )


def resampled(measured: list[Scope]) -> str:
    """Return the unit that was resampled, or "mixed" where reports differ."""
    return _said({scope.unit for scope in measured}, "mixed")


def _said(values: set[str], several: str) -> str:
    return next(iter(values)) if len(values) == 1 else several


def _report_facts(corpus: Corpus, measured: list[Scope]) -> list[dict]:
    part, length = {scope.report_id: scope.part for scope in measured}, corpus.sentences["han"].to_numpy()
    han = {scope.report_id: int(length[scope.rows].sum()) for scope in measured}
    columns = ["report_id", "title", "year", "place", "place_en", "level", "publisher", "kind", "address", "sha256"]
    rows = corpus.reports[columns].rename(columns={"report_id": "id"}).to_dict("records")
    years = [None if pd.isna(row["year"]) else int(row["year"]) for row in rows]
    return [
        row | {"year": year, "part": part[row["id"]], "han": han[row["id"]]}
        for row, year in zip(rows, years, strict=True)
    ]
