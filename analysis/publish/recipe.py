"""A recipe: the function that draws one published figure, and what it depends on."""

import hashlib
import inspect
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from analysis.errors import ExportError
from analysis.paths import data_folder

_LIBRARIES = (
    "brotli", "daachorse", "fonttools", "matplotlib", "numpy", "pandas", "pillow", "pyarrow", "pyyaml", "rjieba",
    "scikit-learn", "scipy", "textalloc", "wordcloud",
)  # fmt: skip

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

    @property
    def about(self) -> str:
        """What the figure shows: the first line of its function's docstring."""
        said = inspect.getdoc(self.draw) if inspect.isroutine(self.draw) else None
        return (said or "").partition("\n")[0]

    def inputs(self) -> dict[str, str]:
        """Return the checksum of everything that can change this figure, by name; of a library, its version.

        Raises
        ------
        ExportError
            Where the recipe names a corpus, codebook or file that is not there.
        """
        found = {f"corpus {name}": _folder(_bundled("corpora", name)) for name in self.corpora}
        found |= {f"codebook {name}": _files((_bundled("codebooks", f"{name}.yml"),)) for name in self.codebooks}
        absent = [path for path in self.files if not path.is_file()]
        if absent:
            raise ExportError(f"{absent[0]} is not there; the recipe of {self.id!r} names it in files=")
        # Two files of one name in different folders count together: no path of this machine goes into the manifest.
        for name in dict.fromkeys(path.name for path in self.files):
            found[name] = _files(tuple(path for path in self.files if path.name == name))
        return found | made_with()


def made_with() -> dict[str, str]:
    """Return the checksums of what every figure hangs on: this package's code, font and words, and the libraries.

    >>> sorted(name for name in made_with() if not name.startswith("library "))
    ['code', 'font', 'places', 'vocabulary']
    """
    from importlib.metadata import version

    data = data_folder()
    # The terms of all codebooks, not only a figure's own, are words that a segmenter keeps whole.
    words = tuple(
        sorted(path for name in ("lexicons/*.txt", "lexicons/*.csv", "codebooks/*.yml") for path in data.glob(name))
    )
    checksums = {
        "code": _code(),
        "font": font_checksum(),
        "places": _files((data / "places.csv",)),
        "vocabulary": _files(words, data),
    }
    return checksums | {f"library {name}": version(name) for name in _LIBRARIES}


def font_checksum() -> str:
    """Return the checksum of the bundled font."""
    return _folder(_package() / "fonts")


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
        Other files it reads, such as reports of your own or names of topics; the same holds for them.

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


def line_of(file: str | Path, error: BaseException, default: int | None = None) -> str:
    """Return the line of a file of recipes in which an error arose, for the end of a sentence; empty where none is."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
    line = lines[-1] if lines else default
    return f" ({Path(file).name}, line {line})" if line else ""


def _bundled(kind: str, name: str) -> Path:
    path = data_folder() / kind / name
    if not path.exists():
        there = ", ".join(sorted(other.stem for other in path.parent.iterdir() if other.suffix == path.suffix))
        raise ExportError(f"{kind} {path.stem!r} is not bundled; there are {there}")
    return path


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
