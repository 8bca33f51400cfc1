import csv
import io
import json
import os
import subprocess
import sys

import pytest

from analysis import chart, publish
from analysis.errors import ExportError
from tests.chart.frames import themes


@pytest.fixture
def figure():
    return chart.theme_frequencies(themes())


def test_an_export_has_every_file_in_both_languages(figure, tmp_path):
    files = publish.export(figure, "six", folder=tmp_path, langs=("zh", "en"))
    assert [path.name for path in files] == [
        "six.svg", "six-web.png", "six-en.svg", "six-en-web.png", "six.csv", "six.json",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("size", "pixels"),
    [("web", (1200, 675)), ("square", (1080, 1080)), ("wechat", (900, 383)), ("print", (2161, 1417))],
)
def test_pngs_have_exactly_their_size_and_say_what_they_show(figure, tmp_path, size, pixels):
    from PIL import Image

    [path] = publish.export(figure, "six", folder=tmp_path, formats=(size,))
    with Image.open(path) as image:
        assert image.size == pixels
        assert image.text["Description"] == figure.record.texts.alt
        if size == "print":
            assert image.info["dpi"][0] == pytest.approx(300, abs=0.1)


def test_the_pdf_has_extractable_chinese(figure, tmp_path):
    import pypdfium2

    [path] = publish.export(figure, "six", folder=tmp_path, formats=("pdf",))
    text = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_bounded()
    assert "科技创新" in text.replace("\n", "")


def test_the_pdf_embeds_its_fonts_and_says_what_it_shows(figure, tmp_path):
    import pypdfium2
    from pypdfium2 import raw

    [path] = publish.export(figure, "six", folder=tmp_path, formats=("pdf",))
    document = pypdfium2.PdfDocument(path)
    pieces = list(document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]))
    assert pieces and all(raw.FPDFFont_GetIsEmbedded(raw.FPDFTextObj_GetFont(piece)) == 1 for piece in pieces)
    words = figure.record.texts
    assert document.get_metadata_value("Title") == words.title
    assert document.get_metadata_value("Subject") == words.alt


def test_the_csv_is_for_excel_and_starts_no_formula(tmp_path):
    frame = themes()
    frame.loc[:1, "label_zh"] = ["=1+1", "＝1+1"]
    figure = chart.theme_frequencies(frame)
    [path] = publish.export(figure, "six", folder=tmp_path, formats=("csv",))
    raw = path.read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert raw.startswith(b"\xef\xbb\xbf") and {"'=1+1", "'＝1+1"} < {row["label_zh"] for row in rows}
    assert {float(row["rate"]) for row in rows} == set(frame["rate"]), "the plotted data, in full"


def test_the_json_tells_words_rule_and_reports(figure, tmp_path):
    [path] = publish.export(figure, "six", folder=tmp_path, formats=("json",), langs=("en",))
    facts = json.loads(path.read_text(encoding="utf-8"))
    assert set(facts["words"]) == {"zh", "en"} and facts["measure"]["count"] == "longest"
    assert facts["reports"][0]["id"] == "r0-2025" and facts["alt"]["en"].startswith("Bar chart")
    assert {"code", "font", "vocabulary", "library matplotlib"} < set(facts["made_with"])


def test_a_number_that_is_none_is_refused_for_json_has_no_word_for_it(tmp_path):
    frame = themes()
    frame.attrs["threshold"] = float("nan")
    with pytest.raises(ExportError, match="attrs hold a number that is none"):
        publish.export(chart.theme_frequencies(frame), "six", folder=tmp_path)


def test_the_same_figures_are_the_same_bytes_in_another_process(tmp_path):
    # Hatches, clips and gradients have ids of their own in an SVG, so a map and lines are drawn as well as bars.
    program = (
        "import sys; from analysis import chart, publish; from tests.chart.frames import terms, themes;"
        "years = (1960, 1964, 2024, 2025);"
        "figures = {'bars': chart.theme_frequencies(themes()), 'map': chart.theme_heatmap(themes(years=years)),"
        " 'lines': chart.theme_trend(themes(years=years), style='dark'), 'words': chart.term_trend(terms())};"
        "formats = ('svg', 'pdf', 'web', 'csv', 'json');"
        "[publish.export(figure, name, folder=sys.argv[1], formats=formats, langs=('zh', 'en'))"
        " for name, figure in figures.items()]"
    )
    for folder, other in (
        ("a", {"PYTHONHASHSEED": "1"}),
        ("b", {"PYTHONHASHSEED": "77", "LC_ALL": "C", "TZ": "Asia/Tokyo"}),
    ):
        subprocess.run([sys.executable, "-c", program, str(tmp_path / folder)], check=True, env=os.environ | other)
    files = [path for path in (tmp_path / "a").rglob("*") if path.is_file()]
    assert len(files) == 4 * 8
    for path in files:
        assert path.read_bytes() == (tmp_path / "b" / path.relative_to(tmp_path / "a")).read_bytes(), path.name


