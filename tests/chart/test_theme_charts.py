import pandas as pd
import pytest

from analysis import chart
from analysis.errors import ChartError
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


@pytest.mark.parametrize("size", ["web", "square", "wechat", "print"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_chart_fits_every_size(lang, size):
    years = range(2000, 2026)
    frames = {
        "theme_frequencies": themes(),
        "theme_trend": themes(years=years),
        "theme_heatmap": themes(years=years),
    }
    for name, frame in frames.items():
        assert overlapping(getattr(chart, name)(frame, lang=lang, size=size)) == [], name


def test_bars_are_ranked_and_their_lengths_are_the_rates():
    figure = chart.theme_frequencies(themes(rates=[3.0, 9.0, 1.0, 4.0]))
    axes = figure.axes[0]
    assert [bar.get_width() for bar in axes.patches] == [9.0, 4.0, 3.0, 1.0]
    assert [t.get_text() for t in axes.get_yticklabels()][0] == "就业"


def test_the_title_says_who_leads_and_whether_that_is_sure():
    clear = chart.theme_frequencies(themes(rates=[90.0, 9.0, 1.0, 4.0]), lang="en").record.texts.title
    level = chart.theme_frequencies(themes(rates=[10.0, 9.0, 1.0, 4.0]), lang="en").record.texts.title
    assert clear == "Science and technology leads the Place 0 report of 2025, ahead of Employment"
    assert "may be level" in level


def test_callers_words_replace_the_computed_ones():
    figure = chart.theme_frequencies(
        themes(), title="标题", subtitle="副题", note="注", source="来源：云岭", alt="说明"
    )
    assert {"标题", "副题", "注", "来源：云岭"} <= set(texts(figure))
    assert figure.record.texts.alt == "说明"


def test_a_trend_leaves_gaps_where_years_are_missing():
    frame = themes(years=(1960, 1964, 1975, 1978, 1979))
    figure = chart.theme_trend(frame, highlight="technology")
    runs = [line for line in figure.axes[0].lines if line.get_gid() == "line-technology"]
    assert [list(line.get_xdata()) for line in runs] == [[1960], [1964], [1975], [1978, 1979]]


def test_a_heat_map_keeps_time_even():
    figure = chart.theme_heatmap(themes(years=(2000, 2001, 2005)))
    cells = figure.axes[0].collections[0].get_array()
    assert cells.shape == (4, 6) and cells.mask[:, 2:5].all()


def test_source_note_and_alt_come_from_the_frame():
    record = chart.theme_frequencies(themes(rates=[3.0, 9.0, 1.0, 4.0])).record
    assert "云岭日报" in record.texts.source and "虚构" in record.texts.source
    assert "最长匹配" in record.texts.note and "1,000" in record.texts.note
    assert "就业" in record.alt["zh"] and "9.0" in record.alt["en"] and "Employment" in record.alt["en"]


def test_what_cannot_be_drawn_is_one_sentence():
    with pytest.raises(ChartError, match="draws one report and the frame has 2"):
        chart.theme_frequencies(themes(years=(2024, 2025)))
    with pytest.raises(ChartError, match="needs the column 'rate'; give it the frame of measure.theme_frequencies"):
        chart.theme_frequencies(themes().drop(columns="rate"))
    with pytest.raises(ChartError, match="no rows"):
        chart.theme_frequencies(themes().head(0))
    with pytest.raises(ChartError, match="'sport' is not a theme"):
        chart.theme_frequencies(themes(), highlight="sport")
    with pytest.raises(ChartError, match="9 colours cannot be told apart.*highlight="):
        chart.theme_trend(
            themes(years=(2024, 2025), count=12), highlight=[f"theme-{i}" for i in range(4, 12)] + ["technology"]
        )
    with pytest.raises(ChartError, match="two reports for one year"):
        chart.theme_heatmap(themes(places=("云岭市", "海源市")), by="year")
    with pytest.raises(ChartError, match="attrs are lost.*source="):
        chart.theme_frequencies(themes(attrs=False))
    with pytest.raises(ChartError, match=r"no glyph for 😀 \(U\+1F600\)"):
        chart.theme_frequencies(themes(), title="就业😀")
    with pytest.raises(ChartError, match="web, square, wechat, print"):
        chart.theme_frequencies(themes(), size="poster")


def test_charts_change_neither_their_frame_nor_matplotlib():
    import matplotlib

    frame, before = themes(years=(2024, 2025)), dict(matplotlib.rcParams)
    copy = frame.copy(deep=True)
    chart.theme_trend(frame)
    pd.testing.assert_frame_equal(frame, copy)
    assert dict(matplotlib.rcParams) == before


def test_a_chart_draws_into_given_axes_without_words_around_it():
    from matplotlib.figure import Figure

    own = Figure(figsize=(8, 4))
    axes = own.add_subplot()
    assert chart.theme_frequencies(themes(), ax=axes) is own
    assert len(axes.patches) == 4 and own.texts == []
