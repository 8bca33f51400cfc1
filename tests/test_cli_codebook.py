"""``analysis codebook`` as a user types it."""

from click.testing import CliRunner

from analysis.cli import main


def run(*words):
    return CliRunner().invoke(main, ["codebook", *map(str, words)])


def test_a_codebook_in_order_is_checked_with_exit_code_0():
    result = run("check", "xiangjiang-2021")
    assert result.exit_code == 0 and result.output.startswith("xiangjiang-2021 "), result.output


def test_several_corpora_are_searched_together():
    both = run("check", "xiangjiang-2021", "--corpus", "xiangjiang", "--corpus", "xiangjiang")
    assert both.exit_code == 2 and "both corpora have the report" in both.output
    result = run("check", "policy", "--corpus", "xiangjiang", "--corpus", "provinces")
    assert result.exit_code == 0 and "in none of the 63 reports" in result.output, result.output


def test_a_codebook_compared_with_itself_changes_nothing():
    result = run("diff", "xiangjiang-2021", "xiangjiang-2021")
    assert result.output == "0 numbers change in 0 reports\nno figure's title changes\n"


def test_a_sample_of_ones_own_reports_is_scored_on_them_only(tmp_path, samples):
    out = tmp_path / "sample.xlsx"
    result = run("sample", samples / "yunling-2025.txt", "--size", 5, "--out", out)
    assert result.exit_code == 0 and "5 sentences; write theme ids into the third column" in result.output
    scored = run("score", out)
    assert scored.exit_code == 2 and "is not in this corpus; score on the corpus it was drawn from" in scored.output


def test_a_half_that_is_not_coded_is_one_sentence(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text("id,themes,half\nnational-2025:3:0,employment,tune\n", encoding="utf-8")
    result = run("score", path, "--half", "report")
    assert result.exit_code == 2 and "no sentence has 'report' in the column 'half'" in result.output


def test_hand_codes_are_scored_with_intervals(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text("id,themes\nnational-2025:3:0,employment\n", encoding="utf-8")
    result = run("score", path, "--corpus", "national")
    assert result.exit_code == 0 and result.output.splitlines()[0].split()[:3] == [
        "theme",
        "sentences",
        "true_positive",
    ]
    assert "Agreement of the coders" not in result.output, "one coder agrees with nobody"
