from analysis import measure
from analysis.corpus import Corpus
from analysis.report import Report
from tests.measure.yunling import SHARES


def test_emphasis_tells_position_sentences_and_own_heading():
    paragraphs = ("一、稳定就业", "稳定就业岗位，就业优先。", "二、发展科技", "推进科技创新。")
    corpus = Corpus.from_reports([Report(id="x", title="", year=2025, paragraphs=paragraphs)])
    shown = measure.emphasis(corpus, codebook=SHARES, part="all").set_index("theme")
    assert shown.loc["work", ["mentions", "sentences", "headings", "own_heading"]].tolist() == [3, 2, 1, True]
    assert shown.loc["work", "first_position"] == 0 < shown.loc["science", "first_position"]
