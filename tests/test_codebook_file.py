"""A codebook file is read strictly: whatever is wrong is one sentence that names file, theme and term."""

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


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("label_en: Farming", "labelen: Farming", "labelen.*did you mean 'label_en'"),
        ("- 农业\n", "- 农业\n      - 农业\n", "'farming' lists the term '农业' twice"),
        ("id: work", "id: farming", "'farming'.*stands twice"),
        ("id: work", "id: Work!", "small letters"),
        ("id: small", "id: small\nnested: [theme]", "nested must be"),
        ("id: small", "id: small\n? [a]\n: b", "a key must be a single word"),
        ("id: small", "id: small\nnote: [a]", "'note' must be a text"),
        (
            "    terms: [就业",
            "    subthemes:\n      - &s {id: s, label_zh: 一, label_en: one, terms: [岗位]}\n"
            "      - {id: s, label_zh: 二, label_en: two, terms: [工资]}\n    terms: [就业",
            "sub-theme 's' stands twice",
        ),
        ("also: [work]", "also: [trade]", "'trade', which does not exist"),
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
