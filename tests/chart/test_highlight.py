import numpy as np
import pandas as pd
import pytest

from analysis import chart
from analysis.chart.highlight import highlighted, left_to_chart
from analysis.errors import ChartError
from tests.chart.awkward import forty_rows, frames
from tests.chart.frames import comparisons

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


def test_more_values_than_a_chart_can_show_are_refused_however_often_one_is_named():
    assert highlighted(FRAME, "theme", ["work", "work", "science"], limit=2) == ["work", "science"]
    with pytest.raises(ChartError, match="^theme=: up to 2 themes can be brought out, not 3; name fewer$"):
        highlighted(FRAME, "theme", ["work", "science", "farming"], option="theme", limit=2)


@pytest.mark.parametrize(
    "name", ["theme_trend", "term_trend", "rank_change", "theme_shares", "dispersion", "wordcloud"]
)
def test_more_themes_than_colours_are_one_error_in_every_chart(name):
    frame = forty_rows(frames()[name])
    key = "term" if name == "term_trend" else "theme"
    with pytest.raises(ChartError, match=f"^highlight=: up to 8 {key}s can be brought out, not 9; name fewer$"):
        getattr(chart, name)(frame, highlight=frame[key].unique()[:9])


def test_an_array_of_names_is_a_choice_of_the_caller():
    assert not left_to_chart(FRAME["theme"].unique()) and left_to_chart(FRAME["theme"].unique()[:0])
    ranks = comparisons()["rank_change"]
    assert "Named" not in chart.rank_change(ranks, highlight=np.array(["energy"]), lang="en").record.texts.note
