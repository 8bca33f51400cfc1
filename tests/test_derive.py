import pandas as pd
import pytest

from analysis import catalog, measure, read
from analysis.derive import derive
from analysis.errors import CorpusError
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
    run = catalog.derived("recycled", national.select(year=range(2020, 2026)))
    assert run["year"].tolist() == [2021, 2022, 2023, 2024, 2025]
    assert catalog.derived("recycled", national.select(year=[2020, 2022])) is None
    assert catalog.derived("recycled", read.corpus("xiangjiang")) is None
