"""A term of a codebook: how it is written, its conditions, and what is wrong with it."""

import pytest

from analysis import codebook
from analysis.errors import CodebookError
from tests.test_codebook_file import GOOD, write


@pytest.mark.parametrize("written", ["農業", '"农\\u200b业"'])
def test_terms_are_taken_in_the_form_in_which_reports_are_counted(tmp_path, written):
    book = codebook.load(write(tmp_path, GOOD.replace("- 农业\n", f"- {written}\n")))
    assert book["farming"].terms[0].pattern == "农业"
    book = codebook.load(write(tmp_path, GOOD.replace("[农民工]", "[农民（工）]")))
    assert book["farming"].terms[1].not_in == ("农民(工)",)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("- 农业\n", "- ''\n", "not empty"),
        ("- 农业\n", "- 2025\n", "put it in quotes"),
        ("第.产业", "第(产业", "not a valid regex"),
        ("第.产业", "产?", "matches the empty text"),
        ("not_in: [农民工]", "not_in: [工人]", "does not contain the term"),
        ("- 农业\n", '- "\\u200b"\n', "nothing that can be seen"),
        ("- 农业\n", '- "农\\n业"\n', "runs over a line's end"),
        ("第.产业", "(?=产)", "matches the empty text"),
        ("第.产业", "(.+)+业", "repeats a repeat"),
        ("reason: migrant", "near: {words: [], within: 3}\n        reason: migrant", "near.words is empty"),
        ("reason: migrant", "near: {words: [农民], within: 3}\n        reason: migrant", "lists the term itself"),
        ("reason: migrant", "near: {words: [/村(/], within: 3}\n        reason: migrant", "between slashes"),
        ("reason: migrant", "first: 2020\n        last: 1990\n        reason: migrant", "is after last"),
        ("reason: migrant", "first: abc\n        reason: migrant", "must be a year"),
    ],
)
def test_what_is_wrong_with_a_term_is_one_sentence_that_names_it(tmp_path, before, after, said):
    path = write(tmp_path, GOOD.replace(before, after, 1))
    with pytest.raises(CodebookError, match=said) as error:
        codebook.load(path)
    assert str(error.value).startswith(str(path)) and "\n" not in str(error.value)
