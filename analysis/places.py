"""Places: one canonical name each, with GB/T 2260 code, English name and level, from ``data/places.csv``."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from analysis.paths import data_folder
from analysis.text.han import simplified

# Suffixes of places outside the table, with their level.
_SUFFIXES = (
    ("自治区", "province"),
    ("自治州", "city"),
    ("地区", "city"),
    ("省", "province"),
    ("市", "city"),
    ("新区", "district"),
    ("自治县", "district"),
    ("县", "district"),
    ("区", "district"),
    ("旗", "district"),
)
_GOVERNMENT = re.compile(
    r"(?:\d{4}年)?([\u3400-\u9fff]{2,24}?(?:自治区|自治州|自治县|新区|地区|省|市|县|区|旗))"
    r"(?:人民政府|政府|第.{1,3}届人民代表|\d{4}年(?:人民)?政府工作)"
)
# What runs into a name without being part of it: the date of a meeting, 现在，我代表, a year in characters.
_BEFORE_NAME = re.compile(r"^(?:.*日在|在|.*代表|[一二三四五六七八九零]+年)")
_PROVINCE = re.compile(r"^.{2,8}?(?:省|自治区)(?=.{2,}[市县区州旗]$)")
_NATION = re.compile(r"国务院|全国人民代表大会|(?:全国|中国)(?:\d{4}年)?政府工作报告")


@dataclass(frozen=True)
class Place:
    """A place: canonical name, six-digit code (empty where there is none), English name, slug and level."""

    name: str
    code: str = ""
    name_en: str = ""
    slug: str = ""
    level: str = ""
    short: str = ""


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """Return the places of ``data/places.csv``, in its order."""
    with open(data_folder() / "places.csv", encoding="utf-8", newline="") as file:
        return tuple(Place(**row) for row in csv.DictReader(file))


def find_place(*texts: str) -> Place | None:
    """Return the place that the first text which names one is about.

    宁夏 and 宁夏回族自治区 are one place. A city or county outside the table is taken from
    "…市人民政府", with its level told by its suffix and without a code. Names are simplified: 雲嶺市 is 云岭市.

    >>> find_place("2025年宁夏政府工作报告").name
    '宁夏回族自治区'
    """
    for text in map(simplified, texts):
        if not text:
            continue
        for place in places():
            if text in (place.name, place.short, place.name_en, place.code):
                return place
        if _NATION.search(text):
            return places()[0]
        named = _GOVERNMENT.search(text)
        if named:
            name = _PROVINCE.sub("", _BEFORE_NAME.sub("", named[1]))
            return _known(name) or Place(name, level=_level(name))
        for place in places()[1:]:
            if place.name in text or re.search(rf"{place.short}(?:\d{{4}}年)?(?:人民)?政府工作报告", text):
                return place
    return None


@lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """Return the canonical name of the place that ``name`` (or English name, or code) is; others simplified.

    >>> canonical("寧夏"), canonical("云岭市")
    ('宁夏回族自治区', '云岭市')
    """
    name = simplified(name)
    known = next((p for p in places() if name and name in (p.name, p.short, p.name_en, p.code)), None)
    return known.name if known else name


def are_of(reports, names: Iterable[str]):
    """Return for each row of ``reports`` (place, place_en, place_code) whether it is of one of the places named."""
    wanted = {canonical(name) for name in names} - {""}
    return reports["place"].map(canonical).isin(wanted) | reports[["place_en", "place_code"]].isin(wanted).any(axis=1)


def given_place(name: str) -> Place:
    """Return the place that someone names: one of the table under any of its names, else one of that very name."""
    name = canonical(name)
    return _known(name) or Place(name, level=_level(name))


def _known(name: str) -> Place | None:
    return next((place for place in places() if name in (place.name, place.short)), None)


def _level(name: str) -> str:
    return next((level for suffix, level in _SUFFIXES if name.endswith(suffix)), "")
