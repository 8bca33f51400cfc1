"""The page of all figures: what it shows, that it is safe, and that it works without anything else."""

import base64
import html
import io
import json
import re
import shutil
import sys
from html.parser import HTMLParser

import pytest
from fontTools.ttLib import TTFont

from analysis import chart, measure, publish, read
from analysis.chart.style import LIGHT
from analysis.publish.gallery_page import _STYLE, PAGE, _marked, gallery_page, page_is_fresh, write_page
from analysis.publish.recipe import Recipe
from tests.chart.frames import themes

HOSTILE = '<script>alert(1)</script> & "quoted"'


class Reader(HTMLParser):
    """What of a page matters here: headings, images and links, in order."""

    def __init__(self, page):
        super().__init__()
        self.headings, self.images, self.links, self.tags = [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "img":
            self.images.append(attrs)
        if tag == "a":
            self.links.append(attrs["href"])


@pytest.fixture
def folder(tmp_path):
    recipes = [
        Recipe("plain", lambda lang: chart.theme_frequencies(themes(), lang=lang)),
        Recipe("hostile", lambda lang: chart.theme_frequencies(themes(), lang=lang, title=HOSTILE, alt=HOSTILE)),
    ]
    assert publish.run(recipes, folder=tmp_path, formats=("svg", "web", "csv", "json"), tell=print) == []
    write_page(tmp_path)
    return tmp_path


def test_every_figure_stands_there_in_both_languages_with_words_and_downloads(folder):
    page = Reader((folder / PAGE).read_text(encoding="utf-8"))
    assert len(page.images) == 4 and all(image["alt"] for image in page.images)
    assert all((folder / image["src"]).is_file() for image in page.images)
    files = {link for link in page.links if not link.startswith("#")}
    text = (folder / PAGE).read_text(encoding="utf-8")
    zh = '<span lang="zh-Hans">中文</span>'
    for kind in (f"SVG, {zh}", "SVG, English", f"PNG web, {zh}", "PNG web, English", "data (CSV)"):
        assert text.count(f">{kind}</a>") == 2
    assert len(files) == 12 and all((folder / link).is_file() for link in files)
    facts = json.loads((folder / "plain" / "plain.json").read_text(encoding="utf-8"))
    assert {image["alt"] for image in page.images} >= set(facts["alt"].values())


def test_a_picture_leads_to_the_chart_that_can_be_enlarged(folder):
    text = (folder / PAGE).read_text(encoding="utf-8")
    assert '<a href="plain/plain.svg"><span>打开图表：</span><img src="plain/plain-web.png"' in text
    assert '<a href="plain/plain-en.svg"><span>Open the chart: </span><img src="plain/plain-en-web.png"' in text


def test_headings_go_down_one_step_at_a_time_and_nothing_runs_or_loads(folder):
    text = (folder / PAGE).read_text(encoding="utf-8")
    page = Reader(text)
    assert page.headings == [1, 2, 2]
    assert not {"script", "link", "iframe"} & set(page.tags) and "alert(1)</script>" not in text
    assert "@import" not in text and set(re.findall(r"url\((.{5})", text)) == {"data:"}, "only the font inside"


def test_the_font_inside_has_every_chinese_character_of_the_page(folder):
    text = (folder / PAGE).read_text(encoding="utf-8")
    faces = re.findall(r"font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]+)\)", text)
    assert [weight for weight, _ in faces] == ["400", "700"]
    for _, data in faces:
        drawn = {chr(code) for code in TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap()}
        assert set(re.findall(r"[\u3000-\u9fff]", text)) <= drawn


def test_the_page_shows_the_languages_and_sizes_that_were_drawn(tmp_path):
    plain = Recipe("plain", lambda lang: chart.theme_frequencies(themes(), lang=lang))
    publish.run([plain], folder=tmp_path, langs=("zh",), formats=("svg", "json"), tell=print)
    text = gallery_page(tmp_path)
    assert "English" not in text and "in Chinese and English" not in text and 'lang="en">' in text.partition("<head")[0]
    assert '<a href="#plain"><span lang="zh-Hans">' in text
    [image] = Reader(text).images
    assert image["src"] == "plain/plain.svg" and "width" not in image
    publish.run([plain], folder=tmp_path, langs=("en",), formats=("web", "json"), tell=print)
    assert [image["width"] for image in Reader(gallery_page(tmp_path)).images if image["src"].endswith("png")] == [
        "1200"
    ]


def test_titles_are_listed_in_both_languages_and_chinese_within_english_is_marked(folder):
    word = Recipe(
        "word", lambda lang: chart.theme_frequencies(themes(), lang=lang, title={"zh": "就业", "en": "A 就业 & B"})
    )
    publish.run([word], folder=folder, formats=("svg", "web", "csv", "json"), tell=print)
    text, marked = gallery_page(folder), 'A <span lang="zh-Hans">就业</span> &amp; B'
    both = f'<span lang="zh-Hans">就业</span><br><span lang="en">{marked}</span>'
    assert f'<li><a href="#word">{both}</a></li>' in text
    assert text.count(marked) == 2 and 'aria-label="Downloads: A 就业 &amp; B"' in text


def test_a_run_of_chinese_is_one_span_with_the_dots_in_it_and_the_rarest_characters():
    marked = _marked("Taiwan (香港·澳门, 㐀𠀀) · A·就业", "en")
    spans = [f'<span lang="zh-Hans">{own}</span>' for own in ("香港·澳门", "㐀𠀀", "就业")]
    assert marked == "Taiwan ({}, {}) · A·{}".format(*spans)


def test_the_colours_of_the_page_are_those_of_the_charts():
    colours = {*LIGHT.palette, *(value for value in vars(LIGHT).values() if isinstance(value, str))}
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", _STYLE)) <= colours


def test_each_list_of_downloads_names_its_figure(folder):
    labels = re.findall(r'aria-label="Downloads: ([^"]+)"', gallery_page(folder))
    titles = [
        json.loads((folder / id / f"{id}.json").read_text())["words"]["en"]["title"] for id in ("hostile", "plain")
    ]
    assert [html.unescape(label) for label in labels] == titles


@pytest.mark.parametrize("damaged", ["{", "[]", "{}", '{"words": {"zh": {}}}', None])
def test_a_figure_whose_words_are_damaged_or_gone_is_listed_and_the_page_stands(damaged, folder):
    facts = folder / "plain" / "plain.json"
    facts.unlink() if damaged is None else facts.write_text(damaged)
    text = gallery_page(folder)
    assert "<h2>plain</h2>" in text and "damaged or not there" in text and text.count("<article") == 2
    assert not page_is_fresh(folder)


def test_facts_that_are_not_those_drawn_are_not_shown_and_codebooks_of_ones_own_may_lack_a_version(folder):
    facts = folder / "plain" / "plain.json"
    told = json.loads(facts.read_text(encoding="utf-8"))
    facts.write_text(json.dumps(told | {"codebook": {"id": "policy"}}), encoding="utf-8")
    assert "damaged or not there" in gallery_page(folder)
    frame = themes()
    frame.attrs["codebook"] = {"id": "mine", "title_zh": "我的", "title_en": "Mine"}
    mine = Recipe("plain", lambda lang: chart.theme_frequencies(frame, lang=lang))
    publish.run([mine], folder=folder, formats=("svg", "web", "csv", "json"), force=True, tell=print)
    assert "; codebook mine; " in gallery_page(folder)


def test_a_picture_of_another_size_than_the_chart_has_the_alternative_text_of_its_own(tmp_path):
    positions = measure.positions(read.corpus("national").select(year=2025), part="all")
    small = Recipe("small", lambda lang: chart.dispersion(positions, lang=lang, size="wechat"))
    publish.run([small], folder=tmp_path, formats=("web", "json"), langs=("zh",), tell=print)
    [image] = Reader(gallery_page(tmp_path)).images
    assert image["src"] == "small/small-web.png" and "未画出" not in image["alt"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda page: b"\xff\xfe",
        lambda page: b"",
        lambda page: re.sub(rb"@font-face\{[^}]*\}\n", b"", page),
        lambda page: page.replace(b"<style>", b"<style>@font-face{font-family:x;src:url(https://example.org/x)}\n", 1),
    ],
)
def test_a_page_that_is_not_as_written_is_told_and_written_again(damage, folder):
    before = (folder / PAGE).read_bytes()
    (folder / PAGE).write_bytes(damage(before))
    assert not page_is_fresh(folder) and write_page(folder)
    assert (folder / PAGE).read_bytes() == before


def test_another_font_makes_the_page_stale(folder, monkeypatch):
    monkeypatch.setattr(sys.modules[gallery_page.__module__], "font_checksum", lambda: "another")
    assert not page_is_fresh(folder)


def test_a_figure_whose_folder_was_deleted_is_not_on_the_page(folder):
    shutil.rmtree(folder / "plain")
    assert 'id="plain"' not in gallery_page(folder)


def test_the_page_is_written_again_only_where_a_figure_changed(folder):
    assert page_is_fresh(folder) and not write_page(folder)
    publish.run(
        [Recipe("plain", lambda lang: chart.theme_frequencies(themes(rates=[9.0, 1.0, 2.0, 3.0]), lang=lang))],
        folder=folder, formats=("svg", "web", "csv", "json"), force=True, tell=print,
    )  # fmt: skip
    assert not page_is_fresh(folder) and write_page(folder) and page_is_fresh(folder)


def test_a_folder_without_figures_needs_no_page(tmp_path):
    assert page_is_fresh(tmp_path) and not write_page(tmp_path) and not list(tmp_path.iterdir())
