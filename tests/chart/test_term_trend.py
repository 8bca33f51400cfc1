from analysis import chart
from tests.chart.frames import terms


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
