import json

import pytest
import yaml

from analysis import codebook as codebooks
from analysis import codebook_file, codebook_term, review, strict_yaml
from analysis.codebook import Term
from analysis.corpus import Corpus
from analysis.errors import CodebookError
from analysis.paths import data_folder
from analysis.report import Report
from tests.measure.yunling import book


@pytest.mark.parametrize("name", codebooks.names())
def test_bundled_codebooks_keep_their_promises(name):
    findings = review.check(name)
    assert findings[findings["severity"] == "error"].empty, findings.to_string()


def test_an_example_that_fails_is_an_error():
    term = Term("农民", not_in=("农民工",), yes=("保障农民工",), no=("农民增收",))
    found = review.check(book(work=[term]))
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
    document = strict_yaml.read_mapping(path, "a codebook")
    jsonschema.validate(document, schema)
    assert set(schema["properties"]) == codebook_file.TOP_KEYS
    assert set(schema["$defs"]["theme"]["properties"]) == codebook_file.THEME_KEYS
    assert set(schema["$defs"]["term"]["oneOf"][1]["properties"]) == codebook_term.KEYS


def test_an_example_that_a_longer_term_of_another_theme_takes_is_a_broken_promise():
    themes = {"science": [Term("科技", yes=("云岭市推进科技创新。",))], "growth": [Term("科技创新")]}
    [finding] = review.check(book(**themes)).itertuples()
    assert (finding.severity, finding.theme, finding.term) == ("error", "science", "科技")
    assert "a longer term of another theme takes it" in finding.detail
    corpus = Corpus.from_reports([Report(id="a", title="", paragraphs=("云岭市推进科技创新。",))])
    kinds = review.check(book(**themes), corpus=corpus).set_index("term")["kind"]
    assert "never counts" in kinds["科技"].tolist()


THEME = {"id": "a", "label_zh": "甲", "label_en": "A", "definition": "A.", "terms": ["发展"]}


@pytest.mark.parametrize(
    "change",
    [
        {"note": ["a", "b"]},
        {"version": None},
        {"nested": ["theme"]},
        {"titel": "x"},
        {"themes": []},
        {"themes": [THEME | {"terms": [" "]}]},
        {"themes": [THEME | {"terms": [{"regex": "b", "term": "b"}]}]},
        {"themes": [THEME | {"terms": [{"term": "b", "first": "x"}]}]},
        {"themes": [THEME | {"terms": [{"term": "b", "near": {"words": [], "within": 3}}]}]},
    ],
)  # fmt: skip
def test_the_schema_and_the_loader_refuse_alike(tmp_path, change):
    import jsonschema

    schema = json.loads((data_folder() / "codebooks" / "codebook.schema.json").read_text(encoding="utf-8"))
    good = {"id": "a", "title_zh": "甲", "title_en": "A", "themes": [THEME]}
    path = tmp_path / "small.yml"
    path.write_text(yaml.safe_dump(good, allow_unicode=True), encoding="utf-8")
    jsonschema.validate(good, schema)
    assert len(codebooks.load(path)) == 1
    path.write_text(yaml.safe_dump(good | change, allow_unicode=True), encoding="utf-8")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(good | change, schema)
    with pytest.raises(CodebookError):
        codebooks.load(path)


def test_slogans_have_the_years_in_which_they_stand(national_texts):
    """The note of the policy codebook promises: first and last year in the premier's reports."""
    texts = {int(year): "".join(national_texts.select(year=year).counted) for year in national_texts.reports["year"]}
    promised = [term for term in codebooks.load("policy").terms if term.first or term.last]
    assert len(promised) > 40
    for term in promised:
        years = [year for year, text in sorted(texts.items()) if term.pattern in text]
        assert term.first in (None, years[0]), term.pattern
        # Where it is part of other words later, the last year is that of the slogan itself.
        assert term.last is None or term.last in years[-1:] or (term.not_in and term.last in years), term.pattern
