from analysis.chart.numbers import number
from analysis.chart.verdicts import by_chance, finding, how_many
from tests.chart.frames import changed, comparisons


def test_the_finding_names_what_is_robust_and_nothing_else():
    frame = comparisons()["compare_years"]
    names = frame.loc[frame["verdict"] == "robust rise", "label_en"]
    assert len(names) and all(name in finding(frame, "en") for name in names)
    none = changed(frame, verdict="no clear change")
    assert finding(none, "en") == "China 2019 to China 2020: no theme clearly rose or fell"
    assert finding(none, "zh").endswith("没有主题明确升降")


def test_verdicts_that_hold_only_by_themselves_say_how_often_chance_gives_one():
    frame = comparisons()["compare_years"]
    for rows in (frame, frame.head(1)):
        assert "about 1 in 20 looks changed by chance" in by_chance(changed(rows, verdict="robust rise", q=0.3), "en")
        assert "约每20个有1个会偶然显得有变化" in by_chance(changed(rows, verdict="robust rise", q=0.3), "zh")
    assert by_chance(changed(frame, verdict="robust rise", q=0.01), "en") == ""
    assert by_chance(changed(frame, verdict="no clear change", q=0.3), "zh") == ""


def test_names_of_one_direction_are_quoted_where_there_are_several_and_the_directions_parted_by_a_semicolon():
    frame = comparisons()["compare_years"].head(3)
    made = changed(
        frame,
        label_en=["A", "B", "C"],
        verdict=["robust rise", "robust rise", "robust fall"],
        difference=[2.0, 1.0, -1.0],
    )
    assert finding(made, "en").endswith(": “A” and “B” rose; C fell")
    ends = [(number(row.rate_earlier), number(row.rate_later)) for row in made.itertuples()]
    told = [f"{name} from {a} to {b}" for name, (a, b) in zip("ABC", ends, strict=True)]
    assert how_many(made, "en") == f"2 robust rises ({told[0]}; {told[1]}), 1 robust fall ({told[2]})."
    (a, b), label = ends[2], made["label_zh"].iloc[2]
    assert how_many(made, "zh").endswith(f"，明确下降1个（“{label}”由{a}到{b}）。")
    none = changed(made, verdict="no clear change")
    assert how_many(none, "en") == "0 robust rises, 0 robust falls."


def test_a_title_names_three_themes_and_counts_the_others():
    frame = comparisons()["compare_years"]
    rose = changed(frame, verdict="robust rise", difference=[float(i) for i in range(len(frame))])
    last = rose["label_en"].iloc[::-1].tolist()
    assert finding(rose, "en").endswith(f"“{last[0]}”, “{last[1]}”, “{last[2]}” and {len(frame) - 3} more themes rose")
    assert f"; and {len(frame) - 3} more), " in how_many(rose, "en") and "等），" in how_many(rose, "zh")
    assert finding(rose, "zh").endswith(f"等{len(frame)}个主题明确上升")
