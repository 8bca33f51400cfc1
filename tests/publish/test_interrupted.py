"""Figures stay whole when the run that draws them is stopped, however rudely."""

import os
import signal
import subprocess
import sys

import pytest

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
