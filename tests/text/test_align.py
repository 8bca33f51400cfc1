import re

import pytest

from analysis.text.align import align, changed_words, shared_items
from tests.text.edits import EDITS as HAND_MADE
from tests.text.edits import NUMBERS

OLD = (
    "推动云岭新城高质量发展，加快建设现代化产业体系。",
    "城镇新增就业十二万人，失业率控制在5.5%以内。",
    "实施稳健的财政安排，支持小微企业发展壮大。",
    "加强河湖生态保护，清水河水质达到三类以上。",
    "深入推进乡村振兴，新建农村公路300公里。",
    "办好人民满意的教育，新增学位2.4万个。",
    "完善医疗服务，建成云岭第二医院。",
    "全面加强安全生产，坚决防范重特大事故。",
)
# (what was done, the new sentences, their statuses)
EDITS = [
    ("nothing", OLD, ["kept"] * 8),
    ("punctuation", (OLD[0].replace("，", "；"), *OLD[1:]), ["kept"] * 8),
    (
        "a word swapped",
        (*OLD[:2], OLD[2].replace("稳健", "积极"), *OLD[3:]),
        ["kept"] * 2 + ["reworded"] + ["kept"] * 5,
    ),
    ("a number changed", (OLD[0], OLD[1].replace("5.5", "5.0"), *OLD[2:]), ["kept", "reworded"] + ["kept"] * 6),
    (
        "a Han number changed",
        (OLD[0], OLD[1].replace("十二万", "十三万"), *OLD[2:]),
        ["kept", "reworded"] + ["kept"] * 6,
    ),
    (
        "a decimal point lost",
        (*OLD[:5], OLD[5].replace("2.4", "24"), *OLD[6:]),
        ["kept"] * 5 + ["reworded"] + ["kept"] * 2,
    ),
    ("a clause added", (*OLD[:6], OLD[6][:-1] + "，引进名医十名。", OLD[7]), ["kept"] * 6 + ["reworded", "kept"]),
    ("two sentences merged", (OLD[0][:-1] + "，" + OLD[1], *OLD[2:]), ["reworded"] + ["kept"] * 6),
    (
        "a sentence split",
        (OLD[0].split("，")[0] + "。", OLD[0].split("，")[1], *OLD[1:]),
        ["reworded"] * 2 + ["kept"] * 7,
    ),
    ("order changed", (OLD[3], *OLD[:3], *OLD[4:]), ["moved"] + ["kept"] * 7),
    ("a new sentence", (*OLD, "培育低空飞行产业，开通无人机航线六条。"), ["kept"] * 8 + ["new"]),
    ("a sentence dropped", OLD[:-1], ["kept"] * 7),
]


@pytest.mark.parametrize(("what", "new", "expected"), EDITS, ids=[edit[0] for edit in EDITS])
def test_hand_made_edits_get_their_status(what, new, expected):
    assert [match.status for match in align(OLD, new)[0]] == expected


def test_every_match_is_one_to_one_and_old_sentences_live_or_drop():
    matches, lives = align(OLD, OLD[:-1])
    assert lives == [True] * 7 + [False]
    sources = [match.old for match in matches if match.old >= 0]
    assert len(sources) == len(set(sources))


def test_merged_sentences_both_live_on():
    assert align(OLD, (OLD[0][:-1] + "，" + OLD[1], *OLD[2:]))[1] == [True] * 8


def test_what_is_said_twice_where_it_was_said_once_is_not_reworded():
    matches, lives = align(OLD, (*OLD, OLD[3]))
    assert [match.status for match in matches] == ["kept"] * 8 + ["moved"] and all(lives)


def statuses(old, new):
    return [match.status for match in align(old, new)[0]]


def test_sixty_hand_made_edits_are_read_as_a_reader_would():
    """Each edit by itself, and all of them as two reports of over a hundred sentences."""
    assert len(HAND_MADE) >= 60
    right = [statuses(old, new) == expected for _, old, new, expected in HAND_MADE]
    assert sum(right) >= 0.95 * len(right)
    old, new, expected = ([s for edit in HAND_MADE for s in edit[side]] for side in (1, 2, 3))
    right = [a == b for a, b in zip(statuses(old, new), expected, strict=True)]
    assert sum(right) >= 0.95 * len(right)


@pytest.mark.parametrize("old, new", NUMBERS)
def test_a_changed_number_is_never_kept(old, new):
    for pair in (([old], [new]), ([new], [old]), ([old, OLD[0]], [OLD[0], new])):
        assert "kept" not in statuses(*pair)[-1:] and "moved" not in statuses(*pair)[-1:]


def test_no_digit_can_change_unseen():
    for sentence in {text for _, old, new, _ in HAND_MADE for text in (*old, *new)} | set(OLD):
        for place, sign in enumerate(sentence):
            for other in {"0123456789": "07", "一二三四五六七八九": "二七"}.get(
                next((digits for digits in ("0123456789", "一二三四五六七八九") if sign in digits), ""), ""
            ):
                if other != sign:
                    changed = sentence[:place] + other + sentence[place + 1 :]
                    assert statuses([sentence], [changed]) == ["reworded"], changed


def reuse(reference_values, kind):
    cases = reference_values("text_reuse.json")["cases"]
    return [case for case in cases if case["m"].startswith(kind)]


def test_the_share_found_elsewhere_and_jaccard_are_textreuses(reference_values):
    """Sets, not bags: an item counts once. Merged sentences are known by that share of their trigrams."""
    for case in reuse(reference_values, "ratio_of_matches"):
        common, _, size = shared_items([case["a"]], [case["b"]])
        assert common.toarray()[0, 0] / size[0] == pytest.approx(case["expected"])
    for case in reuse(reference_values, "jaccard"):
        common, *sizes = shared_items([case["a"]], [case["b"]])
        both = common.toarray()[0, 0]
        assert both / (sizes[0][0] + sizes[1][0] - both) == pytest.approx(case["expected"])


def test_inside_the_passage_textreuse_aligns_the_same_word_is_new(reference_values):
    """Its alignment is local and marks a gap by #; ours runs from end to end, so it says besides what stands around."""
    case = reuse(reference_values, "local alignment")[0]
    before, after = case["a_edits"].split(), case["b_edits"].split()
    gaps = [(b if a.startswith("#") else "") for a, b in zip(before, after, strict=True) if a != b]
    found = changed_words(*(re.findall(r"\w+", case[side]) for side in "ab"))
    assert [new for old, new in found if not old] == gaps == ["good"]
    passage = changed_words([word for word in before if not word.startswith("#")], after)
    assert passage == [("", "good")] and found[0] == ("Howcanwetellif", "Surely")


def test_texts_with_nothing_in_common_share_nothing(reference_values):
    """textreuse: local alignment of abc and xyz scores 0."""
    case = next(c for c in reference_values("text_reuse.json")["cases"] if c["m"] == "local alignment, nothing shared")
    matches, lives = align([case["a"]], [case["b"]])
    assert (matches[0].status, matches[0].similarity, lives) == ("new", case["score"], [False])


def test_every_case_of_text_reuse_is_tested(reference_values):
    assert len(reference_values("text_reuse.json")["cases"]) == sum(
        len(reuse(reference_values, kind)) for kind in ("jaccard", "ratio_of_matches", "local alignment")
    )


def test_an_empty_side_is_no_error():
    assert align([], ["甲。"])[0][0].status == "new" and align(["甲。"], []) == ([], [False])
