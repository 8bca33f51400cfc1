"""Topics followed over periods of years: one set of topics counted in each, or each period clustered for itself."""

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.bootstrap import require_seed
from analysis.measure.topic_choice import top_terms
from analysis.measure.topic_fit import fit_each
from analysis.measure.topic_prevalence import INTERVALS, shares
from analysis.measure.topic_result import NO_TOPIC, UNPLACED, Topics, require_topics

FITS = ("one", "aligned")
_MEASURED = ("documents", "share", "low", "high", "of", "likeness", "top_terms")
# A topic of a period is the same as one of all years where their words have this cosine at least. A low bar, so that a
# topic is followed while its words change; ``likeness`` says how near it is.
_SAME = 0.3
_FEWEST_EACH = 10


def topics_over_time(topics: Topics, *, period: int = 10, fit: str = "one", seed: int = 0) -> pd.DataFrame:
    """Measure the share of each topic in periods of years, and with which words it is spoken of in each.

    Parameters
    ----------
    topics
        What :func:`topics` found; its reports need years.
    period
        Years in a period: 10 gives 1950-1959, 1960-1969 and so on; 1 gives single years.
    fit
        ``"one"``: the topics of all years, counted in each period, so that shares can be compared. ``"aligned"``: each
        period is clustered for itself into as many topics (fewer where it has under 10 documents for each), which are
        paired one to one with those of all years by the cosine of their words. No document is then taken out as
        fitting none: such shares say how the period itself would be divided, and are not to be compared with those of
        ``"one"``. Topic 0 is what the period says that has no counterpart in the topics of all years.
    seed
        Seed of the fits of ``"aligned"``.

    Returns
    -------
    DataFrame
        One row per period and topic (key: period, topic; 0 is what fits none, or has no counterpart): period (such as
        ``1990-1999``), first_year, last_year (that have a report), topic, label_zh, label_en, stable, documents, share
        (0-1 of the period's documents), low, high (95% interval), of (documents of the period), likeness (cosine with
        the topic of all years, 0-1; missing where the period has no such topic), top_terms (in this period).

    Raises
    ------
    CorpusError
        For a report without a year, an unknown fit, or a period that is no whole number of years.

    Examples
    --------
    >>> from analysis import measure, read
    >>> two = read.corpus("national").select(year=[2024, 2025])
    >>> found = measure.topics(two, n_topics=4, resamples=2)
    >>> measure.topics_over_time(found, period=1)["period"].unique().tolist()
    ['2024', '2025']
    """
    require_topics(topics)
    require_seed(seed)
    if fit not in FITS:
        raise CorpusError(f"fit={fit!r} is not known; use one of {', '.join(FITS)}")
    if isinstance(period, bool) or not isinstance(period, int | np.integer) or period < 1:
        raise CorpusError(f"period={period!r}: use a whole number of years from 1")
    attrs = topics.topics.attrs
    years = {report["id"]: report["year"] for report in attrs["reports"]}
    if None in years.values():
        raise CorpusError("topics_over_time needs the year of every report; set it when reading: year=")
    assigned = topics.assignments
    year = assigned["report_id"].map(years)
    start = (year // period * period).rename("start")
    numbers = topics.topics["topic"].tolist()
    if fit == "one":
        frame = shares(start, assigned["topic"], [NO_TOPIC, *numbers])
        like = _likeness(topics, start, assigned["topic"])
    else:
        aligned, like = _aligned(topics, start, seed)
        frame = shares(start, aligned, [NO_TOPIC, *numbers])
    frame = frame.merge(like, on=["start", "topic"], how="left")
    spans = year.groupby(start).agg(["min", "max"])
    frame["first_year"], frame["last_year"] = frame["start"].map(spans["min"]), frame["start"].map(spans["max"])
    last = frame["start"] + period - 1
    frame["period"] = frame["start"].astype("str") + ("-" + last.astype("str") if period > 1 else "")
    none = UNPLACED if fit == "one" else UNPLACED.assign(label_zh="没有对应的话题", label_en="no counterpart")
    named = pd.concat([pd.DataFrame(topics.topics)[none.columns], none])
    frame = frame.merge(named, on="topic", how="left")
    frame["top_terms"] = frame["top_terms"].fillna("")
    if fit == "aligned":  # what a period has no topic for has no share either
        absent = frame["likeness"].isna() & (frame["topic"] != NO_TOPIC)
        frame.loc[absent, ["share", "low", "high"]] = np.nan
    about = ["period", "first_year", "last_year", *UNPLACED.columns]
    facts = {"measure": "topics_over_time", "fit": fit, "period": period, "intervals": INTERVALS, "seed": seed}
    return labelled(frame[[*about, *_MEASURED]], attrs | facts)


def _likeness(topics: Topics, start: pd.Series, topic: pd.Series) -> pd.DataFrame:
    """Return how like a topic's documents of a period are to all of its documents, and their top terms."""
    weighted, rows = topics.words.weighted, []
    whole = {t: _centre(weighted, topic.to_numpy() == t) for t in topics.topics["topic"]}
    for value in sorted(set(start)):
        for t, centre in whole.items():
            members = (topic == t).to_numpy() & (start == value).to_numpy()
            own = _centre(weighted, members)
            like = round(float(own @ centre), 6) if members.any() else np.nan
            rows.append((value, t, like, _terms(topics, own)))
    return pd.DataFrame(rows, columns=["start", "topic", "likeness", "top_terms"])


def _aligned(topics: Topics, start: pd.Series, seed: int) -> tuple[pd.Series, pd.DataFrame]:
    """Cluster each period for itself; return the topic of all years that each document's topic is paired with."""
    weighted, topic = topics.words.weighted, topics.assignments["topic"].to_numpy()
    numbers, method = topics.topics["topic"].tolist(), topics.topics.attrs["method"]
    whole = np.vstack([_centre(weighted, topic == t) for t in numbers])
    aligned, rows = pd.Series(NO_TOPIC, index=start.index), []
    for value in sorted(set(start)):
        inside = np.flatnonzero(start == value)
        number = max(1, min(len(numbers), len(inside) // _FEWEST_EACH))
        own = fit_each(weighted[inside], topics.words.counts[inside], [number], method=method, seed=seed)[number]
        cosine = whole @ own.weight.T
        for row, column in zip(*linear_sum_assignment(-cosine), strict=True):
            if cosine[row, column] >= _SAME:
                aligned.iloc[inside[own.topic == column]] = numbers[row]
                like = round(float(cosine[row, column]), 6)
                rows.append((value, numbers[row], like, _terms(topics, own.weight[column])))
        left = (start == value).to_numpy() & (aligned == NO_TOPIC).to_numpy()
        rows.append((value, NO_TOPIC, np.nan, _terms(topics, _centre(weighted, left))))
    return aligned, pd.DataFrame(rows, columns=["start", "topic", "likeness", "top_terms"])


def _centre(weighted, members: np.ndarray) -> np.ndarray:
    total = np.asarray(weighted[np.flatnonzero(members)].sum(axis=0), dtype=float).ravel()
    length = np.sqrt((total**2).sum())
    return total / length if length else total


def _terms(topics: Topics, weight: np.ndarray) -> str:
    return " ".join(topics.words.terms[i] for i in top_terms(weight))
