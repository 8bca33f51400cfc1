import json

import pytest
import yaml

from analysis import codebook as codebooks
from analysis import codebook_file, read, review
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.paths import data_folder
from analysis.report import Report


def book(*terms, **themes):
    themes = themes or {"work": terms}
    return Codebook("t", "", "", "1", tuple(Theme(n, n, n, n, tuple(t)) for n, t in themes.items()))


@pytest.mark.parametrize("name", codebooks.names())
def test_bundled_codebooks_keep_their_promises(name):
    findings = review.check(name)
    assert findings[findings["severity"] == "error"].empty, findings.to_string()


def test_an_example_that_fails_is_an_error():
    found = review.check(book(Term("农民", not_in=("农民工",), yes=("保障农民工",), no=("农民增收",))))
    assert found["severity"].tolist() == ["error", "error"]
    assert "must match and does not: 保障农民工" in found["detail"].tolist()


def test_doubles_dead_and_dominant_terms_are_noted():
    corpus = Corpus.from_reports([Report(id="x", title="", paragraphs=("就业。就业。招聘。科技。",))])
    shared = book(work=[Term("就业"), Term("招聘"), Term("稳岗")], science=[Term("科技"), Term("招聘")])
    found = review.check(shared, corpus=corpus).set_index(["kind", "term"])["theme"].to_dict()
    assert found == {
        ("two themes", "招聘"): "work", ("never matches", "稳岗"): "work", ("dominant", "就业"): "work",
    }  # fmt: skip


@pytest.mark.parametrize("name", codebooks.names())
def test_the_schema_accepts_what_the_loader_accepts(name):
    import jsonschema

    schema = json.loads((data_folder() / "codebooks" / "codebook.schema.json").read_text(encoding="utf-8"))
    path = data_folder() / "codebooks" / f"{name}.yml"
    document = yaml.load(path.read_text(encoding="utf-8"), codebook_file._StrictLoader)
    jsonschema.validate(document, schema)
    assert set(schema["properties"]) == codebook_file._TOP
    assert set(schema["$defs"]["theme"]["properties"]) == codebook_file._THEME
    assert set(schema["$defs"]["term"]["oneOf"][1]["properties"]) == codebook_file._TERM


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
    document = yaml.load(path.read_text(encoding="utf-8"), codebook_file._StrictLoader)
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
