import pytest

from analysis.chart.keywords import are_some, clear_of_chance, drawn_words, finding, how_many_clear, sides
from analysis.errors import ChartError
from tests.chart.frames import changed, comparisons


@pytest.fixture
def words():
    """Six words, three a side, of which the second of the target is clear of chance; said to be all compared."""
    frame = comparisons()["keyness"].sort_values("log_odds_z", ascending=False).iloc[[0, 1, 2, -3, -2, -1]]
    frame = changed(frame.reset_index(drop=True), log_odds_z=[3.0, 2.0, 1.0, -1.0, -2.0, -4.0])
    frame = changed(frame, q=[0.5, 0.01, 0.5, 0.5, 0.5, 0.5])
    frame.attrs = frame.attrs | {"terms": 6}
    return frame


def test_each_side_begins_with_its_most_typical_and_has_at_most_as_many_as_asked_for(words):
    shuffled = words.sample(frac=1, random_state=3)
    shown = drawn_words(shuffled, "keyness", 2)
    assert shown["log_odds_z"].tolist() == [3.0, 2.0, -4.0, -2.0]
    target, reference = sides(shown)
    assert target["term"].tolist() == words["term"][:2].tolist() and len(reference) == 2
    one = drawn_words(words[words["log_odds_z"] > 0], "keyness", 9)
    assert len(one) == 3 and sides(one)[1].empty and one.attrs["target"] == words.attrs["target"]


def test_a_word_is_clear_of_chance_by_its_q_alone(words):
    assert clear_of_chance(changed(words, q=[0.0499, 0.05, 0.2, 0.01, 1.0, 0.5])).tolist() == [
        True, False, False, True, False, False,
    ]  # fmt: skip
    alt, note = how_many_clear(words, "en", others=", the others hollow")
    assert alt == "1 is clear of chance (q below 0.05)."
    assert note == "1 of 6 words shown is clear of chance (q < 0.05), the others hollow."
    assert how_many_clear(words, "zh") == ("1个超出偶然（q小于0.05）。", "所示6个词中1个超出偶然（q<0.05）。")


def test_the_finding_names_the_first_clear_word_of_each_side(words):
    second = words["term"][1]
    assert finding(words, "en", some=False).startswith(f"Most typical word of China 2025: {second}; of China")
    assert finding(words, "en", some=False).endswith(": none clear")
    assert finding(words, "zh", some=True).startswith(f"所示6个词中，全国2025最突出的词是“{second}”")
    none = changed(words, q=0.9)
    assert finding(none, "en", some=True).startswith("None of the 6 words shown clearly sets China 2025 apart from")


def test_words_are_some_where_rows_are_gone_or_a_clear_one_is_not_drawn(words):
    assert not are_some(words, words)
    assert are_some(words.head(5), words.head(5)), "a row less than were compared"
    assert are_some(words.drop(index=1), words), "the clear one of its side is not drawn"
    assert not are_some(words.drop(index=0), words), "an unclear one is not missed"


def test_words_that_all_stand_between_the_sides_cannot_be_drawn(words):
    with pytest.raises(ChartError, match=r"chart\.keyness: every word has a log_odds_z of 0"):
        drawn_words(changed(words, log_odds_z=0.0), "keyness", 5)
