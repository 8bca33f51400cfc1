"""Tables for spreadsheets: Chinese readable in Excel, and no cell that runs."""

import io

import pandas as pd
import pytest

from analysis.spreadsheet import csv_bytes


def back(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(csv_bytes(frame)), encoding="utf-8-sig")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_starts_a_formula(text):
    cell = csv_bytes(pd.DataFrame({"title": [text]})).decode("utf-8-sig").split("\n", 1)[1].lstrip('"')
    assert cell.startswith("'")


def test_a_column_name_does_not_either():
    assert csv_bytes(pd.DataFrame({"=cmd": [1]})).decode("utf-8-sig").startswith("'=cmd")


def test_negative_numbers_stay_numbers():
    assert back(pd.DataFrame({"change": [-1.5, 2.0]}))["change"].tolist() == [-1.5, 2.0]


def test_chinese_comes_back_and_excel_is_told_the_encoding():
    frame = pd.DataFrame({"label_zh": ["就业，与“劳动”"]})
    assert csv_bytes(frame).startswith(b"\xef\xbb\xbf")
    assert back(frame).equals(frame)


def test_the_frame_is_left_as_it_was():
    frame = pd.DataFrame({"title": ["=1"]})
    csv_bytes(frame)
    assert frame["title"].tolist() == ["=1"]
