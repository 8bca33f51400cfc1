"""`import analysis` and the commands that draw nothing stay light: heavy libraries are imported where they are used.

No test times anything, for clocks on shared machines lie; each names the libraries that must not have been imported.
"""

import subprocess
import sys

import pytest

HEAVY = {
    "daachorse",
    "docx",
    "fontTools",
    "ipywidgets",
    "itables",
    "lxml",
    "matplotlib",
    "numpy",
    "openpyxl",
    "opencc",
    "pandas",
    "pooch",
    "pyarrow",
    "pypdfium2",
    "requests",
    "rjieba",
    "scipy",
    "sklearn",
    "textalloc",
    "trafilatura",
    "wordcloud",
    "yaml",
}


def loaded_after(statement: str, folder=None) -> set[str]:
    """The heavy libraries that a new process has imported after ``statement``."""
    code = f"import sys\ntry:\n    {statement}\nexcept SystemExit:\n    pass\nprint('\\n' + ' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    return {name.split(".")[0] for name in done.stdout.splitlines()[-1].split()} & HEAVY


@pytest.mark.parametrize(
    "statement",
    [
        "import analysis",
        "import analysis; dir(analysis)",
        "import analysis.cli",
        "from analysis import cli; cli.main(['--help'])",
        "from analysis import cli; cli.main(['themes', '--help'])",
    ],
)
def test_imports_nothing_heavy(statement):
    assert loaded_after(statement) == set()


def test_looking_whether_figures_are_fresh_imports_nothing_that_draws_or_measures(tmp_path):
    assert loaded_after("from analysis import cli; cli.main(['figures', '--check'])", tmp_path) == set()


def test_the_probe_sees_what_is_imported():
    assert loaded_after("import yaml") == {"yaml"}
