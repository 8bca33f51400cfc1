"""What several commands do alike: read the reports that were named, write a table, tell what was lost."""

import glob
import sys
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import add
from pathlib import Path

import click

from analysis.errors import ExportError, ReadError

csv_option = click.option(
    "--csv",
    "csv_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the table to this file instead of printing it.",
)
on_error_option = click.option(
    "--on-error",
    type=click.Choice(["raise", "skip"]),
    default="raise",
    show_default=True,
    help="Stop at the first file that cannot be read, or read the rest, list what was lost and exit with 1.",
)


codebook_option = click.option(
    "--codebook", "book", default="policy", show_default=True, help="A bundled codebook or a YAML file."
)
out_option = click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Write charts to this folder."
)


def choice_option(name: str, *values: str, help: str, default: str | None = None):
    """One of a few words; without a default the help says what happens."""
    return click.option(name, type=click.Choice(values), default=default, show_default=True, help=help)


lang_option = choice_option("--lang", "zh", "en", default="zh", help="Language of the charts.")


def part_option(help: str, default: str | None = None):
    return choice_option("--part", "plan", "review", "all", help=help, default=default)


def write_charts(charts, folder: Path) -> None:
    """Write each (name, figure) in every format and print the files."""
    from analysis import publish

    for name, figure in charts:
        for path in publish.export(figure, name, folder=folder):
            click.echo(str(path))


def progress_wanted() -> bool:
    """Whether someone is watching: a bar in a log file is noise."""
    return sys.stderr.isatty()


def require_output(path: Path | None, inputs: Iterable[str]) -> None:
    """Refuse to write where no folder is, or over one of the ``inputs`` (files, folders, patterns; others are ignored).

    Called before anything is measured: a report that is overwritten by its own table is lost.
    """
    if path is None:
        return
    if not path.parent.is_dir():
        there = "is no folder" if path.parent.exists() else "is not there; make that folder first, or choose another"
        raise ExportError(f"{path}: cannot be written: {path.parent} {there}")
    if path.is_file() and any(path.samefile(file) for file in _input_files(inputs)):
        raise ExportError(f"{path}: one of the files to be read; give the output another name")


def _input_files(inputs: Iterable[str]) -> Iterator[Path]:
    for name in inputs:
        matched = glob.glob(name, recursive=True) if any(mark in name for mark in "*?[") else []
        for path in map(Path, [name, *matched]):
            yield from path.rglob("*") if path.is_dir() else [path] if path.is_file() else []


def write_csv(path: Path, frame) -> None:
    from analysis.atomic import write_bytes
    from analysis.spreadsheet import csv_bytes

    try:
        write_bytes(path, csv_bytes(frame))
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror}); choose another file or folder") from None
    click.echo(f"{path}: {len(frame)} rows")


def read_reports(paths: tuple[str, ...], on_error: str):
    """Read files, folders and patterns into a corpus; with ``skip``, an error only where nothing could be read."""
    from analysis import read as reading

    corpus = reading.reports(list(paths), on_error=on_error, progress=progress_wanted() and len(paths) > 1)
    if len(corpus) == 0:
        tell_problems(corpus)
        raise ReadError("none of the files could be read; see the reasons above")
    return corpus


def bundled_corpora(names: Iterable[str], book):
    """Join bundled corpora that can count a codebook: counts and positions, or fetched texts where it needs them."""
    from analysis import catalog
    from analysis.measure.counting import needs_places

    loaded = (catalog.corpus_for(name, book.patterns, places=needs_places(book)) for name in names)
    return reduce(add, loaded)


def named_corpus(names: tuple[str, ...], on_error: str, *, texts: bool = False, book=None, count: str = "longest"):
    """Join what was named: bundled corpora, reports of theirs by id, and then files, folders and patterns.

    Bundled corpora come as counts and positions, or with their fetched texts if ``texts`` or if counting the codebook
    ``book`` by the rule ``count`` needs them. A file of the same name wins.
    """
    from analysis import catalog
    from analysis.measure.counting import needs_places

    listed = catalog.catalog()
    corpus_of = dict(zip(listed["id"], listed["corpus"], strict=True))
    wanted: dict[str, list[str] | None] = {}
    files = []
    for name in names:
        if Path(name).exists() or name not in {*catalog.names(), *corpus_of}:
            files.append(name)
        elif name in corpus_of:
            ids = wanted.setdefault(corpus_of[name], [])
            if ids is not None:
                ids.append(name)
        else:
            wanted[name] = None  # the whole corpus
    terms, places = (book.patterns, needs_places(book, count)) if book else ((), False)
    parts = []
    for name, ids in wanted.items():
        loaded = catalog.corpus(name, texts=True) if texts else catalog.corpus_for(name, terms, places=places)
        parts.append(loaded if ids is None else loaded.select(report_id=ids))
    if files:
        try:
            parts.append(read_reports(tuple(files), on_error))
        except ReadError as error:
            if len(files) == 1 and not Path(files[0]).suffix and "no such file" in str(error):
                known = ", ".join(catalog.names())
                raise ReadError(
                    f"{files[0]}: neither a file nor a bundled corpus ({known}) nor the id of a report in one; check "
                    "the name"
                ) from None
            raise
    joined = parts[0]
    for part in parts[1:]:
        joined = joined + renamed(part, joined)
    return joined


def renamed(corpus, other):
    """Let the ids that stand in ``other`` too, such as of one's own copy of a bundled report, end in -file."""
    from dataclasses import replace

    ids = set(other.reports["report_id"])
    if not corpus.has_texts or not ids & set(corpus.reports["report_id"]):
        return corpus
    reports = [replace(report, id=f"{report.id}-file") if report.id in ids else report for report in corpus]
    return type(corpus).from_reports(reports, problems=corpus.problems)


def tell_problems(corpus) -> None:
    for problem in corpus.problems["problem"]:
        click.echo(f"Skipped: {problem}", err=True)


def end_with_problems(corpus) -> None:
    """Tell what gave no report, and exit with 1 if any of it was lost."""
    tell_problems(corpus)
    if corpus.problems["lost"].any():
        raise SystemExit(1)
