import numpy as np
import pandas as pd
import pytest

from analysis import chart, measure, read
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


def compare(*reports, **options):
    return measure.compare_years(Corpus.from_reports(reports), 2024, 2025, codebook=BOOK, **options).set_index("theme")


def test_a_report_compared_with_itself_shows_no_change():
    changes = measure.compare_years(read.corpus("national"), 2025, 2025)
    assert (changes["ratio"].dropna() == 1).all() and set(changes["verdict"]) == {"no clear change"}
    assert (changes[["log2_ratio", "low", "high", "difference"]] == 0).all(axis=None)


def test_reversed_arguments_give_mirrored_numbers():
    national = read.corpus("national")
    there = measure.compare_years(national, 2024, 2025).set_index("theme")
    back = measure.compare_years(national, 2025, 2024).set_index("theme")
    for one, two, sign in (
        ("log2_ratio", "log2_ratio", -1),
        ("low", "high", -1),
        ("difference", "difference", -1),
        ("q", "q", 1),
    ):
        assert there[one].to_numpy() == pytest.approx(sign * back[two].to_numpy(), abs=1e-9)
    assert (there["rank_earlier"] == back["rank_later"]).all()
    terms = range(2003, 2013), range(2013, 2023)
    there, back = (measure.compare_years(national, *order)["verdict"] for order in (terms, terms[::-1]))
    turned = {"robust rise": "robust fall", "robust fall": "robust rise"}
    assert set(turned) <= set(there) and there.replace(turned).tolist() == back.tolist()


def test_a_large_change_is_robust_and_a_small_one_is_chance():
    changes = compare(report(2024, 20, 10), report(2025, 20, 45))
    assert changes.loc["science", "verdict"] == "robust rise" and changes.loc["science", "q"] < 0.05
    assert changes.loc["work", "verdict"] == "no clear change" and "q = " in changes.loc["work", "why"]
    assert changes.loc["science", "low"] < changes.loc["science", "log2_ratio"] < changes.loc["science", "high"]


def test_a_change_that_hangs_on_one_term_is_fragile_and_names_it():
    later = Report(
        id="x-2025",
        title="",
        year=2025,
        paragraphs=("推动创新工作，鼓励创新，支持创新，加强创新。",) * 40
        + ("稳定就业岗位。",) * 20
        + ("其他工作安排。",) * 60,
    )
    changes = compare(report(2024, 20, 10), later)
    assert changes.loc["science", "verdict"] == "fragile"
    assert changes.loc["science", "why"] == "the direction does not hold without 创新"


def test_a_report_compared_with_itself_is_all_kept(national_texts):
    found = measure.novelty(national_texts.select(year=2025), 2025, against=2025)
    assert set(found["status"]) == {"kept"} and (found["similarity"] == 1).all()
    assert measure.rewordings(national_texts.select(year=2025), 2025, against=2025).empty


def test_shuffled_sentences_of_real_reports_change_no_theme_number(national_texts):
    two = national_texts.select(year=[2024, 2025])

    def shuffled(report):
        sentences = two.sentences.query("report_id == @report.id")["text"].to_numpy()
        order = np.random.default_rng(1).permutation(len(sentences))
        return Report(id=report.id, title="", year=report.year, place=report.place, paragraphs=tuple(sentences[order]))

    mixed = Corpus.from_reports(shuffled(report) for report in two)
    one, other = (measure.compare_years(c, 2024, 2025, part="all", draws=100) for c in (two, mixed))
    pd.testing.assert_frame_equal(pd.DataFrame(one), pd.DataFrame(other))


def test_the_order_of_sentences_changes_no_number():
    one, two = report(2024, 20, 10), report(2025, 20, 45)
    shuffled = tuple(np.random.default_rng(0).permutation(np.array(two.paragraphs, dtype=object)))
    other = Report(id="x-2025", title="", year=2025, place="云岭市", place_en="Yunling", paragraphs=shuffled)
    pd.testing.assert_frame_equal(pd.DataFrame(compare(one, two)), pd.DataFrame(compare(one, other)))


def test_raw_count_of_development_falls_and_its_rate_rises_from_2019_to_2020():
    book = Codebook("d", "", "", "1", (Theme("development", "发展", "Development", "", (Term("发展"),)),))
    row = measure.compare_years(read.corpus("national"), 2019, 2020, codebook=book, count="every", part="all").iloc[0]
    assert row["mentions_earlier"] == 144 and row["mentions_later"] < row["mentions_earlier"]
    assert row["rate_later"] > row["rate_earlier"] and row["ratio"] > 1
    assert row["verdict"] == "no clear change", "a rise from 79 to 84 is within chance"
    changes = measure.compare_years(read.corpus("national"), 2019, 2020, codebook=book, count="every", part="all")
    for lang, wrong in (("en", "fell"), ("zh", "下降")):
        texts = chart.compare_years(changes, lang=lang).record.texts
        assert wrong not in texts.title.replace("rose or fell", "")
        assert f"{row['rate_earlier']:.1f}" in texts.alt and f"{row['rate_later']:.1f}" in texts.alt
