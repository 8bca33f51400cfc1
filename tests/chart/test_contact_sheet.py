"""Every chart with awkward data: either it says in one sentence why it cannot be drawn, or no words overlap."""

import io
import re

import matplotlib.pyplot as plt
import pytest
from matplotlib.text import Text

from analysis import chart
from analysis.chart.style import LIGHT, SIZES
from analysis.errors import ChartError
from tests.chart.awkward import CASES, frames, made
from tests.chart.frames import overlapping

_TITLE = (
    "这个标题有六十个字，因为有的编辑喜欢把整篇文章的结论都写进标题里，"
    "而图表仍然要把它排得下、读得懂，不与任何文字重叠，也不伸出图外"
)
# What a chart may refuse, with words of its message.
REFUSED = {
    ("one_row", "report_tree"): "needs the whole tree",
    ("missing_years", "report_tree"): "needs the whole tree",
    ("one_row", "topic_choice"): "only one number",
    ("one_row", "topic_map"): "the frame has only one",
    ("one_row", "comparison_cloud"): "one side has no words",
    ("negative", "comparison_cloud"): "one side has no words",
}

# Drawn in every run; the whole sheet, with ties, falls, gaps and in Chinese, by `make test-slow`.
_DAILY = {(case, "en") for case in ("one_row", "forty_rows", "long_labels", "zero")} | {("long_title", "zh")}


# The small format has the least room for names.
_SMALL = ("province_change", "topic_map", "theme_frequencies", "theme_trend")


def test_every_chart_is_on_the_sheet():
    assert set(frames()) == set(chart.__all__)


@pytest.mark.parametrize("name", sorted(chart.__all__))
@pytest.mark.parametrize(
    ("case", "lang"),
    [
        pytest.param(case, lang, marks=[] if (case, lang) in _DAILY else pytest.mark.slow)
        for case in [*CASES, "long_title"]
        for lang in ("en", "zh")
    ],
)
def test_words_stay_apart_and_inside(name, case, lang):
    frame = made(name, case)
    more = {"title": _TITLE} if case == "long_title" else {}
    try:
        figure = getattr(chart, name)(frame, lang=lang, **more)
    except ChartError as error:
        assert (case, name) in REFUSED and REFUSED[case, name] in str(error), str(error)
        return
    assert (case, name) not in REFUSED, "it is drawn"
    for text in figure.findobj(lambda artist: hasattr(artist, "get_text")):
        # Boxes of text are taller than the ink: the words of a cloud are measured in test_cloud.
        if (text.get_gid() or "").startswith(("word-", "target-", "reference-")):
            text.set_visible(False)
    assert overlapping(figure) == []


@pytest.mark.parametrize("name", _SMALL)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_very_long_names_stay_apart_in_the_smallest_format(name, lang):
    assert overlapping(getattr(chart, name)(made(name, "long_labels"), lang=lang, size="wechat")) == []


@pytest.mark.parametrize("name", ["theme_frequencies", "dispersion", "compare_years", "theme_heatmap", "topic_terms"])
def test_who_hears_a_small_picture_is_told_what_it_leaves_out_as_who_sees_it(name):
    figure = getattr(chart, name)(made(name, "forty_rows"), lang="en", size="wechat")
    [seen] = [text.get_text() for text in figure.findobj(Text) if text.get_gid() == "left-out"]
    hidden = re.match(r"\d+ more (\w+) not shown", seen)[0].replace(" more", "").removesuffix(" not shown")
    assert figure.record.texts.alt.endswith(f"{hidden} are not drawn here; the data have all.")
    assert figure.record.alt["zh"].endswith("数据中齐全。")
    assert getattr(chart, name)(made(name, "forty_rows"), size="wechat", alt="说明").record.texts.alt == "说明"


# Whose rows stand in the order that the reader chose.
_IN_ORDER = {"concordance_table"}


