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
