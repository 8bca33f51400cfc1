import pytest

from analysis.errors import ExportError
from analysis.publish.command import figures_command


def test_ones_own_recipes_file_is_run(tmp_path):
    mine = tmp_path / "my_story.py"
    mine.write_text(
        "from analysis import chart\nfrom analysis.publish import recipe\nfrom tests.chart.frames import themes\n"
        "@recipe('my-figure')\ndef mine(lang):\n    return chart.theme_frequencies(themes(), lang=lang)\n"
    )
    given = {"list_only": False, "langs": ("zh",), "formats": "svg", "folder": tmp_path / "out", "recipes": mine}
    assert figures_command((), check_only=False, **given) == 0
    assert (tmp_path / "out" / "my-figure" / "my-figure.svg").is_file()
    assert figures_command((), check_only=True, **given) == 0
    mine.write_text(mine.read_text() + "# changed\n")
    assert figures_command((), check_only=True, **given) == 1
    with pytest.raises(ExportError, match="no figure is called 'other'; there are my-figure"):
        figures_command(("other",), check_only=False, **given)


def test_two_recipes_of_one_id_are_refused_and_one_of_two_names_is_drawn_once(tmp_path, capsys):
    mine = tmp_path / "my_story.py"
    one = "@recipe('my-figure')\ndef {}(lang):\n    return None\n"
    mine.write_text("from analysis.publish import recipe\n" + one.format("first") + "other = first\n")
    given = {"list_only": True, "check_only": False, "langs": ("zh",), "formats": "svg", "folder": tmp_path / "out"}
    assert figures_command((), recipes=mine, **given) == 0 and capsys.readouterr().out == "my-figure\n"
    mine.write_text(mine.read_text() + one.format("second"))
    with pytest.raises(ExportError, match="two recipes are called 'my-figure'; give each an id of its own"):
        figures_command((), recipes=mine, **given)
    mine.write_text(mine.read_text().replace("my-figure", "My-Figure", 1))
    said = "two recipes are called 'My-Figure' and 'my-figure', one folder on Windows and macOS; give each an id"
    with pytest.raises(ExportError, match=said):
        figures_command((), recipes=mine, **given)


def given(tmp_path, **other) -> dict:
    mine = {"list_only": False, "check_only": False, "langs": ("zh",), "formats": "csv", "folder": tmp_path / "out"}
    return mine | {"recipes": tmp_path / "my_story.py"} | other


STORY = """
from __future__ import annotations
from dataclasses import dataclass
from analysis import chart
from analysis.gallery import words_of_2025
from analysis.publish import recipe
from rates_of_yunling import rates
from tests.chart.frames import themes

@dataclass
class Named:
    rates: list[float]

@recipe('my-figure')
def mine(lang):
    "What Yunling plans."
    return chart.theme_frequencies(themes(rates=Named(rates).rates), lang=lang)
"""


def test_a_recipes_file_may_import_its_siblings_which_count_and_recipes_of_others_which_do_not(tmp_path, capsys):
    (tmp_path / "my_story.py").write_text(STORY)
    (tmp_path / "rates_of_yunling.py").write_text("rates = [4.0, 3.0, 2.0, 1.0]")
    assert figures_command((), **given(tmp_path, list_only=True)) == 0
    assert capsys.readouterr().out == "my-figure  What Yunling plans.\n"
    assert figures_command((), **given(tmp_path)) == 0
    (tmp_path / "rates_of_yunling.py").write_text("rates = [1.0, 3.0, 2.0, 1.0]")
    capsys.readouterr()
    assert figures_command((), **given(tmp_path, check_only=True)) == 1
    assert "my-figure: stale: changed since it was drawn: rates_of_yunling.py" in capsys.readouterr().out


def test_a_list_of_formats_with_nothing_in_it_is_an_error(tmp_path):
    with pytest.raises(ExportError, match="no format asked for; there are svg"):
        figures_command((), **given(tmp_path, formats=",", recipes=None))


def test_a_figure_that_no_recipe_draws_any_more_is_told(tmp_path, capsys):
    from analysis import chart, gallery, publish
    from tests.chart.frames import themes

    old = publish.Recipe("renamed", lambda lang: chart.theme_frequencies(themes(), lang=lang))
    publish.run([old], folder=tmp_path / "out", formats=("csv",), tell=str)
    figures_command((), **given(tmp_path, recipes=None, check_only=True))
    assert "renamed: no recipe of the gallery draws it; delete" in capsys.readouterr().out
    figures_command((gallery.recipes()[0].id,), **given(tmp_path, recipes=None, check_only=True))
    assert "renamed" not in capsys.readouterr().out
