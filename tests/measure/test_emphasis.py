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


def test_emphasis_tells_position_sentences_and_own_heading():
    paragraphs = ("一、稳定就业", "稳定就业岗位，就业优先。", "二、发展科技", "推进科技创新。")
    corpus = Corpus.from_reports([Report(id="x", title="", year=2025, paragraphs=paragraphs)])
    shown = measure.emphasis(corpus, codebook=BOOK, part="all").set_index("theme")
    assert shown.loc["work", ["mentions", "sentences", "headings", "own_heading"]].tolist() == [3, 2, 1, True]
    assert shown.loc["work", "first_position"] == 0 < shown.loc["science", "first_position"]
