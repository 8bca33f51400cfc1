import pytest
from matplotlib.figure import Figure

from analysis import chart
from tests.chart.frames import changed, comparisons, overlapping


def test_columns_hold_the_most_said_and_the_longest_silent():
    frame = comparisons()["new_gone_back"]
    figure = chart.new_gone_back(frame, most=5, lang="en")
    shown = {status: [] for status in ("new", "back", "gone")}
    for text in figure.axes[0].texts:
        status = (text.get_gid() or "").rsplit("-")[0]
        if status in shown and text.get_text() in set(frame["phrase"]):
            shown[status].append(text.get_text())
    for status, phrases in shown.items():
        rows = frame[frame["status"] == status].set_index("phrase")
        assert len(phrases) == min(5, len(rows))
        column, best = ("last_year", min) if status == "back" else ("mentions", max)
        assert rows.loc[phrases[0], column] == best(rows[column])


def test_what_no_theme_covers_is_marked_and_the_missing_years_are_said():
    frame = comparisons()["new_gone_back"]
    figure = chart.new_gone_back(changed(frame, themes=""), most=4, lang="en")
    marks = [text for text in figure.axes[0].texts if text.get_text().endswith("○")]
    assert len(marks) == 12
    gaps = changed(frame)
    gaps.attrs = frame.attrs | {"notes": [{"zh": "缺1965年。", "en": "without 1965"}]}
    note = chart.new_gone_back(gaps, lang="en").record.texts.note
    assert note.startswith("Counting: every occurrence, the whole report") and "Without 1965. New: " in note


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_phrase_none_of_a_kind_and_very_long_ones_are_drawn_clear(lang):
    frame = comparisons()["new_gone_back"]
    long = changed(frame, phrase=frame["phrase"] + "的" * 14)
    for awkward in (changed(frame[frame["status"] == "new"].head(1)), long):
        awkward.attrs = frame.attrs
        assert overlapping(chart.new_gone_back(awkward, lang=lang)) == []


def test_the_title_names_no_phrase_before_those_said_as_often():
    frame = comparisons()["new_gone_back"]
    new = frame[frame["status"] == "new"].head(5)

    def title(mentions: list[int], lang: str) -> str:
        rows = new.head(len(mentions)).assign(phrase=list("ABCDE")[: len(mentions)], mentions=mentions)
        rows.attrs = frame.attrs
        return chart.new_gone_back(rows, lang=lang).record.texts.title

    assert title([2, 2, 2, 2, 1], "en") == "2025: 5 phrases are new; said most (2 times): A and 3 others"
    assert title([2, 2, 1, 1, 1], "zh") == "2025年首次出现5个提法，最多的（2次）是“A”、“B”"
    assert title([1, 1, 1], "en") == "2025: 3 phrases are new; each said 1 time"
    assert title([1], "zh") == "2025年首次出现“A”"


@pytest.mark.parametrize(("lang", "said"), [("zh", "另有{}个未列出"), ("en", "{} more not shown")])
@pytest.mark.parametrize("size", ["web", "square", "wechat"])
def test_each_list_says_how_many_of_its_phrases_are_not_shown(lang, said, size):
    frame = comparisons()["new_gone_back"]
    figure = chart.new_gone_back(frame, most=5, size=size, lang=lang)
    texts = {text.get_gid() or "": text.get_text() for text in figure.axes[0].texts}
    for status in ("new", "back", "gone"):
        drawn = len({gid for gid in texts if gid.startswith(f"{status}-")})
        hidden = int((frame["status"] == status).sum()) - drawn
        assert texts.get(f"left-out-{status}") == (said.format(hidden) if hidden else None)
    assert overlapping(figure) == []


def test_phrases_of_reports_without_a_place_are_told_of_without_one():
    frame = changed(comparisons()["new_gone_back"])
    frame.attrs = frame.attrs | {
        "reports": [report | {"place": "", "place_en": ""} for report in frame.attrs["reports"]]
    }
    assert chart.new_gone_back(frame, lang="en").record.texts.subtitle.startswith("Phrases of the lexicon")


@pytest.mark.parametrize("inches", [(6, 4), (9, 5), (14, 6)])
def test_in_the_axes_of_a_caller_no_heading_stands_on_what_is_left_out(inches):
    figure = Figure(figsize=inches)
    ax = figure.add_subplot()
    chart.new_gone_back(comparisons()["new_gone_back"], lang="en", ax=ax, most=3)
    heads = [text.get_window_extent() for text in ax.texts if text.get_fontweight() == "bold"]
    more = [text.get_window_extent() for text in ax.texts if (text.get_gid() or "").startswith("left-out")]
    assert more and not any(one.overlaps(other) for one in heads for other in more)
    said = {text.get_text() for text in ax.texts if (text.get_gid() or "").startswith("left-out")}
    assert all(text.startswith("+") for text in said) == (inches[0] == 6)
