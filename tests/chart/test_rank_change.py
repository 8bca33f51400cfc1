import pytest

from analysis import chart, measure, read
from analysis.errors import ChartError
from tests.chart.frames import changed, comparisons, overlapping, themes


def test_lines_follow_the_ranks_and_break_where_a_year_is_missing():
    frame = measure.priority_ranks(read.corpus("national").select(year=[1958, 1959, 1960, 1964]), part="all", draws=100)
    figure = chart.rank_change(frame, highlight="agriculture")
    runs = [line for line in figure.axes[0].lines if line.get_gid() == "rank-agriculture"]
    assert [list(line.get_xdata()) for line in runs] == [[1958, 1959, 1960], [1964]]
    ranks = frame[frame["theme"] == "agriculture"]["rank"].tolist()
    assert [rank for line in runs for rank in line.get_ydata()] == ranks
    assert figure.axes[0].get_ylim()[0] > figure.axes[0].get_ylim()[1], "the first rank stands on top"


def test_without_a_choice_it_follows_who_gained_and_who_lost_most():
    frame = comparisons()["rank_change"]
    by_theme = frame.sort_values("year").groupby("theme")["rank"].agg(["first", "last"])
    gained = by_theme["first"] - by_theme["last"]
    title = chart.rank_change(frame, lang="zh").record.texts.title
    names = frame.drop_duplicates("theme").set_index("theme")["label_zh"]
    assert any(names[theme] in title for theme in gained[gained == gained.max()].index)
    assert any(names[theme] in title for theme in gained[gained == gained.min()].index)


def test_what_is_highlighted_shows_the_interval_of_its_rank_at_both_ends():
    frame = comparisons()["rank_change"]
    figure = chart.rank_change(frame, highlight=["health", "energy"])
    found = {bar.get_gid(): bar for bar in figure.axes[0].collections}
    last = frame[(frame["year"] == 2025) & (frame["theme"] == "health")].iloc[0]
    [[(_, low), (_, high)]] = found["interval-2025-health"].get_segments()
    assert (low, high) == (last["rank_low"], last["rank_high"])
    assert len(found) == 4


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_ties_and_a_single_theme_keep_their_labels_apart(lang):
    frame = comparisons()["rank_change"]
    for awkward in (changed(frame, rank=1), changed(frame[frame["theme"] == "energy"])):
        awkward.attrs = frame.attrs
        assert overlapping(chart.rank_change(awkward, lang=lang)) == []


def test_one_year_or_two_reports_of_a_year_cannot_be_drawn():
    frame = comparisons()["rank_change"]
    with pytest.raises(ChartError, match="at least two years"):
        chart.rank_change(frame[frame["year"] == 2025])
    with pytest.raises(ChartError, match="one report a year"):
        chart.rank_change(frame.loc[frame.index.repeat(2)])


def test_the_title_headlines_moves_beyond_their_intervals_and_says_so_of_others():
    frame = comparisons()["rank_change"]
    rank = frame["rank"].astype(float)
    clear = frame["theme"].eq("energy")
    sure = changed(frame, rank_low=(rank - 30).mask(clear, rank), rank_high=(rank + 30).mask(clear, rank))
    title = chart.rank_change(sure, lang="en").record.texts.title
    assert title == "2015 to 2025: Energy from rank 20 to 22"
    unsure = changed(frame, rank_low=rank - 30, rank_high=rank + 30)
    titles = [chart.rank_change(unsure, lang=lang).record.texts.title for lang in ("en", "zh")]
    assert titles[0].count(", intervals overlap") == titles[1].count("，区间有重叠") == 2


def test_many_themes_that_share_the_first_rank_are_counted_and_none_is_claimed_where_none_is_first():
    frame = comparisons()["rank_change"]
    tied = chart.rank_change(changed(frame, rank=1, rank_low=1, rank_high=1), lang="en").record.texts.alt
    assert "and 21 others; in 2025:" in tied
    last = frame[frame["theme"] == "energy"]
    assert "First in" not in chart.rank_change(last, lang="en").record.texts.alt


def test_a_move_without_intervals_is_told_as_not_measured():
    frame = changed(comparisons()["rank_change"], rank_low=float("nan"), rank_high=float("nan"))
    zh, en = (chart.rank_change(frame, highlight="energy", lang=lang).record.texts.title for lang in ("zh", "en"))
    assert en == "2015 to 2025: Energy from rank 20 to 22 (margin of error not measured)"
    assert zh.endswith("由第20到第22，未测误差")


