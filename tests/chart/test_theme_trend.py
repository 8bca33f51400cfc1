import pytest

from analysis import chart
from tests.chart.frames import overlapping, themes


def runs(figure, name):
    return [list(line.get_xdata()) for line in figure.axes[0].lines if line.get_gid() == name]


def ends(figure) -> dict:
    return {text.get_gid(): text for text in figure.axes[0].texts if (text.get_gid() or "").startswith("end-")}


def test_a_trend_leaves_gaps_where_years_are_missing():
    frame = themes(years=(1960, 1964, 1975, 1978, 1979))
    figure = chart.theme_trend(frame, highlight="technology")
    assert runs(figure, "line-technology") == [[1960], [1964], [1975], [1978, 1979]]
    shown = [tick.get_text() for tick in figure.axes[0].get_xticklabels()]
    assert {"1960", "1964", "1975", "1979"} <= set(shown), "years that stand alone are named"


def test_themes_that_are_not_highlighted_are_grey_and_unlabelled():
    figure = chart.theme_trend(themes(years=(2024, 2025)), highlight="technology")
    assert len(runs(figure, "rest")) == 3 and list(ends(figure)) == ["end-technology"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", ["web", "square"])
def test_eight_lines_that_end_together_keep_their_labels_apart(lang, size):
    frame = themes(years=range(2010, 2026), count=8)
    frame.loc[frame["year"] == 2025, ["rate", "low", "high"]] = [5.0, 4.0, 6.0]
    figure = chart.theme_trend(frame, highlight=list(frame["theme"].unique()), lang=lang, size=size)
    assert overlapping(figure) == [] and len(ends(figure)) == 8
    assert len(runs(figure, "thread")) >= 6, "a thread leads to each label that had to give way"


def test_a_change_within_its_interval_is_not_called_a_rise():
    def title(rates, lang):
        frame = themes(years=(2024, 2025), count=1)
        frame["rate"] = rates
        frame["low"], frame["high"] = frame["rate"] - 3, frame["rate"] + 3
        return chart.theme_trend(frame, lang=lang).record.texts.title

    assert title([10.0, 20.0], "en") == "2024 to 2025: Science and technology rises from 10.0 to 20.0"
    assert title([20.0, 10.0], "zh") == "2024年至2025年：“科技创新”由20.0降至10.0"
    assert title([10.0, 14.0], "en").endswith("goes from 10.0 to 14.0, intervals overlap")
    assert title([10.0, 10.0], "zh").endswith("首尾均为10.0")


def test_bands_are_spoken_of():
    assert "95%" in chart.theme_trend(themes(years=(2024, 2025))).record.texts.subtitle


def test_alternative_text_says_change_highest_and_lowest():
    frame = themes(years=(2023, 2024, 2025), count=1)
    frame["rate"], frame["low"], frame["high"] = [10.0, 30.0, 20.0], [9.0, 29.0, 19.0], [11.0, 31.0, 21.0]
    alt = chart.theme_trend(frame).record.alt
    assert "由10.0升至20.0，最高30.0（2024年），最低10.0（2023年）" in alt["zh"]
    assert "rises from 10.0 to 20.0, highest 30.0 in 2024, lowest 10.0 in 2023" in alt["en"]


def test_a_report_in_which_nothing_was_measured_is_a_gap():
    frame = themes(years=(2022, 2023, 2024, 2025))
    frame.loc[frame["year"].isin([2023, 2025]), "rate"] = float("nan")
    figure = chart.theme_trend(frame, highlight="technology", lang="en")
    assert runs(figure, "line-technology") == [[2022], [2024]]
    assert figure.record.texts.title.startswith("2022 to 2024")


def test_a_line_shorter_than_the_chart_names_its_own_years():
    frame = themes(years=(2023, 2024, 2025), count=2)
    frame["rate"], frame["low"], frame["high"] = [9.0, 4.0, 9.0, 4.0, 9.0, 8.0], float("nan"), float("nan")
    later = frame.drop(index=1)
    later.attrs = frame.attrs
    record = chart.theme_trend(later, highlight="employment", lang="en").record
    assert record.texts.title == (
        "2023 to 2025: Employment goes from 4.0 in 2024 to 8.0 (margin of error not measured)"
    )
    assert "由4.0（2024年）到8.0，未测误差" in record.alt["zh"]


def test_years_that_share_the_highest_rate_are_all_named():
    frame = themes(years=(2023, 2024, 2025), count=1)
    frame["rate"], frame["low"], frame["high"] = [9.0, 4.0, 9.0], float("nan"), float("nan")
    assert "highest 9.0 in 2023, 2025, lowest 4.0 in 2024" in chart.theme_trend(frame, lang="en").record.texts.alt


def test_rates_that_read_the_same_have_no_highest_and_do_not_rise():
    frame = themes(years=(2023, 2024, 2025), count=1)
    frame["rate"], frame["low"], frame["high"] = [3.96, 4.04, 4.01], float("nan"), float("nan")
    record = chart.theme_trend(frame, lang="en").record
    assert record.texts.title == "2023 to 2025: Science and technology begins and ends at 4.0"
    assert "highest" not in record.alt["en"] and record.alt["zh"].endswith("首尾均为4.0。")


def test_reports_without_a_place_are_told_of_without_one():
    frame = themes(years=(2024, 2025), places=("",)).assign(place_en="")
    for report in frame.attrs["reports"]:
        report["place_en"] = ""
    assert chart.theme_trend(frame, lang="en").record.texts.subtitle.startswith("Mentions per 10,000 Han characters;")
