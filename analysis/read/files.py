"""Read one file or many: each becomes a report, and a bad one never loses the others."""

import glob
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePath

from analysis.corpus import Corpus
from analysis.errors import ReadError
from analysis.read.assemble import assemble, resolution
from analysis.read.formats import SUFFIXES, drafts
from analysis.report import Report

# Files that lie beside reports: hidden ones, locks of Word, and what is said about the folder.
_BESIDE = re.compile(r"\.|~\$|readme|licen[cs]e", re.IGNORECASE)

_RESOLUTION = "a resolution about a report, no report"


def report(path, **facts) -> Report:
    """Read one report from a file.

    Parameters
    ----------
    path
        A .txt, .md, .html, .docx, .pdf, .csv, .tsv, .jsonl, .xlsx or .zip file that holds one report.
    facts
        Facts that win over those read from the file: id, title, year, place, level, date, publisher, kind, address.

    Returns
    -------
    Report
        With everything that was removed and repaired on the way listed in ``removed`` and ``repaired``.

    Raises
    ------
    ReadError
        One sentence that says which file, what is wrong, and what to do.

    Examples
    --------
    >>> from analysis import read
    >>> from analysis.paths import data_folder
    >>> read.report(data_folder() / "samples" / "yunling-2025.txt").year
    2025
    """
    found = _drafts(Path(path))
    if len(found) > 1:
        raise ReadError(f"{path}: holds {len(found)} reports; read it with read.reports")
    if resolution(found[0]):
        raise ReadError(f"{path}: {_RESOLUTION}; give the report itself")
    return assemble(found[0], **facts)


def reports(paths, *, on_error: str = "raise", progress: bool = False) -> Corpus:
    """Read reports from files into a corpus with texts.

    Parameters
    ----------
    paths
        A folder (its readable files and those of its subfolders, without README and LICENSE), a pattern such as
        ``"reports/*.docx"``, one file, or a list of these. Tables and zip files may hold several reports, and so may
        text files: one after the other under dated titles, or one a line (year, tab, text).
    on_error
        ``"raise"`` stops at the first file that cannot be read; ``"skip"`` reads the rest and lists what was lost in
        ``corpus.problems`` (file, problem, lost). Resolutions about a report are left out and listed there either way,
        with ``lost`` False.
    progress
        Show a progress bar.

    Returns
    -------
    Corpus
        In the order of the paths; a folder's and a pattern's files in order of their names. A second report of one
        place and year gets an id that ends in -2, and a problem that names the file of the first.

    Raises
    ------
    ReadError
        For the first bad file if ``on_error="raise"``; and where there is no file at all.

    Examples
    --------
    >>> from analysis import read
    >>> from analysis.paths import data_folder
    >>> len(read.reports(str(data_folder() / "samples" / "yunling-202*.txt"))) >= 1
    True
    """
    import pandas as pd
    from tqdm.auto import tqdm

    if on_error not in {"raise", "skip"}:
        raise ReadError(f"on_error={on_error!r}: use 'raise' or 'skip'")
    files = _files([paths] if isinstance(paths, str | Path) else paths)
    found: list[Report] = []
    problems: list[tuple[str, str, bool]] = []
    taken: dict[str, list[str]] = {}
    for path in tqdm(files, desc="read", unit="file", disable=not progress):
        try:
            contents = _drafts(path, problems if on_error == "skip" else None)
        except ReadError as error:
            if on_error == "raise":
                raise
            problems.append((str(path), str(error), True))
            continue
        for draft in contents:
            if resolution(draft):
                problems.append((draft.name, f"{draft.name}: {_RESOLUTION}", False))
                continue
            try:
                item = assemble(draft)
            except ReadError as error:
                if on_error == "raise":
                    raise
                problems.append((draft.name, str(error), True))
                continue
            names = taken.setdefault(item.id, [])
            names.append(draft.name)
            found.append(_again(item, names) if len(names) > 1 else item)
    table = pd.DataFrame(problems, columns=["file", "problem", "lost"])
    return Corpus.from_reports(found, problems=table.astype({"file": "str", "problem": "str", "lost": "bool"}))


def _again(item: Report, names: list[str]) -> Report:
    # Two reports with one id: of one place and year, or of neither.
    of = "Of the same place and year as" if item.year and item.place else "Has the same id as"
    problem = f"{of} the report in {PurePath(names[0]).name}."
    return replace(item, id=f"{item.id}-{len(names)}", problems=(*item.problems, problem))


def _files(paths: Iterable) -> list[Path]:
    found: list[Path] = []
    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and not _BESIDE.match(p.name))
            if not inside:
                raise ReadError(
                    f"{path}: no file in this folder is in a format that is read ({' '.join(SUFFIXES)}); check the "
                    "name of the folder, or save the reports there in one of these formats"
                )
            found += inside
        elif not path.exists() and any(mark in str(given) for mark in "*?["):
            matched = sorted(Path(name) for name in glob.glob(str(given), recursive=True))
            if not matched:
                raise ReadError(f"{given}: no file matches this pattern; check it")
            found += matched
        else:
            found.append(path)
    if not found:
        raise ReadError("no file given; name a file, a folder or a pattern")
    return found


def _drafts(path: Path, problems: list | None = None) -> list:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}: no such file; check the name") from None
    except IsADirectoryError:
        raise ReadError(f"{path}: a folder; read it with read.reports") from None
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror}); check its rights") from None
    if problems is None or path.suffix.lower() != ".zip":
        return drafts(raw, str(path))
    from analysis.read.formats.archive import members

    found = []
    for member, content in members(raw, str(path)):  # one bad member does not lose the others
        try:
            found += drafts(content, f"{path}/{member}")
        except ReadError as error:
            problems.append((f"{path}/{member}", str(error), True))
    return found
