"""Cues of looking back and ahead, on invented texts (云岭市)."""

import random

import pytest

from analysis.text.cues import plan_score, turning_point

BACK = "去年云岭市生产总值增长5.5%，建成了云岭港，城乡面貌有了显著变化，取得了新成绩。"
AHEAD = "今年要加快建设青溪新城，完善公共服务，扩大对外开放，确保云岭人民生活更好。"
FLAT = "云岭市在群山之中，青溪从城边流过。"


def test_cues_lean_the_way_a_reader_would():
    assert plan_score(BACK) < 0 < plan_score(AHEAD)
    assert plan_score(FLAT) == 0
    turn = turning_point([BACK, BACK, AHEAD])
    assert turn.cut == 2 and turn.back < 0 < turn.ahead and turn.agreement == 1


def test_cues_read_traditional_characters_and_full_width_digits_alike():
    assert plan_score("去年雲嶺市增長５.５％，取得顯著成績。") == plan_score("去年云岭市增长5.5%，取得显著成绩。")


def test_the_turning_point_is_the_best_of_all_cuts():
    draw = random.Random(3)
    for _ in range(30):
        texts = [draw.choice((BACK, AHEAD, FLAT)) for _ in range(draw.randint(1, 12))]
        scores = [plan_score(text) for text in texts]
        sums = [sum(scores[cut:]) - sum(scores[:cut]) for cut in range(len(texts) + 1)]
        assert sums[turning_point(texts).cut] == pytest.approx(max(sums))


def test_agreement_falls_where_a_text_goes_back_and_forth():
    assert turning_point([BACK, AHEAD] * 4).agreement < 0.75 < turning_point([BACK] * 4 + [AHEAD] * 4).agreement


def test_one_side_may_be_empty_and_so_may_all():
    assert turning_point([AHEAD, AHEAD])[:2] == (0, 0.0) and turning_point([BACK, BACK]).cut == 2
    assert turning_point([]) == (0, 0.0, 0.0, 0.0) and turning_point([FLAT]).agreement == 0
