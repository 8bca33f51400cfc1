import pytest

from analysis.chart.fonts import FILES, missing, require_glyphs
from analysis.errors import ChartError


def test_the_font_is_static_has_both_weights_and_every_common_character():
    from fontTools.ttLib import TTFont

    for weight, path in FILES.items():
        font = TTFont(path, lazy=True)
        assert "fvar" not in font and font["name"].getDebugName(1) == "Analysis Sans SC"
        assert font["OS/2"].usWeightClass == {"regular": 400, "bold": 700}[weight]
    assert missing("勠昇濛蹚，。“”（）—–−%‰①Ⅲ㎡→") == []
    assert missing("a😀") == ["😀"]


def test_the_font_has_every_character_of_the_real_reports(national_texts, provinces_texts, xiangjiang_texts):
    characters = {
        c for corpus in (national_texts, provinces_texts, xiangjiang_texts) for report in corpus for c in report.text
    }
    assert set(missing("".join(characters))) <= {"‱"}, "which Noto Sans SC itself lacks"


def test_a_line_may_break_and_no_other_control_character_passes():
    assert missing("one\ntwo") == []
    with pytest.raises(ChartError, match=r"no glyph for \(U\+0009\) \(U\+000B\)"):
        require_glyphs("one\ttwo\x0b")
