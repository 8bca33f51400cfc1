import csv
import re

from analysis import codebook, vocabulary
from analysis.paths import data_folder
from analysis.text.segment import segmenter


def test_the_lexicon_is_large_sorted_and_holds_no_sentence():
    phrases = vocabulary.lexicon()
    assert len(phrases) >= 1500 and list(phrases) == sorted(set(phrases)) and max(map(len, phrases)) <= 13


def test_every_phrase_of_the_lexicon_is_kept_whole_by_the_segmenter():
    assert segmenter(vocabulary.segmented()).split == ()


def test_words_that_only_limit_a_term_are_looked_up_but_not_segmented():
    limits = {word for term in codebook.load("policy").terms for word in term.not_in}
    assert limits <= vocabulary.bundled() and not limits <= vocabulary.segmented()


def test_no_word_of_policy_is_a_stop_word():
    stopped = vocabulary.stop_words()
    assert not stopped & {"发展", "推进", "坚持", "加强", "改革", "就业"}
    assert not stopped & {term.pattern for term in codebook.load("policy").terms}


def test_words_of_strength_are_from_one_to_five():
    strengths = vocabulary.strengths()
    assert {s for _, s in strengths.values()} == {1, 2, 3, 4, 5} and strengths["坚决"] == ("degree", 5)


def test_every_term_of_the_glossary_stands_there_once_with_a_meaning_in_english():
    with open(data_folder() / "lexicons" / "glosses.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["term"] for row in rows}) == len(rows) == len(vocabulary.glosses())
    for row in rows:
        assert re.fullmatch(r"[\u4e00-\u9fff]+", row["term"]), row
        assert re.fullmatch(r"[A-Za-z0-9 ,:'-]+", row["gloss"]) and row["gloss"] == row["gloss"].strip(), row
