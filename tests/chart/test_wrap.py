import pytest

from analysis.chart.fonts import text_width
from analysis.chart.wrap import balanced, headline, wrap


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    text = "推动高质量发展，加快“人工智能+”行动（云岭市2025年），GDP增长5.5%以上。" * 3
    for width in range(60, 400, 7):
        lines = wrap(text, 14, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert not any(line[0] in "，。”）%、" for line in lines[1:]), width
        assert not any(line[-1] in "“（" for line in lines[:-1]), width


def test_latin_words_and_numbers_are_not_broken():
    for line in wrap("Science and technology rises from 4.6 to 48.6", 14, 120):
        assert all(word in "Science and technology rises from 4.6 to 48.6".split() for word in line.split())


@pytest.mark.parametrize("number", ["−3.1%", "≥50%", "¥5", "$500", "+0.4", "×2.5", "<0.05", "q<0.05"])
def test_a_sign_stays_with_its_number(number):
    text = f"增速为{number}，比上年下降"
    for width in range(40, 200, 3):
        assert any(number in line for line in wrap(text, 10, width)), width


def test_a_word_wider_than_the_line_breaks_and_stays_on_the_figure():
    for text in ("A" * 150, "来源：example.org/" + "a-long-address/" * 9):
        lines = wrap(text, 20, 300)
        assert "".join(lines) == text and max(text_width(line, 20) for line in lines) <= 300


def test_lines_are_no_wider_than_asked():
    assert all(text_width(line, 20, bold=True) <= 300 for line in wrap("云岭市政府工作报告" * 9, 20, 300, bold=True))


def test_a_title_breaks_where_the_reader_pauses_and_leaves_no_word_alone():
    title = "云岭市2025年报告着墨最多的是“宏观经济与财政金融”（101），但与“民生保障”等15个主题难分先后"
    assert headline(title, 27, 1132, bold=True)[1].startswith("但与")
    even = headline("Science and technology leads the report of the year at 101 of all", 20, 560)
    widths = [text_width(line, 20) for line in even]
    assert len(even) == 2 and min(widths) > 0.6 * max(widths)


def test_a_note_is_running_text_and_does_not_break_at_its_first_comma():
    note = (
        "Method: the whole report, k-means in a latent semantic space. "
        + "The others are hollow and counted as such. " * 3
    )
    widths = [text_width(line, 12.5) for line in balanced(note, 12.5, 700)]
    assert len(widths) == 2 and min(widths) > 0.8 * max(widths)


def test_balanced_lines_are_no_more_and_no_wider():
    text = "推动高质量发展，加快“人工智能+”行动（云岭市2025年），GDP增长5.5%以上。" * 3
    for width in range(80, 400, 7):
        lines = balanced(text, 14, width)
        assert len(lines) == len(wrap(text, 14, width)) and "".join(lines) == text
        assert max(text_width(line, 14) for line in lines) <= max(
            width, *(text_width(line, 14) for line in wrap(text, 14, width))
        )
