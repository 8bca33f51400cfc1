import pytest

from analysis import measure
from analysis.errors import CorpusError
from tests.measure.yunling import corpus_of


def test_wording_counts_what_governs_a_term_with_its_strength():
    texts = corpus_of(a2025=("加快发展低空经济，稳步推进改革。", "坚决深化改革，改革永远在路上。"))
    words = measure.wording(texts, "改革").set_index("word")
    assert words.loc["稳步", ["kind", "strength"]].tolist() == ["degree", 2]
    assert words.loc["坚决", "strength"] == 5 and "加快" not in words.index, "another clause governs another thing"
    assert set(words["clauses"]) == {3}


def test_what_a_policy_is_called_counts_as_much_as_what_is_done_with_it():
    texts = corpus_of(a2024=("实施稳健的货币政策。",), a2025=("实施适度宽松的货币政策。",))
    words = measure.wording(texts, "货币政策").groupby("year")["word"].agg(set)
    assert words.to_dict() == {2024: {"实施", "稳健"}, 2025: {"实施", "适度", "宽松"}}


def test_a_regular_expression_is_a_term_as_it_is_elsewhere():
    texts = corpus_of(a2025=("加快发展低空经济，稳步推进改革。", "坚决深化开放。"))
    words = measure.wording(texts, "/改革|开放/")
    assert set(words["word"]) == {"稳步", "推进", "坚决", "深化"} and set(words["clauses"]) == {2}
    assert measure.wording(texts, "/改.开/").empty


def test_without_the_term_nothing_governs_and_an_empty_term_is_an_error():
    texts = corpus_of(a2025=("加快发展低空经济，稳步推进改革。",))
    assert measure.wording(texts, "龙舟").empty
    with pytest.raises(CorpusError, match="term: '' is no term; give a word"):
        measure.wording(texts, "")


def test_adverbs_without_a_strength_count_and_nouns_and_numberings_do_not():
    texts = corpus_of(a2025=("三是共同深化改革。", "提振体育消费。"))
    words = measure.wording(texts, "改革").set_index("word")
    assert words.loc["共同", "kind"] == "degree" and words["strength"].isna()["共同"]
    assert "三是" not in words.index
    assert measure.wording(texts, "消费")["word"].tolist() == ["提振"]


def test_a_regular_expression_is_found_as_in_the_other_measures():
    texts = corpus_of(a2025=("加快发展低空经济，稳步推进改革。", "坚决扩大开放。"))
    words = measure.wording(texts, "/改革|开放/")
    assert set(words["word"]) == {"稳步", "推进", "坚决", "扩大"} and set(words["clauses"]) == {2}
