"""The same inputs give the same bytes, whatever process, hash seed, language of the machine or time zone draws them."""

import os
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY

# A bare C locale as old servers have it, ASCII and all, against the usual one.
MACHINES = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "TZ": "Asia/Shanghai"},
    {"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "TZ": "America/New_York"},
)


def drawn(folder, machine: dict, *words: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "analysis", "figures", *words, "--folder", str(folder)]
    subprocess.run(command, check=True, cwd=REPOSITORY, env=os.environ | machine, capture_output=True)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def different(tmp_path, *words: str) -> tuple[list[str], int]:
    first, second = (drawn(tmp_path / str(i), machine, *words) for i, machine in enumerate(MACHINES))
    assert set(first) == set(second)
    return [name for name in first if first[name] != second[name]], len(first)


def test_two_figures_of_the_gallery_are_the_same_bytes_on_two_machines(tmp_path):
    # Bars from few sentences, resampled; and words, whose order hangs on ties.
    words = ("xiangjiang-six-themes", "words-of-2025", "--formats", "svg,web,csv,json")
    # In two languages svg and png; csv and json once; the manifest and the page.
    assert different(tmp_path, *words) == ([], 2 * (2 * 2 + 2) + 2)


@pytest.mark.slow
def test_every_figure_in_every_format_is_the_same_bytes_on_two_machines(tmp_path):
    unequal, files = different(tmp_path, "--formats", "all")
    assert unequal == [] and files > 100
