import yaml

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
    ]
    assert review.diff(old, old, corpora={"mine": corpus}).empty


def test_diff_of_a_bundled_codebook_names_the_figures_whose_titles_change(tmp_path):
    from analysis import gallery

    path = data_folder() / "codebooks" / "xiangjiang-2021.yml"
    document = strict_yaml.read_mapping(path, "a codebook")
    city = next(theme for theme in document["themes"] if theme["id"] == "city")
    city["terms"] = city["terms"][:3]
    changed = tmp_path / "changed.yml"
    changed.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    titles = gallery.changed_titles("xiangjiang-2021", changed)
    assert [(figure, lang) for figure, lang, *_ in titles] == [
        ("xiangjiang-six-themes", "zh"),
        ("xiangjiang-six-themes", "en"),
    ]
    rows = review.diff("xiangjiang-2021", changed, corpora=("xiangjiang",))
    assert "city" in set(rows["theme"]) and read.corpus("xiangjiang").reports["report_id"][0] in set(rows["report_id"])
