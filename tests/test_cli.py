"""The command line as a stranger meets it: every command, and wrong input to each."""

import signal
import subprocess
import sys
import time

import pandas as pd
import pytest

from analysis import catalog
from analysis.cli import main


def sentences(result) -> list[str]:
    return result.stderr.strip().splitlines()


def test_help_shows_examples_and_exit_codes(run):
    result = run("--help")
    assert result.exit_code == 0
    assert "analysis figures" in result.stdout and "Exit codes" in result.stdout


@pytest.mark.parametrize("command", [name for name in main.commands if name != "codebook"])
def test_every_command_has_examples(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0 and f"analysis {command}" in result.stdout.split("Examples:")[1]


def test_read_tells_what_was_understood_and_removed(run):
    result = run("read", "report.txt")
    assert result.exit_code == 0 and "2031" in result.stdout and "第一项任务" in result.stdout
    assert [word for word in ("sections", "removed", "length") if word not in result.stdout] == []


def test_read_of_the_xiangjiang_page(run, corpora):
    shown = run("read", str(corpora / "xiangjiang" / "2021.txt")).stdout
    assert "湖南湘江新区" in shown and "2021" in shown
    headings = ["智能制造", "科创引领", "效益效率", "城市品质", "绿色低碳", "提升要素保障"]
    places = [shown.index(heading, shown.index("sections")) for heading in headings]
    assert places == sorted(places)
    removed = shown[shown.index("  removed") :]
    assert [rule for rule in ("photo caption", "source and date line", "share bar") if rule not in removed] == []


def test_themes_prints_a_ranked_table_with_its_rule(run):
    result = run("themes", "xiangjiang", "--codebook", "xiangjiang-2021")
    lines = result.stdout.splitlines()
    assert result.exit_code == 0 and lines[0].startswith("xiangjiang-2021")
    assert [line.split()[0] for line in lines[2:4]] == ["1", "2"]
    assert "longest match" in lines[-1]


def test_a_part_that_a_report_lacks_is_said_and_not_counted_as_zero(run):
    result = run("themes", "national-1954", "--part", "plan")
    assert "has no plan part" in result.stdout and "macro" not in result.stdout


def test_themes_writes_a_table_that_spreadsheets_read(run, tmp_path):
    (tmp_path / "out").mkdir()
    result = run("themes", "xiangjiang", "--csv", "out/themes.csv")
    assert result.exit_code == 0 and "22 rows" in result.stdout
    assert (tmp_path / "out" / "themes.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert list((tmp_path / "out").iterdir()) == [tmp_path / "out" / "themes.csv"]
    table = pd.read_csv(tmp_path / "out" / "themes.csv")
    assert table["label_zh"].str.len().min() > 0 and table["mentions"].sum() > 0


def test_a_table_that_cannot_be_written_names_the_file_that_was_asked_for(run):
    result = run("themes", "xiangjiang", "--csv", "report.txt/themes.csv")
    assert result.exit_code == 2
    assert sentences(result)[0].startswith("Error: report.txt/themes.csv: cannot be written")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["read", "nothere.txt"], "nothere.txt: no such file"),
        (["read", "report.txt", "empty.txt"], "empty.txt: the file is empty"),
        (["read", "*.docx"], "no file matches"),
        (["read", "natoinal"], "neither a file nor a bundled corpus (national, provinces, xiangjiang)"),
        (["read", "national-2025"], "run `analysis fetch national`"),
        (["themes", "xiangjiang", "--codebook", "polcy"], "no such codebook; bundled are"),
        (["themes", "xiangjiang", "--codebook", "report.txt"], "report.txt: not a codebook"),
        (["fetch", "nation"], "no bundled corpus is called 'nation'"),
        (["fetch", "xiangjiang", "--mirror", "ftp://example.org"], "not a web address"),
        (["build-features", "nation"], "no bundled corpus is called 'nation'"),
        (["build-features", "xiangjiang", "--from", "cache"], "xiangjiang/2021.txt is not there"),
        (["figures", "no-such-figure"], "no figure is called 'no-such-figure'"),
        (["figures", "--formats", "gif"], "no format is called 'gif'"),
        (["figures", "--list", "--check"], "--list and --check exclude each other: give one of them; see"),
        (["figures", "--recipes", "report.txt"], "report.txt: not a Python file"),
        (["figures", "words-of-2025", "--folder", "/proc/x"], "/proc/x: cannot be written"),
        (["themes", "xiangjiang", "--csv", "no/such/t.csv"], "no/such is not there; make that folder first"),
        (["compare", "hunan-2025", "hunan-2026", "--out", "no/such"], "no is not there; make that folder first"),
        (
            ["compare", "provinces", "hunan-2026"],
            "provinces: holds 62 reports, and two are compared; name one, such as",
        ),
        (["codebook", "diff", "policy", "policy", "--csv", "no/t.csv"], "no is not there; make that folder first"),
        (["codebook", "sample", "report.txt", "--out", "no/t.xlsx"], "no is not there; make that folder first"),
        (["themes", "xiangjiang", "--part", "foo"], "not one of 'plan', 'review', 'all'; see `main themes --help`"),
        (["themes"], "Missing argument 'PATH_OR_CORPUS...'; see `main themes --help`"),
        (["teams"], "No such command 'teams'"),
        (["themes", "--prat", "plan"], "No such option"),
        (["--nothing"], "No such option"),
        (["codebook", "chekc"], "No such command 'chekc'"),
    ],
)
def test_wrong_input_is_one_sentence_and_exit_code_2(run, words, said):
    result = run(*words)
    assert result.exit_code == 2
    [sentence] = sentences(result)
    assert sentence.startswith("Error: ") and said in sentence


