import pandas as pd
import pytest

from analysis import measure, read
from analysis.errors import CorpusError


def test_panels_correct_over_all_places_and_find_who_moved_together():
    provinces = read.corpus("provinces").select(place=["北京市", "上海市", "天津市"])
    changes = measure.panel_changes(provinces, 2025, 2026, draws=100)
    assert len(changes) == 66 and changes["q"].ge(changes["p"] - 1e-12).all()
    pairs = measure.moved_together(changes)
    assert len(pairs) == 3 and pairs["correlation"].is_monotonic_decreasing
    nation = read.corpus("national").select(year=2025)
    assert measure.theme_distances(nation, to=nation)["distance"].item() == pytest.approx(0, abs=1e-7)


def test_a_verdict_of_the_panel_follows_the_q_it_shows():
    places = ["北京市", "上海市", "天津市"]
    corpus = read.corpus("provinces").select(place=places)
    changes = measure.panel_changes(corpus, 2025, 2026, draws=100)
    unclear = changes[changes["verdict"] == "no clear change"]
    assert (unclear["q"] >= 0.05).all() and (changes["q"] < 0.05).sum() == len(changes) - len(unclear)
    assert all(f"q = {row.q:.2g}" in row.why for row in unclear.itertuples())
    alone = measure.compare_years(corpus.select(place=places[0]), 2025, 2026, draws=100)
    assert changes["p"].iloc[: len(alone)].tolist() == alone["p"].tolist()
    assert [c for c in changes if c not in alone] == ["place", "place_en", "place_code"]


def test_what_is_no_panel_is_refused_with_the_way_out():
    for wrong in (read.corpus("xiangjiang"), pd.DataFrame({"place": ["北京市"]})):
        with pytest.raises(CorpusError, match="needs the frame of measure.panel_changes"):
            measure.moved_together(wrong)
