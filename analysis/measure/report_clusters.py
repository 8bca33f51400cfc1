"""Which reports resemble each other: a tree of years or places, with how firm each of its branches is."""

from collections import Counter

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.bootstrap import require_draws, require_seed, require_whole, weights
from analysis.measure.tally import scopes
from analysis.measure.topic_documents import MINIMUM
from analysis.measure.topic_fit import DECIMALS, rows_of_length_one
from analysis.measure.topic_words import document_terms, term_weights

# The idf of a word that stands in every report, as scikit-learn has it: without it nearly four in ten words of the
# provinces' reports would count for nothing.
_LEAST = 1.0
# Other powers of the dispersion; a branch that hangs on the power is not one to print.
_OTHER_POWERS = (0.0, 1.0)


def report_clusters(
    corpus: Corpus, *, part: str | None = "all", minimum: int = MINIMUM, draws: int = 200, seed: int = 0
) -> pd.DataFrame:
    """Join reports into a tree by the words they share, the most alike first.

    The distance of two reports is 1 - cosine of their words, (1 + log count) x (idf + 1) x DPnorm^4: what stands as
    evenly in all reports weighs nothing. Branches are joined by average linkage. Support of a branch is in what share
    of resamples of the paragraphs of every report the same reports, and no other, stand together on one branch
    (Felsenstein resampled characters; here it is the text). A branch is robust if it also stands in the trees of three
    other choices: no dispersion in the weights, DPnorm to the power of 1, and words of twice the minimum only.

    Parameters
    ----------
    corpus
        At least three reports, with texts or features.
    part
        As in :func:`theme_frequencies`, but by default all of each report.
    minimum
        Leave out words that stand in fewer paragraphs.
    draws
        Bootstrap draws for the support of branches.
    seed
        Seed of the resamples.

    Returns
    -------
    DataFrame
        One row per node (key: node): node (first the reports in the order of the tree's leaves, then the branches in
        the order they are joined), left, right (the nodes it joins; missing for a report), height (distance at which
        they join, 0-1), size (reports on it), support (0-1; missing for a report and for the root, which is always
        there), robust (whether it stands whatever the choices; true for reports and the root), report_id, year, place,
        place_en (of a report), members (their ids). ``attrs["fidelity"]`` is the cophenetic correlation: how well the
        tree shows the distances (0-1; missing where all are equal).

    Raises
    ------
    CorpusError
        For fewer than three reports, or one without words, and for a minimum, draws or seed that is none.

    Examples
    --------
    >>> from analysis import measure, read
    >>> tree = measure.report_clusters(read.corpus("national").select(year=range(2021, 2026)), draws=100)
    >>> int(tree["size"].max())
    5

    References
    ----------
    Felsenstein, J. (1985): Confidence limits on phylogenies: an approach using the bootstrap. Evolution 39. Sokal, R.
    and Michener, C. (1958) for average linkage (UPGMA).
    """
    require_corpus(corpus)
    require_draws(draws)
    require_seed(seed)
    require_whole("minimum", minimum, 1, usual=MINIMUM)
    if len(corpus) < 3:
        raise CorpusError(f"report_clusters needs at least three reports to make a tree; the corpus has {len(corpus)}")
    corpus = corpus._take(sorted(corpus.reports["report_id"]))  # of branches at one height the order decides
    measured = scopes(corpus, part=part)
    words = document_terms(corpus, measured, unit="paragraph", minimum=minimum)
    ids = corpus.reports["report_id"].tolist()
    of_report = words.documents["report_id"].to_numpy()
    missing = [report_id for report_id in ids if report_id not in set(of_report)]
    if missing:
        raise CorpusError(f"report_clusters: {missing[0]} has no paragraph with enough words; leave it out")
    units = [np.flatnonzero(of_report == report_id) for report_id in ids]
    once = _grouping(units, [np.ones(len(rows)) for rows in units], len(of_report))
    counts = sparse.csr_matrix(once @ words.counts)
    weight = term_weights(counts, least=_LEAST)
    distance = _distances(counts, weight)
    joined = _tree(distance)
    branches = _branches(joined, len(ids))
    often = np.asarray((words.counts > 0).sum(axis=0)).ravel() >= 2 * minimum
    others = [term_weights(counts, sharpness=power, least=_LEAST) for power in _OTHER_POWERS] + [weight * often]
    trees = [set(_branches(_tree(_distances(counts, other)), len(ids))) for other in others]
    # Of several that join at one height, chance decides which join first.
    above = {int(child): height for *ends, height, _ in joined for child in ends}
    tied = [above.get(len(ids) + step) == height for step, height in enumerate(joined[:, 2])]
    robust = [not tie and all(own in tree for tree in trees) for own, tie in zip(branches, tied, strict=True)]
    resampled = [weights(i, len(rows), draws=draws, seed=seed) for i, rows in zip(ids, units, strict=True)]
    found: Counter = Counter()
    for draw in range(draws):
        drawn = _grouping(units, [own[draw] for own in resampled], len(of_report))
        found.update(set(_branches(_tree(_distances(drawn @ words.counts, weight)), len(ids))))
    support = [found[branch] / draws for branch in branches]
    frame = _nodes(corpus.reports, joined, branches, support, robust)
    facts = {"unit": "paragraph", "minimum": minimum, "method": "upgma", "resamples": draws, "seed": seed}
    fidelity = round(_fidelity(joined, distance), 6)
    return labelled(frame, about("report_clusters", (corpus, measured), fidelity=fidelity, **facts))


