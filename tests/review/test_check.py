import json

import pytest
import yaml

from analysis import codebook as codebooks
from analysis import codebook_file, review
from analysis.codebook import Term
from analysis.corpus import Corpus
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
    document = yaml.load(path.read_text(encoding="utf-8"), codebook_file._StrictLoader)
    jsonschema.validate(document, schema)
    assert set(schema["properties"]) == codebook_file._TOP
    assert set(schema["$defs"]["theme"]["properties"]) == codebook_file._THEME
    assert set(schema["$defs"]["term"]["oneOf"][1]["properties"]) == codebook_file._TERM
