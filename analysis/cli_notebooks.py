"""`analysis notebooks`: run the narratives, check them, write them as article pages."""

from pathlib import Path

import click

from analysis.cli_shared import progress_wanted
from analysis.errors import NotebookError


@click.command(short_help="Run the narrative notebooks, check them, or write them as articles.")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--check", is_flag=True, help="Change nothing; say which cell says something else now, and exit with 1.")
@click.option("--html", is_flag=True, help="Write article pages without code from the notebooks as they are.")
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("notebooks"),
    show_default=True,
    help="Where the notebooks stand; articles are written beside them.",
)
def notebooks(names, check: bool, html: bool, folder: Path) -> None:
    """Execute the notebooks in a fresh kernel each and write their outputs back.

    NAMES are notebooks, or the beginning of a name (01); none means all.

    \b
    Examples:
      analysis notebooks
      analysis notebooks --check
      analysis notebooks 01 --html
    """
    from tqdm.auto import tqdm

    from analysis import notebook

    if check and html:
        raise click.UsageError("--check changes nothing and --html writes pages; choose one")
    failed = 0
    for path in tqdm(_chosen(names, folder), desc="notebooks", unit="notebook", disable=not progress_wanted()):
        if html:
            click.echo(str(_write_article(path)))
            continue
        try:
            fresh = notebook.execute(path)
        except NotebookError as error:
            click.echo(f"Error: {error}", err=True)
            failed += 1
            continue
        if not check:
            notebook.save(fresh, path)
            click.echo(f"{path}: executed")
            continue
        found = notebook.differences(notebook.load(path), fresh)
        for difference in found:
            click.echo(f"{path}: {difference}")
        if not found:
            click.echo(f"{path}: says what is committed")
        failed += bool(found)
    if failed:
        raise SystemExit(1)


def _write_article(path: Path) -> Path:
    from analysis import notebook
    from analysis.atomic import write_bytes

    target = path.with_suffix(".html")  # beside it, so that its links hold
    write_bytes(target, notebook.article(notebook.load(path)).encode())
    return target


def _chosen(names, folder: Path) -> list[Path]:
    paths = sorted(folder.glob("*.ipynb"))
    if not paths:
        raise NotebookError(f"{folder}: holds no notebook; name another with --folder")
    chosen = []
    for name in names:
        wanted = Path(name).name.removesuffix(".ipynb")
        found = [path for path in paths if path.stem.startswith(wanted)]
        if not found:
            raise NotebookError(f"no notebook is called {name!r}; there are {', '.join(path.stem for path in paths)}")
        chosen += found
    return list(dict.fromkeys(chosen)) or paths
