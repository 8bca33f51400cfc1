"""Codebooks as objects: what they hold, their checksum, how they are found by name and shown."""

import pytest

from analysis import codebook
from analysis.errors import CodebookError
from tests.test_codebook_file import GOOD, write


def test_a_good_codebook_loads_with_its_conditions(tmp_path):
    book = codebook.load(write(tmp_path, GOOD))
    assert [theme.id for theme in book.themes] == ["farming", "work"]
    assert book["farming"].terms[1].not_in == ("农民工",)
    assert [t.pattern for t in book["work"].terms] == ["就业", "/第.产业/", "农民"]
    assert set(book.patterns) == {"农业", "农民", "农民工", "就业", "/第.产业/"}


def test_the_checksum_follows_the_rules_not_the_labels(tmp_path):
    first = codebook.load(write(tmp_path, GOOD)).sha256
    assert codebook.load(write(tmp_path, GOOD.replace("Farming and", "All farming and"))).sha256 == first
    assert codebook.load(write(tmp_path, GOOD.replace("- 农业\n", "- 林业业\n"))).sha256 != first


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(CodebookError, match="no such codebook; bundled are .*policy"):
        codebook.load("polcy")


def test_the_display_escapes_what_a_codebook_says(tmp_path):
    book = codebook.load(write(tmp_path, GOOD.replace("小编码本", "<script>")))
    assert "<script>" not in book._repr_html_() and "&lt;script&gt;" in book._repr_html_()


def test_bundled_codebooks_have_their_themes_and_enough_terms():
    policy = codebook.load("policy")
    assert [t.id for t in policy.themes] == (
        "macro industry technology digital agriculture demand reform opening regions infrastructure environment energy "
        "employment education health welfare housing culture governance security defence external"
    ).split()
    assert len(policy.terms) >= 400
    assert len(codebook.load("xiangjiang-2021")) == 6


def test_what_is_neither_a_name_nor_a_file_is_one_sentence():
    with pytest.raises(CodebookError, match="3 is no codebook; bundled are .*policy"):
        codebook.load(3)
