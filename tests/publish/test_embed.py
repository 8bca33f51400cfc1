import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from analysis import chart, publish
from analysis.publish.embed import finish_svg, page_in_font
from tests.chart.frames import terms, themes


@pytest.fixture
def figure():
    return chart.theme_frequencies(themes())


def test_the_svg_has_live_text_its_own_font_and_a_description(figure, tmp_path):
    [path] = publish.export(figure, "six", folder=tmp_path, formats=("svg",))
    svg = path.read_text(encoding="utf-8")
    assert "科技创新</text>" in svg and "font/woff2;base64," in svg and "Analysis Sans SC" in svg
    assert 'role="img"' in svg and 'lang="zh-Hans"' in svg and figure.record.texts.alt in svg
    assert len(re.findall("@font-face", svg)) == 2, "regular and bold"


def faces(svg: str) -> dict[str, set[str]]:
    """The characters of each embedded font, by weight."""
    found = {}
    for weight, data in re.findall(r"font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]+)\)", svg):
        found[weight] = {chr(code) for code in TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap()}
    return found


def test_every_character_is_in_the_embedded_font_of_its_weight():
    text = '<text style="font-size: 12px" x="24.48" y="84.7008">横线</text><text style="font-weight: 700">标题</text>'
    svg = finish_svg(f"<svg>{text}</svg>", name="six", title="t", description="d", lang="zh")
    assert faces(svg) == {"400": {"横", "线"}, "700": {"标", "题"}}, "700 in a coordinate is no weight"
    shorthand = '<text style="font: bold 12px x">标</text><text style="font: 12px x">线</text>'
    svg = finish_svg(f"<svg>{shorthand}</svg>", name="six", title="t", description="d", lang="zh")
    assert faces(svg) == {"400": {"线"}, "700": {"标"}}


def test_ids_are_the_figures_own_and_words_are_escaped():
    svg = finish_svg("<svg></svg>", name="six-en", title="<b>", description="a & b", lang="en")
    assert 'aria-labelledby="six-en-title six-en-desc"' in svg and "&lt;b&gt;" in svg and "a &amp; b" in svg


def test_several_figures_stand_in_one_page_without_sharing_an_id(tmp_path):
    years = (1960, 1964, 2024, 2025)
    figures = {
        "bars": chart.theme_frequencies(themes()),
        "map": chart.theme_heatmap(themes(years=years)),
        "lines": chart.theme_trend(themes(years=years)),
        "words": chart.term_trend(terms()),
    }
    ids, referenced = [], set()
    for name, figure in figures.items():
        for path in publish.export(figure, name, folder=tmp_path, formats=("svg",), langs=("zh", "en")):
            svg = path.read_text(encoding="utf-8")
            ids += re.findall(r'\sid="([^"]*)"', svg)
            referenced |= {id for _, id in re.findall(r'(url\(#|href="#)([^)"]+)', svg)}
            assert 'data-name="title-0"' in svg
    assert len(ids) == len(set(ids)) and not [id for id in ids if re.search(r"\s", id)]
    assert referenced and referenced <= set(ids)


def test_words_that_look_like_an_id_stay_words():
    svg = finish_svg('<svg><g id="a"/><text>see id="a"</text></svg>', name="six", title="", description="", lang="en")
    assert '<g data-name="a"/>' in svg and 'see id="a"<' in svg


def test_a_page_has_the_marks_of_running_chinese_in_its_font():
    assert faces(page_in_font("<style></style>“就业”——稳·进…𠮷"))["400"] >= set("“就业”—稳·进…")
