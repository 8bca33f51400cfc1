"""One zip for the art desk: everything in it, nothing half, the same bytes each time."""

import io
import json
import zipfile

import pytest

from analysis import chart, measure, publish, read
from tests.chart.frames import themes

EVERY_KIND = ("svg", "pdf", "web", "square", "wechat", "print", "csv", "json")


@pytest.fixture
def figure():
    return chart.theme_frequencies(themes())


def packed(path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_zip_holds_every_format_in_each_language_as_exported(figure, tmp_path):
    [path] = publish.export(figure, "six", folder=tmp_path / "a", formats=("zip",), langs=("zh", "en"))
    files = publish.export(figure, "six", folder=tmp_path / "b", formats=EVERY_KIND, langs=("zh", "en"))
    inside = packed(path)
    assert inside.pop("six/six-words.txt")
    assert inside == {f"six/{file.name}": file.read_bytes() for file in files}
    assert [file.name for file in path.parent.iterdir()] == ["six.zip"], "only what was asked for"


def test_the_sheet_says_in_each_language_what_the_json_says(figure, tmp_path):
    [path] = publish.export(figure, "six", folder=tmp_path, formats=("zip",), langs=("zh", "en"))
    inside = packed(path)
    facts, sheet = json.loads(inside["six/six.json"]), inside["six/six-words.txt"].decode("utf-8-sig")
    for lang in ("zh", "en"):
        assert all(text in sheet for text in [facts["alt"][lang], *facts["words"][lang].values()])


def test_sheet_and_json_say_of_each_picture_what_it_leaves_out(tmp_path):
    from PIL import Image

    positions = measure.positions(read.corpus("national").select(year=2025), part="all")
    [path] = publish.export(chart.dispersion(positions), "six", folder=tmp_path, formats="zip", langs=("zh", "en"))
    inside = packed(path)
    facts, sheet = json.loads(inside["six/six.json"]), inside["six/six-words.txt"].decode("utf-8-sig")
    assert set(facts["alt_by_format"]) == {"wechat"} and "not drawn" not in facts["alt"]["en"]
    for lang, stem, label in (("zh", "six", "替代文本（wechat）："), ("en", "six-en", "Alt text (wechat): ")):
        with Image.open(io.BytesIO(inside[f"six/{stem}-wechat.png"])) as image:
            said = image.text["Description"]
        assert f"{label}{said}\n" in sheet and facts["alt_by_format"]["wechat"][lang] == said != facts["alt"][lang]
    assert facts["alt_by_format"]["wechat"]["en"].endswith("9 themes are not drawn here; the data have all.")


def test_the_alternative_text_of_a_language_is_that_of_its_own_picture(tmp_path):
    positions = measure.positions(read.corpus("national").select(year=2025), part="all")
    alts = []
    for lang in ("zh", "en"):
        figure = chart.dispersion(positions, lang=lang, size="wechat")
        [path] = publish.export(figure, "six", folder=tmp_path, formats="json")
        alts.append(json.loads(path.read_text(encoding="utf-8"))["alt"])
        assert alts[-1][lang] == figure.record.texts.alt
    assert alts[0] == alts[1]


def test_the_same_figure_is_the_same_zip(figure, tmp_path):
    first, second = (
        publish.export(chart.theme_frequencies(themes()), "six", folder=tmp_path / name, formats=("zip",))[0]
        for name in "ab"
    )
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(io.BytesIO(first.read_bytes())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_command_packs_and_the_page_links_it(tmp_path):
    from click.testing import CliRunner

    from analysis.cli import main

    words = ["figures", "xiangjiang-six-themes", "--zip", "--lang", "zh", "--folder", str(tmp_path)]
    assert CliRunner().invoke(main, words).exit_code == 0
    assert len(packed(tmp_path / "xiangjiang-six-themes" / "xiangjiang-six-themes.zip")) == 9
    assert CliRunner().invoke(main, [*words, "--check"]).exit_code == 0
    every = CliRunner().invoke(main, [*words, "--formats", "all", "--check"])
    assert every.exit_code == 1 and "xiangjiang-six-themes.pdf is not there" in every.output
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'href="xiangjiang-six-themes/xiangjiang-six-themes.zip">everything for the art desk (ZIP)</a>' in page
