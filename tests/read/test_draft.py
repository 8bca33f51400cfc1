"""What every format gives: documents that name their file, with lines in the order of their numbers."""

import pytest

from analysis.read.draft import Draft, Line
from analysis.read.formats import drafts

FORMS = ("yunling-2025.txt", "yunling-2025.html", "yunling-2025.docx", "yunling-2024-gb18030.txt")
FORMS += ("yunling.csv", "yunling.jsonl", "yunling.xlsx", "yunling.zip")


@pytest.mark.parametrize("name", FORMS)
def test_a_draft_names_its_file_and_its_lines_stand_in_the_order_of_their_numbers(name, samples):
    found = drafts((samples / name).read_bytes(), name)
    assert found and all(draft.name.startswith(name) and not draft.problem for draft in found)
    for draft in found:
        numbers = [line.number for line in draft.lines]
        assert numbers == sorted(set(numbers)) and numbers[0] >= 1
        assert all(0 <= line.bold <= len(line.text) for line in draft.lines)
        assert "云岭市" in "".join(line.text for line in draft.lines)


@pytest.mark.parametrize("name", ["yunling-2025.html", "yunling-2025.docx"])
def test_formats_that_know_paragraphs_say_that_a_line_is_whole(name, samples):
    [draft] = drafts((samples / name).read_bytes(), name)
    assert all(line.whole for line in draft.lines)
    [plain] = drafts((samples / "yunling-2025.txt").read_bytes(), "yunling-2025.txt")
    assert not any(line.whole for line in plain.lines)


def test_drafts_do_not_share_what_is_stated_beside_the_text():
    one, other = Draft("a", (Line("云岭", 1),)), Draft("b", ())
    one.facts["year"] = "2025"
    assert other.facts == {} and other.left_out == ()
