"""The strict loader: whatever is wrong with a codebook is one sentence that names file, theme and term."""

import pytest

from analysis import codebook
from analysis.errors import CodebookError

GOOD = """
id: small
title_zh: 小编码本
title_en: A small codebook
themes:
  - id: farming
    label_zh: 农业
    label_en: Farming
    definition: Farming and farmers.
    terms:
      - 农业
      - term: 农民
        not_in: [农民工]
        reason: migrant workers are employment
        also: [work]
  - id: work
    label_zh: 就业
    label_en: Work
    definition: Work.
    terms: [就业, {regex: '第.产业'}]
"""


def write(tmp_path, text):
    path = tmp_path / "small.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_codebook_loads_with_its_conditions(tmp_path):
    book = codebook.load(write(tmp_path, GOOD))
    assert [theme.id for theme in book.themes] == ["farming", "work"]
    assert book["farming"].terms[1].not_in == ("农民工",)
    assert [t.pattern for t in book["work"].terms] == ["就业", "/第.产业/", "农民"]
    assert set(book.patterns) == {"农业", "农民", "农民工", "就业", "/第.产业/"}


@pytest.mark.parametrize("written", ["農業", '"农\\u200b业"'])
def test_terms_are_taken_in_the_form_in_which_reports_are_counted(tmp_path, written):
    book = codebook.load(write(tmp_path, GOOD.replace("- 农业\n", f"- {written}\n")))
    assert book["farming"].terms[0].pattern == "农业"
    book = codebook.load(write(tmp_path, GOOD.replace("[农民工]", "[农民（工）]")))
    assert book["farming"].terms[1].not_in == ("农民(工)",)


def test_the_checksum_follows_the_rules_not_the_labels(tmp_path):
    first = codebook.load(write(tmp_path, GOOD)).sha256
    assert codebook.load(write(tmp_path, GOOD.replace("Farming and", "All farming and"))).sha256 == first
    assert codebook.load(write(tmp_path, GOOD.replace("- 农业\n", "- 林业业\n"))).sha256 != first


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("label_en: Farming", "labelen: Farming", "labelen.*did you mean 'label_en'"),
        ("- 农业\n", "- ''\n", "not empty"),
        ("- 农业\n", "- 2025\n", "put it in quotes"),
        ("- 农业\n", "- 农业\n      - 农业\n", "'farming' lists the term '农业' twice"),
        ("id: work", "id: farming", "'farming'.*stands twice"),
        ("id: work", "id: Work!", "small letters"),
        ("第.产业", "第(产业", "not a valid regex"),
        ("第.产业", "产?", "matches the empty text"),
        ("not_in: [农民工]", "not_in: [工人]", "does not contain the term"),
        ("id: small", "id: small\nnested: [theme]", "nested must be"),
        ("id: small", "id: small\n? [a]\n: b", "a key must be a single word"),
        ("id: small", "id: small\nnote: [a]", "'note' must be a text"),
        ("- 农业\n", '- "\\u200b"\n', "nothing that can be seen"),
        ("- 农业\n", '- "农\\n业"\n', "runs over a line's end"),
        ("第.产业", "(?=产)", "matches the empty text"),
        ("第.产业", "(.+)+业", "repeats a repeat"),
        ("reason: migrant", "near: {words: [], within: 3}\n        reason: migrant", "near.words is empty"),
        ("reason: migrant", "near: {words: [农民], within: 3}\n        reason: migrant", "lists the term itself"),
        ("reason: migrant", "near: {words: [/村(/], within: 3}\n        reason: migrant", "between slashes"),
        ("reason: migrant", "first: 2020\n        last: 1990\n        reason: migrant", "is after last"),
        (
            "    terms: [就业",
            "    subthemes:\n      - &s {id: s, label_zh: 一, label_en: one, terms: [岗位]}\n"
            "      - {id: s, label_zh: 二, label_en: two, terms: [工资]}\n    terms: [就业",
            "sub-theme 's' stands twice",
        ),
        ("also: [work]", "also: [trade]", "'trade', which does not exist"),
        ("reason: migrant", "first: abc\n        reason: migrant", "must be a year"),
        ("terms: [就业, {regex: '第.产业'}]", "terms: 就业", "must be a list"),
        ("id: small", "id: small\nid: big", "'id' stands twice"),
        ("title_zh: 小编码本", "title_zh: &a [*a]", "alias"),
        (
            "title_zh: 小编码本",
            "title_zh: !!python/object/apply:os.system ['true']",
            "could not determine a constructor",
        ),
        ("themes:", "themes: [", "not valid as a codebook at line"),
    ],
)
def test_what_is_wrong_is_one_sentence(tmp_path, before, after, said):
    path = write(tmp_path, GOOD.replace(before, after, 1))
    with pytest.raises(CodebookError, match=said) as error:
        codebook.load(path)
    assert str(error.value).startswith(str(path)) and "\n" not in str(error.value)


def test_a_yaml_bomb_is_refused_at_once(tmp_path):
    bomb = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    with pytest.raises(CodebookError, match="alias"):
        codebook.load(write(tmp_path, bomb))


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
