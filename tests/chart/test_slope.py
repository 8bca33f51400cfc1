import pytest

from analysis import chart
from analysis.chart.style import LIGHT
from analysis.errors import ChartError
from tests.chart.frames import changed, comparisons, overlapping


def lines(figure) -> dict:
    return {line.get_gid(): line for line in figure.axes[0].lines if (line.get_gid() or "").startswith("slope-")}


def test_each_line_runs_between_its_two_rates_and_robust_ones_are_named_on_both_sides():
    frame = comparisons()["slope"]
    figure = chart.slope(frame, lang="en")
    for row in frame.itertuples():
        assert list(lines(figure)[f"slope-{row.theme}"].get_ydata()) == [row.rate_earlier, row.rate_later]
    named = {text.get_gid() for text in figure.axes[0].texts}
    for theme in frame.loc[frame["verdict"].str.startswith("robust"), "theme"]:
        assert {f"end-0-{theme}", f"end-1-{theme}"} <= named


def test_what_is_highlighted_without_being_robust_is_hollow():
    frame = changed(comparisons()["slope"], verdict="no clear change")
    figure = chart.slope(frame, highlight=["energy", "housing"])
    assert lines(figure)["slope-energy"].get_markerfacecolor() == "#ffffff"
    same = changed(frame, rate_later=frame["rate_earlier"])
    unmoved = lines(chart.slope(same, highlight="energy"))["slope-energy"].get_color()
    assert unmoved == LIGHT.soft, "neither the colour of more nor that of less"
    with pytest.raises(ChartError, match="'sport' is not a theme"):
        chart.slope(frame, highlight="sport")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_labels_keep_apart_with_ties_zeros_and_every_theme_named(lang):
    frame = comparisons()["slope"]
    tied = changed(frame, rate_earlier=10.0, rate_later=0.0)
    for awkward in (tied, changed(frame.head(1))):
        awkward.attrs = frame.attrs
        assert overlapping(chart.slope(awkward, highlight=awkward["theme"].tolist(), lang=lang)) == []


def test_what_the_title_says_rose_is_told_apart_from_the_grey_whatever_is_highlighted():
    frame = changed(comparisons()["slope"], verdict="no clear change")
    frame["verdict"] = frame["verdict"].mask(frame["theme"] == "employment", "robust rise")
    drawn = [lines(chart.slope(frame, highlight=chosen, lang="en")) for chosen in (["energy"], None)]
    assert drawn[0]["slope-employment"].get_color() == drawn[1]["slope-employment"].get_color() != LIGHT.rest
    assert drawn[0]["slope-housing"].get_color() == LIGHT.rest
    for lang, hollow in (("en", "hollow: not robust"), ("zh", "空心为")):
        texts = [chart.slope(frame, highlight=chosen).record.words[lang] for chosen in (["energy"], None)]
        assert [hollow in own.subtitle for own in texts] == [True, False]
    name = frame.loc[frame["theme"] == "employment", "label_en"].item()
    assert f"1 robust rise ({name} from " in chart.slope(frame).record.alt["en"]
