from analysis.chart.fonts import FILES, missing


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
