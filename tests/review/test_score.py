import pandas as pd
import pytest

from analysis import review
from analysis.corpus import Corpus
from analysis.errors import CodebookError
from tests.review.yunling import BOOK, CORPUS


@pytest.fixture
def corpus():
    return CORPUS


def codes(**by_coder):
    rows = [(f"x:{i}:0", coder, themes) for coder, given in by_coder.items() for i, themes in enumerate(given)]
    return pd.DataFrame(rows, columns=["id", "coder", "themes"])


def test_precision_recall_and_f1_are_counted_by_theme(corpus):
    scores = review.score(codes(A=["work", "work", "science", "work science"]), corpus=corpus, codebook=BOOK).set_index(
        "theme"
    )
    assert scores.loc["work", ["true_positive", "false_positive", "false_negative"]].tolist() == [2, 0, 1]
    assert scores.loc["science", ["precision", "recall"]].tolist() == [0.5, 0.5]
    assert scores.loc["micro", "f1"] == pytest.approx(2 * 3 / (2 * 3 + 1 + 2))
    assert scores.loc["work", "recall_low"] < 2 / 3 < scores.loc["work", "recall_high"]


def test_what_coders_dispute_is_set_aside_unless_settled(corpus):
    two = codes(A=["work", "science", "", "work"], B=["work", "", "", "work science"])
    scores = review.score(two, corpus=corpus, codebook=BOOK).set_index("theme")
    assert scores.loc["science", ["disputed", "sentences"]].tolist() == [2, 0]
    settled = pd.concat([two, codes(agreed=["work", "science", "", "work science"])])
    scores = review.score(settled, corpus=corpus, codebook=BOOK).set_index("theme")
    assert scores.loc["micro", ["precision", "recall", "disputed"]].tolist() == [1, 1, 0]


def test_agreement_is_krippendorffs_alpha_on_each_theme(corpus):
    found = review.agreement(
        codes(A=["work", "", "", "work"], B=["work", "", "", "work"], agreed=[""] * 4), codebook=BOOK
    )
    assert found.set_index("theme")["alpha"]["work"] == 1.0
    assert found["coders"].tolist() == [2, 2, 2] and found["units"].tolist() == [4, 4, 8]


def test_features_score_like_texts(corpus, tmp_path):
    coded = codes(A=["work", "science", "", "work science"])
    corpus.save(tmp_path)
    assert review.score(coded, corpus=Corpus.load(tmp_path), codebook=BOOK).equals(
        review.score(coded, corpus=corpus, codebook=BOOK)
    )


def test_wrong_codes_are_one_sentence(corpus, tmp_path):
    with pytest.raises(CodebookError, match="sentence x:0:0: the codebook has no theme 'sport'"):
        review.score(codes(A=["sport"]), corpus=corpus, codebook=BOOK)
    with pytest.raises(CodebookError, match="x:9:0 is not in this corpus"):
        review.score(codes(A=["work"]).replace("x:0:0", "x:9:0"), corpus=corpus, codebook=BOOK)
    path = tmp_path / "codes.csv"
    path.write_text("number,themes\n1,work\n")
    with pytest.raises(CodebookError, match="no column 'id'; it has number, themes"):
        review.read_codes(path)
    with pytest.raises(CodebookError, match="no such file"):
        review.read_codes(tmp_path / "none.csv")


def test_a_coded_spreadsheet_is_read_back(tmp_path, corpus):
    pd.DataFrame({"id": ["x:0:0"], "text": [""], "themes (ids separated by spaces; - for none)": ["-"]}).to_excel(
        tmp_path / "c.xlsx", index=False
    )
    assert review.read_codes(tmp_path / "c.xlsx")[["id", "coder", "themes"]].values.tolist() == [["x:0:0", "A", ""]]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("id,themes\n", "no sentence is coded"),
        ("id,themes,themes\na:0:0,macro,energy\n", "two columns are called 'themes'"),
        ("id,themes\na:0:0,macro\na:0:0,energy\n", "sentence a:0:0 stands twice for coder A"),
        ("id,coder,themes\na:0:0,B,macro\na:0:0,B,macro\n", "stands twice for coder B"),
    ],
)
def test_a_poor_table_of_codes_is_one_sentence(tmp_path, table, said):
    path = tmp_path / "codes.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(CodebookError, match=said):
        review.read_codes(path)


def test_a_table_that_is_none_is_one_sentence(tmp_path, corpus):
    review.sample(corpus, codebook=BOOK, size=2, path=tmp_path / "whole.xlsx")
    half = tmp_path / "half.xlsx"
    half.write_bytes((tmp_path / "whole.xlsx").read_bytes()[:2000])
    for path, said in ((half, "half.xlsx: not a table"), (tmp_path, "a folder")):
        with pytest.raises(CodebookError, match=said):
            review.read_codes(path)
