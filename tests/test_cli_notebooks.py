"""`analysis notebooks` as a stranger runs it."""

import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis import notebook
from analysis.cli import main


@pytest.fixture
def folder(tmp_path):
    for name, source in (("01-right", "1 + 1"), ("02-wrong", "1 / 0")):
        cells = [new_markdown_cell(f"# {name}"), new_code_cell(source)]
        notebook.save(new_notebook(cells=cells), tmp_path / f"{name}.ipynb")
    return tmp_path


def run(folder, *words):
    return CliRunner().invoke(main, ["notebooks", "--folder", str(folder), *words])


def test_one_that_fails_names_itself_and_does_not_stop_the_others(folder):
    done = run(folder)
    assert done.exit_code == 1
    assert "01-right.ipynb: executed" in done.output
    assert "02-wrong.ipynb: cell 2 fails (ZeroDivisionError" in done.output


def test_check_passes_after_a_run_and_names_the_cell_that_says_something_else(folder):
    assert run(folder, "01").exit_code == 0
    assert run(folder, "01", "--check").exit_code == 0
    stored = notebook.load(folder / "01-right.ipynb")
    stored.cells[1].outputs[0].data["text/plain"] = "3"
    notebook.save(stored, folder / "01-right.ipynb")
    before = (folder / "01-right.ipynb").read_bytes()
    done = run(folder, "01", "--check")
    assert done.exit_code == 1
    assert "01-right.ipynb: cell 2: the text differs: 3 is now 2" in done.output
    assert (folder / "01-right.ipynb").read_bytes() == before


def test_articles_are_written_beside(folder):
    assert run(folder, "01", "--html").exit_code == 0
    assert "<h1>01-right</h1>" in (folder / "01-right.html").read_text(encoding="utf-8")


def test_an_unknown_name_and_an_empty_folder_are_one_sentence(folder, tmp_path_factory):
    done = run(folder, "09")
    assert (done.exit_code, done.output) == (
        2,
        "Error: no notebook is called '09'; there are 01-right, 02-wrong\n",
    )
    empty = tmp_path_factory.mktemp("empty")
    assert run(empty).exit_code == 2
