import pytest

from analysis import measure, provenance, read
from analysis.errors import ChartError


def attrs(**facts):
    report = {
        "id": "a",
        "title": "云岭市2025年政府工作报告",
        "year": 2025,
        "place": "甲市",
        "place_en": "A",
        "level": "city",
        "publisher": "云岭日报",
    }
    return provenance.describe(measure="theme_frequencies", reports=[report], **facts)


def test_the_source_names_what_was_plotted_and_who_computed():
    assert provenance.source_line(attrs()).startswith(
        "资料来源：云岭日报，《云岭市2025年政府工作报告》（2025）；计算：report-analysis"
    )
    assert provenance.source_line(attrs(), "en").startswith(
        "Source: A, annual plan or report (云岭日报), 2025. Analysis:"
    )


def test_a_kind_that_is_known_is_named_and_a_place_without_an_english_name_keeps_its_own():
    made = attrs()
    made["reports"][0] |= {"kind": "government-work-report", "place_en": "", "place": "青溪市"}
    assert provenance.source_line(made, "en").startswith("Source: 青溪市, government work report (云岭日报), 2025.")
    assert provenance.place_of(made, "en") == "青溪市"


def test_a_missing_source_must_not_vanish_from_the_footer():
    with pytest.raises(ChartError, match="attrs are lost"):
        provenance.source_line({})


def test_invented_places_are_marked_wherever_they_are_credited():
    invented = attrs()
    invented["reports"][0]["place"] = "云岭市"
    marked = provenance.describe(measure="x", reports=invented["reports"])
    assert "虚构" in provenance.source_line(marked) and "invented" in provenance.source_line(marked, "en")


def test_the_note_states_rule_part_unit_and_interval():
    note = provenance.note_line(
        attrs(count="every", part="all", denominator="words", draws=1000, unit="sentence"), "en"
    )
    said = "every occurrence, the whole report, per 10,000 words, 95% intervals from 1,000 resamples of sentences"
    assert note == f"Counting: {said}."
    assert provenance.note_line({}) == ""


def test_notes_of_the_measure_are_printed():
    assert "Not like with like." in provenance.note_line(
        attrs(notes=[{"zh": "两侧不同。", "en": "not like with like"}]), "en"
    )


def test_reports_without_a_year_are_counted_in_both_languages():
    made = attrs()
    made["reports"] = [report | {"id": str(i), "year": None} for i in (1, 2) for report in made["reports"][:1]]
    assert "（2份）" in provenance.source_line(made) and ", 2 reports" in provenance.source_line(made, "en")


def test_resamples_of_a_tree_give_support_and_those_of_topics_stability():
    facts = {"resamples": 100, "unit": "paragraph"}
    assert "support from 100 resamples of paragraphs" in provenance.note_line({"method": "upgma", **facts}, "en")
    assert "稳定性由段落重抽样100次" in provenance.note_line({"method": "nmf", **facts})


def test_the_name_of_a_codebook_stands_without_marks_that_are_as_wide_as_chinese_characters():
    book = {"codebook": {"title_zh": "政策主题", "title_en": "Policy themes"}}
    assert "codebook: Policy themes" in provenance.note_line(book, "en")
    assert "编码表“政策主题”" in provenance.note_line(book)


def test_how_intervals_were_made_is_said_only_where_they_are_drawn():
    for made in ({"draws": 1000, "unit": "paragraph"}, {"intervals": "clopper-pearson"}):
        assert "95%" in provenance.note_line(made) and "95%" not in provenance.note_line(made, intervals=False)


def test_the_source_tells_in_which_years_the_premier_reported_on_the_plan_alone():
    def of(years):
        frame = measure.theme_frequencies(read.corpus("national").select(year=years), part="all", intervals=False)
        return [
            provenance.source_line(frame.attrs, lang).split(". Analysis")[0].split("；")[0] for lang in ("zh", "en")
        ]

    assert of([1990, 1991, 1992, 1996]) == [
        "资料来源：国务院政府工作报告（1990–1996，4份，其中1991、1996年为计划报告）",
        "Source: State Council of China, government work reports, 1990–1996, 4 reports, "
        "those of 1991, 1996 on the plan",
    ]
    assert of([1991])[0] == "资料来源：国务院计划报告（1991）" and "plan" not in of([2024, 2025])[1]
