"""What may be claimed of a frame whose rows were selected before it was drawn: the most of those shown, no more.

A selection keeps the attrs of the whole frame, and a rank is that among all themes: they tell what was there.
"""

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


def has_every_year(frame: pd.DataFrame, *, but_first: bool = False) -> bool:
    """Return whether a frame has each year of the reports that its attrs name, of the places that it is of.

    ``but_first``: the first may be missing, as it is where each report is compared with the one before.
    """
    reports = frame.attrs.get("reports") or []
    ids = set(frame["report_id"]) if "report_id" in frame else {report["id"] for report in reports}
    places = {report["place"] for report in reports if report["id"] in ids}
    years = sorted({report["year"] for report in reports if report["place"] in places and report["year"]})
    return bool(years) and set(years[but_first:]) <= set(frame["year"])
