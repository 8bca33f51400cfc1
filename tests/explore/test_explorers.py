"""The explorers without a browser: controls are set, the chart, table, words, export and code follow."""

import numpy as np
import pandas as pd
import pytest

from analysis import explore, measure, read

NATIONAL = read.corpus("national").select(year=range(2019, 2026))


MAKERS = {
    "one report": lambda folder: explore.themes(read.corpus("xiangjiang"), codebook="xiangjiang-2021", folder=folder),
    "years": lambda folder: explore.themes(NATIONAL, folder=folder),
    "places": lambda folder: explore.themes(read.corpus("provinces").select(year=2026), folder=folder),
    "compare": lambda folder: explore.compare(NATIONAL, folder=folder),
    "words": lambda folder: explore.concordance(NATIONAL, term="就业", folder=folder),
}


@pytest.fixture
def view(tmp_path):
    """A function that makes an explorer which exports to a temporary folder."""
    return lambda kind: MAKERS[kind](tmp_path)


@pytest.mark.parametrize("kind", MAKERS)
def test_the_code_that_is_shown_reproduces_the_export(kind, view):
    view = view(kind)
    assert view.message.value == "" or kind == "words"
    files = view.export()
    assert [path.suffix for path in files] == [".svg", ".png", ".csv", ".json"]
    assert all(path.name in view.exported.value for path in files)
    exported = {path: path.read_bytes() for path in files}
    for path in files:
        path.unlink()
    exec(compile(view.code.value, "the code shown", "exec"), {})
    assert {path: path.read_bytes() for path in files} == exported


def test_a_change_of_a_control_changes_chart_table_and_code(view):
    view = view("years")
    before = view.picture.value, view.code.value
    view.controls["years"].value = (2021, 2023)
    view.controls["highlight"].value = ("employment", "energy")
    view.controls["count"].value = "every"
    assert set(view.table.df["year"]) == {2021, 2022, 2023}
    assert set(view.table.df["theme"]) == {"employment", "energy"}
    assert view.picture.value != before[0] and view.code.value != before[1]
    expected = measure.theme_frequencies(NATIONAL.select(year=range(2021, 2024)), count="every")
    expected = expected.set_index(["report_id", "theme"])["mentions"]
    shown = view.table.df.set_index(["report_id", "theme"])["mentions"]
    assert shown.eq(expected.loc[shown.index]).all()


def test_the_words_behind_a_row_add_up_to_its_number(view):
    view = view("years")
    row = int(np.flatnonzero(view.table.df["mentions"].gt(5))[0])
    view.table.selected_rows = [row]
    assert view.words.df["mentions"].sum() == view.table.df["mentions"].iloc[row]
    view.table.selected_rows = []
    assert "Select a row" in view.words_title.value


def test_the_words_behind_a_change_stand_on_both_sides(view):
    view = view("compare")
    view.table.selected_rows = [0]
    changes = measure.compare_years(NATIONAL, 2024, 2025)
    row = changes.set_index("theme").loc[view.table.df["theme"].iloc[0]]
    assert view.words.df[["earlier", "later"]].sum().tolist() == [row["mentions_earlier"], row["mentions_later"]]


def test_wrong_input_is_said_and_the_last_view_stays(view):
    view = view("words")
    before = view.picture.value
    view.controls["term"].value = "  "
    assert view.message.value == "type a word to look it up"
    assert view.picture.value == before
    view.controls["term"].value = "云岭奇词"
    assert "云岭奇词" in view.message.value  # not among the features: never a silent zero
    assert view.picture.value == before


def test_samples_are_searched_in_context_and_sorted_by_either_side(view):
    view = view("words")
    view.controls["among"].value = "samples"
    view.controls["order"].value = "right"
    table = view.table.df
    assert table["keyword"].eq("就业").all() and len(table) > 3
    assert table["right"].is_monotonic_increasing
    view.controls["order"].value = "left"
    assert view.table.df["left"].str[::-1].is_monotonic_increasing
    view.name.value = "sample-words"
    assert view.export()


def test_a_name_that_cannot_be_a_file_is_said(view):
    view = view("one report")
    view.name.value = "../outside"
    assert view.export() == []
    assert "no name for a figure" in view.exported.value


def test_what_a_report_says_cannot_run_in_the_table(tmp_path):
    from analysis.corpus import Corpus, Report

    text = "<script>alert(1)</script>稳定就业。"
    view = explore.concordance(
        Corpus.from_reports([Report(id="a", title="", year=2025, paragraphs=(text,))]), term="就业"
    )
    assert view.table._dt_args.get("allow_html") is not True
    assert "<script>" not in str(view.table._dt_args["data_json"])
    assert isinstance(view.table.df, pd.DataFrame)
