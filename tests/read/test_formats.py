"""Every form of a file gives the same report."""

import json
import runpy

import pytest

from analysis import read
from analysis.errors import ReadError

FORMS = ("yunling-2025.html", "yunling-2025.docx", "yunling-2024-gb18030.txt", "yunling.csv", "yunling.jsonl")
FORMS += ("yunling.xlsx", "yunling.zip")


@pytest.fixture(scope="module")
def texts(samples):
    return {year: read.report(samples / f"yunling-{year}.txt") for year in (2023, 2024, 2025)}


@pytest.mark.parametrize("name", FORMS)
def test_every_format_gives_the_same_report(name, samples, texts):
    for report in read.reports(samples / name):
        plain = texts[report.year]
        assert report.paragraphs == plain.paragraphs
        assert (report.title, report.place, report.date) == (plain.title, plain.place, plain.date)


def test_the_samples_are_what_their_script_makes(samples):
    made = runpy.run_path(str(samples / "make_samples.py"))["forms"]()
    assert set(made) == set(FORMS)
    # Compressed files differ in bytes with the version of zlib; plain ones never do.
    for name in ("yunling-2025.html", "yunling-2024-gb18030.txt", "yunling.csv", "yunling.jsonl"):
        assert (samples / name).read_bytes() == made[name]


def test_the_samples_are_reports_of_length_with_both_halves(texts):
    for report in texts.values():
        assert len(report.paragraphs) >= 45 and report.han >= 2500 and not report.problems
        assert set(read.structure(report)["part"]) == {"review", "plan", "other"}


@pytest.mark.parametrize("name", ["yunling-2025.html", "yunling-2025.docx"])
def test_bold_run_ins_are_marked_to_their_last_character(name, samples):
    report = read.report(samples / name)
    bold = dict(zip(report.paragraphs, report.bold, strict=True))
    led = {text[:n] for text, n in bold.items() if 0 < n < len(text)}
    assert "2.把人工智能送进小作坊。" in led
    assert bold["（四）持续治理青萝河"] == len("（四）持续治理青萝河")


def test_a_table_in_a_word_file_is_listed_and_cut_with_its_appendix(samples):
    removed = read.report(samples / "yunling-2025.docx").removed
    assert "高新技术企业 95家" in [piece.text for piece in removed if piece.rule == "appendix"]


def test_a_page_tells_address_publisher_and_what_was_taken_out(samples):
    report = read.report(samples / "yunling-2025.html")
    assert (report.publisher, report.address[-9:]) == ("云岭日报", "2025.html")
    assert {"share bar", "editors' line", "page buttons"} <= {piece.rule for piece in report.removed}


def test_several_reports_in_a_file_are_read_in_the_plural(samples):
    with pytest.raises(ReadError, match=r"yunling.csv: holds 3 reports; read it with read.reports"):
        read.report(samples / "yunling.csv")


def test_a_folder_is_read_in_order_of_names_and_ids_stay_apart(report_file):
    for name in ("b.txt", "a.txt"):
        report_file(name)
    corpus = read.reports(report_file("c.txt").parent)
    assert corpus.reports["report_id"].tolist() == ["云岭市-2025", "云岭市-2025-2", "云岭市-2025-3"]


def test_a_line_separator_inside_a_json_text_ends_no_row(report_file, lines):
    text = "\u2028".join(lines)
    path = report_file("a.jsonl", json.dumps({"text": text, "title": "2025年云岭市政府工作报告"}, ensure_ascii=False))
    assert read.report(path).year == 2025
