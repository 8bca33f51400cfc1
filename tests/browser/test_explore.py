"""Each explorer, driven in a real JupyterLab: choose, select, export, and the code that is shown draws the same."""

import json
import subprocess
import sys

import pytest

WAIT = 60_000
EXPLORERS = {
    "themes": ("explore.themes(read.corpus('national').select(year=range(2019, 2026)), folder='mine')", "themes"),
    "compare": ("explore.compare(read.corpus('national').select(year=range(2019, 2026)), folder='mine')", "compare"),
    "words": ("explore.concordance(read.corpus('national'), term='就业', folder='mine')", "word"),
}


@pytest.fixture
def opened(lab, page):
    def open_explorer(kind):
        source = f"from analysis import explore, read\n{EXPLORERS[kind][0]}"
        cell = {
            "cell_type": "code",
            "id": "one",
            "metadata": {},
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
        (lab.root / f"explore-{kind}.ipynb").write_text(json.dumps(notebook))
        lab.open(page, f"explore-{kind}.ipynb")
        page.wait_for_selector(".jp-OutputArea img[alt]", timeout=WAIT)
        page.wait_for_selector("table.dataTable tbody tr", timeout=WAIT)
        return page

    return open_explorer


def picture(page) -> str:
    return page.get_attribute(".jp-OutputArea img[alt]", "src")


def choose(page, label: str, value: str) -> None:
    """Choose in the control with that description, and wait for another picture."""
    before = picture(page)
    control = page.locator(".widget-inline-hbox", has=page.locator(f'label:text-is("{label}")'))
    control.locator("select").select_option(label=value)
    changed = "([old]) => document.querySelector('.jp-OutputArea img[alt]').src !== old"
    page.wait_for_function(changed, arg=[before], timeout=WAIT)


def export(page, lab, name: str) -> None:
    page.click('button:has-text("Export this figure")')
    page.wait_for_selector('.widget-label:has-text("written: ")', timeout=WAIT)
    files = sorted((lab.root / "mine" / name).iterdir())
    assert {path.suffix for path in files} == {".png", ".csv", ".json", ".svg"}
    code = page.locator("textarea[disabled]").input_value()
    exported = {path: path.read_bytes() for path in files}
    for path in files:
        path.unlink()
    # As a reader would: the code into a fresh interpreter, in the same folder.
    done = subprocess.run([sys.executable, "-c", code], cwd=lab.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert {path: path.read_bytes() for path in files} == exported


def test_themes_are_chosen_selected_and_exported(opened, lab, shot):
    page = opened("themes")
    choose(page, "themes", "就业与劳动 Jobs, wages and labour")
    choose(page, "rule", "every")
    row = page.locator("table.dataTable").first.locator("tbody tr").first
    mentions = row.locator("td").nth(6).inner_text()
    row.click()
    page.wait_for_selector('.widget-label:has-text("terms behind the row")', timeout=WAIT)
    words = page.locator(".dt-container").nth(1).locator("tbody tr td:nth-child(2)").all_inner_texts()
    assert sum(map(int, words)) == int(mentions)
    shot(page, "themes")
    export(page, lab, "themes")


def test_two_years_are_compared_and_exported(opened, lab, shot):
    page = opened("compare")
    choose(page, "earlier", "2020")
    page.locator("table.dataTable").first.locator("tbody tr").first.click()
    page.wait_for_selector('.widget-label:has-text("terms behind the row")', timeout=WAIT)
    shot(page, "compare")
    export(page, lab, "compare")


def test_a_word_is_looked_up_in_the_samples_and_exported(opened, lab, shot):
    page = opened("words")
    page.wait_for_selector('.widget-label:has-text("needs the text of the reports")', timeout=WAIT)
    choose(page, "search", "samples")
    page.wait_for_function("() => document.querySelector('table.dataTable tbody').innerText.includes('就业')")
    shot(page, "words")
    export(page, lab, "word")
