"""The page of all figures: what it shows, that it is safe, and that it works without anything else."""

import base64
import io
import json
import re
from html.parser import HTMLParser

import pytest
from fontTools.ttLib import TTFont

from analysis import chart, publish
from analysis.publish.gallery_page import PAGE, page_is_fresh, write_page
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
    for kind in ("SVG, 中文", "SVG, English", "PNG web, 中文", "PNG web, English", "data (CSV)"):
        assert text.count(f">{kind}</a>") == 2
    assert len(files) == 12 and all((folder / link).is_file() for link in files)
    facts = json.loads((folder / "plain" / "plain.json").read_text(encoding="utf-8"))
    assert {image["alt"] for image in page.images} >= set(facts["alt"].values())


def test_a_picture_leads_to_the_chart_that_can_be_enlarged(folder):
    text = (folder / PAGE).read_text(encoding="utf-8")
    assert '<a href="plain/plain.svg"><img src="plain/plain-web.png"' in text
    assert '<a href="plain/plain-en.svg"><img src="plain/plain-en-web.png"' in text


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


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""

    def light(colour):
        parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(first), light(second)))
    return (high + 0.05) / (low + 0.05)


def test_text_stands_out_from_the_paper(folder):
    text = (folder / PAGE).read_text(encoding="utf-8")
    colours = set(re.findall(r"[^-]color: (#[0-9a-f]{6})", text))
    assert len(colours) >= 3 and all(contrast(colour, "#ffffff") >= 4.5 for colour in colours)


def test_the_page_is_written_again_only_where_a_figure_changed(folder):
    assert page_is_fresh(folder) and not write_page(folder)
    publish.run(
        [Recipe("plain", lambda lang: chart.theme_frequencies(themes(rates=[9.0, 1.0, 2.0, 3.0]), lang=lang))],
        folder=folder, formats=("svg", "web", "csv", "json"), force=True, tell=print,
    )  # fmt: skip
    assert not page_is_fresh(folder) and write_page(folder) and page_is_fresh(folder)


def test_a_folder_without_figures_needs_no_page(tmp_path):
    assert page_is_fresh(tmp_path) and not write_page(tmp_path) and not list(tmp_path.iterdir())
