import pytest

from analysis import chart
from tests.chart.frames import changed, overlapping, themes


def texts(figure, gid):
    return [text.get_text() for text in figure.axes[0].texts if text.get_gid() == gid]


def test_a_heat_map_keeps_time_even():
    figure = chart.theme_heatmap(themes(years=(2000, 2001, 2005)))
    cells = figure.axes[0].collections[0].get_array()
    assert cells.shape == (4, 6) and cells.mask[:, 2:5].all()
    assert [bar.get_x() for bar in figure.axes[0].patches if bar.get_hatch()] == [2002, 2003, 2004]
    assert "无报告" in [text.get_text() for text in figure.axes[0].child_axes[0].texts]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", ["web", "square", "wechat", "print"])
def test_a_full_map_keeps_its_words_apart(lang, size):
    years = [*range(1954, 1961), 1964, 1975, *range(1978, 2026)]
    assert overlapping(chart.theme_heatmap(themes(years=years, count=22), lang=lang, size=size)) == []
    places = [f"云岭{'甲乙丙丁戊己庚辛壬癸'[i % 10]}{i}省" for i in range(31)]
    assert overlapping(chart.theme_heatmap(themes(places=places, count=22), lang=lang, size=size)) == []


def test_values_stand_in_cells_that_have_room_and_only_there():
    frame = themes(places=[f"地{i}" for i in range(31)], count=22)
    assert len(texts(chart.theme_heatmap(frame), "value")) == 22 * 31
    narrow = themes(years=range(1954, 2026), rates=[100.0 + i for i in range(22)], count=22)
    assert texts(chart.theme_heatmap(narrow), "value") == []


def test_a_small_format_shows_the_most_mentioned_themes_and_says_how_many_are_left_out():
    figure = chart.theme_heatmap(themes(years=(2024, 2025), count=22), size="wechat")
    shown = len(figure.axes[0].get_yticks())
    assert shown < 22 and f"另有{22 - shown}个主题未列出" in [text.get_text() for text in figure.axes[0].texts]
    assert len(figure.record.data) == 44, "the data are whole"


def test_the_title_is_true_when_themes_tie_or_stay():
    def title(rates, lang, **of):
        return chart.theme_heatmap(themes(rates=rates, **of), lang=lang).record.texts.title

    both = {"places": ("云岭市", "海源市")}
    assert title([9.0, 1, 1, 1], "en", years=(2024, 2025)).endswith("the theme most mentioned in 2024 as in 2025")
    assert title([9.0, 9.0, 1, 1], "zh", **both) == "2个地区中，“就业”、“科技创新”各在2个居首"
    assert title([0.0] * 4, "zh", **both) == "2个地区均未提及所列4个主题"


def test_a_report_in_which_nothing_was_measured_is_an_empty_column_and_leads_nothing():
    frame = themes(years=(2023, 2024, 2025))
    frame.loc[frame["year"] == 2025, "rate"] = float("nan")
    figure = chart.theme_heatmap(frame, lang="en")
    assert "2024" in figure.record.texts.title and "2025" not in figure.record.texts.title
    assert figure.axes[0].collections[0].get_array().mask[:, 2].all()


def test_a_place_without_an_english_name_keeps_its_own():
    frame = themes(places=("云岭市", "海源市")).assign(place_en=None)
    frame.attrs = themes(places=("云岭市", "海源市")).attrs
    texts = chart.theme_heatmap(frame, lang="en").record.texts
    assert "None" not in texts.alt and texts.alt.endswith("云岭市, 22.0.")


def test_rates_that_read_the_same_have_no_highest():
    frame = themes(years=(2024, 2025), count=1, rates=[4.04])
    title = chart.theme_heatmap(changed(frame, rate=[3.96, 4.04]), lang="en").record.texts.title
    assert title == "Science and technology: 4.0 in 2024–2025"
    alt = chart.theme_heatmap(themes(years=(2024, 2025), rates=[4.04, 4.03, 1, 1])).record.alt
    assert "Highest of all: 4 cells, 4.0." in alt["en"]
