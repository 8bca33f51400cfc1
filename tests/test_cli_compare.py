"""`analysis compare` as a stranger runs it."""

import csv

import pytest
from click.testing import CliRunner

from analysis.cli import main
from analysis.paths import data_folder

SAMPLES = [str(data_folder() / "samples" / f"yunling-{year}.txt") for year in (2024, 2025)]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(main, ["compare", *words])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_files_give_a_table_and_every_chart(run, tmp_path, lang):
    result = run(*SAMPLES, "--out", "charts", "--lang", lang)
    assert result.exit_code == 0, result.output
    assert "no clear change" in result.stdout and "2024" in result.stdout.splitlines()[0]
    drawn = {path.name for path in (tmp_path / "charts").iterdir()}
    assert drawn == {"compare", "compare-slope", "compare-words", "compare-novelty"}


def test_two_years_of_a_bundled_corpus_have_no_sentences_to_align(run, tmp_path):
    result = run("2024", "2025", "--out", "charts")
    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "charts").iterdir()} == {"compare", "compare-slope", "compare-words"}


def test_a_table_and_charts_at_once_are_those_of_either(run, tmp_path):
    assert run("hunan-2025", "hunan-2026", "--csv", "t.csv", "--out", "charts").exit_code == 0
    rows = list(csv.DictReader((tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 22 and {row["theme"] for row in rows} >= {"employment", "technology"}
    assert (tmp_path / "charts" / "compare" / "compare.svg").is_file()


def test_a_report_against_itself_has_not_changed(run):
    result = run("2025", "2025", "--csv", "same.csv")
    assert result.exit_code == 0
    with open("same.csv", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert {row["verdict"] for row in rows} == {"no clear change"} and {float(row["ratio"]) for row in rows} == {1.0}


def test_unlike_reports_are_compared_with_a_note(run):
    result = run("hunan-2026", "2025")
    assert result.exit_code == 0 and "not like with like" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["1976", "2025"], "neither a file nor a bundled corpus"),
        (["2024", "2025", "--corpus", "nope"], "neither a file nor a bundled corpus"),
        (["none.txt", "2025"], "none.txt: no such file"),
        (["national", "2025"], "holds 57 reports, and two are compared"),
        (["2024"], "Missing argument 'B'"),
        (["2024", "2025", "--part", "half"], "not one of"),
    ],
)
def test_wrong_input_is_one_sentence_and_exit_code_2(run, words, said):
    result = run(*words)
    assert result.exit_code == 2
    [sentence] = result.stderr.strip().splitlines()
    assert sentence.startswith("Error: ") and said in sentence