def test_the_command_alone_shows_its_help(run):
    assert "Examples:" in run().output and "Usage" in run("codebook").output


def test_build_features_writes_the_same_bytes_as_the_bundled_ones(run, corpora, tmp_path):
    result = run("build-features", "xiangjiang", "--from", str(corpora), "--out", "built")
    assert result.exit_code == 0
    built = tmp_path / "built" / "corpora" / "xiangjiang"
    bundled = catalog.data_folder() / "corpora" / "xiangjiang"
    assert {p.name: p.read_bytes() for p in built.iterdir()} == {p.name: p.read_bytes() for p in bundled.iterdir()}


def test_figures_lists_draws_and_checks(run, tmp_path):
    listed = run("figures", "--list").stdout.split()
    assert "xiangjiang-six-themes" in listed
    one = ("figures", "xiangjiang-six-themes", "--formats", "svg,csv", "--lang", "zh")
    assert run(*one, "--check").exit_code == 1
    assert not (tmp_path / "figures").exists(), "--check draws nothing"
    assert run(*one).exit_code == 0
    assert "up to date" in run(*one).stdout
    assert run(*one, "--check").exit_code == 0
    (tmp_path / "figures" / "xiangjiang-six-themes" / "xiangjiang-six-themes.csv").write_text("changed")
    assert "different" in run(*one, "--check").stdout


def test_ctrl_c_ends_with_130_and_no_traceback():
    command = [sys.executable, "-m", "analysis", "themes", "national", "provinces"]
    # A job in the background of a script is born deaf to Ctrl-C; this one must hear it wherever the tests run.
    options = {"stderr": subprocess.PIPE, "preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, text=True, **options) as process:
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert process.returncode == 130 and "Interrupted" in told and "Traceback" not in told


def test_a_reader_that_leaves_early_sees_no_traceback():
    code = "import sys; from analysis.cli import main; main(['themes', 'xiangjiang'])"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        told = process.stderr.read()
    assert told == b""


def test_a_terminal_without_chinese_gets_question_marks_not_a_traceback(run, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    command = [sys.executable, "-m", "analysis", "read", "report.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert b"2031?" in done.stdout and done.stderr == b""
