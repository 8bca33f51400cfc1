"""`analysis topics` as a stranger runs it."""

import csv

import pytest
from click.testing import CliRunner

from analysis.cli import main
from analysis.paths import data_folder

SAMPLES = [str(data_folder() / "samples" / f"yunling-{year}.txt") for year in (2023, 2024, 2025)]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(main, ["topics", *words])


def test_own_files_give_a_table_and_charts(run, tmp_path):
    result = run(*SAMPLES, "--number", "4", "--out", "charts", "--lang", "en")
    assert result.exit_code == 0, result.output
    firm = ("  stable  ", "  borderline  ", "  fragile  ")
    assert sum(any(word in line for word in firm) for line in result.stdout.splitlines()) == 4
    drawn = {path.name for path in (tmp_path / "charts").iterdir()}
    assert drawn == {"topics-terms", "topics-map", "topics-prevalence"}, "one number was tried: no curve"


def test_names_edited_in_a_file_come_back(run, tmp_path):
    assert run(*SAMPLES, "--number", "4", "--write-labels", "names.yml", "--csv", "t.csv").exit_code == 0
    names = tmp_path / "names.yml"
    first = next(csv.DictReader((tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()))["label_zh"]
    names.write_text(names.read_text(encoding="utf-8").replace(first, "云岭的工业"), encoding="utf-8")
    result = run(*SAMPLES, "--number", "4", "--labels", "names.yml")
    assert result.exit_code == 0 and "云岭的工业" in result.stdout


def test_a_short_report_says_what_it_can_carry(run):
    result = run("xiangjiang")
    assert result.exit_code == 2 and "no stable topics: 29 paragraphs with enough words are too few" in result.stderr
    shown = run("xiangjiang", "--number", "6")
    assert shown.exit_code == 0 and "too few for topics" in shown.stderr and "fragile" in shown.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["xiangjiang", "--number", "many"], "'many' is no number of topics"),
        (["xiangjiang", "--number", "1"], "whole number from 2 to"),
        (["xiangjiang", "--labels", "no.yml"], "does not exist"),
        (["xiangjiang", "--out", "no/such"], "make that folder first"),
        (["nonesuch"], "neither a file nor a bundled corpus"),
        (["xiangjiang", "--codebook", "polcy"], "no such codebook"),
        ([], "Missing argument"),
    ],
)
def test_wrong_input_is_one_sentence_and_exit_code_2(run, words, said):
    result = run(*words)
    assert result.exit_code == 2
    [sentence] = result.stderr.strip().splitlines()
    assert sentence.startswith("Error: ") and said in sentence


def test_names_are_not_written_over_the_codebook(run, tmp_path):
    (tmp_path / "book.yml").write_bytes((data_folder() / "codebooks" / "policy.yml").read_bytes())
    result = run("xiangjiang", "--number", "6", "--codebook", "book.yml", "--write-labels", "book.yml")
    assert result.exit_code == 2 and "one of the files to be read" in result.stderr
