import pytest

from analysis.chart.fonts import text_width
from analysis.chart.labels import brief, cut


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("keep", ["start", "end"])
def test_a_cut_text_fits_and_keeps_the_end_it_is_told(width, keep):
    text = "推动高质量发展 and a long English tail"
    shown = cut(text, 14, width, keep=keep)
    assert text_width(shown, 14) <= width
    kept = shown.strip("…")
    assert text.startswith(kept) if keep == "start" else text.endswith(kept)


def test_what_fits_is_not_cut():
    assert cut("就业", 14, text_width("就业", 14)) == "就业"
    assert cut("", 14, 10) == ""


def test_a_brief_label_keeps_its_name_and_its_terms():
    assert brief("Infrastructure: transport, water works, post") == "Infrastructure"
    assert brief("Infrastructure: transport, water works, post (铁路)") == "Infrastructure (铁路)"
    assert brief("就业") == "就业"
