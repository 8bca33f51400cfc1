import pytest

from analysis import gallery
from analysis.publish.recipe import Recipe, made_with, recipe


def draw(lang): ...


def test_a_marked_function_is_a_recipe_with_its_inputs():
    made = recipe("six", corpora=("xiangjiang",), codebooks=("xiangjiang-2021",))(draw)
    assert (made.id, made.draw, made.corpora) == ("six", draw, ("xiangjiang",))
    assert set(made.inputs()) == {
        "corpus xiangjiang", "codebook xiangjiang-2021", "code", "font", "libraries",
    }  # fmt: skip


def test_a_figure_depends_on_what_it_uses_and_on_nothing_else():
    one, other = Recipe("a", draw, corpora=("xiangjiang",)), Recipe("a", draw, corpora=("provinces",))
    same = {name for name, value in one.inputs().items() if other.inputs().get(name) == value}
    assert same == {"codebook policy", "code", "font", "libraries"}


def test_ones_own_file_is_an_input_by_its_content_not_its_place(tmp_path):
    def inputs(folder, text):
        path = tmp_path / folder / "my_story.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return Recipe("a", draw, codebooks=(), files=(path,)).inputs()["my_story.py"]

    assert inputs("here", "x = 1") == inputs("there", "x = 1") != inputs("here", "x = 2")


@pytest.mark.parametrize("entry", gallery.recipes(), ids=lambda entry: entry.id)
def test_every_figure_of_the_gallery_names_corpora_and_codebooks_that_are_there(entry):
    assert set(made_with()) < set(entry.inputs()) and all(len(value) == 64 for value in entry.inputs().values())
