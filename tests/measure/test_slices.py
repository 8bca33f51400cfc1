import pytest

from analysis import measure, read
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.report import Report

BOOK = Codebook(
    "test", "测试", "Test", "1",
    (
        Theme("work", "就业", "Work", "", (Term("就业"),)),
        Theme("science", "科技", "Science", "", (Term("科技"), Term("创新"))),
    ),
)  # fmt: skip


def report(year, work, science, filler=60, **fields):
    paragraphs = ["稳定就业岗位。"] * work + ["发展科技事业，推动创新。"] * science + ["其他工作安排。"] * filler
    return Report(
        id=f"x-{year}", title="", year=year, place="云岭市", place_en="Yunling", paragraphs=tuple(paragraphs), **fields
    )


def compare(*reports, **options):
    return measure.compare_years(Corpus.from_reports(reports), 2024, 2025, codebook=BOOK, **options).set_index("theme")


def test_unlike_sides_are_said_to_be_unlike():
    changes = compare(report(2024, 20, 10, kind="plan-report"), report(2025, 20, 10, kind="government-work-report"))
    assert changes.attrs["notes"] == [
        "not like with like: kind of document is plan-report against government-work-report"
    ]


def test_any_two_slices_can_be_compared():
    provinces, national = read.corpus("provinces"), read.corpus("national")
    assert len(measure.compare_years(provinces, ["beijing-2026"], ["上海市"], draws=100)) == 22
    assert len(measure.compare_years(national, range(2013, 2018), range(2018, 2023), draws=100)) == 22
    mixed = measure.compare_years(
        national, national.select(year=2025), provinces.select(report_id="hunan-2025"), draws=100
    )
    assert "level of government is national against province" in mixed.attrs["notes"][0]
    with pytest.raises(CorpusError, match="no report of this corpus is of 1999.5"):
        measure.compare_years(national, 1999.5, 2025)
