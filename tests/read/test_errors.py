"""What cannot be read is said in one sentence that names the file; a bad file never loses the others."""

import io
import zipfile

import pytest

from analysis import read
from analysis.errors import ReadError

LONG = "云岭的茶山今年又添了新绿，枫渡的竹子卖到了海边。" * 40


def _refused(path, words: str):
    with pytest.raises(ReadError) as caught:
        read.report(path)
    said = str(caught.value)
    assert "\n" not in said and path.name in said
    assert words in said, said
    assert said.count(". ") == 0 and not said.endswith(".")


def test_a_missing_file_is_named(tmp_path):
    _refused(tmp_path / "nowhere.txt", "no such file")


def test_a_folder_is_no_report(tmp_path):
    _refused(tmp_path, "a folder; read it with read.reports")


@pytest.mark.parametrize(("suffix", "newer"), [(".doc", ".docx"), (".xls", ".xlsx")])
def test_an_old_format_is_named_with_the_one_to_save_it_as(suffix, newer, report_file):
    _refused(report_file(f"a{suffix}", b"\xd0\xcf\x11\xe0"), f"save it as {newer} first")


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf", ".csv", ".zip", ".html", ".xlsx", ".jsonl"])
def test_an_empty_file_is_called_empty(suffix, report_file):
    _refused(report_file(f"a{suffix}", b""), "empty")


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".html", ".jsonl"])
def test_a_file_of_blanks_is_called_empty(suffix, report_file):
    _refused(report_file(f"a{suffix}", b" \r\n \n"), "empty")


def test_binary_data_is_no_text(report_file):
    _refused(report_file("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20), "binary")


def test_bytes_in_no_encoding_are_refused_with_what_was_tried(report_file):
    _refused(report_file("a.txt", b"\xff\xff\x81\x81\xff" * 50), "utf-8, gb18030, big5")


@pytest.mark.parametrize("name", ["a.doc", "a.jpg", "a"])
def test_a_wrong_suffix_is_told_the_right_ones(name, report_file):
    _refused(report_file(name), ".txt .md .html")


def test_a_page_without_a_report_is_no_report(report_file):
    page = "<html><title>404</title><body><div id='content'>您访问的页面不存在，请返回云岭市首页。</div></body></html>"
    _refused(report_file("a.html", page), "no report in it")


def test_a_short_notice_is_no_report(report_file):
    _refused(report_file("a.txt", "云岭市人民政府关于雁回湖夜市开张的通知。"), "no report in it (")


OFFICE = [
    ("yunling-2025.docx", "not a Word file"),
    ("yunling.xlsx", "not an Excel file"),
    ("yunling.zip", "not a zip file"),
]


@pytest.mark.parametrize(("name", "words"), OFFICE)
def test_text_or_half_a_file_under_an_office_name_is_refused(name, words, report_file, samples):
    whole = (samples / name).read_bytes()
    _refused(report_file(name, LONG), words)
    _refused(report_file(name, whole[: len(whole) // 2]), words)


@pytest.mark.parametrize(("name", "words"), OFFICE[:2])
def test_another_kind_of_zip_file_is_no_office_file(name, words, report_file):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("hello.txt", "云岭")
    _refused(report_file(name, out.getvalue()), words)


@pytest.mark.parametrize("name", [name for name, _ in OFFICE])
def test_office_files_with_broken_bytes_inside_are_refused(name, report_file, samples):
    content = bytearray((samples / name).read_bytes())
    for start in range(200, len(content) - 3000, 997):
        content[start : start + 40] = b"\xaa" * 40
    with pytest.raises(ReadError) as caught:
        read.reports(report_file(name, bytes(content)))
    assert name in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"%PDF-1.4\nnothing", LONG.encode()])
def test_a_damaged_pdf_is_refused(content, report_file):
    _refused(report_file("a.pdf", content), "not a readable PDF")


def test_the_reason_a_pdf_is_refused_for_is_punctuated_once(report_file):
    _refused(report_file("a.pdf", b"%PDF-1.4\nnothing"), "not a readable PDF (Data format error); download")


def test_a_scan_is_told_to_be_recognised_first(tmp_path):
    import numpy as np
    from matplotlib.figure import Figure

    figure = Figure()
    figure.figimage(np.random.default_rng(0).random((50, 50)))
    figure.savefig(tmp_path / "scan.pdf")
    _refused(tmp_path / "scan.pdf", "OCR")


def test_a_table_without_text_names_its_columns(report_file):
    _refused(report_file("a.csv", "年份,题头\n2025,云岭\n"), "columns found: 年份, 题头")


def test_a_table_with_an_empty_text_column_says_so(report_file):
    _refused(report_file("a.csv", "年份,正文\n2025,\n"), "empty in every row")


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
    _refused(report_file("a.csv", "年份,正文\n"), "no rows")


@pytest.mark.parametrize("line", ['{"正文": ', "[1, 2]"])
def test_a_line_that_is_no_object_is_numbered(line, report_file):
    _refused(report_file("a.jsonl", '{"正文": "云岭"}\n' + line), "line 2 is not")


def test_a_zip_without_anything_to_read_says_so(report_file):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("photo.jpg", b"1")
    _refused(report_file("a.zip", out.getvalue()), "no file in it")


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


def test_a_bad_member_of_a_zip_never_loses_the_others(report_file, lines):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("好.txt", "\n".join(lines))
        packed.writestr("坏.txt", b"\0\0")
    corpus = read.reports(report_file("a.zip", out.getvalue()), on_error="skip")
    assert len(corpus) == 1 and corpus.problems["file"].iloc[0].endswith("a.zip/坏.txt")


def test_an_unknown_way_with_errors_is_refused(samples):
    with pytest.raises(ReadError, match="'raise' or 'skip'"):
        read.reports(samples, on_error="ignore")


def test_a_readme_beside_the_reports_is_no_report(samples):
    corpus = read.reports(samples)
    assert len(corpus) > 10 and corpus.problems.empty
    assert set(corpus.reports["year"]) == {2023, 2024, 2025}
    assert set(corpus.reports["place"]) == {"云岭市"}
