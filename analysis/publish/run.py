"""Regenerate figures that are out of date, and tell which: missing, stale (an input changed) or different (edited)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import AnalysisError, ExportError
from analysis.publish.file_names import COMMITTED, LANGUAGES, expected_files, require_known
from analysis.publish.manifest import MANIFEST, checksum, read_manifest
from analysis.publish.recipe import Recipe, line_of
from analysis.publish.whole import finish, put


@dataclass(frozen=True)
class Status:
    """The state of one figure in one folder: fresh, missing, stale or different, and why."""

    id: str
    state: str
    why: str = ""


def check(
    recipes: Iterable[Recipe], *, folder, langs: Sequence[str] = LANGUAGES, formats: Sequence[str] = COMMITTED
) -> list[Status]:
    """Return the state of each recipe's figure, without drawing.

    Parameters
    ----------
    recipes
        The recipes to look at.
    folder
        The folder of figures.
    langs, formats
        The languages and formats that must be there.

    Returns
    -------
    list of Status

    Raises
    ------
    ExportError
        Where no language or format is asked for, or one that there is not, or ``manifest.json`` is damaged.

    Examples
    --------
    >>> from analysis import gallery, publish
    >>> {status.state for status in publish.check(gallery.recipes(), folder="no-such-folder")}
    {'missing'}
    """
    langs, formats = require_known(langs, formats)
    return [_status(recipe, Path(folder), langs, formats) for recipe in recipes]


def _status(recipe: Recipe, folder: Path, langs, formats) -> Status:
    finish(folder, recipe.id)
    entry = read_manifest(folder).get(recipe.id)
    if entry is None:
        drawn = (folder / recipe.id).is_dir()
        return Status(recipe.id, "missing", f"{MANIFEST} does not tell of it" if drawn else "never drawn")
    wanted = expected_files(recipe.id, langs, formats)
    for name in wanted:
        if name not in entry["files"] or not (folder / recipe.id / name).is_file():
            return Status(recipe.id, "missing", f"{name} is not there")
    unpacked = [lang for lang in langs if lang not in entry.get("packed", ())] if "zip" in formats else []
    if unpacked:
        return Status(recipe.id, "missing", f"{recipe.id}.zip was packed without {', '.join(unpacked)}")
    try:
        changed = _changes(entry["inputs"], recipe.inputs())
    except (AnalysisError, OSError) as error:
        return Status(recipe.id, "stale", str(error))
    if changed:
        return Status(recipe.id, "stale", "changed since it was drawn: " + ", ".join(changed))
    for name in wanted:
        if entry["files"][name] != checksum((folder / recipe.id / name).read_bytes()):
            return Status(recipe.id, "different", f"{name} is not the file that was drawn")
    return Status(recipe.id, "fresh")


def _changes(before: dict[str, str], now: dict[str, str]) -> list[str]:
    # Of a library the version is kept, not a checksum: it can be told.
    return [
        f"{name} {before.get(name, 'none')} -> {now.get(name, 'none')}" if name.startswith("library ") else name
        for name in {**before, **now}
        if before.get(name) != now.get(name)
    ]


def run(
    recipes: Iterable[Recipe],
    *,
    folder,
    langs: Sequence[str] = LANGUAGES,
    formats: Sequence[str] = COMMITTED,
    force: bool = False,
    tell: Callable[[str], None] = print,
) -> list[Status]:
    """Draw every figure that is not fresh and record it in ``manifest.json``; one that fails never stops the others.

    Parameters
    ----------
    recipes
        The recipes to run.
    folder
        The folder of figures.
    langs, formats
        What to write of each figure. What was drawn earlier in others is deleted where an input has changed since.
    force
        Draw the fresh ones too.
    tell
        Is given a line for each figure drawn or failed.

    Returns
    -------
    list of Status
        The failures: state "failed", with the reason.

    Raises
    ------
    ExportError
        Where no language or format is asked for, or one that there is not, or ``manifest.json`` is damaged.

    Examples
    --------
    >>> from analysis import publish
    >>> publish.run([], folder="figures")
    []
    """
    langs, formats = require_known(langs, formats)
    read_manifest(folder)  # a damaged one is told before anything is drawn
    failed = []
    for recipe in recipes:
        try:
            status = _status(recipe, Path(folder), langs, formats)
            if status.state == "fresh" and not force:
                continue
            _draw(recipe, Path(folder), langs, formats)
        except (Exception, SystemExit) as error:  # whatever a user's recipe raises must not lose the other figures
            # The words of a KeyError are a key, those of a SystemExit a number: say what they are.
            said = str(error) if isinstance(error, AnalysisError) else f"{type(error).__name__}: {error}"
            code = getattr(recipe.draw, "__code__", None)
            said += line_of(code.co_filename, error, default=code.co_firstlineno) if code else ""
            failed.append(Status(recipe.id, "failed", said))
            tell(f"{recipe.id}: failed: {said}")
        else:
            tell(f"{recipe.id}: drawn ({status.why or 'asked for'})")
    return failed


def _draw(recipe: Recipe, folder: Path, langs, formats) -> None:
    from analysis.publish.figure_files import files_of

    inputs = recipe.inputs()
    contents = files_of(_figure(recipe, langs[0]), recipe.id, formats=tuple(formats), langs=tuple(langs))
    sums = {name: checksum(content) for name, content in contents.items()}
    entry = {"about": recipe.about, "inputs": inputs, "files": sums}
    put(folder, recipe.id, contents, entry | ({"packed": list(langs)} if "zip" in formats else {}))


def _figure(recipe: Recipe, lang: str):
    """Return the figure of a recipe, its record with the words that the recipe gives in each language.

    Drawing one is enough, and topics are slow, unless words were given for its language alone.
    """
    from analysis.publish.figure_files import record_of

    figure = recipe.draw(lang)
    record = getattr(figure, "record", None)
    if record is not None and record.one_sided:
        other = record_of(recipe.draw(next(known for known in LANGUAGES if known != lang)))
        if other.lang != record.lang:
            figure.record = record.joined(other)
        elif other.words != record.words:
            raise ExportError(f"words differ by lang, but both charts are in {record.lang!r}; give the chart lang=lang")
    return figure
