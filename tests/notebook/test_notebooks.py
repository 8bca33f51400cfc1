"""The narratives that are committed: normalised, complete, and still saying what the data says."""

import re
from pathlib import Path

import pytest

from analysis import notebook

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
ids = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def test_the_five_narratives_are_there():
    assert [path.stem[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05"]


@ids
def test_each_has_a_question_a_finding_its_limits_and_how_to_reproduce_it(path):
    stored = notebook.load(path)
    said = "\n".join(cell.source for cell in stored.cells) + str([cell.get("outputs") for cell in stored.cells])
    assert all(words in said for words in ("**Question.**", "**Limits.**", f"`analysis notebooks {path.stem}`"))
    assert "**Finding.**" in said or "tutorial" in said


@ids
def test_each_article_has_links_and_they_lead_somewhere(path):
    links = re.findall(r'<a href="([^"#]+)', notebook.article(notebook.load(path)))
    assert links and all((FOLDER / link).exists() for link in links)


@ids
def test_what_is_committed_is_executed_and_normalised(path):
    cells = [cell for cell in notebook.load(path).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert [cell.id for cell in notebook.load(path).cells][:2] == ["cell-01", "cell-02"]
    outputs = [output for cell in cells for output in cell.outputs]
    assert outputs and all(output.get("name") != "stderr" for output in outputs)
    assert all('alt=""' not in str(output.get("data", "")) for output in outputs), "every figure has its words"


@pytest.mark.slow
@ids
def test_run_again_it_says_the_same(path):
    assert notebook.differences(notebook.load(path), notebook.execute(path)) == []
