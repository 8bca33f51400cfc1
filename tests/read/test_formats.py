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


def test_markdown_headings_and_bold_are_marked(report_file, lines):
    marked = [f"## {line}" if line[1] == "、" else line for line in lines]
    marked = [f"**{line[:5]}**{line[5:]}" if line.startswith("1.") else line for line in marked]
    report = read.report(report_file("yunling.md", "\n".join(marked)))
    bold = dict(zip(report.paragraphs, report.bold, strict=True))
    assert report.paragraphs == read.report(report_file()).paragraphs
    assert bold["一、2024年工作回顾"] == len("一、2024年工作回顾")
    assert next(n for text, n in bold.items() if text.startswith("1.")) == 5


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


def test_names_in_a_zip_in_gbk_are_read_right(samples):
    from analysis.read.formats.archive import members

    names = [name for name, _ in members((samples / "yunling.zip").read_bytes(), "yunling.zip")]
    assert names == ["云岭市2024年报告.txt", "云岭市2025年报告.docx"]


def test_several_reports_in_a_file_are_read_in_the_plural(samples):
    with pytest.raises(ReadError, match=r"yunling.csv: holds 3 reports; read it with read.reports"):
        read.report(samples / "yunling.csv")


def test_a_folder_is_read_in_order_of_names_and_ids_stay_apart(report_file):
    for name in ("b.txt", "a.txt"):
        report_file(name)
    corpus = read.reports(report_file("c.txt").parent)
    assert corpus.reports["report_id"].tolist() == ["云岭市-2025", "云岭市-2025-2", "云岭市-2025-3"]


def test_given_facts_win(samples):
    report = read.report(samples / "yunling-2025.txt", year=1999, place="望溪区", title="试读", id="x")
    assert (report.year, report.place, report.title, report.id) == (1999, "望溪区", "试读", "x")


def test_wrapped_lines_of_a_pdf_become_paragraphs(tmp_path, samples, lines):
    from matplotlib import font_manager, rc_context
    from matplotlib.backends.backend_pdf import FigureCanvasPdf, PdfPages
    from matplotlib.figure import Figure

    font = font_manager.FontProperties(fname=str(samples.parent.parent / "analysis/fonts/AnalysisSansSC-Regular.ttf"))
    wrapped = []
    for line in lines:
        line = line.replace("喆", "舟")  # not in the bundled font
        line = line if len(line) < 30 else "　　" + line
        wrapped += [line[i : i + 34] for i in range(0, len(line), 34)]
    path = tmp_path / "yunling-2025.pdf"
    with rc_context({"pdf.fonttype": 42}), PdfPages(path) as pages:
        for start in range(0, len(wrapped), 40):
            figure = Figure((8.3, 11.7))
            FigureCanvasPdf(figure)
            for row, text in enumerate([*wrapped[start : start + 40], "", f"— {start // 40 + 1} —"]):
                figure.text(0.08, 0.96 - row * 0.022, text, fontproperties=font, fontsize=11)
            pages.savefig(figure)
    report = read.report(path)
    plain = read.report(samples / "yunling-2025.txt")
    same = len(set(report.paragraphs) & set(plain.paragraphs)) / len(plain.paragraphs)
    assert report.han == plain.han
    assert same > 0.9
    assert "— 1 —" in [piece.text for piece in report.removed if piece.rule == "page number"]


def test_a_line_separator_inside_a_json_text_ends_no_row(report_file, lines):
    text = "\u2028".join(lines)
    path = report_file("a.jsonl", json.dumps({"text": text, "title": "2025年云岭市政府工作报告"}, ensure_ascii=False))
    assert read.report(path).year == 2025
