"""`analysis compare` as a stranger runs it."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from analysis.cli import main
from analysis.paths import data_folder

SAMPLES = [str(data_folder() / "samples" / f"yunling-{year}.txt") for year in (2024, 2025)]


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANALYSIS_CACHE", str(tmp_path / "cache"))
    return lambda *words: CliRunner().invoke(main, ["compare", *words])


def charts_in(folder: Path) -> set[str]:
    return {path.name for path in (folder / "charts").iterdir()}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_two_files_give_a_table_and_every_chart(run, tmp_path, lang):
    result = run(*SAMPLES, "--out", "charts", "--lang", lang)
    assert result.exit_code == 0, result.output
    assert "no clear change" in result.stdout and "2024" in result.stdout.splitlines()[0]
    assert charts_in(tmp_path) == {"compare", "compare-slope", "compare-words", "compare-novelty"}


def test_bundled_neighbours_are_aligned_without_their_texts(run, tmp_path):
    result = run("2024", "2025", "--out", "charts")
    assert result.exit_code == 0, result.output
    assert charts_in(tmp_path) == {"compare", "compare-slope", "compare-words", "compare-novelty"}


def test_other_bundled_reports_are_aligned_once_their_texts_are_fetched(run, tmp_path, provinces_texts):
    names = ["hubei-2025", "hunan-2026"]
    assert run(*names, "--out", "charts").exit_code == 0
    assert "compare-novelty" not in charts_in(tmp_path)
    provinces_texts.select(report_id=names).save(tmp_path / "cache" / "corpora" / "provinces", texts=True)
    assert run(*names, "--out", "charts").exit_code == 0
    assert "compare-novelty" in charts_in(tmp_path)


def test_a_draft_and_the_final_text_of_one_year_are_two_reports(run, tmp_path):
    text = Path(SAMPLES[1]).read_text(encoding="utf-8")
    (tmp_path / "draft.txt").write_text(text.replace("企业", "就业"), encoding="utf-8")
    assert run("draft.txt", SAMPLES[1], "--out", "charts").exit_code == 0
    assert "compare-words" in charts_in(tmp_path)


def test_a_table_and_charts_at_once_are_those_of_either(run, tmp_path):
    assert run("hunan-2025", "hunan-2026", "--csv", "t.csv", "--out", "charts").exit_code == 0
    rows = list(csv.DictReader((tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 22 and {row["theme"] for row in rows} >= {"employment", "technology"}
    assert (tmp_path / "charts" / "compare" / "compare.svg").is_file()


def test_a_report_against_itself_has_not_changed(run):
    result = run("2025", "2025", "--csv", "same.csv", "--out", "charts")
    assert result.exit_code == 0
    assert "compare-words" not in charts_in(Path()), "no word sets it apart"
    with open("same.csv", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert {row["verdict"] for row in rows} == {"no clear change"} and {float(row["ratio"]) for row in rows} == {1.0}


def test_unlike_reports_are_compared_with_a_note(run):
    result = run("hunan-2026", "2025")
    assert result.exit_code == 0 and "not like with like" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["1976", "2025"], "national has no report of 1976, only of 1954 to 2025"),
        (["2024", "2025", "--corpus", "nope"], "--corpus nope: no bundled corpus; there are national, provinces"),
        (
            ["2025", "2026", "--corpus", "provinces"],
            "provinces has 31 reports of 2025; name one, such as",
        ),
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
