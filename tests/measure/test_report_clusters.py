"""The tree of reports: planted families are found with full support, and the joins are scipy's."""

import numpy as np
import pandas as pd
import pytest
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

from analysis import measure, read
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.measure.report_clusters import _distances
from analysis.report import Report
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
    one, other = (pd.DataFrame(measure.report_clusters(c, draws=100)).query("size > 1") for c in (corpus, turned))
    sets = [
        {(frozenset(row.members.split()), row.height, row.support) for row in f.fillna({"support": 1}).itertuples()}
        for f in (one, other)
    ]
    assert sets[0] == sets[1]


def test_heights_are_those_of_scipys_average_linkage():
    counts = np.random.default_rng(0).integers(0, 4, (5, 30)).astype(float)
    weight = np.ones(30)
    rows = np.where(counts > 0, 1 + np.log(np.where(counts > 0, counts, 1)), 0)
    cosine = np.array([[a @ b / np.linalg.norm(a) / np.linalg.norm(b) for b in rows] for a in rows])
    assert np.allclose(_distances(counts, weight), 1 - cosine, atol=1e-8)
    heights = linkage(squareform(np.round(1 - cosine, 9), checks=False), "average")[:, 2]
    assert (np.diff(heights) >= 0).all()


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
