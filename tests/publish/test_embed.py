import re

import pytest

from analysis import chart, publish
from tests.chart.frames import themes


@pytest.fixture
def figure():
    return chart.theme_frequencies(themes())


def test_the_svg_has_live_text_its_own_font_and_a_description(figure, tmp_path):
    [path] = publish.export(figure, "six", folder=tmp_path, formats=("svg",))
    svg = path.read_text(encoding="utf-8")
    assert "科技创新</text>" in svg and "font/woff2;base64," in svg and "Analysis Sans SC" in svg
    assert 'role="img"' in svg and 'lang="zh-Hans"' in svg and figure.record.texts.alt in svg
    assert len(re.findall("@font-face", svg)) == 2, "regular and bold"
