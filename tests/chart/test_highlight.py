import pandas as pd
import pytest

from analysis.chart.highlight import highlighted
from analysis.errors import ChartError

FRAME = pd.DataFrame({"theme": ["work", "science", "work", "farming"]})


def test_one_value_several_or_the_default_are_brought_out_once_each_in_the_order_given():
    assert highlighted(FRAME, "theme", "work") == ["work"]
    assert highlighted(FRAME, "theme", ["science", "work", "science"]) == ["science", "work"]
    assert highlighted(FRAME, "theme", None) == highlighted(FRAME, "theme", []) == []
    assert highlighted(FRAME, "theme", None, default=["farming"]) == ["farming"]


def test_an_unknown_value_names_each_known_one_once():
    with pytest.raises(
        ChartError, match="highlight='sport' is not a theme of the frame; it has work, science, farming$"
    ):
        highlighted(FRAME, "theme", ["work", "sport"])


def test_of_many_values_an_error_names_five():
    with pytest.raises(ChartError, match="it has a, b, c, d, e and 2 more$"):
        highlighted(pd.DataFrame({"theme": list("abcdefg")}), "theme", "sport")


def test_an_unknown_value_is_named_with_the_option_that_the_reader_gave():
    with pytest.raises(ChartError, match="^theme='sport' is not a theme"):
        highlighted(FRAME, "theme", "sport", option="theme")
