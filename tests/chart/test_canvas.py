import io
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from matplotlib import rc_context
from matplotlib.text import Text
from PIL import Image

from analysis import chart
from analysis.chart.canvas import Pen
from analysis.chart.fonts import FAMILY, text_width
from analysis.chart.style import LIGHT, size_of
from analysis.errors import ChartError
from tests.chart.awkward import frames
from tests.chart.frames import comparisons, overlapping, terms, themes


def texts(figure) -> list[str]:
    return [t.get_text() for t in figure.findobj(lambda a: hasattr(a, "get_text")) if t.get_text()]


@pytest.mark.parametrize("size", ["web", "square", "wechat", "print"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_chart_fits_every_size(lang, size):
    years = range(2000, 2026)
    drawn = {
        "theme_frequencies": themes(),
        "theme_trend": themes(years=years),
        "theme_heatmap": themes(years=years),
        "term_trend": terms(years=years),
    } | comparisons()
    for name, frame in drawn.items():
        style = "dark" if size == "square" else "light"
        assert overlapping(getattr(chart, name)(frame, lang=lang, size=size, style=style)) == [], name


def test_callers_words_replace_the_computed_ones():
    figure = chart.theme_frequencies(
        themes(), title="标题", subtitle="副题", note="注", source="来源：云岭", alt="说明"
    )
    assert {"标题", "副题", "注", "来源：云岭"} <= set(texts(figure))
    assert figure.record.texts.alt == "说明"


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
    with pytest.raises(ChartError, match="nothing was measured .no report has that part.; measure with part='all'"):
        chart.theme_frequencies(themes().assign(rate=float("nan")))
    with pytest.raises(ChartError, match="'sport' is not a theme"):
        chart.theme_frequencies(themes(), highlight="sport")
    with pytest.raises(ChartError, match="highlight=: up to 8 themes can be brought out, not 9"):
        chart.theme_trend(
            themes(years=(2024, 2025), count=12), highlight=[f"theme-{i}" for i in range(4, 12)] + ["technology"]
        )
    with pytest.raises(ChartError, match="draws one report a year; select one place"):
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
    part = own.subfigures(1, 2)[0].add_subplot()
    assert chart.theme_frequencies(themes(attrs=False), ax=part) is own, "no source is asked for where none is written"
    assert axes.record.chart == "theme_frequencies" and part.record is None
    assert axes.record.words == chart.theme_frequencies(themes()).record.words
    assert len(axes.record.data) == len(themes())


def test_callers_words_can_be_given_in_both_languages():
    figure = chart.theme_frequencies(themes(), title={"zh": "标题", "en": "A title"})
    assert figure.record.texts.title == "标题"
    assert figure.record.redraw(lang="en").record.texts.title == "A title"
    with pytest.raises(ChartError, match="have no 'en', only zh"):
        chart.theme_frequencies(themes(), title={"zh": "标题"}, lang="en")


def test_a_figure_keeps_its_style_when_it_is_drawn_in_another_size():
    figure = chart.theme_trend(themes(years=(2024, 2025)), style="dark").record.redraw(size="square")
    assert figure.get_facecolor()[:3] == pytest.approx((0x15 / 255, 0x18 / 255, 0x1D / 255))


def test_a_glyph_missing_from_words_changed_later_is_an_error_when_drawn():
    figure = chart.theme_frequencies(themes())
    figure.axes[0].set_title("就业😀")
    with pytest.raises(ChartError, match=r"no glyph for 😀 \(U\+1F600\)"):
        figure.canvas.draw()


def test_a_style_sheet_in_use_changes_nothing():
    import matplotlib.pyplot as plt

    def pixels():
        sink = io.BytesIO()
        chart.theme_frequencies(themes()).savefig(sink, format="raw")
        return sink.getvalue()

    plain = pixels()
    with plt.style.context("dark_background"):
        assert pixels() == plain


@pytest.mark.parametrize("name", sorted(chart.__all__))
def test_a_callers_axes_gets_the_bundled_font_for_every_word(name):
    import matplotlib.pyplot as plt

    figure, ax = plt.subplots(figsize=(12, 7))
    try:
        getattr(chart, name)(frames()[name], ax=ax, lang="zh")
        figure.canvas.draw()
        texts = [text for text in ax.findobj(Text) if text.get_text().strip() and text.get_visible()]
        assert texts and {text.get_fontname() for text in texts} == {FAMILY}
    finally:
        plt.close(figure)


@pytest.mark.parametrize("name", sorted(chart.__all__))
def test_no_chart_needs_a_font_of_the_machine(name):
    from matplotlib.font_manager import findfont

    figure = getattr(chart, name)(frames()[name])
    used = {findfont(text.get_fontproperties()) for text in figure.findobj(Text) if text.get_text()}
    assert {str(path).rsplit("-", 1)[1] for path in used} == {"Regular.ttf", "Bold.ttf"}
    assert all("AnalysisSansSC" in str(path) for path in used)


def test_a_text_alone_is_of_the_figures_language_and_the_other_one_is_computed():
    own = chart.theme_frequencies(themes(), title="只有中文", alt="只有中文", source="云岭市统计局")
    computed = chart.theme_frequencies(themes()).record.words["en"]
    said = own.record.words
    assert (said["zh"].title, said["zh"].alt) == ("只有中文", "只有中文")
    assert (said["en"].title, said["en"].alt) == (computed.title, computed.alt)
    assert said["zh"].source == said["en"].source == "云岭市统计局", "a name is the same in both"
    again = own.record.redraw(lang="en", size="web").record.words
    assert again["en"].title == computed.title and again["zh"].title == "只有中文"


def test_labels_take_room_from_a_figure_and_none_from_the_axes_of_a_caller():
    pen = Pen(LIGHT, size_of("web"), "en", room=(1000, 500))
    assert pen.inside(beside=100, around=50) == (900, 450)
    assert replace(pen, given=True).inside(beside=100, around=50) == (1000, 500)
    assert (pen.format, replace(pen, given=True).format) == ("size 'web'", "these axes")


@pytest.mark.parametrize(("size", "shown"), [("web", "subtitle"), ("wechat", "subtitle"), ("wechat", "note")])
def test_a_line_is_drawn_as_wide_as_it_was_measured(size, shown):
    """Hinted, the spaces of small type shrink and lines grow or run together: this one differs by 20 pixels."""
    said = "Illegible mill village: all will still fill little hills, visibly limiting illicit tills in Lille"
    words = dict.fromkeys(("title", "subtitle", "note", "source"), "") | {shown: said}
    figure = chart.theme_frequencies(themes(), size=size, lang="en", **words)
    figure.axes[0].set_visible(False)
    sink = io.BytesIO()
    with rc_context({"text.hinting": "default"}):
        figure.savefig(sink, dpi=figure.dpi)
    ink = np.asarray(Image.open(sink).convert("L")).min(axis=0) < 200
    length = {"subtitle": LIGHT.subtitle, "note": LIGHT.small}[shown] * size_of(size).scale
    assert np.ptp(np.flatnonzero(ink)) == pytest.approx(text_width(said, length), rel=0.012)
