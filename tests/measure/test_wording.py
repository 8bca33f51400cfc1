from analysis import measure
from tests.measure.yunling import corpus_of


def test_wording_counts_what_governs_a_term_with_its_strength():
    texts = corpus_of(a2025=("加快发展低空经济，稳步推进改革。", "坚决深化改革，改革永远在路上。"))
    words = measure.wording(texts, "改革").set_index("word")
    assert words.loc["稳步", ["kind", "strength"]].tolist() == ["degree", 2]
    assert words.loc["坚决", "strength"] == 5 and "加快" not in words.index, "another clause governs another thing"
    assert set(words["clauses"]) == {3}
