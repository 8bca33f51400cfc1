from dataclasses import replace

import pytest

from analysis import review
from analysis.corpus import Corpus
from analysis.errors import CorpusError, ExportError, MissingTextError
from analysis.report import Report
from tests.review.yunling import BOOK, CORPUS, LINES


@pytest.fixture
def corpus():
    return CORPUS


def test_a_sample_is_stratified_seeded_and_safe_in_a_spreadsheet(corpus, tmp_path):
    from openpyxl import load_workbook

    lines = ("=稳定就业，扩大就业岗位。", *LINES[1:])
    many = Corpus.from_reports(
        [Report(id=f"x{y}", title="", year=y, level="city", paragraphs=lines) for y in range(1990, 2020)]
    )
    hostile = replace(BOOK, themes=tuple(replace(theme, definition="=1+1") for theme in BOOK.themes))
    drawn = review.sample(many, codebook=hostile, size=20, seed=1, path=tmp_path / "s.xlsx")
    assert len(drawn) == 20 and drawn["id"].is_unique
    assert drawn["stratum"].value_counts().to_dict() == {"work": 5, "science": 5, "random": 10}
    assert drawn.equals(review.sample(many, codebook=BOOK, size=20, seed=1))
    book = load_workbook(tmp_path / "s.xlsx")
    formulas = [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]
    assert book["code here"].max_row == 21 and formulas == [], "what begins with = is text"
    assert book["themes"]["D2"].value == "=1+1"


def test_sampling_needs_texts(corpus, tmp_path):
    corpus.save(tmp_path)
    with pytest.raises(MissingTextError, match="drawing a sample of sentences"):
        review.sample(Corpus.load(tmp_path))


def test_what_cannot_be_drawn_or_written_is_one_sentence(corpus, tmp_path):
    with pytest.raises(ExportError, match=r"s\.csv: the sample is a spreadsheet"):
        review.sample(corpus, codebook=BOOK, path=tmp_path / "s.csv")
    with pytest.raises(CorpusError, match="at least 1 sentence"):
        review.sample(corpus, codebook=BOOK, size=0)
    assert len(review.sample(corpus, codebook=BOOK, size=99)) == 4
