"""The bundled corpora are read whole and clean from their raw files."""

from collections import Counter

from analysis import read
from analysis.read.furniture import furniture
from analysis.text.han import han_length

YEARS = {*range(1954, 1961), 1964, 1975, *range(1978, 2026)}
ENDS = tuple("。！!？?…”）)")


def test_the_nation_has_exactly_one_report_for_every_year_there_is(national_texts):
    assert national_texts.reports["year"].tolist() == sorted(YEARS)
    assert len(national_texts) == 57


def test_the_plan_report_of_1955_is_whole(national_texts):
    assert national_texts["national-1955"].han == 51_623


def test_the_report_of_1991_is_counted_once_though_its_file_prints_it_twice(national_texts):
    report = national_texts["national-1991"]
    assert 11_000 < report.han < 12_000
    assert "prints the report twice" in report.notes


def test_no_report_holds_its_paragraphs_twice(national_texts, provinces_texts):
    for corpus in (national_texts, provinces_texts):
        for report in corpus:
            long = Counter(paragraph for paragraph in report.paragraphs if han_length(paragraph) >= 30)
            assert sum(count - 1 for count in long.values()) <= 2, report.id


def test_printed_pages_do_not_break_paragraphs(national_texts):
    for year in (1957, 2017, 2021):
        for paragraph in national_texts[f"national-{year}"].paragraphs:
            broken = han_length(paragraph) > 40 and not paragraph.endswith((*ENDS, "：", "；"))
            assert not broken, (year, han_length(paragraph))


def test_where_the_two_files_disagree_the_notes_say_so(national_texts):
    assert "dates it 1954-05-23" in national_texts["national-1954"].notes
    assert "prints it twice" in national_texts["national-1959"].notes
    assert "characters shorter" in national_texts["national-2007"].notes


def test_every_national_report_says_which_source_was_chosen_and_when_it_was_delivered(national_texts):
    for report in national_texts:
        assert report.notes.startswith("Text from ") and report.place == "全国"
        assert report.date.startswith(str(report.year))


def test_the_same_31_provinces_are_there_in_both_years(provinces_texts):
    names = provinces_texts.reports.groupby("year")["place"].agg(set)
    assert Counter(provinces_texts.reports["year"]) == {2025: 31, 2026: 31}
    assert names[2025] == names[2026] and len(names[2025]) == 31


def test_every_province_report_runs_from_its_salutation_to_the_end_of_a_sentence(provinces_texts):
    for report in provinces_texts:
        assert report.paragraphs[0].startswith(("各位代表", "各位委员", "同志们")), report.id
        assert report.paragraphs[-1].endswith(ENDS), report.id
        assert not report.problems, report.id


def test_reports_are_dated_by_the_day_they_were_delivered(provinces_texts):
    # Guangdong's page breaks the meeting line in two, and was published days later.
    assert provinces_texts["guangdong-2026"].date == "2026-01-26"


def test_a_source_line_copied_from_another_province_is_noted(provinces_texts):
    assert "of another province" in provinces_texts["ningxia-2025"].notes
    assert provinces_texts["beijing-2025"].notes == ""


def test_lists_of_tasks_after_the_close_are_an_appendix(provinces_texts):
    rules = {piece.rule for piece in provinces_texts["inner-mongolia-2026"].removed}
    assert "appendix" in rules and "notes after the report" not in rules


def test_no_kept_paragraph_is_furniture(national_texts, provinces_texts, xiangjiang_texts):
    left = {
        (report.id, paragraph)
        for corpus in (national_texts, provinces_texts, xiangjiang_texts)
        for report in corpus
        for paragraph in report.paragraphs
        if furniture(paragraph) or not paragraph.strip()
    }
    assert left == set()


def test_nothing_invisible_is_left_in_a_paragraph(national_texts, provinces_texts, xiangjiang_texts):
    bad = frozenset("\u200b\u200c\u200d\ufeff\u3000\xa0\t\r\x00")
    for corpus in (national_texts, provinces_texts, xiangjiang_texts):
        for report in corpus:
            assert not bad & set(report.text), report.id


def test_what_was_removed_beside_notes_and_appendices_is_little(provinces_texts):
    for report in provinces_texts:
        other = [piece for piece in report.removed if piece.rule not in {"notes after the report", "appendix"}]
        assert sum(han_length(piece.text) for piece in other) < 400, report.id


def test_the_plan_of_xiangjiang_is_known(xiangjiang_texts):
    [report] = xiangjiang_texts
    assert (report.year, report.place, report.level) == (2021, "湖南湘江新区", "district")
    assert report.title.startswith("湘江新区2021年")
    assert (report.publisher, report.date) == ("人民网-湖南频道", "2021-01-14")


def test_the_plan_of_xiangjiang_has_six_keyword_sections_in_order(xiangjiang_texts):
    [report] = xiangjiang_texts
    sentences = read.structure(report)
    headings = sentences[sentences["is_heading"] & (sentences["heading_kind"] == "keyword")]
    assert headings["section"].tolist() == [1, 2, 3, 4, 5, 6]
    assert headings["heading"].is_unique
    assert set(sentences["part"]) == {"plan"}


def test_captions_source_share_bar_and_editors_are_taken_out_of_the_page(xiangjiang_texts):
    [report] = xiangjiang_texts
    rules = {piece.rule for piece in report.removed}
    assert {"photo caption", "source and date line", "share bar", "editors' line", "page buttons", "dateline"} <= rules
    for words in ("供图", "责编", "分享到", "查看原图"):
        assert words not in report.text
