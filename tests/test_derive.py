import pandas as pd
import pytest

from analysis import catalog, read
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


def test_a_derived_table_answers_for_a_run_of_reports_and_not_where_one_is_left_out():
    national = read.corpus("national")
    run = catalog.derived("recycled", national.select(year=range(2020, 2026)))
    assert run["year"].tolist() == [2021, 2022, 2023, 2024, 2025]
    assert catalog.derived("recycled", national.select(year=[2020, 2022])) is None
    assert catalog.derived("recycled", read.corpus("xiangjiang")) is None