def test_the_movers_picked_from_many_are_those_whose_intervals_are_apart():
    frame = comparisons()["rank_change"]
    rank = frame["rank"].astype(float)
    ends = frame[frame["year"].isin([2015, 2025])].pivot(index="theme", columns="year", values="rank")
    moved = (ends[2015] - ends[2025]).abs().sort_values()
    largest, small = moved.index[-1], moved[moved.between(2, 4)].index[0]
    # Every pair is clear by itself, the largest move included; only the small one's intervals are apart.
    half = frame["theme"].map((moved * 0.6).where(moved.index != small, moved * 0.4))
    frame = changed(frame, rank_low=rank - half, rank_high=rank + half)
    names = frame.drop_duplicates("theme").set_index("theme")["label_zh"]
    title = chart.rank_change(frame).record.texts.title
    assert names[small] in title and names[largest] not in title and "重叠" not in title
    named = chart.rank_change(frame, highlight=largest).record.texts.title
    assert names[largest] in named and named.endswith("，区间有重叠"), "as much of one that the caller named"
    frame = changed(frame, rank_low=rank - moved.max() * 0.6, rank_high=rank + moved.max() * 0.6)
    assert "，区间有重叠" in chart.rank_change(frame).record.texts.title


def test_the_note_says_by_what_rule_the_chart_named_themes_and_not_of_those_a_caller_named():
    frame = comparisons()["rank_change"]
    rank = frame["rank"].astype(float)
    sure, unsure = (changed(frame, rank_low=rank - half, rank_high=rank + half) for half in (0.1, 30))
    rule = "Named are the largest rise and the largest fall of rank"
    for own, said in ((sure, f"{rule} whose intervals at both ends stand apart."), (unsure, f"{rule}.")):
        assert chart.rank_change(own, lang="en").record.texts.note.endswith(said)
    assert chart.rank_change(sure).record.texts.note.endswith("标名的是两端区间不重叠的主题中名次升降最大的。")
    for own, options in ((sure, {"highlight": "energy"}), (frame[frame["theme"] == "energy"], {})):
        assert "Named" not in chart.rank_change(own, lang="en", **options).record.texts.note


def test_no_name_is_cut_in_the_widest_format():
    frame = comparisons()["rank_change"]
    assert frame["label_en"].str.len().max() > 50
    names = [text.get_text() for text in chart.rank_change(frame, lang="en").axes[0].texts]
    assert any(name.startswith("Digital economy") for name in names) and not any("…" in name for name in names)


def test_a_thread_leads_from_a_shared_rank_to_each_name_that_had_to_give_way():
    frame = comparisons()["rank_change"]
    first = frame.drop_duplicates("theme")["theme"][:7]
    last = frame["theme"].isin(first) & frame["year"].eq(2025)
    axes = chart.rank_change(changed(frame, rank=frame["rank"].mask(last, 3))).axes[0]
    threads = [line.get_xydata() for line in axes.lines if line.get_gid() == "thread"]
    ends = [text.xy[1] for text in axes.texts if text.get_text().startswith("3 ")]
    led = sorted(end[1] for start, end in threads if list(start) == [2025, 3])
    assert len(led) >= 7 and led == pytest.approx(sorted(place for place in ends if abs(place - 3) > 0.4))


def test_ranks_of_reports_without_a_place_are_told_of_without_one():
    frame = changed(comparisons()["rank_change"])
    frame.attrs = frame.attrs | {
        "reports": [report | {"place": "", "place_en": ""} for report in frame.attrs["reports"]]
    }
    assert chart.rank_change(frame, lang="en").record.texts.subtitle.startswith("Rank of 22 themes by mentions")


def test_ranks_of_two_places_are_no_line():
    frame = changed(comparisons()["rank_change"])
    first, *others = frame.attrs["reports"]
    frame.attrs = frame.attrs | {"reports": [first | {"place": "云岭市"}, *others]}
    with pytest.raises(
        ChartError, match="chart.rank_change draws the years of one place, and the frame has 云岭市 and"
    ):
        chart.rank_change(frame)
    assert chart.rank_change(changed(frame, place="云岭市")).axes, "a place that was renamed, under one name"


def test_the_alternative_text_tells_the_highest_and_the_lowest_rank_between():
    frame = changed(themes(years=(2023, 2024, 2025), count=3))
    ranks = {"technology": [1, 3, 2], "employment": [2, 1, 1], "environment": [3, 2, 3]}
    frame["rank"] = [ranks[theme][year - 2023] for theme, year in zip(frame["theme"], frame["year"], strict=True)]
    alt = chart.rank_change(frame, highlight="technology").record.alt
    assert "from rank 1 to 2" in alt["en"] and ", highest 1 in 2023, lowest 3 in 2024." in alt["en"]
    assert "，最高第1（2023年），最低第3（2024年）。" in alt["zh"]
