"""What notebooks say: indented text becomes Markdown as written, boxes stay one quotation, terms get their meanings."""

from analysis.notebook.prose import box, glossed, prose
from analysis.vocabulary import glosses


def test_text_indented_as_the_code_is_no_code_block():
    said = prose("""
        Jobs: **34**.

            a block of code
    """).data
    assert said.split("\n") == ["Jobs: **34**.", "", "    a block of code"]


def test_every_line_of_a_box_is_of_the_quotation():
    said = box("Limits", "One report.\n\n- one year").data
    assert said == "> **Limits.** One report.\n>\n> - one year"


def test_parts_of_a_name_are_translated_and_what_is_unknown_stands_alone():
    known = next(iter(glosses()))
    assert glossed([f"{known}·云岭"]) == f"{known}·云岭 ({glosses()[known]})"
    assert glossed(["云岭", "云岭·云岭"]) == "云岭; 云岭·云岭"
    assert glossed([]) == ""
