import pytest

from analysis import chart
from analysis.chart.lines import end_label, scale_top
from tests.chart.frames import themes


def axes_of(frame, **choices):
    return chart.theme_trend(frame, **choices).axes[0]


def test_the_scale_holds_what_is_highlighted_with_its_interval_and_not_the_grey():
    frame = themes(years=(2023, 2024, 2025), count=3)
    frame.loc[frame["theme"] == "environment", ["rate", "high"]] = 500.0
    own = frame[frame["theme"] == "technology"]
    top = scale_top(frame, "theme", ["technology"])
    assert own["high"].max() < top < 500
    assert axes_of(frame, highlight="technology").get_ylim() == pytest.approx((0, top))


def test_lines_of_zeros_have_a_scale():
    assert scale_top(themes(years=(2024, 2025), rates=[0.0] * 4), "theme", ["technology"]) == 1.0


def test_a_band_is_drawn_over_years_in_a_row_and_a_bar_at_a_year_alone():
    frame = themes(years=(1964, 2024, 2025), count=1)
    axes = axes_of(frame)
    bands = [item for item in axes.collections if hasattr(item, "get_paths") and len(item.get_paths()[0].vertices) > 2]
    bars = [item for item in axes.collections if item not in bands]
    assert len(bands) == 1 and len(bars) == 1
    assert set(bands[0].get_paths()[0].vertices[:, 0]) == {2024.0, 2025.0}
    row = frame.iloc[0]
    assert bars[0].get_segments()[0].tolist() == [[1964, row["low"]], [1964, row["high"]]]


def test_the_end_of_a_line_says_its_name_and_last_value():
    assert end_label("就业", 12.345) == "就业 12.3"
    frame = themes(years=(2024, 2025))
    last = frame[(frame["year"] == 2025) & (frame["theme"] == "technology")].iloc[0]
    texts = [text.get_text() for text in axes_of(frame, highlight="technology").texts]
    assert texts == [end_label(last["label_zh"], last["rate"])]


def test_a_line_without_intervals_has_no_band():
    frame = themes(years=(2024, 2025))
    bare = frame.drop(columns=["low", "high"])
    bare.attrs = frame.attrs
    assert len(axes_of(bare, highlight="technology").collections) == 0
