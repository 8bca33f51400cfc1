"""Both kinds of index answer alike, and as a reader who looks with a finger would."""

import random

import numpy as np
import pandas as pd
import pytest

from analysis.errors import MissingTextError
from analysis.index import StoredIndex, TextIndex, hit_frame

TEXTS = ["推进科技创新，科技强市。", "稳定就业。", "", "创新创新创新。"]
TERMS = ("创新", "就业", "科技", "科技创新")


def stored(index: TextIndex, terms) -> StoredIndex:
    """The same positions, saved."""
    hits = index.hits(terms)
    counts = pd.DataFrame(
        [(row, word, 1) for row, words in enumerate(index.words()) for word in words], columns=["row", "word", "count"]
    )
    columns = {name: hits[name].to_numpy() for name in ("row", "start", "end", "word")}
    return StoredIndex(**columns, term=hits["term"].cat.codes.to_numpy(), terms=tuple(sorted(terms)), counts=counts)


def test_every_occurrence_is_found_where_a_search_finds_it():
    found = TextIndex(TEXTS).hits(TERMS)
    expected = [
        (row, term, at)
        for row, text in enumerate(TEXTS)
        for at in range(len(text))
        for term in sorted(TERMS)
        if text.startswith(term, at)
    ]
    assert list(zip(found["row"], found["term"], found["start"], strict=True)) == expected
    assert (found["end"] - found["start"]).tolist() == [len(term) for _, term, _ in expected]


def test_an_occurrence_is_a_word_where_the_segmenter_cuts_exactly_there():
    words = ("云岭", "云岭大会战")
    found = TextIndex(["打好云岭大会战，云岭发展。"]).hits([*words, "会战"], words=words)
    assert dict(zip(zip(found["term"], found["start"], strict=True), found["word"], strict=True)) == {
        ("云岭", 2): False, ("云岭大会战", 2): True, ("会战", 5): False, ("云岭", 8): True,
    }  # fmt: skip


def test_positions_that_were_saved_answer_as_the_texts_do():
    index = TextIndex(TEXTS)
    saved = stored(index, TERMS)
    for terms in (TERMS, ("创新",), ("科技创新", "就业"), ()):
        pd.testing.assert_frame_equal(saved.hits(terms), index.hits(terms))


def test_taking_rows_in_any_order_is_indexing_those_texts():
    index, draw = TextIndex(TEXTS), random.Random(5)
    saved = stored(index, TERMS)
    for _ in range(10):
        rows = np.array(draw.sample(range(len(TEXTS)), k=draw.randint(0, len(TEXTS))), dtype=np.int64)
        fresh = TextIndex([TEXTS[row] for row in rows]).hits(TERMS)
        pd.testing.assert_frame_equal(index.take(rows).hits(TERMS), fresh)
        pd.testing.assert_frame_equal(saved.take(rows).hits(TERMS), fresh)
        assert saved.take(rows).counts["count"].sum() == sum(len(words) for words in index.take(rows).words())


def test_a_term_that_was_not_saved_is_named_and_many_are_counted():
    saved = stored(TextIndex(TEXTS), TERMS)
    with pytest.raises(MissingTextError, match="not in the vocabulary saved with this corpus: 青溪;"):
        saved.hits(["创新", "青溪"])
    with pytest.raises(MissingTextError, match="and 2 more"):
        saved.hits(list("甲乙丙丁戊己庚"))


def test_no_hits_are_a_frame_with_every_column():
    frame = hit_frame([], [], [], [], [], TERMS)
    assert list(frame.columns) == ["row", "term", "start", "end", "word"] and frame.empty
