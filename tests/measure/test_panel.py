import numpy as np
import pandas as pd
import pytest
from scipy.spatial.distance import jensenshannon

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


def test_nearness_is_a_rank_with_an_interval():
    """Against a bootstrap written here: multinomial draws of sentences, scipy's distance, ranks counted by hand."""
    places = ["北京市", "上海市", "天津市", "广东省"]
    corpus, nation = read.corpus("provinces").select(year=2025, place=places), read.corpus("national").select(year=2025)
    near = measure.theme_distances(corpus, to=nation, part="all")
    assert near["rank"].tolist() == [1, 2, 3, 4] and near["distance"].is_monotonic_increasing
    assert (near["rank_low"] <= near["rank"]).all() and (near["rank"] <= near["rank_high"]).all()
    random = np.random.default_rng(7)

    def draws(report_id, of):
        where = measure.positions(of, part="all").query("report_id == @report_id")
        sentences = of.sentences.query("report_id == @report_id")[["paragraph", "sentence"]]
        table = where.groupby(["paragraph", "sentence"])["theme"].value_counts().unstack(fill_value=0)
        table = table.reindex(pd.MultiIndex.from_frame(sentences), fill_value=0)
        table = table.reindex(columns=sorted(measure.positions(nation, part="all")["theme"].unique()), fill_value=0)
        times = random.multinomial(len(table), np.full(len(table), 1 / len(table)), size=1000)
        return times @ table.to_numpy()

    other = draws("national-2025", nation)
    far = np.stack([jensenshannon(draws(i, corpus), other, base=2, axis=1) for i in near["report_id"]], axis=1)
    ranks = (far[:, :, None] > far[:, None, :]).sum(axis=2) + 1
    low, high = np.quantile(ranks, [0.025, 0.975], axis=0)
    assert near["rank_low"].tolist() == low.tolist() and near["rank_high"].tolist() == high.tolist()


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
