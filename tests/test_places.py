"""Places are found in titles, meeting lines and file names, each under one name."""

import pytest

from analysis.places import find_place, places

PROVINCES = [place for place in places() if place.level == "province"]


def test_the_table_has_the_nation_and_31_provinces_with_codes():
    assert len(PROVINCES) == 31
    assert len({place.code for place in PROVINCES}) == 31
    assert all(place.code.isdigit() and len(place.code) == 6 for place in PROVINCES)


@pytest.mark.parametrize(
    "form", ["{}", "{}政府工作报告", "2025年{}政府工作报告", "{}2025年政府工作报告", "2026_{}_政府工作报告"]
)
@pytest.mark.parametrize("place", PROVINCES, ids=lambda place: place.slug)
def test_every_province_is_found_by_its_short_and_its_long_name(place, form):
    names = [place.name] if form == "2026_{}_政府工作报告" else [place.name, place.short]
    assert [find_place(form.format(name)) for name in names] == [place] * len(names)


@pytest.mark.parametrize("place", PROVINCES, ids=lambda place: place.slug)
def test_every_province_is_found_in_its_meeting_line(place):
    assert find_place(f"——2025年1月8日在{place.name}第十四届人民代表大会第三次会议上") == place


@pytest.mark.parametrize(
    "text",
    [
        "云岭市政府工作报告",
        "2025年云岭市人民政府工作报告",
        "云岭市2025年政府工作报告",
        "二〇二五年云岭市政府工作报告",
        "岚江省云岭市2025年政府工作报告",
        "——2025年1月8日在云岭市第六届人民代表大会第四次会议上",
        "——二〇二五年一月八日在云岭市第六届人民代表大会第四次会议上",
        "现在，我代表云岭市人民政府向大会报告工作",
    ],
)
def test_a_city_outside_the_table_is_found_without_what_runs_into_it(text):
    place = find_place(text)
    assert (place.name, place.level, place.code) == ("云岭市", "city", "")


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("望溪区政府工作报告", "望溪区", "district"),
        ("2025年枫渡县人民政府工作报告", "枫渡县", "district"),
        ("青萝自治州人民政府工作报告", "青萝自治州", "city"),
        ("国务院政府工作报告", "全国", "national"),
        ("——2025年3月5日在第十四届全国人民代表大会第三次会议上", "全国", "national"),
    ],
)
def test_the_level_is_told_by_the_name(text, name, level):
    place = find_place(text)
    assert (place.name, place.level) == (name, level)


def test_ningxia_is_one_place_under_either_name():
    assert find_place("宁夏") == find_place("宁夏回族自治区") == find_place("640000")


def test_a_city_that_shares_its_provinces_name_is_a_city():
    assert find_place("吉林市政府工作报告").level == "city"


def test_the_first_text_that_names_a_place_decides_and_none_is_said():
    assert find_place("", "云岭的茶", "望溪区人民政府", "湖南省政府工作报告").name == "望溪区"
    assert find_place("云岭的茶", "") is None
