import random
import re

import pytest

from analysis.text.match import find_terms


def spans(texts, terms):
    return list(zip(*(column.tolist() for column in find_terms(texts, terms)), strict=True))


def test_overlapping_occurrences_are_all_found():
    assert spans(["科技创新创新"], ["科技创新", "创新"]) == [(0, 0, 4, 0), (0, 2, 4, 1), (0, 4, 6, 1)]


def test_a_term_never_matches_across_two_texts():
    assert spans(["科技", "创新"], ["科技创新", "/技.?创/"]) == []


def test_an_empty_term_is_refused_and_no_text_gives_no_hit():
    with pytest.raises(ValueError, match="empty term"):
        find_terms(["科技"], [""])
    assert spans([], ["科技"]) == [] and spans(["科技"], []) == []


def test_regular_expressions_stand_between_slashes():
    assert spans(["第十四个五年计划"], [r"/第.{1,3}个五年/"]) == [(0, 0, 6, 0)]


def test_positions_agree_with_brute_force():
    draw = random.Random(1)
    texts = ["".join(draw.choices("甲乙丙", k=draw.randint(0, 30))) for _ in range(40)]
    terms = ["甲", "甲乙", "乙丙甲", "丙丙", "乙"]
    expected = [
        (i, m.start(), m.start() + len(term), t)
        for i, text in enumerate(texts)
        for t, term in enumerate(terms)
        for m in re.finditer(f"(?={term})", text)
    ]
    assert spans(texts, terms) == sorted(expected, key=lambda span: (span[0], span[1], span[3]))
