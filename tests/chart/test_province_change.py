import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from analysis import chart
from analysis.chart.places import tiles
from analysis.chart.style import LIGHT
from analysis.errors import ChartError
from tests.chart.frames import changed, comparisons, overlapping


def test_every_province_has_a_tile_of_its_own():
    frame = comparisons()["province_change"]
    at = tiles(frame["place_code"].unique().tolist())
    assert len(set(at)) == 31
    where = dict(zip(frame["place"].unique(), at, strict=True))
    # Neighbours on the map: Heilongjiang north of Jilin, Shanghai east of Jiangsu, Hainan south of Guangdong's row.
    assert where["黑龙江省"][0] < where["吉林省"][0] < where["辽宁省"][0]
    assert where["上海市"][1] == where["江苏省"][1] + 1 and where["海南省"][0] > where["广东省"][0]


def test_a_tile_is_filled_where_the_verdict_is_robust():
    frame = comparisons()["province_change"]
    clear = frame["theme"].eq("reform") & frame["place"].isin(["北京市", "上海市"])
    frame = frame.assign(verdict=frame["verdict"].mask(clear, "robust rise"))
    figure = chart.province_change(frame, theme="reform")
    drawn = {patch.get_gid(): patch for patch in figure.axes[0].patches}
    for row in frame[frame["theme"] == "reform"].itertuples():
        face = drawn[f"tile-{row.place_code}-reform"].get_facecolor()
        assert (face[:3] != (1.0, 1.0, 1.0)) == (row.place in {"北京市", "上海市"})


def test_the_title_counts_the_places():
    frame = comparisons()["province_change"]
    rows = frame[frame["theme"] == "health"]
    ups, downs = (rows["log2_ratio"] > 0).sum(), (rows["log2_ratio"] < 0).sum()
    title = chart.province_change(frame, theme="health", lang="zh").record.texts.title
    assert f"{ups}个上升" in title if ups >= downs else f"{downs}个下降" in title


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_place_and_places_that_are_no_provinces_are_drawn_clear(lang):
    frame = comparisons()["province_change"]
    cities = changed(frame, place_code=[f"43{i:04d}" for i in range(len(frame))])
    for awkward in (changed(frame[frame["place"] == "北京市"]), cities):
        awkward.attrs = frame.attrs
        assert overlapping(chart.province_change(awkward, lang=lang)) == []


def test_more_than_six_maps_are_refused():
    frame = comparisons()["province_change"]
    with pytest.raises(ChartError, match="theme=: up to 6 themes can be brought out, not 22"):
        chart.province_change(frame, theme=frame["theme"].unique().tolist())


def test_the_title_counts_clear_changes_of_its_own_direction_only():
    frame = comparisons()["province_change"]
    ups = changed(frame, log2_ratio=1.0, verdict="robust rise")
    one = ups["place"].eq("北京市")
    mixed = changed(ups, log2_ratio=ups["log2_ratio"].mask(one, -1.0), verdict=ups["verdict"].mask(one, "robust fall"))
    assert chart.province_change(mixed, theme="health", lang="en").record.texts.title.endswith(
        "more in 30 of 31 places, clearly in 30"
    )
    still = changed(frame, log2_ratio=0.0, verdict="no clear change")
    assert (
        "no change of Health and population in 31 places"
        in chart.province_change(still, theme="health", lang="en").record.texts.title
    )


def test_the_note_says_which_themes_are_drawn_but_not_of_those_the_caller_chose():
    frame = comparisons()["province_change"]
    zh, en = (chart.province_change(frame, lang=lang).record.texts.note for lang in ("zh", "en"))
    assert "Chosen of 22 themes: the 6 in which most places moved the same way." in en
    assert "选自22个主题：同向变化的地区最多的6个。" in zh
    own = chart.province_change(frame, theme=["health", "reform"], lang="en").record.texts.note
    assert "Chosen" not in own
    mentions = frame["mentions_earlier"].sum() + frame["mentions_later"].sum()
    assert f"({mentions:,} mentions in " in en and f"({mentions:,} mentions in " in own


def test_a_place_without_a_ratio_is_not_one_without_change():
    frame = comparisons()["province_change"]
    gap = changed(frame, log2_ratio=frame["log2_ratio"].mask(frame["place"].isin(frame["place"].unique()[:3])))
    zh, en = (chart.province_change(gap, theme="health", lang=lang).record.texts for lang in ("zh", "en"))
    assert " of 28 measured, " in en.title and "; not measured in 3." in en.alt
    assert "：有数据的28个地区中" in zh.title and "，3个无数据。" in zh.alt
    none = changed(frame, log2_ratio=frame["log2_ratio"].mask(frame["theme"] == "health"))
    assert "Health" not in chart.province_change(none, lang="en").record.alt["en"]
    with pytest.raises(ChartError, match="^chart.province_change: no place has a ratio for what is shown; choose oth"):
        chart.province_change(none, theme="health")


def test_no_change_and_no_ratio_are_painted_neither_more_nor_less():
    frame = comparisons()["province_change"]
    none = changed(frame, log2_ratio=[0.0, float("nan")] * (len(frame) // 2), verdict="no clear change")
    edges = {to_hex(tile.get_edgecolor()) for tile in chart.province_change(none, theme="health").axes[0].patches}
    assert edges <= {LIGHT.soft, LIGHT.rest}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_axes_of_a_caller_have_as_many_maps_as_leave_places_named_and_every_tile_whole(lang):
    ax = Figure(figsize=(6.4, 4.8)).add_subplot()
    chart.province_change(comparisons()["province_change"], lang=lang, ax=ax)
    names = [text.get_text() for text in ax.texts]
    assert "…" not in names and any(name in {"黑龙江", "HL"} for name in names)
    assert not any(tile.get_clip_on() for tile in ax.patches), "half the line of the outermost is beyond the axes"


def test_one_place_is_named_and_not_counted():
    frame = comparisons()["province_change"]
    one = changed(frame[(frame["place"] == "北京市") & (frame["theme"] == "health")], log2_ratio=-1.0)
    for verdict, en, zh in (
        ("robust fall", "less in Beijing, a robust change", "：北京“医疗卫生”下降，为明确变化"),
        ("no clear change", "less in Beijing, which may be chance", "：北京“医疗卫生”下降，不能排除偶然"),
    ):
        words = chart.province_change(changed(one, verdict=verdict)).record.words
        assert words["en"].title.endswith(f"Health and population is mentioned {en}") and words["zh"].title.endswith(zh)
    still = chart.province_change(changed(one, log2_ratio=0.0, verdict="no clear change")).record.words
    assert still["en"].title.endswith("no change of Health and population in Beijing")
    assert still["zh"].title.endswith("：北京“医疗卫生”无变化")
