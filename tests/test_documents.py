"""README and CONTRIBUTING keep their word: their code runs, their links lead somewhere, their commands exist."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from analysis import __version__, publish
from analysis.cli import main

REPOSITORY = Path(__file__).resolve().parent.parent
DOCUMENTS = ["README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md", "data/LICENSES.md"]


def read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def python_blocks(name: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", read(name), flags=re.DOTALL)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name):
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", read(name)) if not link.startswith(("http", "#"))]
    assert not [link for link in links if not (REPOSITORY / name).parent.joinpath(link).exists()]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_commands_exist(name):
    named = set(re.findall(r"(?:^|`)(?:\.venv/bin/)?analysis ([a-z][a-z-]+)", read(name), flags=re.MULTILINE))
    assert not named - set(main.commands)
    targets = set(re.findall(r"^make ([a-z-]+)", read(name), flags=re.MULTILINE))
    assert not targets - set(re.findall(r"^([a-z-]+):", read("Makefile"), flags=re.MULTILINE))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_functions_exist(name):
    named = set(re.findall(r"\b(read|measure|chart|publish|review|gallery)\.([a-z_]+)\(", read(name)))
    assert not [
        f"{room}.{function}" for room, function in named if not hasattr(import_module(f"analysis.{room}"), function)
    ]


def test_the_five_lines_of_the_readme_write_a_chart(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exec(python_blocks("README.md")[0], {})
    assert (tmp_path / "figures/technology-in-2025").is_dir()


def test_the_recipe_of_the_readme_draws(tmp_path, monkeypatch):
    monkeypatch.chdir(REPOSITORY)
    names: dict = {}
    exec(python_blocks("README.md")[1], names)
    figure = names["yunling_themes"].draw("en")
    assert isinstance(names["yunling_themes"], publish.Recipe)
    assert "invented" in figure.record.texts.source


def test_the_templates_of_contributing_work_together():
    from analysis import read as reading

    reader, measure, chart = python_blocks("CONTRIBUTING.md")
    names: dict = {}
    exec(reader, names)
    [draft] = names["drafts"]("== 一、就业 ==\n稳定就业。".encode(), "page.wiki")
    assert [(line.text, line.bold) for line in draft.lines] == [("一、就业", 4), ("稳定就业。", 0)]
    exec(measure, names)
    frame = names["sentence_lengths"](reading.corpus("provinces").select(place="湖南省"))
    exec(chart, names)
    for lang in ("zh", "en"):
        assert "hunan-202" in names["sentence_lengths"](frame, lang=lang).record.texts.title


def test_the_citation_names_this_version():
    assert f"\nversion: {__version__}\n" in read("CITATION.cff")
    assert "## Unreleased" in read("CHANGELOG.md")
