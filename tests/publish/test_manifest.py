"""The manifest knows what each figure was drawn from, and nothing that is no longer so."""

import json
import shutil

import pytest

from analysis import publish
from analysis.errors import ExportError
from analysis.publish.recipe import Recipe
from tests.publish.test_run import FORMATS_USED, GOOD, draw, run, states


@pytest.mark.parametrize("damaged", ["{", "[]", '{"figures": []}', "{}"])
def test_a_damaged_manifest_is_told_and_nothing_drawn(damaged, tmp_path):
    run([GOOD], tmp_path)
    (tmp_path / "manifest.json").write_text(damaged)
    for does in (states, run):
        with pytest.raises(ExportError, match="manifest.json: damaged; delete it, and every figure is drawn again"):
            does([GOOD], tmp_path)
    assert (tmp_path / "manifest.json").read_text() == damaged


@pytest.mark.parametrize(
    "damaged",
    [
        "{}",
        "1",
        "null",
        '{"inputs": {}, "files": null}',
        '{"inputs": null, "files": {}}',
        '{"inputs": {}, "files": {}, "packed": 1}',
    ],
)
def test_a_figure_whose_entry_is_damaged_is_drawn_again_and_the_others_stay(damaged, tmp_path):
    other = Recipe("other", draw)
    run([GOOD, other], tmp_path)
    kept = json.loads((tmp_path / "manifest.json").read_text())["figures"] | {"good": json.loads(damaged)}
    (tmp_path / "manifest.json").write_text(json.dumps({"figures": kept}))
    assert states([other], tmp_path) == [("fresh", "")]
    assert states([GOOD], tmp_path) == [("missing", "manifest.json does not tell of it")]
    run([GOOD], tmp_path)
    assert set(json.loads((tmp_path / "manifest.json").read_text())["figures"]) == {"good", "other"}


def test_formats_drawn_from_other_inputs_do_not_stay_beside_new_ones(tmp_path, monkeypatch):
    publish.run([GOOD], folder=tmp_path, formats=("pdf", "csv"), langs=("zh",), tell=print)
    run([GOOD], tmp_path)
    assert (tmp_path / "good" / "good.pdf").is_file(), "of the same inputs"
    changed = GOOD.inputs() | {"codebook policy": "another"}
    monkeypatch.setattr(Recipe, "inputs", lambda self: changed)
    (tmp_path / "good" / "notes.txt").write_text("the reader's own")
    run([GOOD], tmp_path)
    assert {path.name for path in (tmp_path / "good").iterdir()} == {
        "good.svg", "good-en.svg", "good.csv", "notes.txt",
    }  # fmt: skip


def test_a_figure_whose_folder_was_deleted_is_forgotten(tmp_path):
    run([GOOD, Recipe("other", draw)], tmp_path)
    shutil.rmtree(tmp_path / "other")
    publish.run([GOOD], folder=tmp_path, formats=FORMATS_USED, force=True, tell=print)
    assert set(json.loads((tmp_path / "manifest.json").read_text())["figures"]) == {"good"}
