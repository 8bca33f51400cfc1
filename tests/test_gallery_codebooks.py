"""Which figures another version of a codebook changes."""

from dataclasses import replace

import yaml

from analysis import codebook as codebooks
from analysis import gallery, gallery_codebooks, read, review, strict_yaml
from analysis.codebook import Term
from analysis.errors import ChartError
from analysis.paths import data_folder
from analysis.publish import Recipe
from tests.measure.yunling import book


def test_diff_of_a_bundled_codebook_names_the_figures_whose_titles_change(tmp_path):
    path = data_folder() / "codebooks" / "xiangjiang-2021.yml"
    document = strict_yaml.read_mapping(path, "a codebook")
    city = next(theme for theme in document["themes"] if theme["id"] == "city")
    city["terms"] = city["terms"][:3]
    changed = tmp_path / "changed.yml"
    changed.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    titles = gallery_codebooks.changed_titles("xiangjiang-2021", changed)
    assert [(figure, lang) for figure, lang, *_ in titles] == [
        ("xiangjiang-six-themes", "zh"),
        ("xiangjiang-six-themes", "en"),
    ]
    document["id"] = "an-earlier-version"
    changed.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    assert gallery_codebooks.codebook_of_figures(changed) == "xiangjiang-2021", "by its themes"
    assert gallery_codebooks.changed_titles(changed, "xiangjiang-2021") == [
        (figure, lang, new, old) for figure, lang, old, new in titles
    ]
    rows = review.diff("xiangjiang-2021", changed, corpora=("xiangjiang",))
    assert "city" in set(rows["theme"]) and read.corpus("xiangjiang").reports["report_id"][0] in set(rows["report_id"])


def test_a_figure_that_a_codebook_cannot_draw_is_named_and_the_others_are_compared(monkeypatch):
    def broken(lang, codebook):
        if len(codebook) < 6:
            raise ChartError("highlight='city' is not a theme of the frame")
        return six.draw(lang, codebook=codebook)

    six = gallery.xiangjiang_six_themes
    entries = [Recipe("broken", broken, six.corpora, six.codebooks), six]
    monkeypatch.setattr(gallery, "recipes", lambda: entries)
    old = codebooks.load("xiangjiang-2021")
    new = replace(old, themes=tuple(theme for theme in old.themes if theme.id != "city"))
    titles = gallery_codebooks.changed_titles(old, new)
    assert {figure for figure, *_ in titles} == {"broken", "xiangjiang-six-themes"}
    assert titles[0][3] == "cannot be drawn: highlight='city' is not a theme of the frame"


def test_a_codebook_that_no_figure_uses_is_told():
    assert gallery_codebooks.codebook_of_figures(book(work=[Term("就业")])) == ""
    assert gallery_codebooks.changed_titles(book(work=[Term("就业")]), book(work=[Term("招聘")])) == []
