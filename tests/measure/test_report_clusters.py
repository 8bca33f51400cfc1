"""The tree of reports: planted families are found with full support, and the joins are scipy's."""

import numpy as np
import pandas as pd
import pytest
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import pdist

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.report import Report
from analysis.stats.dispersion import dp_norm
from tests.measure.test_topics import WORDS


def families(seed: int = 0) -> Corpus:
    """Six invented reports in two families, each with half of its words from a pool of its family."""
    generator = np.random.default_rng(seed)
    words = generator.permutation(WORDS)[:300]
    made = []
    for number in range(6):
        pool = words[:80] if number % 2 else words[80:160]
        lines = ["，".join([*generator.choice(pool, 8), *generator.choice(words[160:], 8)]) + "。" for _ in range(40)]
        made.append(Report(f"yunling-{2010 + number}", "", tuple(lines), year=2010 + number, place="云岭市"))
    return Corpus.from_reports(made)


def test_planted_families_are_branches_with_full_support():
    tree = measure.report_clusters(families(), draws=100)
    branches = {frozenset(row.members.split()): row.support for row in tree.itertuples() if row.size == 3}
    odd = frozenset(f"yunling-{2010 + n}" for n in (1, 3, 5))
    even = frozenset(f"yunling-{2010 + n}" for n in (0, 2, 4))
    assert branches == {odd: 1.0, even: 1.0}
    assert tree["support"].isna().sum() == 7, "six reports and the root"


def test_reports_with_the_words_of_one_pool_have_no_firm_branches():
    generator = np.random.default_rng(2)
    words = generator.permutation(WORDS)[:200]
    made = [
        Report(f"yunling-{n}", "", tuple("，".join(generator.choice(words, 16)) + "。" for _ in range(40)), year=n)
        for n in range(2010, 2020)
    ]
    support = measure.report_clusters(Corpus.from_reports(made), draws=100)["support"]
    assert support.mean() < 0.5


def test_the_order_of_reports_does_not_change_the_branches():
    corpus = read.corpus("national").select(year=range(2010, 2020))
    turned = corpus._take(corpus.reports["report_id"].tolist()[::-1])
    one, other = (measure.report_clusters(c, draws=100) for c in (corpus, turned))
    pd.testing.assert_frame_equal(pd.DataFrame(one), pd.DataFrame(other), check_flags=False)


def test_heights_are_those_of_scipys_average_linkage_of_words_weighted_by_hand():
    corpus = families()
    words = corpus.word_counts().groupby(["report_id", "paragraph", "word"], as_index=False)["count"].sum()
    words = words[words["word"].str.len().ge(2) & words.groupby("word")["word"].transform("size").ge(5)]
    table = words.pivot_table(index="report_id", columns="word", values="count", aggfunc="sum", fill_value=0)
    counts = table.loc[corpus.reports["report_id"]].to_numpy(dtype=float)
    sizes, spread = counts.sum(axis=1), (counts > 0).sum(axis=0)
    weight = [(np.log(7 / (1 + n)) + 1) * dp_norm(own, sizes) ** 4 for own, n in zip(counts.T, spread, strict=True)]
    rows = np.where(counts > 0, 1 + np.log(np.where(counts > 0, counts, 1)), 0) * weight
    heights = linkage(pdist(rows, "cosine"), "average")[:, 2]
    tree = measure.report_clusters(corpus, draws=100)
    assert tree.loc[tree["size"] > 1, "height"].tolist() == pytest.approx(heights.tolist(), abs=1e-6)


def test_identical_reports_join_at_nothing_and_on_no_firm_branch():
    one = families().reports.iloc[0]["report_id"]
    lines = next(own.paragraphs for own in families() if own.id == one)
    same = [Report(f"yunling-{2010 + n}", "", lines, year=2010 + n) for n in range(3)]
    tree = measure.report_clusters(Corpus.from_reports(same), draws=100)
    assert tree["height"].max() == 0 and np.isnan(tree.attrs["fidelity"])
    longer = Report("yunling-2020", "", (*lines, *next(o.paragraphs for o in families() if o.id != one)), year=2020)
    tree = measure.report_clusters(Corpus.from_reports([*same[:2], longer]), draws=100)
    assert tree.loc[tree["members"].eq("yunling-2010 yunling-2011"), "height"].item() == 0


def test_a_branch_is_robust_where_it_stands_under_every_choice():
    tree = measure.report_clusters(families(), draws=100)
    assert tree.loc[tree["size"] == 3, "robust"].all(), "planted families stand whatever the weights"
    assert not tree["robust"].all(), "pairs within a family are chance"


@pytest.mark.parametrize("choice", [{"minimum": "a"}, {"minimum": 0}, {"minimum": 2.5}, {"draws": 1}, {"seed": -1}])
def test_a_wrong_choice_is_one_sentence(choice):
    with pytest.raises(CorpusError, match=f"{next(iter(choice))}="):
        measure.report_clusters(families(), **choice)


def test_a_node_holds_the_reports_of_the_two_it_joins_and_leaves_stand_in_order():
    tree = measure.report_clusters(families(), draws=100).set_index("node")
    for node in tree[tree["size"] > 1].itertuples():
        assert set(node.members.split()) == set(tree.loc[node.left, "members"].split()) | set(
            tree.loc[node.right, "members"].split()
        )
        below = sorted(tree.index[tree["report_id"].isin(node.members.split())])
        assert below == list(range(below[0], below[0] + node.size)), "a branch is a run of leaves: lines do not cross"


def test_too_few_reports_are_refused():
    with pytest.raises(CorpusError, match="at least three"):
        measure.report_clusters(read.corpus("national").select(year=[2024, 2025]))
    short = Report("yunling-2030", "", ("云岭。",), year=2030)
    with pytest.raises(CorpusError, match="yunling-2030 has no paragraph"):
        measure.report_clusters(families() + Corpus.from_reports([short]))
