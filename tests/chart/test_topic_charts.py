"""What all charts of topics have in common: words that do not overlap in any size, style and language."""

import pytest
from matplotlib.text import Text

from analysis import chart
from analysis.errors import ChartError
from tests.chart.frames import overlapping
from tests.chart.topic_frames import frames

NAMES = ["report_tree", "topic_choice", "topic_map", "topic_prevalence", "topic_sections", "topic_terms"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", ["web", "square", "wechat"])
def test_no_words_overlap_or_leave_the_figure(name, lang, size):
    figure = getattr(chart, name)(frames()[name], lang=lang, size=size)
    assert overlapping(figure) == []


@pytest.mark.parametrize("name", NAMES)
def test_texts_are_there_in_both_languages_and_in_the_dark(name):
    figure = getattr(chart, name)(frames()[name], style="dark")
    record = figure.record
    assert all((record.texts.title, record.texts.subtitle, record.texts.note, record.texts.source))
    assert record.alt["zh"] != record.alt["en"]
    words = " ".join([*vars(record.texts).values(), *record.alt.values()]).split()
    assert not {"nan", "nan%", "None", "<NA>"} & set(words)


@pytest.mark.parametrize("name", NAMES)
def test_a_frame_of_another_measure_is_refused_with_the_way_out(name):
    with pytest.raises(ChartError, match=rf"chart\.{name} needs the column"):
        getattr(chart, name)(frames()["topic_map"].drop(columns=["topic", "label_zh", "size"]))


@pytest.mark.parametrize("name", ["topic_sections", "report_tree", "topic_choice", "topic_prevalence", "topic_terms"])
def test_the_order_of_rows_does_not_change_what_is_drawn(name):
    frame = frames()[name]
    shuffled = frame.sample(frac=1, random_state=0)
    shuffled.attrs = frame.attrs
    drawn = []
    for given in (frame, shuffled):
        figure = getattr(chart, name)(given)
        texts = [text.get_text() for text in figure.findobj(Text) if text.get_text()]
        drawn.append((figure.record.texts, sorted(texts), [t.get_text() for t in figure.axes[0].get_yticklabels()]))
    assert drawn[0] == drawn[1]
