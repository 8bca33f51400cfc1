"""A YAML file is data: nothing in it acts, repeats or grows, and each fault is one sentence with its line."""

import pytest

from analysis.errors import CodebookError
from analysis.strict_yaml import items, mapping, optional_text, read_mapping, text, words


@pytest.fixture
def written(tmp_path):
    def write(content: str | bytes):
        path = tmp_path / "small.yml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "true"])
def test_words_that_yaml_takes_for_truth_stay_words(word, written):
    assert read_mapping(written(f"{word}: [{word}]"), "a codebook") == {word: [word]}


def test_a_byte_order_mark_is_no_part_of_the_first_key(written):
    assert read_mapping(written(b"\xef\xbb\xbfid: a"), "a codebook") == {"id": "a"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("id: a\nid: b", "at line 2: 'id' stands twice"),
        ("a: &x [1]\nb: *x", r"at line 2: aliases \(\*name\) are not allowed"),
        ("a: !!python/object/apply:os.system [echo]", "could not determine a constructor for the tag"),
        ("? [a, b]\n: c", "a key must be a single word"),
        ("a: [1", "at line 1"),
        ("- a\n- b", "it must hold lines such as 'id: …'"),
        ("", "it must hold lines such as 'id: …'"),
        ("云岭: 市".encode("gb18030"), "not UTF-8 text; save it as UTF-8"),
        ("a: " + "[" * 5000, "not valid as a codebook"),
        ("# " + "x" * 2_000_000, "2,000,002 bytes is too large for a codebook"),
    ],
)
def test_what_is_no_plain_data_is_one_sentence_that_names_the_file(content, said, written):
    with pytest.raises(CodebookError, match=said) as caught:
        read_mapping(written(content), "a codebook")
    assert "small.yml: " in str(caught.value) and "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CodebookError, match=r"gone\.yml: cannot be read \(No such file"):
        read_mapping(tmp_path / "gone.yml", "a codebook")


def test_keys_are_checked_and_the_nearest_one_is_proposed():
    mapping({"id": "a"}, {"id", "terms"}, {"id"}, "theme")
    for given, said in (
        ({"id": "a", "term": 1}, "theme: unknown key 'term'; did you mean 'terms'"),
        ({"id": "a", "zzz": 1}, "theme: unknown key 'zzz'; allowed are id, terms"),
        ({"terms": []}, "theme: 'id' is missing; add it"),
        (["id"], "theme: expected a mapping"),
    ):
        with pytest.raises(CodebookError, match=said):
            mapping(given, {"id", "terms"}, {"id"}, "theme")


def test_texts_and_lists_are_what_they_should_be():
    entry = {"name": " 就业 ", "no": 5, "empty": " ", "list": ["就业 ", "农业"], "mixed": ["就业", 5]}
    assert text(entry, "name", "theme") == "就业" and optional_text(entry, "gone", "theme") == ""
    assert items(entry, "gone", "theme") == [] and words(entry, "list", "theme") == ["就业", "农业"]
    for check, key, said in (
        (text, "no", "'no' must be a text that is not empty, not 5; put it in quotes"),
        (text, "empty", "'empty' must be a text that is not empty"),
        (optional_text, "no", "'no' must be a text, not 5"),
        (items, "name", "'name' must be a list"),
        (words, "mixed", "'mixed' has an entry that is not a text: 5"),
    ):
        with pytest.raises(CodebookError, match=said):
            check(entry, key, "theme")
