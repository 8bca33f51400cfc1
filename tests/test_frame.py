import re

import pandas as pd

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.frame import Frame
from analysis.print_table import _width
from analysis.report import Report


def test_frames_print_with_labels_units_and_rule():
    frame = measure.theme_frequencies(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    shown = frame._repr_html_()
    assert "rate (per 10,000 Han characters)" in shown and "longest match" in shown and "share (%)" in shown
    assert repr(frame).startswith("theme frequencies: 6 rows. Counting: longest match")


def test_slices_stay_frames_and_keep_what_they_know():
    frame = measure.theme_frequencies(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    part = frame[frame["rank"] <= 3]
    assert isinstance(part, Frame) and part.attrs["count"] == "longest" and "3 rows" in repr(part)


def test_a_concordance_highlights_the_term_and_escapes_the_text():
    text = "<b>稳定</b>就业<script>alert(1)</script>"
    lines = measure.concordance(Corpus.from_reports([Report(id="x", title="", paragraphs=(text,))]), "就业")
    shown = lines._repr_html_()
    assert "<mark>就业</mark>" in shown and "<script>" not in shown and "&lt;script&gt;" in shown


def test_a_concordance_side_by_side_highlights_the_term_too():
    reports = [Report(id=f"x-{y}", title="", year=y, paragraphs=("稳定<b>就业岗位。",)) for y in (2024, 2025)]
    shown = measure.concordance(Corpus.from_reports(reports), "就业", beside="year")._repr_html_()
    assert shown.count("<mark>就业</mark>") == 2 and "<b>" not in shown


def test_both_displays_show_the_same_cells():
    """A share of 0.115 under a "%" label is 11.5 wherever it is shown."""
    frame = measure.theme_frequencies(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    percent = f"{100 * frame['sentence_share'].iloc[0]:.1f}"
    for columns in (["sentence_share"], list(frame.columns)):
        shown = re.findall(r"<td[^>]*>(.*?)</td>", frame[columns]._repr_html_())
        assert percent in shown and all(cell in repr(frame[columns]) for cell in shown)


def test_a_print_of_80_columns_hides_no_column():
    frame = measure.theme_frequencies(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    with pd.option_context("display.width", 80):
        lines = repr(frame).splitlines()[1:]
    labels = [frame._label(name) for name in frame.columns]
    assert all(any(label in line for line in lines) for label in labels)
    assert not any("…" in line or "..." in line for line in lines)
    assert max(map(_width, lines)) <= 81


def test_a_long_frame_prints_its_head_and_says_how_much_is_left():
    frame = measure.theme_frequencies(read.corpus("national").select(year=[2024, 2025]), intervals=False)
    assert repr(frame[["theme", "mentions"]]).endswith(f"… and {len(frame) - 24} more rows")
    assert "Empty" not in repr(frame.iloc[:1]) and "0 rows" in repr(frame.iloc[:0])
