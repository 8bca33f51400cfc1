from analysis import measure
from analysis.corpus import Corpus
from analysis.report import Report


def corpus(**paragraphs):
    return Corpus.from_reports(
        [
            Report(id=name, title="", year=int(name[-4:]), place="云岭市", paragraphs=lines)
            for name, lines in paragraphs.items()
        ]
    )


def test_wording_counts_what_governs_a_term_with_its_strength():
    texts = corpus(a2025=("加快发展低空经济，稳步推进改革。", "坚决深化改革，改革永远在路上。"))
    words = measure.wording(texts, "改革").set_index("word")
    assert words.loc["稳步", ["kind", "strength"]].tolist() == ["degree", 2]
    assert words.loc["坚决", "strength"] == 5 and "加快" not in words.index, "another clause governs another thing"
    assert set(words["clauses"]) == {3}