@pytest.mark.parametrize("case", ["", pytest.param("ties", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", sorted({*chart.__all__} - _IN_ORDER))
def test_rows_in_another_order_give_the_same_words_and_the_same_drawing(name, case):
    def drawn(frame):
        figure = getattr(chart, name)(frame, lang="en")
        sink = io.BytesIO()
        figure.savefig(sink, format="raw")
        return figure.record.texts, sink.getvalue()

    frame = made(name, case)
    shuffled = frame.sample(frac=1, random_state=0)
    (texts, pixels), (others, again) = drawn(frame), drawn(shuffled)
    assert texts == others
    assert pixels == again


# Crowded frames are drawn in every run where rows are many, and in all formats by `make test-slow`.
_CROWDED = {("", "wechat"), ("forty_rows", "web"), ("forty_rows", "wechat"), ("long_labels", "wechat")}


@pytest.mark.parametrize("name", sorted(chart.__all__))
@pytest.mark.parametrize(
    ("case", "size"),
    [
        pytest.param(case, size, marks=[] if (case, size) in _CROWDED else pytest.mark.slow)
        for case in ("", "forty_rows", "long_labels")
        for size in SIZES
    ],
)
def test_nothing_is_too_small_to_read_in_any_format(name, case, size):
    figure = getattr(chart, name)(made(name, case), lang="en", size=size)
    texts = [text for text in figure.findobj(Text) if text.get_text().strip()]
    least = LIGHT.least * max(1, SIZES[size].scale) - 0.01
    assert min(text.get_fontsize() * figure.dpi / 72 for text in texts) >= least, "pixels"


@pytest.mark.parametrize("name", ["theme_frequencies", "dispersion", "compare_years", "theme_heatmap", "keyness"])
def test_rows_in_the_axes_of_a_caller_are_as_many_as_can_be_read_there(name):
    figure = plt.figure(figsize=(8, 5), dpi=200)
    getattr(chart, name)(made(name, "forty_rows"), lang="en", ax=figure.add_axes((0.4, 0.6, 0.3, 0.2)))
    texts = [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]
    assert "left-out" in [text.get_gid() for text in texts]
    assert min(text.get_fontsize() / 72 * 100 for text in texts) >= LIGHT.least - 0.01, "pixels at 100 dpi"


@pytest.mark.parametrize("name", sorted(chart.__all__))
def test_nothing_in_a_dark_chart_has_a_ground_of_its_own(name):
    figure = getattr(chart, name)(frames()[name], style="dark")
    panels = [panel for axes in figure.axes for panel in (axes, *axes.child_axes)]
    assert all(panel.get_facecolor()[3] == 0 for panel in panels)


@pytest.mark.parametrize("name", sorted({*chart.__all__} - {refused for case, refused in REFUSED if case == "one_row"}))
def test_one_of_a_kind_is_in_the_singular(name):
    texts = getattr(chart, name)(made(name, "one_row"), lang="en").record.texts
    several = (
        r"\b1 (other |more |of 1 )?(theme|topic|word|report|mention|sentence|section|occurrence|clause|place|phrase)s"
    )
    assert not re.search(several, " ".join((texts.title, texts.subtitle, texts.note, texts.alt)))


@pytest.mark.parametrize("name", sorted({*chart.__all__} - {refused for case, refused in REFUSED if case == "one_row"}))
def test_what_is_not_there_is_not_told_of(name):
    for texts in getattr(chart, name)(made(name, "one_row")).record.words.values():
        said = " ".join((texts.title, texts.subtitle, texts.note, texts.alt))
        assert not re.search(r"(: |“|z |是)–|1 topic,? none|of 1 terms|1个词中最多的1个|0 of 1 topic", said), said


_RATES = (
    "compare_years",
    "slope",
    "theme_frequencies",
    "theme_heatmap",
    "theme_trend",
    "topic_prevalence",
    "wordcloud",
)


@pytest.mark.parametrize("name", _RATES)
def test_where_nothing_is_counted_nothing_is_the_highest(name):
    texts = getattr(chart, name)(made(name, "zero")).record.words
    assert not re.search(r"([Hh]ighest|[Ll]argest|[Mm]ost frequent)[^.;]* 0", texts["en"].title + texts["en"].alt)
    assert not re.search("(最高|(?<!中)最多|最大)[^。；]*0", texts["zh"].title + texts["zh"].alt)


@pytest.mark.parametrize("name", ["compare_years", "slope", "theme_shares", "topic_choice", "topic_prevalence"])
def test_the_alternative_text_tells_the_lowest_and_from_where_to_where(name):
    frame = frames()[name]
    frame = frame.assign(share=frame["rate"] / 200) if name == "theme_shares" else frame  # whose shares are all alike
    alt = getattr(chart, name)(frame).record.alt
    assert "ighest" in alt["en"] and "owest" in alt["en"] and re.search(r" to | in \d+, ", alt["en"])
    assert "最高" in alt["zh"] and "最低" in alt["zh"] and re.search("到|年.*，.*年", alt["zh"])


@pytest.mark.parametrize("name", sorted(chart.__all__))
def test_chinese_words_have_no_space_after_a_stop_and_no_western_comma(name):
    texts = getattr(chart, name)(frames()[name], lang="zh").record.texts
    for said in (texts.title, texts.subtitle, texts.note, texts.source, texts.alt):
        assert not re.search(r"[。，；：、] |[\u4e00-\u9fff\d], ", said), said
