"""Every public function: data first, choices by keyword, documented so that a reader can run the example."""

import ast
import inspect
import tomllib
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis import read
from analysis.errors import ChartError, CorpusError

PACKAGE = Path(__file__).resolve().parent.parent / "analysis"
ROOMS = ("read", "measure", "chart", "publish", "review")

# What a function of a room takes first.
FIRST = {
    "read": {"path", "paths", "name", "report"},
    "measure": {"corpus", "topics", "frame"},
    "chart": {"frame", "topics"},
    "publish": {"recipes", "figure", "id", "figures", "folder"},
    "review": {"codebook", "old", "codes", "path", "corpus"},
}
# The exceptions: the question itself may follow the data, where a call without it would mean nothing.
SECOND = {
    "measure.count_terms": (["terms"], "what to count"),
    "measure.concordance": (["what"], "what to look up: a word, or a theme"),
    "measure.compare_years": (["earlier", "later"], "read aloud: compare the corpus, 2024, 2025"),
    "measure.new_gone_back": (["year"], "new in which year"),
    "measure.novelty": (["year"], "new in which year"),
    "measure.panel_changes": (["earlier", "later"], "in the order of time, like compare_years"),
    "measure.rewordings": (["year"], "reworded in which year"),
    "measure.wording": (["term"], "the wording around which term"),
    "publish.export": (["name"], "the name to publish under"),
    "review.diff": (["new"], "two codebooks, old and new, are the data"),
}
CHART_CHOICES = {"lang", "title", "subtitle", "note", "source", "alt", "size", "ax"}
CHOICE_DEFAULTS = {"lang": "zh", "size": "web"} | dict.fromkeys(CHART_CHOICES - {"lang", "size"})


def functions(room: str) -> dict:
    module = import_module(f"analysis.{room}")
    return {
        f"{room}.{name}": getattr(module, name) for name in module.__all__ if inspect.isfunction(getattr(module, name))
    }


PUBLIC = {name: function for room in ROOMS for name, function in functions(room).items()}
ids = pytest.mark.parametrize("name", sorted(PUBLIC))


@ids
def test_the_data_comes_first_and_everything_else_by_keyword(name):
    first, *others = inspect.signature(PUBLIC[name]).parameters.values()
    assert first.name in FIRST[name.split(".")[0]]
    assert first.kind in (first.POSITIONAL_ONLY, first.POSITIONAL_OR_KEYWORD)
    positional = [p.name for p in others if p.kind not in (p.KEYWORD_ONLY, p.VAR_KEYWORD)]
    assert positional == SECOND.get(name, ([], "no exception"))[0]


@pytest.mark.parametrize("wrong", ["national", None, [read.corpus("xiangjiang")]], ids=["name", "nothing", "list"])
@pytest.mark.parametrize("name", sorted({*functions("measure"), *functions("chart")}))
def test_what_is_no_corpus_and_no_frame_is_told_in_one_sentence(name, wrong):
    given = {"earlier": 2024, "later": 2025, "year": 2025, "against": 2024, "to": read.corpus("xiangjiang")}
    _, *others = inspect.signature(PUBLIC[name]).parameters.values()
    needed = [p for p in others if p.default is p.empty]
    values = {p.name: given.get(p.name, "就业") for p in needed}
    first = [values.pop(p.name) for p in needed if p.kind is p.POSITIONAL_OR_KEYWORD]
    with pytest.raises((CorpusError, ChartError), match=r"is needed|draws the frame of|needs the frame of"):
        PUBLIC[name](wrong, *first, **values)


def test_every_exception_still_exists():
    assert set(SECOND) <= set(PUBLIC), "take these out of SECOND"


@ids
def test_documentation_says_what_comes_back_and_shows_it(name):
    text = inspect.getdoc(PUBLIC[name]) or ""
    sentence = text.split("\n\n")[0]
    assert sentence.endswith((".", ":", ")")), "begins with one sentence"
    missing = [part for part in ("Returns", "Examples") if f"\n{part}\n{'-' * len(part)}\n" not in text]
    assert not missing, f"{name} does not document {' and '.join(missing)}"
    assert ">>> " in text.split("\nExamples\n")[1], "the example can be run"


def test_every_example_of_every_module_is_run_by_plain_pytest():
    options = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]
    assert "--doctest-modules" in options["ini_options"]["addopts"].split()
    assert "analysis" in options["ini_options"]["testpaths"]


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_no_example_is_skipped_by_a_flag(file):
    # Built in pieces, as the flag would otherwise stand here.
    assert "doctest: +" + "SKIP" not in file.read_text(encoding="utf-8"), "an example that is not run proves nothing"


@ids
def test_documentation_names_every_choice(name):
    text = inspect.getdoc(PUBLIC[name]) or ""
    unnamed = [p for p in list(inspect.signature(PUBLIC[name]).parameters)[1:] if p not in text]
    assert not unnamed, f"{name} does not say what {', '.join(unnamed)} is"


@pytest.mark.parametrize("name", sorted(functions("chart")))
def test_every_chart_has_the_same_choices_and_returns_a_figure(name):
    signature = inspect.signature(PUBLIC[name])
    assert set(signature.parameters) >= CHART_CHOICES
    assert {choice: signature.parameters[choice].default for choice in CHART_CHOICES} == CHOICE_DEFAULTS
    assert issubclass(inspect.get_annotations(PUBLIC[name], eval_str=True)["return"], Figure)


@pytest.mark.parametrize("name", sorted(functions("measure")))
def test_every_measure_returns_a_frame_or_a_result_of_frames(name):
    returned = inspect.get_annotations(PUBLIC[name], eval_str=True)["return"]
    frames = [
        kind for kind in getattr(returned, "__annotations__", {}).values() if kind in (pd.DataFrame, "pd.DataFrame")
    ]
    assert issubclass(returned, pd.DataFrame) or frames


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_offers_what_its_door_imports(room):
    module = import_module(f"analysis.{room}")
    assert list(module.__all__) == sorted(module.__all__), "in the order of the alphabet"
    assert not [name for name in module.__all__ if not hasattr(module, name)], "in __all__ and not there"
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    bound = {
        alias.asname or alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    bound |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    assert {name for name in bound if not name.startswith("_")} <= set(module.__all__), "imported and not in __all__"


@pytest.mark.parametrize("room", ["measure", "chart"])
def test_every_measure_and_chart_has_a_file_of_its_name_or_its_neighbour(room):
    for name, function in functions(room).items():
        file = Path(inspect.getsourcefile(function))
        assert file.parent == PACKAGE / room, f"{name} is defined outside its room"


def test_a_chart_is_named_like_the_measure_it_draws():
    drawn = {name.split(".")[1] for name in functions("chart")}
    assert "theme_frequencies" in drawn & {name.split(".")[1] for name in functions("measure")}


def test_no_public_function_saves_or_shows_except_export():
    for name, function in functions("chart").items():
        assert not {"save", "show", "path", "filename"} & set(inspect.signature(function).parameters), name
