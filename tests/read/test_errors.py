"""What cannot be read is said in one sentence that names the file; a bad file never loses the others."""

import io
import zipfile

import pytest

from analysis import read
from analysis.errors import ReadError
from tests.read.refusal import refused

LONG = "云岭的茶山今年又添了新绿，枫渡的竹子卖到了海边。" * 40


def test_a_missing_file_is_named(tmp_path):
    refused(tmp_path / "nowhere.txt", "no such file")


def test_a_folder_is_no_report(tmp_path):
    refused(tmp_path, "a folder; read it with read.reports")


@pytest.mark.parametrize(("suffix", "newer"), [(".doc", ".docx"), (".xls", ".xlsx")])
def test_an_old_format_is_named_with_the_one_to_save_it_as(suffix, newer, report_file):
    refused(report_file(f"a{suffix}", b"\xd0\xcf\x11\xe0"), f"save it as {newer} first")


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf", ".csv", ".zip", ".html", ".xlsx", ".jsonl"])
def test_an_empty_file_is_called_empty(suffix, report_file):
    refused(report_file(f"a{suffix}", b""), "empty")


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".html", ".jsonl"])
def test_a_file_of_blanks_is_called_empty(suffix, report_file):
    refused(report_file(f"a{suffix}", b" \r\n \n"), "empty")


def test_binary_data_is_no_text(report_file):
    refused(report_file("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20), "binary")


def test_bytes_in_no_encoding_are_refused_with_what_was_tried(report_file):
    refused(report_file("a.txt", b"\xff\xff\x81\x81\xff" * 50), "utf-8, gb18030, big5")


@pytest.mark.parametrize("name", ["a.doc", "a.jpg", "a"])
def test_a_wrong_suffix_is_told_the_right_ones(name, report_file):
    refused(report_file(name), ".txt .md .html")


OFFICE = [
    ("yunling-2025.docx", "not a Word file"),
    ("yunling.xlsx", "not an Excel file"),
    ("yunling.zip", "not a zip file"),
]


@pytest.mark.parametrize(("name", "words"), OFFICE)
def test_text_or_half_a_file_under_an_office_name_isrefused(name, words, report_file, samples):
    whole = (samples / name).read_bytes()
    refused(report_file(name, LONG), words)
    refused(report_file(name, whole[: len(whole) // 2]), words)


@pytest.mark.parametrize(("name", "words"), OFFICE[:2])
def test_another_kind_of_zip_file_is_no_office_file(name, words, report_file):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("hello.txt", "云岭")
    refused(report_file(name, out.getvalue()), words)


@pytest.mark.parametrize("name", [name for name, _ in OFFICE])
def test_office_files_with_broken_bytes_inside_arerefused(name, report_file, samples):
    content = bytearray((samples / name).read_bytes())
    for start in range(200, len(content) - 3000, 997):
        content[start : start + 40] = b"\xaa" * 40
    with pytest.raises(ReadError) as caught:
        read.reports(report_file(name, bytes(content)))
    assert name in str(caught.value) and "\n" not in str(caught.value)


def test_a_table_without_text_names_its_columns(report_file):
    refused(report_file("a.csv", "年份,题头\n2025,云岭\n"), "columns found: 年份, 题头")


def test_a_table_with_an_empty_text_column_says_so(report_file):
    refused(report_file("a.csv", "年份,正文\n2025,\n"), "empty in every row")


@pytest.mark.parametrize(
    ("row", "words"),
    [('{"title": "云岭", "正文": 5}', "holds '5', no Chinese text"), ('{"title": "云岭"}', "is empty")],
)
def test_a_row_without_text_among_others_is_a_problem_of_its_own(row, words, report_file, lines):
    import json

    good = json.dumps({"title": "2025年云岭市政府工作报告", "正文": "\n".join(lines)}, ensure_ascii=False)
    path = report_file("a.jsonl", f"{good}\n{row}\n")
    with pytest.raises(ReadError, match=f"row 2: the text column '正文' {words}"):
        read.reports(path)
    corpus = read.reports(path, on_error="skip")
    assert len(corpus) == 1 and corpus.problems["lost"].tolist() == [True]


def test_a_blank_row_of_a_table_is_nothing(report_file, lines):
    path = report_file("a.csv", '年份,正文\n2025,"{}"\n,\n'.format("\n".join(lines)))
    assert len(read.reports(path)) == 1


def test_a_table_of_a_header_only_has_no_rows(report_file):
    refused(report_file("a.csv", "年份,正文\n"), "no rows")


@pytest.mark.parametrize("line", ['{"正文": ', "[1, 2]"])
def test_a_line_that_is_no_object_is_numbered(line, report_file):
    refused(report_file("a.jsonl", '{"正文": "云岭"}\n' + line), "line 2 is not")


def test_an_empty_folder_and_a_pattern_without_files_are_named(tmp_path):
    with pytest.raises(ReadError, match="no file in this folder.*check the name of the folder, or save"):
        read.reports(tmp_path)
    with pytest.raises(ReadError, match="no file matches this pattern"):
        read.reports(str(tmp_path / "*.txt"))
    with pytest.raises(ReadError, match="no file given"):
        read.reports([])


def test_a_bad_file_never_loses_the_others(report_file):
    report_file("a.txt")
    report_file("b.txt", b"\0\0\0")
    report_file("c.docx", b"no")
    folder = report_file("d.txt", "太短。").parent
    corpus = read.reports(folder, on_error="skip")
    assert len(corpus) == 1
    problems = corpus.problems
    assert [path.rsplit("/", 1)[-1] for path in problems["file"]] == ["b.txt", "c.docx", "d.txt"]
    assert problems["problem"].str.contains("\n").sum() == 0
    with pytest.raises(ReadError, match=r"b\.txt"):
        read.reports(folder)


def test_an_unknown_way_with_errors_isrefused(samples):
    with pytest.raises(ReadError, match="'raise' or 'skip'"):
        read.reports(samples, on_error="ignore")


def test_a_readme_beside_the_reports_is_no_report(samples):
    corpus = read.reports(samples)
    assert len(corpus) > 10 and corpus.problems.empty
    assert set(corpus.reports["year"]) == {2023, 2024, 2025}
    assert set(corpus.reports["place"]) == {"云岭市"}
