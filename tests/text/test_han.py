from analysis.text.han import counting_form, han_length, is_traditional


def test_length_counts_han_characters_only():
    assert han_length("2025年，GDP增长5％。ＡＢ") == 3
    assert han_length("𠮷㐀") == 2, "supplementary planes and extension A count"
    assert han_length("〇々ー가") == 0, "ideographic zero, repetition marks and other scripts do not"


def test_counting_form_keeps_every_position():
    text = "我們的經濟建設，２０２５年　增長５％。於是顯著乾坤"
    assert len(counting_form(text)) == len(text)


def test_traditional_text_is_counted_as_simplified():
    assert counting_form("發展國民經濟，保衞和平，為着生産") == "发展国民经济,保卫和平,为着生产"
    assert is_traditional("發展國民經濟")


def test_a_simplified_text_keeps_its_ambiguous_characters():
    text = "成效显著，朱镕基，乾县，於潜" + "云岭市推动高质量发展" * 10
    assert counting_form(text) == text.replace("，", ",")
    assert not is_traditional(text)