def test_what_cannot_be_exported_is_refused_and_nothing_written(figure, tmp_path):
    from matplotlib.figure import Figure

    for bad, name, formats, said in (
        (Figure(), "x", ("svg",), "no record of its data"),
        (figure, "x", ("gif",), "no format is called 'gif'"),
        (figure, "x", (), "no format asked for; there are svg, pdf"),
        (figure, "../x", ("svg",), "no name for a figure"),
        (figure, 5, ("svg",), "5 is no name for a figure"),
        (figure, "x" * 300, ("csv",), "cannot be written .*; choose another folder or a shorter name"),
        (figure, "x", "gif", "no format is called 'gif'"),
        (chart.theme_frequencies(themes(), source=""), "x", ("svg",), "source of this figure cannot be told"),
        (chart.theme_frequencies(themes(), source={"zh": "云岭市", "en": ""}), "x", ("svg",), "source of this figure"),
    ):
        with pytest.raises(ExportError, match=said):
            publish.export(bad, name, folder=tmp_path, formats=formats)
    with pytest.raises(ExportError, match="no language asked for; there are zh, en"):
        publish.export(figure, "x", folder=tmp_path, langs=())
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_write_leaves_the_old_file_whole(tmp_path, monkeypatch):
    from analysis.atomic import write_bytes

    path = write_bytes(tmp_path / "a.csv", b"old")
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("stopped", ["write_bytes", "savefig"])
def test_an_interrupted_export_leaves_the_whole_old_figure(figure, tmp_path, monkeypatch, stopped):
    from pathlib import Path

    from matplotlib.figure import Figure

    publish.export(figure, "six", folder=tmp_path)
    before = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*"))[1:]}
    real, calls = Path.write_bytes, []

    def third_fails(*given, **named):
        calls.append(given)
        if stopped == "savefig" or len(calls) == 3:
            raise KeyboardInterrupt
        return real(*given, **named)

    owner, name = (Path, "write_bytes") if stopped == "write_bytes" else (Figure, "savefig")
    monkeypatch.setattr(owner, name, third_fails)
    with pytest.raises(KeyboardInterrupt):
        publish.export(chart.theme_frequencies(themes(rates=[1.0, 2.0, 3.0, 4.0])), "six", folder=tmp_path)
    assert {path: path.read_bytes() for path in sorted(tmp_path.rglob("*"))[1:]} == before


def test_words_changed_to_what_the_font_lacks_are_not_exported(figure, tmp_path):
    from analysis.errors import ChartError

    figure.axes[0].set_title("就业😀")
    with pytest.raises(ChartError, match="no glyph for 😀"):
        publish.export(figure, "six", folder=tmp_path, formats=("svg",))
    assert list(tmp_path.iterdir()) == []


def test_one_format_and_one_language_may_be_given_as_words(figure, tmp_path):
    assert [path.name for path in publish.export(figure, "six", folder=tmp_path, formats="csv")] == ["six.csv"]
    assert publish.export(figure, "six", folder=tmp_path, formats="svg", langs="en")[0].name == "six-en.svg"


@pytest.mark.parametrize("change", [lambda f: f.texts[0].set_text("改了的标题"), lambda f: f.axes[0].axvline(5)])
def test_a_figure_changed_by_hand_is_refused_for_other_sizes_and_languages_would_lack_it(figure, change, tmp_path):
    figure.savefig(tmp_path / "drawn.png")  # to draw it is no change
    publish.export(figure, "six", folder=tmp_path)
    change(figure)
    with pytest.raises(ExportError, match="changed after its chart was drawn"):
        publish.export(figure, "seven", folder=tmp_path)
    assert not (tmp_path / "seven").exists()


def test_a_folder_that_cannot_be_is_one_sentence(figure, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ExportError, match="file/six: cannot be written"):
        publish.export(figure, "six", folder=tmp_path / "file", formats="csv")
