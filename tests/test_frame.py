from analysis import measure, read
from analysis.corpus import Corpus
from analysis.frame import Frame
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
