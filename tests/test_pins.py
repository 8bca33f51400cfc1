"""pyproject.toml, constraints.txt and environment.yml say the same, and the pins are what is installed."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# What conda-forge provides; the rest comes from pip inside the environment.
FROM_CONDA = {"matplotlib", "jupyterlab", "pandas", "scikit-learn", "wordcloud"}


def requirements(lines) -> dict[str, Requirement]:
    return {canonicalize_name(parsed.name): parsed for parsed in map(Requirement, lines)}


RUNTIME = requirements(PROJECT["dependencies"])
EXTRAS = PROJECT["optional-dependencies"]
DIRECT = RUNTIME | requirements(EXTRAS["dev"])
# The browser and the reference are installed when they are asked for.
ASKED_FOR = requirements(EXTRAS["browser"] + EXTRAS["docs"])


def pin_lines() -> list[str]:
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


PINS = {canonicalize_name(line.split("==")[0]): line.split("==")[-1] for line in pin_lines()}


def conda_and_pip() -> tuple[list[str], list[str]]:
    listed = yaml.safe_load((REPOSITORY / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    [pip] = [entry["pip"] for entry in listed if isinstance(entry, dict)]
    return [entry for entry in listed if isinstance(entry, str)], pip


def test_constraints_are_names_and_versions_only():
    odd = [line for line in pin_lines() if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.!]*", line)]
    assert not odd, "no addresses, paths, markers or ranges"
    assert len(PINS) == len(pin_lines()), "a package is pinned twice"


@pytest.mark.parametrize("name", sorted(DIRECT | ASKED_FOR))
def test_every_requirement_is_pinned_inside_its_range(name):
    range_ = (DIRECT | ASKED_FOR)[name].specifier
    assert name in PINS, f"{name} is in pyproject.toml and not in constraints.txt"
    assert range_, f"{name} has no lower bound in pyproject.toml"
    assert range_.contains(PINS[name]), f"{name}=={PINS[name]} is outside {range_}"


def needed(name: str) -> set[str]:
    """The installed packages that an installed package needs here, at any depth, itself included."""
    found, queue = set(), [(name, "")]
    while queue:
        current, extra = queue.pop()
        if (current, extra) in found:
            continue
        found.add((current, extra))
        for line in metadata.requires(current) or ():
            other = Requirement(line)
            if other.marker is None or other.marker.evaluate({"extra": extra}):
                extras = ["", *map(canonicalize_name, other.extras)]
                queue += [(canonicalize_name(other.name), one) for one in extras]
    return {current for current, _ in found}


def test_everything_that_gets_installed_is_pinned():
    installed = {canonicalize_name(found.name) for found in metadata.distributions()}
    unpinned = set().union(*map(needed, set(DIRECT) | set(ASKED_FOR) & installed)) - set(PINS)
    assert not unpinned, "add these to constraints.txt, from `pip freeze` of a fresh environment"


def test_the_environment_is_the_project():
    conda, pip = conda_and_pip()
    python, with_pip, *from_conda = conda
    assert SpecifierSet(python.removeprefix("python ")) == SpecifierSet(PROJECT["requires-python"])
    assert with_pip == "pip"
    assert pip[-1] == "-e ."
    conda_side, pip_side = requirements(from_conda), requirements(pip[:-1])
    assert set(conda_side) == FROM_CONDA
    assert not set(conda_side) & set(pip_side)
    ranges = {name: parsed.specifier for name, parsed in (conda_side | pip_side).items()}
    assert ranges == {name: parsed.specifier for name, parsed in RUNTIME.items()}


def test_the_version_is_written_once():
    import analysis

    assert metadata.version(PROJECT["name"]) == analysis.__version__
    assert "version" in PROJECT["dynamic"]
