"""Where the provinces of China stand on a grid of tiles, and what places are called on charts.

Neighbours stay neighbours, and no map data is needed.
"""

import pandas as pd

from analysis import provenance

# The first two digits of the code (GB/T 2260): row and column.
_TILES = {
    "23": (0, 7),
    "15": (1, 4), "22": (1, 7),
    "65": (2, 0), "62": (2, 2), "64": (2, 3), "14": (2, 4), "13": (2, 5), "11": (2, 6), "21": (2, 7),
    "63": (3, 1), "61": (3, 3), "41": (3, 4), "37": (3, 5), "12": (3, 6),
    "54": (4, 0), "51": (4, 2), "50": (4, 3), "42": (4, 4), "34": (4, 5), "32": (4, 6), "31": (4, 7),
    "53": (5, 1), "52": (5, 2), "43": (5, 3), "36": (5, 4), "33": (5, 5),
    "45": (6, 2), "44": (6, 3), "35": (6, 4),
    "46": (7, 2),
}  # fmt: skip
_ACROSS = 8

# The letters that stand for a province (GB/T 2260), where its name has no room.
_LETTERS = dict(
    zip(
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65".split(),
        "BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ".split(),
        strict=True,
    )
)

# What a reader calls a region.
_ENDINGS = ("壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市")


def tiles(codes: list[str]) -> list[tuple[int, int]]:
    """Return the row and column of each place: provinces as on a map, anything else in rows of eight, in its order.

    >>> tiles(["110000", "310000"])
    [(2, 6), (4, 7)]
    >>> tiles(["430100", "430200"])
    [(0, 0), (0, 1)]
    """
    known = [_TILES.get(code[:2]) if code.endswith("0000") else None for code in codes]
    if all(known) and len(set(known)) == len(known):
        return known
    return [divmod(number, _ACROSS) for number in range(len(codes))]


def short_place(place: str) -> str:
    """Return a place as its readers call it: 内蒙古自治区 is 内蒙古.

    >>> short_place("宁夏回族自治区"), short_place("北京市")
    ('宁夏', '北京')
    """
    for ending in _ENDINGS:
        if place.endswith(ending) and len(place) > len(ending) + 1:
            return place[: -len(ending)]
    return place


def place_names(frame: pd.DataFrame, lang: str) -> dict[str, str]:
    """Return what each place of a frame is called: its English name, or its own without what readers leave out.

    >>> place_names(pd.DataFrame({"place": ["北京市", "云岭市"], "place_en": ["Beijing", ""]}), "en")
    {'北京市': 'Beijing', '云岭市': '云岭市'}
    """
    rows = frame.drop_duplicates("place").to_dict("records")
    names = {row["place"]: provenance.place_name(row, lang) for row in rows}
    return names if lang == "en" else {place: short_place(name) for place, name in names.items()}


def report_names(rows: pd.DataFrame, lang: str) -> list[str]:
    """Return what tells the reports of the rows apart: the place, the year or both, or else the id.

    English names of places are those of the column ``place_en``, or of the reports in the attrs.

    >>> rows = pd.DataFrame({"report_id": ["a", "b"], "place": ["云岭市", "云岭市"], "year": [2030, 2031]})
    >>> report_names(rows, "zh"), report_names(rows.assign(place=["北京市", "天津市"]), "zh")
    (['2030', '2031'], ['北京 2030', '天津 2031'])
    """
    years, places = rows["year"].dropna().nunique() > 1, rows["place"].nunique() > 1
    own = rows[["place", "place_en"] if "place_en" in rows else ["place"]].to_dict("records")
    called, found = place_names(pd.DataFrame([*rows.attrs.get("reports", ()), *own]), lang), []
    for row in rows.itertuples():
        year = str(int(row.year)) if years and pd.notna(row.year) else ""
        place = called[row.place] if places or not years else ""
        found.append(" ".join(part for part in (place, year) if part) or row.report_id)
    return found


def letters(code: str) -> str:
    """Return the two letters of a province (GB/T 2260), or nothing for any other place.

    >>> letters("610000"), letters("430100")
    ('SN', '')
    """
    return _LETTERS.get(code[:2], "") if code.endswith("0000") else ""
