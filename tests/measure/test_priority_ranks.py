from analysis import measure
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus
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


def test_priority_ranks_follow_each_theme_from_report_to_report():
    ranks = measure.priority_ranks(Corpus.from_reports([report(2024, 20, 5), report(2025, 10, 40)]), codebook=BOOK)
    science = ranks[ranks["theme"] == "science"]
    assert (
        science["rank"].tolist() == [2, 1]
        and science["change"].iloc[1] == 1
        and science["previous_year"].iloc[1] == 2024
    )
    assert not ranks["tied"].any()
