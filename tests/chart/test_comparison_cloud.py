import pytest

from analysis import chart, measure, read
from analysis.errors import ChartError
from tests.chart.frames import overlapping


@pytest.fixture(scope="module")
def words():
    return measure.keyness(read.corpus("national"), target=2025, reference=2024)


def test_each_word_stands_on_its_own_side(words):
    figure = chart.comparison_cloud(words, most=12)
    z = dict(zip(words["term"], words["log_odds_z"], strict=True))
    sides = [
        (text.get_gid().split("-")[0], z[text.get_text()])
        for ax in figure.axes[0].child_axes
        for text in ax.texts
        if (text.get_gid() or "").startswith(("target-", "reference-"))
    ]
    assert {side for side, _ in sides} == {"target", "reference"}
    assert all((value > 0) == (side == "target") for side, value in sides)


def test_two_sides_are_needed(words):
    one = words[words["log_odds_z"] > 0]
    one.attrs = words.attrs
    with pytest.raises(ChartError, match="one side has no words"):
        chart.comparison_cloud(one)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", ["web", "square", "wechat"])
def test_words_around_the_cloud_do_not_overlap(words, lang, size):
    figure = chart.comparison_cloud(words, lang=lang, size=size)
    for ax in figure.axes[0].child_axes:
        for text in ax.texts:
            # Boxes of text are taller than the ink, which test_cloud measures.
            text.set_visible(not (text.get_gid() or "").startswith(("target-", "reference-")))
    assert overlapping(figure) == []


def test_the_title_claims_no_word_that_chance_explains(words):
    unsure = words.assign(q=0.9)
    unsure.attrs = words.attrs
    texts = chart.comparison_cloud(unsure, lang="en").record.texts
    assert texts.title == chart.keyness(unsure, lang="en").record.texts.title
    assert texts.title.startswith("No word clearly sets") and "0 are clear of chance" in texts.alt


@pytest.mark.parametrize("most", [-1, 0, "a", 1.5])
def test_a_number_of_words_that_cannot_be_is_one_sentence(words, most):
    with pytest.raises(ChartError, match="most=.*; use a whole number from 1"):
        chart.comparison_cloud(words, most=most)


def test_words_left_out_are_told_with_the_report_that_they_are_of(words):
    record = chart.comparison_cloud(words, most=200, size="wechat").record
    for lang, said in (("zh", "{}未能排入的"), ("en", " of {}: ")):
        assert all(said.format(words.attrs[side][lang]) in record.alt[lang] for side in ("target", "reference"))


def test_words_of_equal_z_are_drawn_or_left_out_together(words):
    ranked = words["log_odds_z"].abs()[words["log_odds_z"] > 0].sort_values(ascending=False).tolist()
    most = next(i for i in range(10, len(ranked)) if ranked[i - 1] == ranked[i])
    shown = chart.comparison_cloud(words, most=most).record.data["log_odds_z"]
    assert shown[shown > 0].min() > ranked[most]
