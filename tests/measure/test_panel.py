import pytest

from analysis import measure, read


def test_panels_correct_over_all_places_and_find_who_moved_together():
    provinces = read.corpus("provinces").select(place=["北京市", "上海市", "天津市"])
    changes = measure.panel_changes(provinces, 2025, 2026, draws=100)
    assert len(changes) == 66 and changes["q"].ge(changes["p"] - 1e-12).all()
    pairs = measure.moved_together(changes)
    assert len(pairs) == 3 and pairs["correlation"].is_monotonic_decreasing
    nation = read.corpus("national").select(year=2025)
    assert measure.theme_distances(nation, to=nation)["distance"].item() == pytest.approx(0, abs=1e-7)
