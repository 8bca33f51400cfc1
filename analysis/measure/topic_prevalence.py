"""How much of each year, place or period falls into each topic, with intervals."""

import numpy as np
import pandas as pd

from analysis.measure.bootstrap import INTERVAL, interval, weights

_TAIL = (1 - INTERVAL) / 2


def shares(group: pd.Series, topic: pd.Series, topics: list[int], *, draws: int, seed: int) -> pd.DataFrame:
    """Return the share of each topic in each group's documents (key: the group's name, topic).

    ``group`` and ``topic`` have one value a document. Columns: the name of ``group``, topic, documents (of the topic in
    the group), share (0-1), low, high (95% interval; documents are resampled within the group), of (all documents of
    the group). Where none or all of the documents are of a topic every resample says the same; there the interval is
    that of Clopper and Pearson (1934), Biometrika 26: none of 78 may be up to 4.6%.
    """
    rows = []
    for value, own in topic.groupby(group, sort=True):
        is_topic = (own.to_numpy()[:, None] == np.array(topics)).astype(float)
        drawn = weights(f"{group.name}:{value}", len(own), draws=draws, seed=seed) @ is_topic / len(own)
        low, high = interval(drawn)
        certain = _TAIL ** (1 / len(own))
        low, high = np.where(is_topic.all(axis=0), certain, low), np.where(is_topic.any(axis=0), high, 1 - certain)
        found, share = is_topic.sum(axis=0), is_topic.mean(axis=0)
        rows += [(value, t, int(found[i]), share[i], low[i], high[i], len(own)) for i, t in enumerate(topics)]
    return pd.DataFrame(rows, columns=[group.name, "topic", "documents", "share", "low", "high", "of"])
