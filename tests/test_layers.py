"""Which room may import which. Data flow left to right and never back; CONTRIBUTING.md explains the table."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "analysis"

# A room is a folder, or a few modules that make one idea together.
ROOMS = {
    "errors": "errors",
    "paths": "paths",
    "atomic": "atomic",
    "spreadsheet": "spreadsheet",
    "frame": "frame",
    "text": "text",
    "stats": "stats",
    "provenance": "provenance",
    "codebook": "codebook",
    "codebook_file": "codebook",
    "codebook_term": "codebook",
    "strict_yaml": "codebook",
    "topic_label_file": "topic_labels",
    "report": "corpus",
    "corpus": "corpus",
    "corpus_tables": "corpus",
    "index": "corpus",
    "vocabulary": "vocabulary",
    "features": "corpus",
    "places": "places",
    "read": "read",
    "catalog": "catalog",
    "sources": "sources",
    "fetch": "fetch",
    "derive": "derive",
    "measure": "measure",
    "chart": "chart",
    "publish": "publish",
    "review": "review",
    "gallery": "gallery",
    "gallery_codebooks": "gallery",
    "explore": "explore",
    "print_report": "cli",
    "print_table": "cli",
    "cli": "cli",
    "cli_shared": "cli",
    "cli_codebook": "cli",
    "cli_compare": "cli",
    "cli_notebooks": "cli",
    "cli_topics": "cli",
    "notebook": "notebook",
    "__main__": "cli",
    "__init__": "package",
}

# What each room may import besides itself. `package` is the version number in analysis/__init__.py.
ALLOWED = {
    "package": set(),
    "errors": set(),
    "paths": set(),
    "atomic": set(),
    "spreadsheet": set(),
    "text": {"errors"},
    "stats": {"errors"},
    "provenance": {"errors", "package"},
    "frame": {"provenance"},
    "codebook": {"errors", "paths", "text"},
    "topic_labels": {"atomic", "codebook", "errors"},
    "places": {"paths", "text"},
    "vocabulary": {"codebook", "errors", "paths", "text"},
    "corpus": {"atomic", "errors", "places", "text", "vocabulary"},
    "sources": {"errors", "paths"},
    "read": {"corpus", "errors", "paths", "places", "sources", "text"},
    "catalog": {"sources", "atomic", "corpus", "errors", "paths", "read", "vocabulary"},
    "fetch": {"catalog", "errors", "paths"},
    "measure": {
        "codebook",
        "corpus",
        "errors",
        "frame",
        "places",
        "provenance",
        "stats",
        "text",
        "topic_labels",
        "vocabulary",
    },
    "derive": {"atomic", "catalog", "corpus", "measure", "paths"},
    "chart": {"errors", "provenance"},
    "publish": {"atomic", "chart", "errors", "paths", "provenance", "spreadsheet", "text"},
    "notebook": {"atomic", "errors", "publish", "vocabulary"},
}
# The top sees everything below it.
BELOW = set(ALLOWED)
ALLOWED |= {"review": BELOW - {"chart", "derive", "fetch", "publish", "read"}}
ALLOWED |= {"gallery": BELOW, "explore": BELOW, "cli": BELOW | {"review", "gallery", "explore"}}

# Single doors in the wrong direction, each with its reason. One that is no longer used must be taken out.
DOORS = {
    ("read/__init__.py", "catalog"): "read.corpus('national') is the public door to what the catalogue bundles",
    ("measure/novelty.py", "catalog"): "novelty() and recycled() serve tables that ship, where the texts are not there",
    ("measure/wording.py", "catalog"): "wording() serves the table that ships, where the texts are not there",
    ("publish/command.py", "gallery"): "`analysis figures` draws the gallery unless it is given other recipes",
}

# Libraries that only some rooms may use: drawing, reading formats, the network, the terminal.
LIBRARIES = {
    "matplotlib": {"chart", "publish", "explore"},
    "wordcloud": {"chart"},
    "textalloc": {"chart"},
    "lxml": {"read", "publish"},
    "trafilatura": {"read"},
    "docx": {"read"},
    "pypdfium2": {"read"},
    "openpyxl": {"read", "review"},
    "requests": {"fetch"},
    "pooch": {"fetch", "paths"},
    "click": {"cli", "publish"},
    "ipywidgets": {"explore"},
    "itables": {"explore"},
    "sklearn": {"measure", "stats"},
}

# A file that passes this holds two ideas.
MOST_LINES = 300

# Who may know the published figures and the command line: nothing that a notebook builds on.
KNOWS_THE_TOP = {
    "gallery": {"publish/command.py", "cli_codebook.py", "gallery_codebooks.py"},
    "cli": {
        "__main__.py",
        "cli.py",
        "cli_codebook.py",
        "cli_compare.py",
        "cli_topics.py",
        "cli_notebooks.py",
        "cli_shared.py",
    },
}

FILES = sorted(PACKAGE.rglob("*.py"))


def imports(source: str, package: str = "analysis") -> set[str]:
    """The modules that a source of ``package`` imports anywhere, functions included, as full dotted names."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            found |= {f"analysis.{alias.name}" for alias in node.names} if module == "analysis" else {module}
    return found


