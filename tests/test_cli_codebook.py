"""`analysis codebook`, and other commands with a codebook of one's own."""

import pytest
from click.testing import CliRunner

from analysis.cli import main

# 建设, 工作 and 提高 are common words: the shipped counts tell in which sentences they stand, not where.
MINE = """
id: mine
title_zh: 云岭编码本
title_en: Mine
themes:
  - {id: building, label_zh: 建设, label_en: Building, definition: 建设, terms: [建设, 城市建设]}
  - id: work
    label_zh: 工作
    label_en: Work
    definition: 工作
    terms: [{term: 工作, near: {words: [提高], within: sentence}}, 云岭大会战]
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANALYSIS_CACHE", str(tmp_path / "cache"))
    (tmp_path / "mine.yml").write_text(MINE, encoding="utf-8")
    (tmp_path / "common.yml").write_text(MINE.replace(", 云岭大会战", ""), encoding="utf-8")
    return lambda *words: CliRunner().invoke(main, list(words))


COMMANDS = [
    ("themes", "xiangjiang", "--codebook", "BOOK"),
    ("compare", "xiangjiang-2021", "xiangjiang-2021", "--codebook", "BOOK"),
    ("codebook", "check", "BOOK", "--corpus", "xiangjiang"),
    ("codebook", "diff", "xiangjiang-2021", "BOOK"),
]


@pytest.mark.parametrize("book", ["mine.yml", "common.yml"])
@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:2]))
def test_a_codebook_of_ones_own_is_counted_on_the_texts_and_without_them_the_command_is_named(
    run, words, book, xiangjiang_texts, tmp_path
):
    words = [book if word == "BOOK" else word for word in words]
    result = run(*words)
    assert result.exit_code == 2 and result.stderr.count("\n") == 1, result.output
    assert "run `analysis fetch xiangjiang` once" in result.stderr and "NAME" not in result.stderr
    xiangjiang_texts.save(tmp_path / "cache" / "corpora" / "xiangjiang", texts=True)
    result = run(*words)
    assert "fetch" not in result.output and result.stdout, result.output


def test_diff_says_which_figures_it_compared_or_that_none_uses_the_codebook(run, tmp_path):
    themes = [f"  - {{id: {name}, label_zh: 甲, label_en: A, definition: 甲, terms: [{name}]}}" for name in ("a", "b")]
    head = "id: nobodys\ntitle_zh: 云岭编码本\ntitle_en: Nobody's\nthemes:\n"
    (tmp_path / "old.yml").write_text(
        head + "\n".join(themes).replace("[a]", "[产业发展]").replace("[b]", "[绿色发展]")
    )
    result = run("codebook", "diff", "old.yml", "old.yml", "--corpus", "xiangjiang")
    assert result.exit_code == 0, result.output
    assert "0 numbers change in 0 reports of xiangjiang" in result.stdout and "longest rule" in result.stdout
    assert "no figure uses a codebook with the id 'nobodys'" in result.stdout
    assert "no title changes" not in result.stdout
    same = run("codebook", "diff", "xiangjiang-2021", "xiangjiang-2021").stdout
    assert "no title changes of the figures drawn with 'xiangjiang-2021'" in same
