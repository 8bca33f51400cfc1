import json

import pytest

from analysis import chart, gallery, publish
from analysis.publish.manifest import read_manifest
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
    line = draws.__code__.co_firstlineno + 1
    assert lines == [f"{said} (test_run.py, line {line})", "good: drawn (never drawn)"], (
        "the line of the recipe that failed"
    )
    assert [status.id for status in failed] == ["bad"]


def test_by_default_a_run_leaves_the_committed_formats_in_both_languages(tmp_path):
    assert publish.run([GOOD], folder=tmp_path, tell=print) == []
    assert {path.name for path in (tmp_path / "good").iterdir()} == {
        "good.svg", "good-web.png", "good-en.svg", "good-en-web.png", "good.csv", "good.json",
    }  # fmt: skip
    assert publish.check([GOOD], folder=tmp_path)[0].state == "fresh"


def test_a_library_that_changed_is_told_with_its_versions(tmp_path, monkeypatch):
    run([GOOD], tmp_path)
    inputs = GOOD.inputs()
    monkeypatch.setattr(Recipe, "inputs", lambda self: inputs | {"library scipy": "9"})
    was = inputs["library scipy"]
    assert states([GOOD], tmp_path) == [("stale", f"changed since it was drawn: library scipy {was} -> 9")]


def test_an_input_that_was_deleted_is_told_and_does_not_stop_the_others(tmp_path):
    report = tmp_path / "yunling.txt"
    report.write_text("云岭市")
    reads = Recipe("reads", draw, files=(report,))
    run([reads, GOOD], tmp_path / "figures")
    report.unlink()
    said = f"{report} is not there; the recipe of 'reads' names it in files="
    assert states([reads, GOOD], tmp_path / "figures") == [("stale", said), ("fresh", "")]
    line = draw.__code__.co_firstlineno
    assert run([reads, GOOD], tmp_path / "figures")[0] == [f"reads: failed: {said} (test_run.py, line {line})"]


def test_a_zip_of_one_language_is_missing_where_the_other_is_asked_for(tmp_path):
    def state(langs):
        return publish.check([GOOD], folder=tmp_path, formats=("zip",), langs=langs)[0].why

    publish.run([GOOD], folder=tmp_path, formats=("zip",), langs=("zh",), tell=print)
    assert (state(("zh",)), state(("zh", "en"))) == ("", "good.zip was packed without en")
    publish.run([GOOD], folder=tmp_path, formats=("zip",), tell=print)
    assert state(("zh", "en")) == state(("en",)) == ""


@pytest.mark.parametrize("runs", [[("zh", "en")], [("en",), ("zh",)]])
@pytest.mark.parametrize("part", ["title", "source"])
def test_a_word_that_a_recipe_gives_by_language_is_in_every_file_whatever_is_asked_first(tmp_path, part, runs):
    words = {"zh": "云岭市自己的", "en": "Of Yunling itself"}
    mine = Recipe("mine", lambda lang: chart.theme_frequencies(themes(), lang=lang, **{part: words[lang]}))
    for langs in runs:
        assert publish.run([mine], folder=tmp_path, langs=langs, formats=("svg", "json"), tell=print) == []
    facts = json.loads((tmp_path / "mine" / "mine.json").read_text(encoding="utf-8"))
    assert {lang: facts["words"][lang][part] for lang in words} == words and list(facts["words"]) == ["zh", "en"]
    assert words["zh"] in (tmp_path / "mine" / "mine.svg").read_text(encoding="utf-8")
    assert words["en"] in (tmp_path / "mine" / "mine-en.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(("title", "times"), [("题", 2), ({"zh": "题", "en": "A title"}, 1), (None, 1)])
def test_a_recipe_is_called_once_more_only_for_words_of_one_language(tmp_path, title, times):
    called = []
    mine = Recipe("mine", lambda lang: called.append(lang) or chart.theme_frequencies(themes(), title=title))
    run([mine], tmp_path)
    assert len(called) == times


def test_words_by_language_on_a_chart_that_is_always_in_one_are_refused(tmp_path):
    mine = Recipe("mine", lambda lang: chart.theme_frequencies(themes(), title={"zh": "题", "en": "A title"}[lang]))
    said = "mine: failed: words differ by lang, but both charts are in 'zh'; give the chart lang=lang"
    assert run([mine], tmp_path)[0][0].startswith(said)


def test_the_committed_figures_are_those_of_the_gallery():
    from tests.conftest import REPOSITORY

    assert set(read_manifest(REPOSITORY / "figures")) == {recipe.id for recipe in gallery.recipes()}


def test_the_gallery_is_drawn_and_committed_up_to_date():
    from tests.conftest import REPOSITORY

    bad = [s for s in publish.check(gallery.recipes(), folder=REPOSITORY / "figures") if s.state != "fresh"]
    assert bad == [], "run `analysis figures`"
