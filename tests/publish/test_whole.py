"""Figures stay whole when the run that draws them is stopped, however rudely."""

import os
import signal
import subprocess
import sys
import time

import pytest

from analysis import chart, publish
from analysis.publish.recipe import Recipe
from tests.chart.frames import themes
from tests.conftest import REPOSITORY

STORY = """
from analysis import chart
from analysis.publish import recipe
from tests.chart.frames import themes

def bars(lang):
    return chart.theme_frequencies(themes(rates={rates}), lang=lang)

first, second, third = (recipe(name)(bars) for name in ("first", "second", "third"))
"""
OLD, NEW = STORY.format(rates=[4.0, 3.0, 2.0, 1.0]), STORY.format(rates=[1.0, 2.0, 3.0, 9.0])


def command(story, folder) -> list[str]:
    return [sys.executable, "-m", "analysis", "figures", "--recipes", str(story), "--folder", str(folder)]


def files(folder) -> dict[str, bytes]:
    """What a reader finds there; what is being written has a name that begins with a dot."""
    there = [path for path in folder.rglob("*") if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in there
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    """The files of the three figures as they were, and as they are to be."""
    found = []
    for name, story in (("old", OLD), ("new", NEW)):
        folder = tmp_path_factory.mktemp(name)
        (folder / "story.py").write_text(story)
        subprocess.run(command(folder / "story.py", folder / "figures"), check=True, cwd=REPOSITORY)
        found.append(files(folder / "figures"))
    return found


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT], ids=lambda stop: stop.name)
def test_a_stopped_run_leaves_every_figure_whole_and_the_next_one_finishes(stop, versions, tmp_path):
    old, new = versions
    for name, content in old.items():
        (tmp_path / "figures" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "figures" / name).write_bytes(content)
    (tmp_path / "story.py").write_text(NEW)
    words = command(tmp_path / "story.py", tmp_path / "figures")
    with subprocess.Popen(words, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout.readline().startswith("first: drawn")
        os.kill(running.pid, stop)  # the second is being drawn
        running.communicate(timeout=60)
    assert running.returncode == (130 if stop == signal.SIGINT else -stop)

    left = files(tmp_path / "figures")
    assert set(left) == set(old), "nothing is missing and nothing half-written is in sight"
    drawings = [name for name in left if "/" in name]
    for name in drawings:
        assert left[name] == (new if name.startswith("first/") else old)[name], name

    subprocess.run(words, check=True, cwd=REPOSITORY)
    assert files(tmp_path / "figures") == new


def bars(rates: list[float], said: str) -> Recipe:
    # `said` stands for an input, so that the two differ in what they were drawn from.
    figure = Recipe("bars", lambda lang: chart.theme_frequencies(themes(rates=rates), lang=lang))
    object.__setattr__(figure, "inputs", lambda: {"file": said})
    return figure


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
@pytest.mark.parametrize("k", range(1, 7))
def test_stopped_at_any_of_its_moves_a_figure_is_whole_and_the_manifest_right(stop, k, tmp_path, monkeypatch):
    # The files stand ready (1), csv, json and svg take their place (2-4), the manifest (5); at 6 nothing is left.
    kinds = {"langs": ("zh",), "formats": ("svg", "csv", "json")}
    old, new = bars([4.0, 3.0, 2.0, 1.0], "old"), bars([1.0, 2.0, 3.0, 9.0], "new")
    both = {}
    for recipe in (old, new):
        publish.run([recipe], folder=tmp_path / recipe.inputs()["file"], tell=print, **kinds)
        both[recipe.inputs()["file"]] = files(tmp_path / recipe.inputs()["file"])
    real, calls = os.replace, []

    def stopped_once(*given):
        calls.append(given)
        if len(calls) == k:
            raise stop
        return real(*given)

    monkeypatch.setattr(os, "replace", stopped_once)
    try:
        failed = publish.run([new], folder=tmp_path / "old", tell=print, **kinds)
    except KeyboardInterrupt:
        failed = [stop]
        assert files(tmp_path / "old") in both.values(), "at once, with its manifest"
    [status] = publish.check([new], folder=tmp_path / "old", **kinds)
    assert files(tmp_path / "old") == both["old" if status.state == "stale" else "new"]
    assert status.state == ("stale" if k == 1 and stop is KeyboardInterrupt else "fresh")
    assert bool(failed) == (1 < k < 6 or (k == 1 and stop is KeyboardInterrupt))
    assert not list(tmp_path.glob("old/bars/.new-*"))


def test_a_process_killed_between_two_moves_leaves_what_the_next_check_finishes(tmp_path):
    story, folder = tmp_path / "story.py", tmp_path / "figures"
    story.write_text(OLD)
    subprocess.run(command(story, folder), check=True, cwd=REPOSITORY)
    dies = "import os, signal, sys\nreal, calls = os.replace, []\ndef dies(*given):\n    calls.append(given)\n"
    dies += "    os.kill(os.getpid(), signal.SIGKILL) if len(calls) == 3 else real(*given)\n"
    story.write_text(dies + "if '--check' not in sys.argv:\n    os.replace = dies\n" + NEW)
    assert subprocess.run(command(story, folder), cwd=REPOSITORY).returncode == -signal.SIGKILL
    assert list(folder.glob("first/.new-*"))
    done = subprocess.run([*command(story, folder), "--check"], cwd=REPOSITORY, capture_output=True, text=True)
    assert "first:" not in done.stdout and "second: stale" in done.stdout and not list(folder.glob("first/.new-*"))


def test_what_a_killed_run_left_half_written_is_deleted_and_what_another_is_writing_is_not(tmp_path):
    recipe = bars([4.0, 3.0, 2.0, 1.0], "x")
    left, busy = (tmp_path / "bars" / name for name in (".new-left", ".new-busy"))
    for path in (left, busy):
        path.mkdir(parents=True)
        (path / "bars.svg").write_text("half")
    long_ago = time.time() - 2 * 3600
    os.utime(left, (long_ago, long_ago))
    publish.check([recipe], folder=tmp_path)
    assert busy.is_dir() and not left.exists()


@pytest.mark.parametrize("left", [b"", b'{"\xff'])
def test_an_entry_cut_off_by_a_power_failure_stops_nothing(left, tmp_path):
    ready = tmp_path / "bars" / ".new-ready"
    ready.mkdir(parents=True)
    (ready / ".entry.json").write_bytes(left)
    [status] = publish.check([bars([4.0, 3.0, 2.0, 1.0], "x")], folder=tmp_path)
    assert status.state == "missing" and not ready.exists()
