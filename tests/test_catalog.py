"""What ships with the package, and that it is what the raw files give."""

import pytest

from analysis import catalog, read
from analysis.errors import CorpusError, MissingTextError

YEARS = [*range(1954, 1961), 1964, 1975, *range(1978, 2026)]


def test_one_premiers_report_for_every_year_there_is():
    assert catalog.corpus("national").reports["year"].tolist() == YEARS


def test_the_same_31_provinces_in_both_years():
    reports = catalog.corpus("provinces").reports
    names = {year: set(reports.loc[reports["year"] == year, "place"]) for year in (2025, 2026)}
    assert len(names[2025]) == 31 and names[2025] == names[2026] and len(reports) == 62
    assert reports["place_code"].str.fullmatch(r"\d{6}").all() and (reports["place_en"] != "").all()


def test_the_catalogue_lists_every_report_with_its_facts():
    table = catalog.catalog()
    assert list(table.columns) == list(catalog.CATALOG_COLUMNS) and len(table) == 57 + 62 + 1
    assert table["id"].is_unique and table["sha256"].str.fullmatch("[0-9a-f]{64}").all()
    assert table.set_index("id").loc["national-1955", "han"] == 51623
    assert (table["address"] != "").all() and (table.loc[table["corpus"] == "national", "notes"] != "").all()


def test_plan_reports_are_told_from_work_reports():
    table = catalog.catalog().set_index("id")
    plans = table[table["kind"] == "plan-report"].index.tolist()
    assert plans == [f"national-{year}" for year in (1955, 1956, 1958, 1980, 1982, 1986, 1991, 1996)]


@pytest.mark.parametrize("name", catalog.names())
def test_what_ships_is_what_the_raw_files_give_byte_for_byte(name, corpora, tmp_path):
    from analysis.derive import derive
    from analysis.paths import data_folder

    catalog.build([name], source=corpora, out=tmp_path)
    derive([name], source=corpora, out=tmp_path)
    for path in (tmp_path / "corpora" / name).iterdir():
        shipped = data_folder() / "corpora" / name / path.name
        assert path.read_bytes() == shipped.read_bytes(), f"{path.name}: run `analysis build-features`"


def test_what_is_not_there_is_said_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("ANALYSIS_CACHE", str(tmp_path))
    with pytest.raises(CorpusError, match="no bundled corpus is called 'nation'; there are national, provinces"):
        read.corpus("nation")
    with pytest.raises(MissingTextError, match="run `analysis fetch national` once"):
        read.corpus("national", texts=True)
    with pytest.raises(CorpusError, match=r"the raw file .* is not there; run `analysis fetch provinces`"):
        catalog.build(["provinces"], source=tmp_path, out=tmp_path)


def test_texts_are_used_where_places_are_needed_and_not_saved(xiangjiang_texts, tmp_path, monkeypatch):
    """建设 is a common word: features know its sentences, not where in them it stands."""
    monkeypatch.setenv("ANALYSIS_CACHE", str(tmp_path))
    assert not catalog.corpus_for("xiangjiang", ["建设", "工作"]).has_texts
    with pytest.raises(MissingTextError, match="where '工作' stands .*; .* run `analysis fetch xiangjiang` once"):
        catalog.corpus_for("xiangjiang", ["建设", "工作"], places=True)
    with pytest.raises(MissingTextError, match="云岭大会战; .* run `analysis fetch xiangjiang` once"):
        catalog.corpus_for("xiangjiang", ["云岭大会战"])
    xiangjiang_texts.save(tmp_path / "corpora" / "xiangjiang", texts=True)
    assert catalog.corpus_for("xiangjiang", ["建设", "工作"], places=True).has_texts
    assert catalog.corpus_for("xiangjiang", ["云岭大会战"]).has_texts
