from dataclasses import replace

import yaml

from analysis import codebook as codebooks
from analysis import read, review, strict_yaml
from analysis.codebook import Term
from analysis.corpus import Corpus
from analysis.paths import data_folder
from analysis.report import Report
from tests.measure.yunling import book


def test_diff_names_every_number_that_changes():
    corpus = Corpus.from_reports(
        [Report(id="x", title="", year=2025, place="云岭市", paragraphs=("就业。招聘。科技。",))]
    )
    old = book(work=[Term("就业")], science=[Term("科技")])
    new = book(work=[Term("就业"), Term("招聘")], science=[Term("科技")], farming=[Term("农业")])
    found = review.diff(old, new, corpora={"mine": corpus})
    assert found[["theme", "mentions_old", "mentions_new"]].fillna(-1).values.tolist() == [
        ["work", 1, 2],
        ["farming", -1, 0],
        ["science", 1, 1],
    ], "science is no longer first"
    assert review.diff(old, old, corpora={"mine": corpus}).empty


def test_diff_names_numbers_outside_the_plan_too():
    """A figure of whole reports changes with a term that stands in the review only."""
    review_part, plan = "一、2024年工作回顾", "二、2025年工作安排"
    paragraphs = (review_part, *["过去一年，稳定就业。"] * 20, plan, *["我们将发展科技。"] * 20)
    corpus = Corpus.from_reports(
        [Report(id="x", title="云岭市政府工作报告", year=2025, place="云岭市", paragraphs=paragraphs)]
    )
    assert set(corpus.sentences["part"]) == {"review", "plan"}
    old, new = book(work=[Term("就业")], science=[Term("科技")]), book(work=[Term("招聘")], science=[Term("科技")])
    found = review.diff(old, new, corpora={"mine": corpus})
    assert found[["part", "theme", "mentions_old", "mentions_new"]].values.tolist() == [["all", "work", 20, 0]] + (
        [["all", "science", 20, 20]] if len(found) > 1 else []
    )


def test_diff_of_a_bundled_codebook_names_the_figures_whose_titles_change(tmp_path):
    from analysis import gallery_codebooks

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
    from analysis import gallery, gallery_codebooks
    from analysis.errors import ChartError
    from analysis.publish import Recipe

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
    from analysis import gallery_codebooks

    assert gallery_codebooks.codebook_of_figures(book(work=[Term("就业")])) == ""
    assert gallery_codebooks.changed_titles(book(work=[Term("就业")]), book(work=[Term("招聘")])) == []
