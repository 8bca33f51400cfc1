"""Rows selected, which reports they are of, and what may be claimed of them: the most of those shown, no more.

A selection keeps the attrs of the whole frame, and a rank is that among all themes: they tell what was there.
"""

from collections.abc import Sequence

import pandas as pd


def themes_left_out(frame: pd.DataFrame) -> bool:
    """Return whether themes were measured that the frame does not have, as far as attrs or ranks tell."""
    measured = (frame.attrs.get("codebook") or {}).get("themes")
    if measured is not None:
        return not set(measured) <= set(frame["theme"])
    return "rank" in frame and bool(frame["rank"].max() > frame["theme"].nunique())


def among_themes(frame: pd.DataFrame, lang: str) -> str:
    """Return what makes a claim about all themes one about those of the frame; nothing where it has all.

    >>> two = pd.DataFrame({"theme": ["energy", "housing"], "rank": [8, 20]})
    >>> among_themes(two, "en"), among_themes(two, "zh"), among_themes(two.assign(rank=[1, 2]), "en")
    ('of the 2 themes shown', '所示2个主题中', '')
    """
    count = frame["theme"].nunique()
    if not themes_left_out(frame):
        return ""
    return {"zh": f"所示{count}个主题中", "en": f"of the {count} theme{'s' * (count != 1)} shown"}[lang]


def terms_left_out(frame: pd.DataFrame) -> bool:
    """Return whether a theme of the frame has terms that the frame does not have: its shares do not add up to one.

    >>> terms = pd.DataFrame({"report_id": "a", "theme": "jobs", "share": [0.75, 0.25]})
    >>> terms_left_out(terms), terms_left_out(terms.head(1))
    (False, True)
    """
    return "share" in frame and bool(frame.groupby(["report_id", "theme"])["share"].sum().lt(1 - 1e-6).any())


def whole_ranks(values: Sequence[float], most: int) -> int:
    """Return how many of ``values``, the largest first, to show: at most ``most``, equal ones all or none.

    Those equal to the largest are shown even where they are more.

    >>> whole_ranks([5, 4, 4, 3, 3, 3], 5), whole_ranks([5, 5, 5, 1], 2)
    (3, 3)
    """
    ranks = pd.Series(values).rank(method="max", ascending=False)
    return int((ranks <= max(most, ranks.min())).sum())


def of_its_reports(frame: pd.DataFrame, given: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return a copy whose attrs name only the reports of its rows, and those they are compared with.

    A selection of rows keeps the attrs of the whole frame: source, place and years would be those of all its reports.
    Of rates the attrs also tell on how many ``mentions`` of these reports the measure's frame ``given`` rests, where
    the frame is a choice of its themes: the Han characters beside them are those of all.
    """
    frame = frame.copy()
    reports = frame.attrs.get("reports") or []
    ids = set(frame.get("report_id", ()))
    own = [report for report in reports if report["id"] in ids or "old_id" in frame]  # two that were aligned
    if own:  # by their ids, for a caller may have renamed a place
        before = {(report["place"], year) for report in own for year in frame.get("against", ())}
        reports = [report for report in reports if report in own or (report["place"], report["year"]) in before]
    else:
        if "place" in frame:
            reports = [report for report in reports if report["place"] in set(frame["place"])] or reports
        if "year" in frame and "report_id" not in frame:
            reports = [report for report in reports if report["year"] in set(frame["year"].dropna())] or reports
    given = frame if given is None else given
    counted = given[given["report_id"].isin(ids)] if "report_id" in given else given
    sides = [side for side in ("", "_earlier", "_later") if {f"rate{side}", f"mentions{side}"} <= set(given)]
    mentions = {"mentions": sum(int(counted[f"mentions{side}"].sum()) for side in sides)} if sides else {}
    frame.attrs = frame.attrs | {"reports": reports} | mentions
    return frame
