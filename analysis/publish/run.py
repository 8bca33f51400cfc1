"""Regenerate figures that are out of date, and tell which: missing, stale (an input changed) or different (edited)."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.atomic import write_bytes
from analysis.errors import AnalysisError
from analysis.publish.file_names import expected_files
from analysis.publish.recipe import Recipe

MANIFEST = "manifest.json"
LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Status:
    """The state of one figure in one folder: fresh, missing, stale or different, and why."""

    id: str
    state: str
    why: str = ""


def check(
    recipes: Iterable[Recipe], *, folder, langs: Sequence[str] = LANGUAGES, formats: Sequence[str] = ()
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

    Examples
    --------
    >>> from analysis import gallery, publish
    >>> {status.state for status in publish.check(gallery.recipes(), folder="no-such-folder")}
    {'missing'}
    """
    manifest = read_manifest(folder)
    return [_status(recipe, manifest.get(recipe.id), Path(folder), langs, formats) for recipe in recipes]


def _status(recipe: Recipe, entry: dict | None, folder: Path, langs, formats) -> Status:
    if entry is None:
        return Status(recipe.id, "missing", "never drawn")
    inputs = recipe.inputs()
    changed = [name for name in {**entry["inputs"], **inputs} if entry["inputs"].get(name) != inputs.get(name)]
    wanted = expected_files(recipe.id, langs, formats)
    absent = [name for name in wanted if name not in entry["files"] or not (folder / recipe.id / name).is_file()]
    if absent:
        return Status(recipe.id, "missing", f"{absent[0]} is not there")
    if changed:
        return Status(recipe.id, "stale", "changed since it was drawn: " + ", ".join(changed))
    for name in wanted:
        if entry["files"][name] != _sha256((folder / recipe.id / name).read_bytes()):
            return Status(recipe.id, "different", f"{name} is not the file that was drawn")
    return Status(recipe.id, "fresh")


def run(
    recipes: Iterable[Recipe],
    *,
    folder,
    langs: Sequence[str] = LANGUAGES,
    formats: Sequence[str] = (),
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
        What to write of each figure.
    force
        Draw the fresh ones too.
    tell
        Is given a line for each figure drawn or failed.

    Returns
    -------
    list of Status
        The failures: state "failed", with the reason.

    Examples
    --------
    >>> from analysis import publish
    >>> publish.run([], folder="figures")
    []
    """
    recipes = list(recipes)
    failed = []
    for recipe, status in zip(recipes, check(recipes, folder=folder, langs=langs, formats=formats), strict=True):
        if status.state == "fresh" and not force:
            continue
        try:
            _draw(recipe, Path(folder), langs, formats)
        except (Exception, SystemExit) as error:  # whatever a user's recipe raises must not lose the other figures
            failed.append(Status(recipe.id, "failed", f"{type(error).__name__}: {error}"))
            # The words of a KeyError are a key, those of a SystemExit a number: say what they are.
            tell(f"{recipe.id}: failed: {error if isinstance(error, AnalysisError) else failed[-1].why}")
        else:
            tell(f"{recipe.id}: drawn ({status.why or 'asked for'})")
    return failed


def _draw(recipe: Recipe, folder: Path, langs, formats) -> None:
    from analysis.publish.figure_files import export

    inputs = recipe.inputs()
    figure = recipe.draw(langs[0])
    files = export(figure, recipe.id, folder=folder, formats=tuple(formats), langs=tuple(langs))
    manifest = read_manifest(folder)
    entry = manifest.get(recipe.id, {"files": {}})
    # Formats drawn earlier from the same inputs stay known; from other inputs they are out of date.
    kept = entry["files"] if entry.get("inputs") == inputs else {}
    manifest[recipe.id] = {"inputs": inputs, "files": kept | {p.name: _sha256(p.read_bytes()) for p in files}}
    text = json.dumps({"figures": dict(sorted(manifest.items()))}, ensure_ascii=False, indent=1, sort_keys=True)
    write_bytes(folder / MANIFEST, (text + "\n").encode())


def read_manifest(folder) -> dict:
    """Return what ``manifest.json`` says of each figure: inputs and files; nothing of what is damaged or not there."""
    try:
        figures = json.loads((Path(folder) / MANIFEST).read_text(encoding="utf-8"))["figures"]
        return {name: entry for name, entry in figures.items() if {"inputs", "files"} <= set(entry)}
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