def top(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(file: Path) -> set[str]:
    package = ".".join(("analysis", *file.relative_to(PACKAGE).parts[:-1]))
    return imports(file.read_text(encoding="utf-8"), package)


def targets(file: Path) -> set[str]:
    """The rooms of this package that a file imports, its own left out."""
    rooms = set()
    for name in imported(file):
        if name.split(".")[0] == "analysis":
            part = name.split(".")[1] if "." in name else "__init__"
            rooms.add(ROOMS.get(part, "package"))  # `from analysis import __version__`
    return rooms - {ROOMS.get(top(file))}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_what_lies_below_it(file):
    name, room = file.relative_to(PACKAGE).as_posix(), ROOMS.get(top(file))
    assert room, f"{name} is in no room: give it a line in ROOMS and ALLOWED of this test"
    doors = {target for (door, target) in DOORS if door == name}
    bad = targets(file) - ALLOWED[room] - doors
    assert not bad, f"{name} ({room}) imports {', '.join(sorted(bad))}, which does not lie below it"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_special_libraries_stay_in_their_rooms(file):
    libraries = {name.split(".")[0] for name in imported(file)}
    bad = {name for name in libraries & set(LIBRARIES) if ROOMS.get(top(file)) not in LIBRARIES[name]}
    assert not bad, f"{file.relative_to(PACKAGE)} imports {', '.join(sorted(bad))}, which belongs to other rooms"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_file_holds_one_idea(file):
    lines = len(file.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES, f"{file.relative_to(PACKAGE)} has {lines} lines: split it by idea"


@pytest.mark.parametrize("room", KNOWS_THE_TOP)
def test_nothing_below_knows_the_gallery_or_the_command_line(room):
    modules = {f"analysis.{module}" for module, its_room in ROOMS.items() if its_room == room}
    names = {file.relative_to(PACKAGE).as_posix() for file in FILES if imported(file) & modules}
    assert names <= KNOWS_THE_TOP[room]


def test_no_import_hides_in_a_string():
    hidden = {
        file.relative_to(PACKAGE).as_posix()
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
        and (getattr(node, "attr", None) or getattr(node, "id", None)) in ("import_module", "__import__")
    }
    # The front door opens rooms by name; the table of formats opens its neighbours.
    assert hidden == {"__init__.py", "read/formats/__init__.py"}, "write the import out, so that this test sees it"


def test_every_door_is_still_used():
    unused = [door for door in DOORS if not (PACKAGE / door[0]).is_file() or door[1] not in targets(PACKAGE / door[0])]
    assert not unused, "take these out of DOORS"


def test_the_table_has_no_circle():
    order, left = [], dict(ALLOWED)
    while left:
        free = [room for room, below in left.items() if below <= set(order)]
        assert free, f"these rooms may import each other in a circle: {sorted(left)}"
        order += free
        left = {room: below for room, below in left.items() if room not in free}


def test_a_lazy_import_inside_a_function_is_seen():
    source = "def draw():\n    from analysis.measure.tally import tally\n    import analysis.read as r\n"
    assert imports(source) == {"analysis.measure.tally", "analysis.read"}
    assert imports("from ..read import files", "analysis.text") == {"analysis.read"}
