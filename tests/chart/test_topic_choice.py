import pytest

from analysis import chart
from analysis.errors import ChartError
from tests.chart.frames import changed
from tests.chart.topic_frames import found, frames


def test_lines_are_the_curve_and_the_number_taken_is_marked():
    frame = frames()["topic_choice"]
    lines = {line.get_gid(): line for line in chart.topic_choice(frame).axes[0].lines}
    for column in ("stability", "coherence", "score"):
        assert list(lines[column].get_ydata()) == frame[column].tolist()
    taken = frame.loc[frame["score"].idxmax(), "n_topics"]
    assert set(lines["chosen"].get_xdata()) == {taken}
    assert f"取{taken}个话题" in chart.topic_choice(frame).record.texts.title


def test_one_number_has_no_curve():
    with pytest.raises(ChartError, match="only one number of topics was tried"):
        chart.topic_choice(found().choice)


def test_a_negative_coherence_has_a_minus_sign():
    frame = frames()["topic_choice"]
    below = changed(frame, coherence=-0.25)
    assert [("−0.25" in chart.topic_choice(below, lang=lang).record.alt[lang]) for lang in ("zh", "en")] == [True, True]


def test_a_thread_leads_from_a_curve_to_the_name_that_had_to_give_way():
    frame = frames()["topic_choice"]
    axes = chart.topic_choice(changed(frame, stability=0.5, coherence=0.5, score=0.5)).axes[0]
    assert len([line for line in axes.lines if line.get_gid() == "thread"]) == 2


def test_of_numbers_that_share_the_highest_all_are_named_and_of_values_alike_none():
    frame = frames()["topic_choice"]
    alt = chart.topic_choice(changed(frame, stability=0.5, coherence=0.2 + 0.1 * (frame.index > 1))).record.alt
    assert "Stability: 0.50 at every number." in alt["en"] and "稳定性均为0.50。" in alt["zh"]
    first, second = sorted(frame["n_topics"])[:2]
    assert f"lowest 0.20 at {first}" in alt["en"] and f"at {first}," not in alt["en"].split("lowest")[0]
    assert second == first + 1 and f"lowest 0.20 at {first}–{second}." in alt["en"]
