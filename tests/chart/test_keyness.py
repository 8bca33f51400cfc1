import pytest

from analysis import chart
from analysis.errors import ChartError
from tests.chart.frames import changed, comparisons


def test_bars_of_the_two_sides_grow_apart_and_show_both_counts():
    frame = comparisons()["keyness"]
    figure = chart.keyness(frame, most=6, lang="en")
    widths = [bar.get_width() for bar in figure.axes[0].patches]
    assert sorted(w > 0 for w in widths) == [False] * 6 + [True] * 6
    top = frame.sort_values("log_odds_z", ascending=False).iloc[0]
    shown = {text.get_text() for text in figure.axes[0].texts}
    assert f"{top['term']}  {top['count_target']}:{top['count_reference']}" in shown


def test_the_title_leads_with_words_clear_of_chance_and_claims_none_where_none_is():
    words = comparisons()["keyness"].sort_values("log_odds_z", ascending=False, ignore_index=True)
    frame = words.iloc[[0, 1, 2, -3, -2, -1]]
    second = frame["term"].iloc[1]
    for q, lead in (
        ([0.5] * len(frame), "No word clearly sets China 2025 apart"),
        ([0.01] * len(frame), f"Most typical word of China 2025: {frame['term'].iloc[0]}; of China"),
        ([0.37, 0.01, *[0.5] * (len(frame) - 2)], f"Most typical word of China 2025: {second}; of "),
    ):
        made = frame.assign(q=q)
        made.attrs = words.attrs | {"terms": len(frame)}
        figure = chart.keyness(made, lang="en")
        assert lead in " ".join(text.get_text() for text in figure.texts)
        hollow = [patch.get_facecolor() == figure.get_facecolor() for patch in figure.axes[0].patches]
        assert sum(hollow) == sum(value >= 0.05 for value in q)


@pytest.mark.parametrize("most", [0, -3, "5"])
def test_a_number_of_rows_that_is_none_is_one_sentence(most):
    for name in ("keyness", "new_gone_back", "wording"):
        with pytest.raises(ChartError, match=f"chart.{name}: most={most!r}; use a whole number from 1"):
            getattr(chart, name)(comparisons()[name], most=most)


def test_phrases_are_called_phrases_in_both_languages():
    frame = comparisons()["keyness"]
    frame = changed(frame, q=0.9)
    frame.attrs = frame.attrs | {"count": "longest"}
    for lang, phrase, word in (("en", "phrase", " word"), ("zh", "短语", "词")):
        texts = chart.keyness(frame, lang=lang).record.texts
        assert phrase in texts.title and word not in texts.title + texts.alt.replace("特征短语", "")
    one = frame[frame["log_odds_z"] > 0].head(1)
    assert "bar chart of 1 phrase, 1 of China 2025 and 0 of" in chart.keyness(one, lang="en").record.texts.alt


def test_the_alternative_text_says_of_a_hollow_word_that_it_is_not_clear_of_chance():
    frame = comparisons()["keyness"]
    for lang, said in (("en", ", not clear of chance)"), ("zh", "，未超出偶然）")):
        assert chart.keyness(changed(frame, q=0.5)).record.alt[lang].count(said) == 2
        assert said not in chart.keyness(changed(frame, q=0.01)).record.alt[lang]


def test_words_of_equal_z_are_drawn_all_or_none_and_are_of_the_same_rule_in_the_cloud():
    frame = comparisons()["keyness"].sort_values("log_odds_z", ascending=False, ignore_index=True)
    tied = changed(frame, log_odds_z=frame["log_odds_z"].mask(frame.index.isin([2, 3, 4, 5]), frame["log_odds_z"][2]))
    for draw in (chart.keyness, chart.comparison_cloud):
        for most, count in ((2, 2), (4, 2), (6, 6)):
            data = draw(tied, most=most).record.data
            assert (data["log_odds_z"] > 0).sum() == count
        with pytest.raises(ChartError, match="column 'q' has no number in 1 of "):
            draw(changed(frame, q=frame["q"].mask(frame.index == 3)))
        with pytest.raises(ChartError, match="every word has a log_odds_z of 0"):
            draw(changed(frame, log_odds_z=0.0))
