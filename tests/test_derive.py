import pandas as pd
import pytest

from analysis import catalog, measure, read
from analysis.derive import WATCHED, derive
from analysis.errors import CorpusError, MissingTextError
from analysis.paths import data_folder


def test_a_corpus_without_derived_tables_writes_none(tmp_path):
    assert derive(["xiangjiang"], source=tmp_path, out=tmp_path) == [] == list(tmp_path.iterdir())


def test_the_raw_files_must_be_there(tmp_path):
    with pytest.raises(CorpusError, match="run `analysis fetch national`"):
        derive(["national"], source=tmp_path, out=tmp_path)


def test_the_shipped_table_has_a_row_for_each_report_with_one_before_it():
    table = pd.read_csv(data_folder() / "corpora" / "national" / "recycled.csv")
    assert table["report_id"].tolist() == read.corpus("national").reports["report_id"].tolist()[1:]


def test_the_shipped_table_of_provinces_has_a_row_for_each_place_and_answers_for_any_of_them():
    provinces = read.corpus("provinces")
    table = pd.read_csv(data_folder() / "corpora" / "provinces" / "recycled.csv")
    assert table["report_id"].tolist() == provinces.select(year=2026).reports["report_id"].tolist()
    two = measure.recycled(provinces.select(place=["北京市", "广东省"]))
    assert two["report_id"].tolist() == ["beijing-2026", "guangdong-2026"] and set(two["against"]) == {2025}
    with pytest.raises(CorpusError, match="no two years of one place"):
        measure.recycled(provinces.select(report_id=["beijing-2025", "guangdong-2026"]))


def test_a_derived_table_answers_for_a_run_of_reports_and_not_where_one_is_left_out():
    national = read.corpus("national")
    run = catalog.derived("recycled", national.select(year=range(2020, 2026)), pairs=True)
    assert run["year"].tolist() == [2021, 2022, 2023, 2024, 2025]
    assert catalog.derived("recycled", national.select(year=[2020, 2022]), pairs=True) is None
    assert catalog.derived("recycled", read.corpus("xiangjiang")) is None


def test_the_shipped_wording_is_what_the_texts_give(national_texts):
    national, years = read.corpus("national"), [2008, 2010, 2024, 2025]
    for term in WATCHED:
        shipped, fresh = (measure.wording(of.select(year=years), term) for of in (national, national_texts))
        pd.testing.assert_frame_equal(pd.DataFrame(shipped), pd.DataFrame(fresh))
        assert shipped.attrs["term"] == term and len(shipped)


def test_wording_of_another_term_or_of_a_part_needs_texts():
    national = read.corpus("national")
    for term, part in (("龙舟", "all"), ("就业", "plan")):
        with pytest.raises(MissingTextError, match="reading the words around a term needs the text"):
            measure.wording(national, term, part=part)
