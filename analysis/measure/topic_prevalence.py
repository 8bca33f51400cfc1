"""How much of each year, place or period falls into each topic, with intervals."""

import pandas as pd

from analysis.stats.intervals import clopper_pearson

# How the ends of the intervals were found: what a caption says of them.
INTERVALS = "clopper-pearson"


def shares(group: pd.Series, topic: pd.Series, topics: list[int]) -> pd.DataFrame:
    """Return the share of each topic in each group's documents (key: the group's name, topic).

    ``group`` and ``topic`` have one value a document. Columns: the name of ``group``, topic, documents (of the topic in
    the group), share (0-1), low, high (95% interval), of (all documents of the group).

    The interval is exact: documents drawn anew from a group have a binomial number of a topic, so that a bootstrap
    would give the same with the noise of its draws, and, where one document is found, an end below that of none.
    It takes the topics as they are. Clopper, C. and Pearson, E. (1934), Biometrika 26.
    """
    counts = pd.crosstab(group, topic).reindex(columns=topics, fill_value=0)
    frame = counts.rename_axis(columns="topic").stack().rename("documents").reset_index()
    frame["of"] = frame[group.name].map(group.value_counts()).astype("int64")
    frame["share"] = frame["documents"] / frame["of"]
    frame["low"], frame["high"] = clopper_pearson(frame["documents"], frame["of"])
    return frame[[group.name, "topic", "documents", "share", "low", "high", "of"]]
