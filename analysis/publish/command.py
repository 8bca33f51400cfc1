"""What ``analysis figures`` does: choose recipes, then list, check or draw them."""

import importlib.util
import tempfile
from dataclasses import replace
from pathlib import Path

import click

from analysis.errors import ExportError
from analysis.publish.gallery_page import PAGE, page_is_fresh, write_page
from analysis.publish.recipe import Recipe
from analysis.publish.run import check, run

# Written out, so that a run that draws nothing need not import matplotlib; a test compares it with export's.
ALL_FORMATS = ("svg", "pdf", "web", "square", "wechat", "print", "csv", "json", "zip")


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
    kinds = ALL_FORMATS if formats == "all" else tuple(part.strip() for part in formats.split(",") if part.strip())
    unknown = [kind for kind in kinds if kind not in ALL_FORMATS]
    if unknown:
        raise ExportError(f"no format is called {unknown[0]!r}; there are {', '.join(ALL_FORMATS)}")
    if list_only:
        for recipe in chosen:
            click.echo(recipe.id)
        return 0
    if check_only:
        bad = [status for status in check(chosen, folder=folder, langs=langs, formats=kinds) if status.state != "fresh"]
        for status in bad:
            click.echo(f"{status.id}: {status.state}: {status.why}")
        click.echo(f"up to date: {len(chosen) - len(bad)} of {_figures(len(chosen))}")
        page = page_is_fresh(folder)
        if not page:
            click.echo(f"{PAGE}: not the page of these figures; the command without --check writes it")
        return 1 if bad or not page else 0
    _require_folder(folder)
    drawn = []
    failed = run(
        chosen,
        folder=folder,
        langs=langs,
        formats=kinds,
        force=force,
        tell=lambda line: (drawn.append(line), click.echo(line)),
    )
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
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ExportError(f"{path}: cannot be run ({type(error).__name__}: {error}); correct the file") from None
    # One recipe may go by two names in the file; two recipes of one id would write over each other.
    own = list({id(value): value for value in vars(module).values() if isinstance(value, Recipe)}.values())
    ids = [value.id for value in own]
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice is not None:
        raise ExportError(f"{path}: two recipes are called {twice!r}; give each an id of its own")
    found = [replace(value, files=(*value.files, path.resolve())) for value in own]
    if not found:
        raise ExportError(f"{path}: has no recipe; mark a function with @recipe(id) from analysis.publish")
    return found
