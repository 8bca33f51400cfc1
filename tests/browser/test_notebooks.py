"""Each narrative opened in a real JupyterLab and run from its first cell to its last: no error, figures drawn."""

import pytest

from tests.browser.conftest import REPOSITORY

NAMES = sorted(path.stem for path in (REPOSITORY / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_runs_from_its_first_cell_to_its_last(lab, page, shot, name):
    lab.open(page, f"notebooks/{name}.ipynb")
    errors = page.locator('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]')
    assert errors.count() == 0, errors.first.inner_text()
    stderr = page.locator('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]')
    assert stderr.count() == 0, stderr.first.inner_text()
    figures = page.evaluate(
        "[...document.querySelectorAll('.jp-OutputArea img[alt]')].map(i => [i.alt.length, i.naturalWidth, i.complete])"
    )
    assert figures and all(alt > 20 and width > 0 and complete for alt, width, complete in figures)
    shot(page, f"notebook-{name}")
