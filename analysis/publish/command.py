"""What ``analysis figures`` does: choose recipes, then list, check or draw them."""

import importlib.util
import sys
import tempfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import click

from analysis.errors import ExportError
from analysis.publish.file_names import require_known
from analysis.publish.gallery_page import PAGE, page_is_fresh, write_page
from analysis.publish.manifest import read_manifest
from analysis.publish.recipe import Recipe, line_of
from analysis.publish.run import check, run


def figures_command(
    ids,
    *,
    list_only: bool,
    check_only: bool,
    langs,
    formats: str,
    folder: Path,
    recipes,
    force: bool = False,
) -> int:
    """Run the command and return its exit code: 1 where a figure failed, or is out of date under ``check_only``."""
    chosen = _chosen(ids, recipes)
    langs, kinds = require_known(langs, tuple(part.strip() for part in formats.split(",") if part.strip()))
    if list_only:
        return _list(chosen)
    asked = {"folder": folder, "langs": langs, "formats": kinds}
    return _check(chosen, whole=not ids and not recipes, **asked) if check_only else _draw(chosen, force=force, **asked)


def _list(chosen: list[Recipe]) -> int:
    width = max(len(recipe.id) for recipe in chosen)
    for recipe in chosen:
        click.echo(f"{recipe.id:{width}}  {recipe.about}".rstrip())
    return 0


def _check(chosen: list[Recipe], *, whole: bool, folder: Path, **asked) -> int:
    bad = [status for status in check(chosen, folder=folder, **asked) if status.state != "fresh"]
    for status in bad:
        click.echo(f"{status.id}: {status.state}: {status.why}")
    click.echo(f"up to date: {len(chosen) - len(bad)} of {_figures(len(chosen))}")
    # A folder may hold figures of several files of recipes: this is told, and not counted as out of date.
    for id in sorted(set(read_manifest(folder)) - {recipe.id for recipe in chosen}) if whole else ():
        if (folder / id).is_dir():
            click.echo(f"{id}: no recipe of the gallery draws it; delete {folder / id}, or check it with --recipes")
    page = page_is_fresh(folder)
    if not page:
        click.echo(f"{PAGE}: not the page of these figures; the command without --check writes it")
    return 1 if bad or not page else 0


def _draw(chosen: list[Recipe], *, folder: Path, **asked) -> int:
    _require_folder(folder)
    drawn = []
    failed = run(chosen, folder=folder, tell=lambda line: (drawn.append(line), click.echo(line)), **asked)
    if write_page(folder):
        click.echo(f"{folder / PAGE}: written")
    if not drawn:
        click.echo(f"up to date: {_figures(len(chosen))}")
    return 1 if failed else 0


def _figures(count: int) -> str:
    return f"{count} figure{'s' * (count != 1)}"


def _require_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written ({error.strerror}); name another with --folder") from None


def _chosen(ids, recipes: Path | None) -> list[Recipe]:
    if recipes:
        known = _from_file(recipes)
    else:
        from analysis import gallery

        known = gallery.recipes()
    by_id = {recipe.id: recipe for recipe in known}
    unknown = [name for name in ids if name not in by_id]
    if unknown:
        raise ExportError(f"no figure is called {unknown[0]!r}; there are {', '.join(by_id)}")
    return [by_id[name] for name in ids] or known


def _from_file(path: Path) -> list[Recipe]:
    module, siblings = _loaded(path.resolve())
    # One recipe may go by two names in the file; two recipes of one id, or folder, would write over each other.
    named = {id(value): value for value in vars(module).values() if isinstance(value, Recipe)}
    own = [value for value in named.values() if not _imported(value, module)]
    for one, other in pairwise(sorted((value.id for value in own), key=str.casefold)):
        if one.casefold() == other.casefold():
            twice = repr(one) if one == other else f"{one!r} and {other!r}, one folder on Windows and macOS"
            raise ExportError(f"{path}: two recipes are called {twice}; give each an id of its own")
    if not own:
        raise ExportError(f"{path}: has no recipe; mark a function with @recipe(id) from analysis.publish")
    return [replace(value, files=(*value.files, path.resolve(), *siblings)) for value in own]


def _loaded(path: Path) -> tuple[ModuleType, list[Path]]:
    # The module made of the file, and the files beside it that it imports.
    name = f"{path.stem} (recipes)"  # no import can ask for it, so it takes no other module's place
    spec = importlib.util.spec_from_file_location(name, path)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        reason = f"{type(error).__name__}: {error}{line_of(path, error)}"
        raise ExportError(f"{path}: cannot be run: {reason}; correct the file") from None
    finally:
        sys.path.remove(str(path.parent))
    siblings = []
    for other, found in list(sys.modules.items()):
        source, first = getattr(found, "__file__", None), other.partition(".")[0]
        beside = {path.parent / f"{first}.py", path.parent / first}
        if source and first != "analysis" and beside & {Path(source), *Path(source).parents}:
            siblings.append(Path(source))
    return module, sorted(siblings)


def _imported(recipe: Recipe, module: ModuleType) -> bool:
    # `from analysis.gallery import words_of_2025` is no recipe of this file: the module of its function has it too.
    home = sys.modules.get(getattr(recipe.draw, "__module__", ""))
    return home not in (None, module) and any(value is recipe for value in vars(home).values())
