"""The structure of an invented report (云岭市): one row a sentence, nothing lost, headings and parts in place."""

import pytest

from analysis.text.structure import COLUMNS, structure

REPORT = [
    "各位代表：",
    "现在，我代表云岭市人民政府报告工作。",
    "一、2024年工作回顾",
    "一年来，云岭市增长5.5%。成绩来之不易！",
    "二、2025年重点工作",
    "（一）扩大开放。新开航线两条。",
    "还要办好云岭博览会。",
    "一是抓招商。组织推介。",
    "二、三产业一起抓。",
]


@pytest.fixture
def frame():
    return structure(REPORT, year=2025)


def test_the_frame_has_the_documented_columns(frame):
    assert list(frame.columns) == list(COLUMNS)
    assert frame.section.dtype == "int64" and frame.is_heading.dtype == bool


def test_every_character_is_in_exactly_one_row(frame):
    assert frame.groupby("paragraph").text.sum().tolist() == REPORT


def test_sections_are_numbered_from_the_first_heading(frame):
    assert frame.groupby("paragraph").section.first().tolist() == [0, 0, 1, 1, 2, 2, 2, 2, 2]


def test_a_run_in_heading_is_a_row_of_its_own(frame):
    rows = frame[frame.paragraph == 5]
    assert rows.text.tolist() == ["（一）扩大开放。", "新开航线两条。"]
    assert rows.is_heading.tolist() == [True, False]
    assert set(rows.heading) == {"扩大开放"} and set(rows.heading_kind) == {"bracket"}


def test_a_numbered_heading_holds_on_and_an_ordinal_only_for_its_paragraph(frame):
    headings = frame.groupby("paragraph").heading.first()
    assert headings[6] == "扩大开放" and headings[7] == "抓招商" and headings[8] == "扩大开放"


def test_sentences_are_numbered_within_their_paragraph(frame):
    assert frame[frame.paragraph == 3].sentence.tolist() == [0, 1]


def test_parts_stand_in_every_row(frame):
    assert frame.groupby("paragraph").part.first().str[0].str.cat() == "oorrppppp"


def test_bold_type_of_the_wrong_length_is_an_error():
    with pytest.raises(ValueError, match="3 entries for 2 paragraphs"):
        structure(["云岭。", "青溪。"], [0, 0, 0])


def test_empty_input_gives_an_empty_frame():
    assert list(structure([]).columns) == list(COLUMNS) and structure([]).empty
    assert structure(["", "云岭。"]).paragraph.tolist() == [1]
