import pandas as pd
import pytest
from matplotlib.text import Text

from analysis import chart
from analysis.chart.fonts import text_width
from analysis.chart.labels import brief, cut, cut_apart, highest_and_lowest
from tests.chart.awkward import frames


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("keep", ["start", "end"])
def test_a_cut_text_fits_and_keeps_the_end_it_is_told(width, keep):
    text = "推动高质量发展 and a long English tail"
    shown = cut(text, 14, width, keep=keep)
    assert text_width(shown, 14) <= width
    kept = shown.strip("…")
    assert text.startswith(kept) if keep == "start" else text.endswith(kept)


def test_only_names_that_would_read_the_same_are_cut_in_the_middle():
    same, other = ["推动高质量发展新格局", "推动高质量发展新阶段"], "乡村全面振兴与城乡融合"
    assert cut_apart([*same, other], 10, 65) == ["推动高…格局", "推动高…阶段", "乡村全面振…"]


@pytest.mark.parametrize("name", ["dispersion", "rank_change", "slope", "theme_heatmap", "theme_shares"])
def test_two_themes_never_get_one_name(name):
    frame = frames()[name].copy()
    two = frame["theme"].value_counts().index[:2].tolist()
    long = {two[0]: "Education, primary and secondary schools", two[1]: "Education, universities and other colleges"}
    frame["label_en"] = frame["theme"].map(long).fillna(frame["label_en"])
    more = {} if name in ("dispersion", "theme_heatmap") else {"highlight": two}
    figure = getattr(chart, name)(frame, lang="en", **more)
    said = [text.get_text() for text in figure.axes[0].findobj(Text)]
    assert any("primary" in text for text in said) and any("universities" in text for text in said)


def test_what_fits_is_not_cut():
    assert cut("就业", 14, text_width("就业", 14)) == "就业"
    assert cut("", 14, 10) == ""


def test_a_brief_label_keeps_its_name_and_its_terms():
    assert brief("Infrastructure: transport, water works, post") == "Infrastructure"
    assert brief("Infrastructure: transport, water works, post (铁路)") == "Infrastructure (铁路)"
    assert brief("就业") == "就业"


def test_values_that_read_the_same_are_neither_highest_nor_lowest():
    names = pd.Series(["jobs", "farms", "roads"])
    assert highest_and_lowest(names, pd.Series([4.04, 4.0, 3.96]), "en") == "all at 4.0"
    assert (
        highest_and_lowest(names, pd.Series([4.04, 4.0, 2]), "en") == "highest: jobs and farms, 4.0; lowest: roads, 2.0"
    )
