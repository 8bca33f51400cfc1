"""The reference: every room has a page, every public function is on it, and the pages load nothing from elsewhere."""

import inspect
import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from analysis import measure

REPOSITORY = Path(__file__).resolve().parent.parent
ROOMS = ("read", "measure", "chart", "publish", "explore", "notebook", "review")


def pages() -> dict[str, str]:
    """The pages that the menu lists, with their sources."""
    listed = re.search(r"^nav:\n((?: .*\n)+)", (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"), re.M)
    names = [name for entry in yaml.safe_load(listed[1]) for name in entry.values()]
    return {name: (REPOSITORY / "docs" / name).read_text(encoding="utf-8") for name in names}


def test_the_menu_lists_every_page_and_a_page_every_room():
    there = {path.relative_to(REPOSITORY / "docs").as_posix() for path in (REPOSITORY / "docs").rglob("*.md")}
    assert set(pages()) == there
    for room in ROOMS:
        assert f"\n{{{{ analysis.{room} }}}}\n" in pages()[f"reference/{room}.md"]
    assert "\n{{ analysis.cli }}\n" in pages()["reference/command-line.md"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    pytest.importorskip("mkdocstrings_handlers.python", reason="install the extra: pip install -e '.[docs]'")
    folder = tmp_path_factory.mktemp("site")
    words = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    built = subprocess.run(
        words, cwd=REPOSITORY, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    )
    assert built.returncode == 0, built.stderr
    return folder


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_function_is_documented_where_its_room_is(site, room):
    page = (site / "reference" / f"{room}.html").read_text(encoding="utf-8")
    headings = set(re.findall(r'<h2 id="([\w.]+)"', page))
    public = {getattr(import_module(f"analysis.{room}"), name) for name in import_module(f"analysis.{room}").__all__}
    named = {f"{thing.__module__}.{thing.__qualname__}" for thing in public if hasattr(thing, "__qualname__")}
    assert named and named <= headings
    assert ":func:" not in page and ":class:" not in page, "roles are links"


def test_a_default_is_that_of_its_own_parameter(site):
    page = (site / "reference" / "measure.html").read_text(encoding="utf-8")
    parts = re.split(r'<h2 id="analysis\.measure\.\w+\.([a-z]\w+)"', page)
    compared = 0
    for function, text in zip(parts[1::2], parts[2::2], strict=True):
        shown = re.findall(r"<b><code>(draws|seed)</code></b>.{0,400}?default:.{0,80}?<code>(.*?)</code>", text, re.S)
        own = inspect.signature(getattr(measure, function)).parameters if shown else {}
        for name, value in shown:
            assert (function, name, re.sub("<.*?>", "", value)) == (function, name, repr(own[name].default))
        compared += len(shown)
    assert compared >= 10


def test_every_example_is_code(site):
    quoted = [
        path.name
        for path in (site / "reference").glob("*.html")
        if re.search(r"<blockquote>\s*<blockquote>", path.read_text(encoding="utf-8"))
    ]
    assert not quoted, ">>> outside a code block is shown as a quotation of a quotation"


def test_every_command_is_shown_with_its_help(site):
    from analysis.cli import main

    page = (site / "reference" / "command-line.html").read_text(encoding="utf-8")
    assert all(f"Usage: analysis {name} " in page for name in main.commands)


def test_the_pages_load_nothing_from_elsewhere(site):
    loads = re.compile(r"""<(?:script|link|img|iframe)\b[^>]*(?:src|href)=["'](?:https?:)?//""")
    assert not [path.name for path in site.rglob("*.html") if loads.search(path.read_text(encoding="utf-8"))]
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert not re.search(r"url\([\"']?https?:|@import [\"']?https?:", styles)
