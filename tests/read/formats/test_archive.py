"""Zip files of reports: their names, and what in them cannot be read."""

import io
import zipfile

import pytest

from analysis import read
from analysis.errors import ReadError
from analysis.read.formats import archive
from tests.read.refusal import refused


def test_names_in_a_zip_in_gbk_are_read_right(samples):
    names = [name for name, _ in archive.members((samples / "yunling.zip").read_bytes(), "yunling.zip")]
    assert names == ["云岭市2024年报告.txt", "云岭市2025年报告.docx"]


def test_a_zip_without_anything_to_read_says_so(report_file):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("photo.jpg", b"1")
    refused(report_file("a.zip", out.getvalue()), "no file in it")


def test_a_bad_member_of_a_zip_never_loses_the_others(report_file, lines):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("好.txt", "\n".join(lines))
        packed.writestr("坏.txt", b"\0\0")
    corpus = read.reports(report_file("a.zip", out.getvalue()), on_error="skip")
    assert len(corpus) == 1 and corpus.problems["file"].iloc[0].endswith("a.zip/坏.txt")


def test_hidden_files_and_zips_within_are_passed_over(report_file, lines):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in ("__MACOSX/a.txt", ".b.txt", "~$c.docx", "d.zip", "e/", "2025/云岭.txt"):
            packed.writestr(name, "\n".join(lines))
    assert [name for name, _ in archive.members(out.getvalue(), "a.zip")] == ["2025/云岭.txt"]
    assert read.report(report_file("a.zip", out.getvalue())).year == 2025


def test_a_zip_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", "云" * 1000)
    monkeypatch.setattr(archive, "_MOST_BYTES", 2999)
    with pytest.raises(ReadError, match="a.zip: unpacks to more than 2,999 bytes; unpack it and read the folder"):
        archive.members(out.getvalue(), "a.zip")