def _grouping(units: list[np.ndarray], times: list[np.ndarray], documents: int) -> sparse.csr_matrix:
    """Return reports x documents: how often each document is drawn for its report."""
    row = np.repeat(np.arange(len(units)), [len(rows) for rows in units])
    return sparse.csr_matrix((np.concatenate(times), (row, np.concatenate(units))), shape=(len(units), documents))


def _distances(counts, weight: np.ndarray) -> np.ndarray:
    table = sparse.csr_matrix(counts, dtype=float)
    table.eliminate_zeros()
    table.data = 1 + np.log(table.data)
    rows = rows_of_length_one((table @ sparse.diags(weight)).toarray())
    cosine = rows @ rows.T
    # Two reports of only such words as stand evenly in all are not told apart.
    nothing = ~rows.any(axis=1)
    cosine[np.ix_(nothing, nothing)] = 1
    distance = np.round(np.clip(1 - cosine, 0, None), DECIMALS)
    np.fill_diagonal(distance, 0)
    return distance


def _tree(distance: np.ndarray) -> np.ndarray:
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    return linkage(squareform(distance, checks=False), method="average")


def _fidelity(joined: np.ndarray, distance: np.ndarray) -> float:
    from scipy.cluster.hierarchy import cophenet
    from scipy.spatial.distance import squareform

    pairs = squareform(distance, checks=False)
    return float(cophenet(joined, pairs)[0]) if np.ptp(pairs) else float("nan")


def _branches(joined: np.ndarray, leaves: int) -> list[frozenset[int]]:
    nodes = [frozenset([i]) for i in range(leaves)]
    for left, right in joined[:, :2].astype(int):
        nodes.append(nodes[left] | nodes[right])
    return nodes[leaves:]


def _nodes(reports: pd.DataFrame, joined: np.ndarray, branches: list[frozenset[int]], support, robust) -> pd.DataFrame:
    from scipy.cluster.hierarchy import leaves_list

    leaves = leaves_list(joined)
    number = {int(leaf): node for node, leaf in enumerate(leaves)}
    own = reports.iloc[leaves][["report_id", "year", "place", "place_en"]].reset_index(drop=True)
    own = own.assign(height=0.0, size=1, support=np.nan, robust=True, members=own["report_id"])
    ids = reports["report_id"].tolist()
    rows = []
    for step, (left, right, height, _) in enumerate(joined):
        members = branches[step]
        ends = sorted((number[int(left)], number[int(right)]))
        number[len(ids) + step] = len(ids) + step
        rows.append(
            {
                "left": ends[0],
                "right": ends[1],
                "height": round(float(height), 6),
                "size": len(members),
                "support": np.nan if len(members) == len(ids) else support[step],
                "robust": robust[step],
                "members": " ".join(ids[i] for i in sorted(members, key=lambda i: number[i])),
            }
        )
    frame = pd.concat([own, pd.DataFrame(rows)], ignore_index=True).rename_axis("node").reset_index()
    frame = frame.astype({"left": "Int64", "right": "Int64", "year": "Int64"})
    columns = [
        "node",
        "left",
        "right",
        "height",
        "size",
        "support",
        "robust",
        "report_id",
        "year",
        "place",
        "place_en",
        "members",
    ]
    return frame[columns]
