"""Keyness, new and gone phrases, novelty and wording."""

import pytest

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.errors import CorpusError, MissingTextError
from analysis.report import Report


def corpus(**paragraphs):
    return Corpus.from_reports(
        [
            Report(id=name, title="", year=int(name[-4:]), place="云岭市", paragraphs=lines)
            for name, lines in paragraphs.items()
        ]
    )


TWO = corpus(
    a2024=("实施稳健的货币政策。", "推进乡村全面振兴。", "培育优势产业集群，做强工业。"),
    a2025=("实施适度宽松的货币政策。", "推进乡村全面振兴。", "加快发展低空经济，做大云岭新产业。"),
)


def test_keyness_finds_what_sets_two_texts_apart():
    many = corpus(a2024=("稳定粮食。",) * 60 + ("推进工作。",) * 60, a2025=("发展航空。",) * 60 + ("推进工作。",) * 60)
    words = measure.keyness(many, target=2025, reference=2024, part="all")
    assert words["term"].iloc[0] in {"航空", "发展"} and words["log_ratio_bound"].iloc[0] > 3
    assert words["log_ratio_bound"].iloc[-1] < -3 and words.set_index("term").loc["工作", "log_ratio_bound"] == 0
    back = measure.keyness(many, target=2024, reference=2025, part="all").set_index("term")
    assert back.loc["航空", "log_odds_z"] == pytest.approx(-words.set_index("term").loc["航空", "log_odds_z"])


def test_keyness_refuses_what_cannot_be_compared():
    with pytest.raises(CorpusError, match="target covers every report"):
        measure.keyness(TWO, target=[2024, 2025])
    with pytest.raises(CorpusError, match="at least two reports"):
        measure.keyness(TWO.select(year=2024), target=2024)
    with pytest.raises(CorpusError, match="a2025' is in target and reference"):
        measure.keyness(TWO, target=2025, reference=[2024, 2025])
    with pytest.raises(CorpusError, match="no report of this corpus is of 1999"):
        measure.keyness(TWO, target=1999)
    with pytest.raises(CorpusError, match="'words' or 'phrases'"):
        measure.keyness(TWO, target=2025, by="letters")


def test_new_gone_and_back_say_the_span_they_searched():
    phrases = measure.new_gone_back(read.corpus("national"), 2024)
    assert phrases.set_index("phrase").loc["新质生产力", ["status", "last_year"]].tolist()[0] == "new"
    assert phrases.attrs["searched"]["missing"][:3] == [1961, 1962, 1963]
    back = phrases[phrases["status"] == "back"]
    assert (back["silent_years"] == 2024 - back["last_year"]).all() and (back["silent_years"] >= 2).all()
    gone = phrases[phrases["status"] == "gone"]
    assert set(gone["last_year"]) == {2023} and (gone["mentions"] >= 2).all()


def test_a_new_phrase_is_in_no_earlier_text(national_texts):
    phrases = measure.new_gone_back(read.corpus("national"), 2025)
    earlier = "".join(report.text for report in national_texts if report.year < 2025)
    year = national_texts["national-2025"].text
    for row in phrases[phrases["status"] == "new"].itertuples():
        assert row.phrase in year and row.phrase not in earlier


def test_novelty_of_a_report_against_itself_is_all_kept():
    same = corpus(a2024=("推进乡村全面振兴。", "稳定就业岗位。"), a2025=("推进乡村全面振兴。", "稳定就业岗位。"))
    assert set(measure.novelty(same, 2025, against=2024)["status"]) == {"kept"}


def test_novelty_says_where_each_sentence_comes_from():
    found = measure.novelty(TWO, 2025, against=2024)
    assert found["status"].tolist() == ["reworded", "kept", "new", "dropped"]
    assert found["old_paragraph"].tolist()[:2] == [0, 1] and found["report_id"].iloc[-1] == "a2024"


def test_rewordings_name_the_words_that_changed():
    changes = measure.rewordings(TWO, 2025, against=2024)
    assert changes[["before", "after"]].to_numpy().tolist() == [["稳健", "适度宽松"]]


def test_the_shipped_table_of_recycled_shares_is_what_the_texts_give(national_texts):
    import pandas as pd

    shipped = measure.recycled(read.corpus("national").select(year=range(2021, 2026)))
    fresh = measure.recycled(national_texts.select(year=range(2021, 2026)))
    pd.testing.assert_frame_equal(pd.DataFrame(shipped), pd.DataFrame(fresh), check_dtype=False, atol=1e-6)
    shares = shipped[[c for c in shipped if c.endswith("_share")]].sum(axis=1)
    assert shares.to_numpy() == pytest.approx(1, abs=1e-5)


def test_without_texts_novelty_names_the_way_out():
    with pytest.raises(MissingTextError, match="comparing sentences needs the text"):
        measure.novelty(read.corpus("national"), 2025, against=2024)


def test_wording_counts_what_governs_a_term_with_its_strength():
    texts = corpus(a2025=("加快发展低空经济，稳步推进改革。", "坚决深化改革，改革永远在路上。"))
    words = measure.wording(texts, "改革").set_index("word")
    assert words.loc["稳步", ["kind", "strength"]].tolist() == ["degree", 2]
    assert words.loc["坚决", "strength"] == 5 and "加快" not in words.index, "another clause governs another thing"
    assert set(words["clauses"]) == {3}
