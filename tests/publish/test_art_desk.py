"""One zip for the art desk: everything in it, the same bytes every time, and nothing written where a figure fails."""

import io
import zipfile

import pytest
from PIL import Image

from analysis import chart, publish
from analysis.errors import ExportError
from analysis.publish import recipe
from tests.chart.frames import themes


@recipe("six", corpora=(), codebooks=())
def six(lang):
    """Six themes of an invented place."""
    return chart.theme_frequencies(themes(), lang=lang)


@recipe("broken", corpora=(), codebooks=())
def broken(lang):
    """A recipe that fails."""
    raise ValueError("no such report")


def test_it_holds_every_format_in_both_languages_and_the_words(tmp_path):
    path = publish.art_desk([six], path=tmp_path / "desk.zip")
    with zipfile.ZipFile(path) as packed:
        names = set(packed.namelist())
        assert {f"six/six{lang}{end}" for lang in ("", "-en") for end in (
            ".svg", ".pdf", "-web.png", "-square.png", "-wechat.png", "-print.png",
        )} | {"six/six.csv", "six/six.json", "six/words.txt", "six/words-en.txt"} == names  # fmt: skip
        words = packed.read("six/words-en.txt").decode("utf-8-sig")
        texts = chart.theme_frequencies(themes(), lang="en").record.texts
        assert texts.title in words and texts.alt in words and texts.source in words
        with Image.open(io.BytesIO(packed.read("six/six-square.png"))) as image:
            assert image.size == (1080, 1080)


def test_the_same_figures_give_the_same_bytes(tmp_path):
    one, other = (publish.art_desk([six], path=tmp_path / f"{n}.zip", langs=["zh"]).read_bytes() for n in "ab")
    assert one == other


def test_a_figure_that_fails_is_named_and_the_old_zip_stays(tmp_path):
    path = tmp_path / "desk.zip"
    path.write_bytes(b"old")
    with pytest.raises(ExportError, match="broken: cannot be drawn .*no such report"):
        publish.art_desk([six, broken], path=path)
    assert path.read_bytes() == b"old" and [p.name for p in tmp_path.iterdir()] == ["desk.zip"]


def test_a_wrong_name_is_refused(tmp_path):
    with pytest.raises(ExportError, match=r"end in \.zip"):
        publish.art_desk([six], path=tmp_path / "desk.rar")
