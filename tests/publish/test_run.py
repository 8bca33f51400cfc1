import json

import pytest

from analysis import chart, gallery, publish
from analysis.publish.recipe import Recipe
from tests.chart.frames import themes

FORMATS_USED = ("svg", "csv")


def draw(lang):
    return chart.theme_frequencies(themes(), lang=lang)


def leave(lang):
    raise SystemExit(3)


def look_up(lang):
    return {}["云岭"]


def fail(lang):
    raise ValueError("no such report")


GOOD, BAD = Recipe("good", draw), Recipe("bad", fail)


def run(recipes, folder):
    lines = []
    failed = publish.run(recipes, folder=folder, formats=FORMATS_USED, tell=lines.append)
    return lines, failed


def states(recipes, folder):
    return [(s.state, s.why) for s in publish.check(recipes, folder=folder, formats=FORMATS_USED)]


def test_a_second_run_draws_nothing(tmp_path):
    assert run([GOOD], tmp_path)[0] == ["good: drawn (never drawn)"]
    assert run([GOOD], tmp_path) == ([], [])
    assert states([GOOD], tmp_path) == [("fresh", "")]


def test_force_draws_the_fresh_ones_again_to_the_same_bytes(tmp_path):
    run([GOOD], tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    lines = []
    publish.run([GOOD], folder=tmp_path, formats=FORMATS_USED, force=True, tell=lines.append)
    assert lines == ["good: drawn (asked for)"]
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_missing_stale_and_different_are_told_apart_with_the_reason(tmp_path, monkeypatch):
    run([GOOD], tmp_path)
    (tmp_path / "good" / "good.svg").write_text("edited")
    assert states([GOOD], tmp_path) == [("different", "good.svg is not the file that was drawn")]
    (tmp_path / "good" / "good.svg").unlink()
    assert states([GOOD], tmp_path) == [("missing", "good.svg is not there")]
    run([GOOD], tmp_path)
    changed = GOOD.inputs() | {"codebook policy": "another"}
    monkeypatch.setattr(Recipe, "inputs", lambda self: changed)
    assert states([GOOD], tmp_path) == [("stale", "changed since it was drawn: codebook policy")]


def test_a_recipe_that_fails_names_itself_and_does_not_stop_the_others(tmp_path):
    lines, failed = run([BAD, GOOD], tmp_path)
    assert [f.id for f in failed] == ["bad"] and "no such report" in failed[0].why
    assert lines[1].startswith("good: drawn") and not (tmp_path / "bad").exists()


@pytest.mark.parametrize(
    ("draws", "said"), [(leave, "bad: failed: SystemExit: 3"), (look_up, "bad: failed: KeyError: '云岭'")]
)
def test_a_recipe_that_ends_the_program_or_says_only_a_key_is_told_like_any_failure(tmp_path, draws, said):
    lines, failed = run([Recipe("bad", draws), GOOD], tmp_path)
    assert lines == [said, "good: drawn (never drawn)"] and [status.id for status in failed] == ["bad"]


@pytest.mark.parametrize(
    "damaged", ["{", "[]", '{"figures": []}', '{"figures": {"good": {}}}', '{"figures": {"good": 1}}']
)
def test_a_damaged_manifest_means_drawing_again(damaged, tmp_path):
    run([GOOD], tmp_path)
    (tmp_path / "manifest.json").write_text(damaged)
    assert states([GOOD], tmp_path)[0][0] == "missing"
    run([GOOD], tmp_path)
    assert set(json.loads((tmp_path / "manifest.json").read_text())["figures"]) == {"good"}


def test_the_gallery_is_drawn_and_committed_up_to_date():
    from tests.conftest import REPOSITORY

    bad = [
        s
        for s in publish.check(gallery.recipes(), folder=REPOSITORY / "figures", formats=("svg", "web", "csv", "json"))
        if s.state != "fresh"
    ]
    assert bad == [], "run `analysis figures`"
