from pathlib import Path

from analysis.paths import cache_folder, data_folder


def test_the_data_folder_holds_what_ships():
    assert {"catalog.csv", "sources.csv", "places.csv", "codebooks", "corpora", "lexicons"} <= {
        path.name for path in data_folder().iterdir()
    }


def test_the_cache_is_the_users_choice_or_their_systems(monkeypatch, tmp_path):
    monkeypatch.setenv("ANALYSIS_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("ANALYSIS_CACHE")
    assert cache_folder().name == "analysis-reports" and isinstance(cache_folder(), Path)
