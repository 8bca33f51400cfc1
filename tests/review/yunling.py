"""Four invented sentences and a codebook of two themes, for coding by hand."""

from analysis.corpus import Corpus
from analysis.report import Report
from tests.measure.yunling import book

BOOK = book(work=["就业"], science=["科技"])
LINES = ("稳定就业，发展就业岗位。", "推进科技进步和创新工作。", "天气晴好，万里无云无雨。", "就业和科技都要好好抓。")
CORPUS = Corpus.from_reports([Report(id="x", title="", year=2025, paragraphs=LINES)])
