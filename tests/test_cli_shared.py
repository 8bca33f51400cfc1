"""What commands do alike: which reports are meant, what was lost, and that no input is overwritten."""

import pytest

from analysis import catalog
from tests.test_cli import sentences


def test_themes_joins_reports_of_bundled_corpora_and_files(run):
    shown = run("themes", "xiangjiang", "hunan-2026", "report.txt").stdout
    heads = [line.split()[0] for line in shown.splitlines() if line.endswith((", plan)", ", all)"))]
    assert heads[:2] == ["xiangjiang-2021", "hunan-2026"] and len(heads) == 3


def test_a_copy_of_a_bundled_report_stands_beside_it(run, corpora):
    shown = run("themes", "xiangjiang", str(corpora / "xiangjiang" / "2021.txt")).stdout
    first, second = shown.split("xiangjiang-2021-file")
    counts = [[line.split()[3] for line in half.splitlines()[2:12]] for half in (first, second)]
    assert counts[0] == counts[1], "features and texts give the same numbers"


@pytest.mark.parametrize("command", ["read", "themes"])
def test_skipping_reads_the_rest_lists_what_was_lost_and_exits_with_1(run, command):
    result = run(command, "empty.txt", "report.txt", "--on-error", "skip")
    assert result.exit_code == 1 and "2031" in result.stdout
    assert sentences(result) == ["Skipped: empty.txt: the file is empty; save or download it again"]
    assert run(command, "report.txt", "--on-error", "skip").exit_code == 0


def test_a_resolution_that_is_left_out_is_told_and_no_loss(run, tmp_path):
    title = "云岭市第六届人民代表大会第四次会议关于政府工作报告的决议"
    (tmp_path / "resolution.txt").write_text(f"{title}\n会议批准这个报告。", encoding="utf-8")
    result = run("themes", "report.txt", "resolution.txt")
    assert result.exit_code == 0 and "a resolution about a report" in sentences(result)[0]


@pytest.mark.parametrize(
    ("words", "target"),
    [
        (["themes", "report.txt", "--csv", "report.txt"], "report.txt"),
        (["themes", "re*.txt", "--csv", "sub/../report.txt"], "report.txt"),
        (["themes", "sub", "--csv", "sub/linked.txt"], "report.txt"),
        (["themes", "xiangjiang", "--codebook", "book.yml", "--csv", "book.yml"], "book.yml"),
        (["compare", "report.txt", "hunan-2026", "--csv", "report.txt"], "report.txt"),
        (["codebook", "diff", "book.yml", "policy", "--csv", "book.yml"], "book.yml"),
        (["codebook", "sample", "report.txt", "--out", "report.txt"], "report.txt"),
    ],
)
def test_no_output_is_written_over_an_input(run, words, target, tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "linked.txt").hardlink_to(tmp_path / "report.txt")
    (tmp_path / "book.yml").write_bytes((catalog.data_folder() / "codebooks" / "policy.yml").read_bytes())
    before = (tmp_path / target).read_bytes()
    result = run(*words)
    assert result.exit_code == 2 and "one of the files to be read" in sentences(result)[0]
    assert (tmp_path / target).read_bytes() == before


def test_skipping_everything_is_an_error(run):
    result = run("themes", "empty.txt", "nothere.txt", "--on-error", "skip")
    assert result.exit_code == 2 and len(sentences(result)) == 3
