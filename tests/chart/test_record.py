import pytest

from analysis import chart
from analysis.chart.record import in_language
from analysis.errors import ChartError
from tests.chart.frames import themes


def test_one_text_is_for_every_language_and_two_are_for_their_own():
    assert in_language("标题", "en") == "标题"
    assert in_language({"zh": "标题", "en": "Title"}, "en") == "Title"
    with pytest.raises(ChartError, match=r"have no 'zh', only en; give both: \{'zh'"):
        in_language({"en": "Title"}, "zh")


def test_a_record_draws_the_same_chart_again_with_its_choices():
    frame = themes(count=4)
    record = chart.theme_frequencies(frame, highlight="technology", note={"zh": "注", "en": "Note"}).record
    again = record.redraw(lang="en", size="square").record
    assert (again.lang, again.size, again.texts.note) == ("en", "square", "Note")
    assert again.texts.alt == record.alt["en"] and again.data.equals(record.data)
    same = record.redraw(lang=record.lang, size=record.size).record
    assert same.texts == record.texts and same.alt == record.alt


def test_a_figure_shows_itself_with_its_alternative_text_escaped():
    figure = chart.theme_frequencies(themes(), alt='<b>"就业"</b>')
    shown = figure._repr_mimebundle_()
    assert (
        'alt="&lt;b&gt;&quot;就业&quot;&lt;/b&gt;"' in shown["text/html"]
        and "data:image/png;base64," in shown["text/html"]
    )
    assert shown["text/plain"] == figure.record.texts.title
