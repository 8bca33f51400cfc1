"""Notebooks are run in a fresh kernel, normalised, and fail with one sentence."""

import json

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis import notebook
from analysis.errors import NotebookError


@pytest.fixture
def written(tmp_path):
    def write(*sources, name="story.ipynb"):
        cells = [new_code_cell(source) for source in sources]
        notebook.save(new_notebook(cells=[new_markdown_cell("# A story"), *cells]), tmp_path / name)
        return tmp_path / name

    return write


def test_the_same_code_gives_the_same_bytes(written, tmp_path):
    path = written("class Thing: pass\nThing()", "print('云岭'); print(7)")
    runs = []
    for name in ("one.ipynb", "two.ipynb"):
        notebook.save(notebook.execute(path), tmp_path / name)
        runs.append((tmp_path / name).read_bytes())
    assert runs[0] == runs[1]
    stored = json.loads(runs[0])
    assert [cell["id"] for cell in stored["cells"]] == ["cell-01", "cell-02", "cell-03"]
    assert [cell.get("execution_count") for cell in stored["cells"]] == [None, 1, 2]
    assert stored["metadata"]["kernelspec"]["name"] == "python3"
    assert "0x" not in str(stored["cells"][1]["outputs"])
    assert stored["cells"][2]["outputs"][0]["text"] == ["云岭\n", "7\n"]


def test_it_runs_from_its_own_folder(written):
    path = written("import os; print(os.path.exists('story.ipynb'))")
    assert notebook.execute(path).cells[1].outputs[0].text == "True\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1 / 0", "cell 2 fails (ZeroDivisionError: division by zero)"),
        ("import warnings; warnings.warn('old')", "cell 2 writes a warning"),
    ],
)
def test_a_failing_cell_is_one_sentence(written, source, said):
    with pytest.raises(NotebookError, match=r"story\.ipynb") as error:
        notebook.execute(written(source))
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(("content", "said"), [(None, "no such notebook"), ("{", "not a notebook"), ("{}", "not a")])
def test_what_is_no_notebook_is_one_sentence(tmp_path, content, said):
    path = tmp_path / "story.ipynb"
    if content is not None:
        path.write_text(content)
    with pytest.raises(NotebookError, match=said) as error:
        notebook.load(path)
    assert "\n" not in str(error.value)
