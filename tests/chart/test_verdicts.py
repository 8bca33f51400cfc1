from analysis.chart.verdicts import by_chance, finding
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
    assert "about 1 looks changed by chance" in by_chance(changed(frame, verdict="robust rise", q=0.3), "en")
    assert by_chance(changed(frame, verdict="robust rise", q=0.01), "en") == ""
    assert by_chance(changed(frame, verdict="no clear change", q=0.3), "zh") == ""


def test_names_of_one_direction_are_joined_by_and_and_the_directions_by_a_semicolon():
    frame = comparisons()["compare_years"].head(3)
    made = changed(
        frame,
        label_en=["A", "B", "C"],
        verdict=["robust rise", "robust rise", "robust fall"],
        difference=[2.0, 1.0, -1.0],
    )
    assert finding(made, "en").endswith(": A and B rose; C fell")


def test_a_title_names_three_themes_and_counts_the_others():
    frame = comparisons()["compare_years"]
    rose = changed(frame, verdict="robust rise", difference=[float(i) for i in range(len(frame))])
    last = rose["label_en"].iloc[::-1].tolist()
    assert finding(rose, "en").endswith(f"{'; '.join(last[:3])} and {len(frame) - 3} more themes rose")
    assert finding(rose, "zh").endswith(f"等{len(frame)}个主题明确上升")
