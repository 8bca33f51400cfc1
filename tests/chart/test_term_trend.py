import pandas as pd

from analysis import chart
from tests.chart.frames import changed, terms


def ends(figure) -> list[str]:
    return [text.get_gid() for text in figure.axes[0].texts if (text.get_gid() or "").startswith("end-")]


def test_all_terms_are_coloured_unless_some_are_chosen():
    frame = terms()
    said = frame.groupby("term")["rate"].mean().sort_values(ascending=False)
    assert ends(chart.term_trend(frame)) == [f"end-{term}" for term in said.index], "those said most first"
    figure = chart.term_trend(terms(), highlight="创新", lang="en")
    assert ends(figure) == ["end-创新"] and "the other words" in figure.record.texts.subtitle


def test_without_intervals_no_band_is_spoken_of():
    assert "95%" not in chart.term_trend(terms()).record.texts.subtitle


def test_the_lines_are_the_rates():
    frame = terms()
    lines = {line.get_gid(): line for line in chart.term_trend(frame).axes[0].lines}
    for term, rows in frame.groupby("term"):
        assert lines[f"line-{term}"].get_ydata().tolist() == rows.sort_values("year")["rate"].tolist()


def test_of_three_lines_the_title_names_the_two_that_changed_most_and_holds_them_to_more():
    frame = terms(years=(2024, 2025))
    change = {"就业": (30.0, 31.0), "创新": (20.0, 5.0), "改革": (4.0, 8.0)}
    rate = [change[row.term][row.year - 2024] for row in frame.itertuples()]
    wide = pd.Series(rate) * 0.25
    frame = changed(frame, rate=rate, low=rate - wide, high=rate + wide)
    title = chart.term_trend(frame, lang="en").record.texts.title
    assert title == "2024 to 2025: 创新 falls from 20.0 to 5.0; 改革 rises from 4.0 to 8.0"
    near = changed(frame, low=rate - wide * 1.6, high=rate + wide * 1.6)
    assert "改革 goes from 4.0 to 8.0, intervals overlap" in chart.term_trend(near, lang="en").record.texts.title
    two = chart.term_trend(near, highlight=["就业", "改革"], lang="en").record.texts.title
    assert two.endswith("改革 goes from 4.0 to 8.0, intervals overlap"), "lines that a caller named are held to as much"
