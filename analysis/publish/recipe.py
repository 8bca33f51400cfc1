"""A recipe: the function that draws one published figure, and what it depends on."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from analysis.paths import data_folder

_LIBRARIES = ("matplotlib", "numpy", "pandas", "scipy", "scikit-learn", "rjieba", "daachorse", "fonttools", "textalloc")

# Modules that cannot change a figure, besides those of the command line.
_APART = {"__main__.py", "print_report.py", "print_table.py", "fetch.py"}
_ROOMS_APART = {"explore", "notebook", "review"}


@dataclass(frozen=True)
class Recipe:
    """One published figure: its id, the function ``draw(lang) -> Figure``, and the bundled inputs it uses."""

    id: str
    draw: Callable
    corpora: tuple[str, ...] = ()
    codebooks: tuple[str, ...] = ("policy",)
    files: tuple[Path, ...] = field(default=())

    def inputs(self) -> dict[str, str]:
        """Return the checksum of everything that can change this figure, by name."""
        found = {f"corpus {name}": _folder(data_folder() / "corpora" / name) for name in self.corpora}
        found |= {f"codebook {name}": _files((data_folder() / "codebooks" / f"{name}.yml",)) for name in self.codebooks}
        found |= {str(path.name): _files((path,)) for path in self.files}
        return found | made_with()


def made_with() -> dict[str, str]:
    """Return the checksums of this package's code, of the bundled font and of the libraries' versions.

    >>> sorted(made_with())
    ['code', 'font', 'libraries']
    """
    return {"code": _code(), "font": _folder(_package() / "fonts"), "libraries": _libraries()}


def recipe(
    id: str,
    *,
    corpora: tuple[str, ...] = (),
    codebooks: tuple[str, ...] = ("policy",),
    files: tuple[Path, ...] = (),
) -> Callable:
    """Mark a function as the recipe of figure ``id``; it takes ``lang`` and returns a Figure.

    Parameters
    ----------
    id
        The figure's id: letters, digits and hyphens.
    corpora, codebooks
        The bundled corpora and codebooks it uses; when one changes, the figure is stale.
    files
        Other files it reads, such as names of topics; the same holds for them.

    Returns
    -------
    Callable
        A decorator that turns the function into a Recipe.

    Examples
    --------
    >>> @recipe("my-figure", corpora=("national",))
    ... def my_figure(lang): ...
    >>> my_figure.id
    'my-figure'
    """

    def mark(draw: Callable) -> Recipe:
        return Recipe(id, draw, corpora, codebooks, files)

    return mark


def _package() -> Path:
    return Path(__file__).resolve().parent.parent


@cache
def _code() -> str:
    package = _package()
    files = [p for p in package.rglob("*.py") if p.name not in _APART and not p.name.startswith("cli")]
    files = [p for p in files if p.relative_to(package).parts[0] not in _ROOMS_APART]
    return _files(tuple(sorted(files)), package)


@cache
def _folder(folder: Path) -> str:
    return _files(tuple(sorted(p for p in folder.rglob("*") if p.is_file())), folder)


def _files(paths: tuple[Path, ...], root: Path | None = None) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path.relative_to(root).as_posix() if root else path.name).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@cache
def _libraries() -> str:
    return hashlib.sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode()).hexdigest()
