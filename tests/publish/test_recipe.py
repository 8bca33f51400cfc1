import subprocess
import sys
from pathlib import Path

import pytest

from analysis import gallery
from analysis.errors import ExportError
from analysis.paths import data_folder
from analysis.publish.recipe import Recipe, made_with, recipe
from tests.conftest import REPOSITORY


def draw(lang): ...


def test_a_marked_function_is_a_recipe_with_its_inputs():
    made = recipe("six", corpora=("xiangjiang",), codebooks=("xiangjiang-2021",))(draw)
    assert (made.id, made.draw, made.corpora) == ("six", draw, ("xiangjiang",))
    assert set(made.inputs()) == {"corpus xiangjiang", "codebook xiangjiang-2021", *made_with()}


def test_a_figure_depends_on_what_it_uses_and_on_nothing_else():
    one, other = Recipe("a", draw, corpora=("xiangjiang",)), Recipe("a", draw, corpora=("provinces",))
    same = {name for name, value in one.inputs().items() if other.inputs().get(name) == value}
    assert same == {"codebook policy", *made_with()}


def test_ones_own_file_is_an_input_by_its_content_not_its_place(tmp_path):
    def inputs(folder, text):
        path = tmp_path / folder / "my_story.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return Recipe("a", draw, codebooks=(), files=(path,)).inputs()["my_story.py"]

    assert inputs("here", "x = 1") == inputs("there", "x = 1") != inputs("here", "x = 2")


@pytest.mark.parametrize("entry", gallery.recipes(), ids=lambda entry: entry.id)
def test_every_figure_of_the_gallery_names_corpora_and_codebooks_that_are_there(entry):
    assert set(made_with()) <= set(entry.inputs())


def test_two_files_of_one_name_both_count(tmp_path):
    paths = tuple(tmp_path / name / "labels.yml" for name in "ab")
    seen = set()
    for texts in (("x", "y"), ("x", "z"), ("z", "y")):
        for path, text in zip(paths, texts, strict=True):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        seen.add(Recipe("a", draw, codebooks=(), files=paths).inputs()["labels.yml"])
    assert len(seen) == 3


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"corpora": ("nationl",)}, "corpora 'nationl' is not bundled; there are national, provinces, xiangjiang"),
        ({"codebooks": ("polic",)}, "codebooks 'polic' is not bundled; there are policy, xiangjiang-2021"),
        ({"files": (Path("gone.yml"),)}, "gone.yml is not there; the recipe of 'a' names it in files="),
    ],
)
def test_what_a_recipe_names_and_is_not_there_is_an_error_that_says_what_is(names, said):
    with pytest.raises(ExportError, match=said):
        Recipe("a", draw, **names).inputs()


def opened_by(id: str) -> set[str]:
    """The files of the bundled data that drawing a figure in a new process opens."""
    program = (
        "import os, sys\nfrom analysis import gallery\nfrom analysis.paths import data_folder\nopened = set()\n"
        "sys.addaudithook(lambda event, given: event == 'open' and opened.add(str(given[0])))\n"
        f"next(r for r in gallery.recipes() if r.id == {id!r}).draw('zh')\n"
        "print(*(os.path.relpath(p, data_folder()) for p in opened if p.startswith(str(data_folder()))), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, cwd=REPOSITORY, capture_output=True, text=True)
    return {Path(line).as_posix() for line in done.stdout.splitlines()}


QUICK = {"xiangjiang-six-themes", "words-of-2025"}


@pytest.mark.parametrize(
    "entry",
    [pytest.param(r, marks=() if r.id in QUICK else pytest.mark.slow, id=r.id) for r in gallery.recipes()],
)
def test_whatever_a_figure_reads_of_the_data_is_among_its_inputs(entry, monkeypatch):
    opened, read = opened_by(entry.id), set()
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (read.add(path.resolve()), real(path))[1])
    sys.modules[Recipe.__module__]._folder.cache_clear()  # what is remembered is not read again
    entry.inputs()
    assert opened and not {name for name in opened if data_folder().resolve() / name not in read}
