import pandas as pd
import pytest

from analysis import chart
from tests.chart.frames import overlapping, themes

AWKWARD = {
    "one row": themes(count=1),
    "forty rows": themes(count=40),
    "zeros": themes(rates=[0.0, 0.0, 0.0, 0.0]),
    "ties": themes(rates=[5.0, 5.0, 5.0, 5.0]),
    "no intervals": themes().assign(low=float("nan"), high=float("nan")),
}


def texts(figure) -> list[str]:
    return [t.get_text() for t in figure.findobj(lambda a: hasattr(a, "get_text")) if t.get_text()]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", list(AWKWARD))
def test_bars_never_overlap_their_words(case, lang):
    frame = AWKWARD[case]
    frame.attrs = themes().attrs
    figure = chart.theme_frequencies(frame, lang=lang, title="很长的标题" * 12 if lang == "zh" else "A long title " * 8)
    assert overlapping(figure) == []


def test_bars_are_ranked_and_their_lengths_are_the_rates():
    figure = chart.theme_frequencies(themes(rates=[3.0, 9.0, 1.0, 4.0]))
    axes = figure.axes[0]
    assert [bar.get_width() for bar in axes.patches] == [9.0, 4.0, 3.0, 1.0]
    assert [t.get_text() for t in axes.get_yticklabels()][0] == "就业"


def test_the_title_says_who_leads_and_whether_that_is_sure():
    clear = chart.theme_frequencies(themes(rates=[90.0, 9.0, 1.0, 4.0]), lang="en").record.texts.title
    level = chart.theme_frequencies(themes(rates=[10.0, 9.0, 1.0, 4.0]), lang="en").record.texts.title
    assert clear == (
        "Science and technology is mentioned most in the Place 0 report of 2025, at 90.0, ahead of Employment"
    )
    assert "at 10.0, not clearly ahead of Employment" in level


def test_without_intervals_the_title_states_rates_and_claims_no_lead():
    frame = themes(rates=[9.0, 5.0, 5.0, 4.0]).assign(low=float("nan"), high=float("nan"))
    frame.attrs = themes().attrs
    zh, en = (chart.theme_frequencies(frame, lang=lang).record.texts.title for lang in ("zh", "en"))
    assert en.endswith(
        "at 9.0, then Employment and Environment, ecology and climate at 5.0 (margin of error not measured)"
    )
    assert zh.endswith("“科技创新”（9.0），其次是“就业”、“生态环境”（5.0），未测误差")


def test_the_title_is_true_of_ties_of_zeros_and_of_one_theme():
    def title(**frame):
        return chart.theme_frequencies(themes(**frame), lang="en").record.texts.title

    assert title(rates=[5.0, 5.0, 1.0, 1.0]).startswith("Employment and Science and technology tie for first")
    assert title(rates=[0.0] * 4) == "None of these themes is mentioned in the Place 0 report of 2025"
    assert title(count=1).startswith("Science and technology: 1.0 mentions per 10,000")


def test_intervals_are_spoken_of_only_where_there_are_any():
    frame = themes().assign(low=float("nan"), high=float("nan"))
    frame.attrs = themes().attrs
    assert "95%" in chart.theme_frequencies(themes()).record.texts.subtitle
    assert "95%" not in chart.theme_frequencies(frame).record.texts.subtitle


def test_a_small_format_shows_what_is_highlighted_and_says_how_many_are_left_out():
    figure = chart.theme_frequencies(themes(count=22), highlight="technology", size="wechat", lang="en")
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert len(labels) < 22 and "Science and technology" in labels
    assert f"{22 - len(labels)} more themes not shown" in texts(figure) and len(figure.record.data) == 22


def test_a_place_without_a_year_keeps_its_whole_name():
    frame = themes().assign(year=pd.NA)
    frame.attrs = themes().attrs
    for place, where in (("Ningbo", "the report of Ningbo"), ("", "the report")):
        reports = [report | {"place_en": place, "place": ""} for report in frame.attrs["reports"]]
        frame.attrs = frame.attrs | {"reports": reports}
        assert f"is mentioned most in {where}, at" in chart.theme_frequencies(frame, lang="en").record.texts.title


def test_the_alternative_text_calls_none_of_several_alike_the_highest_or_the_lowest():
    def alt(rates, lang):
        return chart.theme_frequencies(themes(rates=rates, count=len(rates)), lang=lang).record.texts.alt

    assert "Highest: Employment and 1 more, 9.0" in alt([9, 9, 2, 2], "en")
    assert "post and urban networks and 1 more, 2.0." in alt([9, 9, 2, 2], "en")
    assert "最高为“就业”等2个主题9.0" in alt([9, 9, 2, 2], "zh") and "等2个主题2.0。" in alt([9, 9, 2, 2], "zh")
    assert "owest" not in alt([0, 0, 0, 0], "en") and "最低" not in alt([0, 0, 0, 0], "zh")
    assert alt([3], "en").count("Science and technology") == alt([3], "zh").count("科技创新") == 1


def test_a_theme_that_was_not_measured_is_neither_drawn_nor_the_lowest():
    frame = themes(rates=[3.0, 9.0, 1.0, 4.0])
    frame["rate"] = frame["rate"].where(frame["rate"] > 1)
    figure = chart.theme_frequencies(frame, lang="en")
    assert len(figure.axes[0].patches) == 3
    assert "Bar chart of 3 themes" in figure.record.texts.alt and "Lowest: Science" in figure.record.texts.alt


def test_themes_whose_rates_read_the_same_tie_and_none_is_lowest():
    record = chart.theme_frequencies(themes(rates=[4.04, 4.03, 4.02, 3.96]), lang="en").record
    assert record.texts.title.startswith("Science and technology and 3 other themes tie for first in")
    assert record.alt["en"].endswith("Highest: Science and technology and 3 more, 4.0 (95% interval 2.4–6.1).")
