from analysis.text.phrases import free_phrases, phrases

LINES = ["云岭市推动绿色发展。", "坚持绿色发展，", "绿色发展为先。", "必须绿色发展！", "要绿色发展。"]


def test_a_phrase_holds_together_and_stands_freely():
    found = free_phrases(phrases(LINES * 3, list("abc") * 5), cohesion=1.0, entropy=0.5)
    assert found["phrase"].tolist()[0] == "绿色发展"


def test_counts_are_of_every_occurrence_and_never_cross_a_sentence():
    found = phrases(["甲乙甲乙", "乙甲"] * 5, list("ab") * 5, min_count=1, min_reports=1).set_index("phrase")
    assert found.loc["甲乙", "count"] == 10 and found.loc["乙甲", "count"] == 10 and "乙乙" not in found.index


def test_rare_runs_and_runs_of_one_report_are_left_out():
    assert phrases(LINES, ["a"] * 5, min_count=2, min_reports=2).empty
