"""Keyness, new and gone phrases, novelty and wording."""

import re

import pandas as pd
import pytest

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.errors import MissingTextError
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


def test_replaced_words_come_before_added_ones_and_clean_changes_before_others():
    texts = corpus(
        a2024=("居民消费价格涨幅为3%左右。", "建设云岭新城，完善岚江港口，做好防汛工作。", "推进乡村振兴。"),
        a2025=("居民消费价格涨幅为2%左右。", "建设云岭老城，办好岚江航运，做好防汛抗旱工作。", "扎实推进乡村振兴。"),
    )
    changes = measure.rewordings(texts, 2025, against=2024)
    assert changes["before"].iloc[0] + changes["after"].iloc[0] == "3%2%"
    replaced = (changes["before"] != "") & (changes["after"] != "")
    assert replaced.tolist() == sorted(replaced, reverse=True) and not replaced.iloc[-1]


def test_the_shipped_table_of_recycled_shares_is_what_the_texts_give(national_texts):
    shipped = measure.recycled(read.corpus("national").select(year=range(2021, 2026)))
    fresh = measure.recycled(national_texts.select(year=range(2021, 2026)))
    pd.testing.assert_frame_equal(pd.DataFrame(shipped), pd.DataFrame(fresh), check_dtype=False, atol=1e-6)
    shares = shipped[[c for c in shipped if c.endswith("_share")]].sum(axis=1)
    assert shares.to_numpy() == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("year", [1978, 2012, 2025])
def test_the_shipped_statuses_are_what_the_texts_give(national_texts, year):
    national = read.corpus("national")
    years = national.reports["year"].tolist()
    before = years[years.index(year) - 1]
    shipped, fresh = (measure.novelty(of, year, against=before) for of in (national, national_texts))
    pd.testing.assert_frame_equal(pd.DataFrame(shipped), pd.DataFrame(fresh))
    assert shipped.attrs == fresh.attrs


def test_provinces_have_their_statuses_too(provinces_texts):
    provinces = read.corpus("provinces")
    ids = {"year": "hunan-2026", "against": "hunan-2025"}
    shipped, fresh = (measure.novelty(of, **ids) for of in (provinces, provinces_texts))
    pd.testing.assert_frame_equal(pd.DataFrame(shipped), pd.DataFrame(fresh))


def test_without_texts_only_bundled_neighbours_are_compared():
    national, provinces = read.corpus("national"), read.corpus("provinces")
    for corpus, ids in (
        (national, {"year": 2025, "against": 2023}),
        (national, {"year": 2024, "against": 2025}),
        (provinces, {"year": "hunan-2026", "against": "hubei-2025"}),
        (national, {"year": 2025, "against": 2024, "part": "plan"}),
    ):
        with pytest.raises(MissingTextError, match="comparing sentences needs the text"):
            measure.novelty(corpus, **ids)


def test_no_kept_sentence_of_a_real_report_has_another_number(national_texts):
    """Numbers are read here from the sentences themselves, digit by digit, not from the form they are compared in."""
    texts = national_texts.sentences.set_index(["report_id", "paragraph", "sentence"])["text"].str.normalize("NFKC")
    kept = 0
    for year in range(2016, 2026):
        found = measure.novelty(national_texts, year, against=year - 1)
        for row in found[found["status"].isin(["kept", "moved"])].itertuples():
            new = texts[row.report_id, row.paragraph, row.sentence]
            old = texts[row.old_id, row.old_paragraph, row.old_sentence]
            assert re.findall(r"[\d.%一二三四五六七八九十百千万亿]", new) == re.findall(
                r"[\d.%一二三四五六七八九十百千万亿]", old
            )
            kept += 1
    assert kept > 100


def test_each_place_is_compared_with_its_own_report_before():
    lines = {("甲市", 2024): "推动云岭新城建设。", ("乙市", 2024): "建设岚江港口。"}
    lines |= {("甲市", 2025): "建设岚江港口。", ("乙市", 2025): "建设岚江港口。"}
    texts = Corpus.from_reports(
        Report(id=f"{place}-{year}", title="", year=year, place=place, paragraphs=(text,))
        for (place, year), text in lines.items()
    )
    shares = measure.recycled(texts).set_index("report_id")["kept_share"]
    assert shares.to_dict() == {"甲市-2025": 0, "乙市-2025": 1}
