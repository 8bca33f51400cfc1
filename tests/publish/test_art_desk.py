"""One zip for the art desk: everything in it, nothing half, the same bytes each time."""

import io
import json
import zipfile

import pytest

from analysis import chart, publish
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
