"""What several commands do alike: read the reports that were named, write a table, tell what was lost."""

import sys
from pathlib import Path

import click


def write_csv(path: Path, frame) -> None:
    from analysis.atomic import write_bytes
    from analysis.spreadsheet import csv_bytes

    write_bytes(path, csv_bytes(frame))
    click.echo(f"{path}: {len(frame)} rows")


def read_reports(paths: tuple[str, ...], on_error: str):
    from analysis import read as reading

    return reading.reports(list(paths), on_error=on_error, progress=sys.stderr.isatty() and len(paths) > 1)


def named_corpus(paths: tuple[str, ...], on_error: str):
    from analysis import catalog

    if len(paths) == 1 and paths[0] in catalog.names() and not Path(paths[0]).exists():
        return catalog.corpus(paths[0])
    return read_reports(paths, on_error)


def tell_problems(corpus) -> None:
    for problem in corpus.problems["problem"]:
        click.echo(f"Skipped: {problem}", err=True)
