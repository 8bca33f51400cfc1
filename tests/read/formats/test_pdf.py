"""Pages of a PDF become paragraphs; a damaged file and a scan are told apart."""

import pytest

from analysis import read
from tests.read.refusal import refused

LONG = "云岭的茶山今年又添了新绿，枫渡的竹子卖到了海边。" * 40


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


@pytest.mark.parametrize("content", [b"%PDF-1.4\nnothing", LONG.encode()])
def test_a_damaged_pdf_isrefused(content, report_file):
    refused(report_file("a.pdf", content), "not a readable PDF")


def test_the_reason_a_pdf_is_refused_for_is_punctuated_once(report_file):
    refused(report_file("a.pdf", b"%PDF-1.4\nnothing"), "not a readable PDF (Data format error); download")


def test_a_scan_is_told_to_be_recognised_first(tmp_path):
    import numpy as np
    from matplotlib.figure import Figure

    figure = Figure()
    figure.figimage(np.random.default_rng(0).random((50, 50)))
    figure.savefig(tmp_path / "scan.pdf")
    refused(tmp_path / "scan.pdf", "OCR")
