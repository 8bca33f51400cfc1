import pytest

from analysis import chart, measure, read
from analysis.errors import ChartError
from tests.chart.frames import overlapping

WHERE = measure.positions(read.corpus("national").select(year=2025), part="all")


def marks(figure) -> dict[str, list[float]]:
    """The places of the marks of each theme."""
    drawn = {c.get_gid().removeprefix("marks-"): c for c in figure.axes[0].collections if c.get_gid()}
    return {theme: sorted(segment[0][0] for segment in lines.get_segments()) for theme, lines in drawn.items()}


def test_every_mention_has_a_mark_at_its_place():
    found = marks(chart.dispersion(WHERE))
    assert found == {theme: pytest.approx(sorted(at)) for theme, at in WHERE.groupby("theme")["position"]}
    assert sum(map(len, found.values())) == len(WHERE)


def test_the_title_says_where_half_of_the_mentions_of_a_frequent_theme_stand():
    places = WHERE.groupby("theme")["position"].agg(["median", "size"])
    often = places[places["size"] >= places["size"].median()]
    names = WHERE.drop_duplicates("theme").set_index("theme")["label_zh"]
    title = chart.dispersion(WHERE).record.texts.title
    first, last = often["median"].idxmin(), often["median"].idxmax()
    assert title.startswith(f"“{names[first]}”") and f"“{names[last]}”" in title
    assert f"{often['median'].min():.0%}之前" in title and f"{often['median'].max():.0%}之后" in title


def test_the_border_stands_between_the_review_and_the_plan():
    [border] = [line for line in chart.dispersion(WHERE).axes[0].lines if line.get_gid() == "border"]
    at = border.get_xdata()[0]
    halves = WHERE.groupby("part")["position"]
    assert halves.max()["review"] <= at <= halves.min()["plan"]


def test_two_reports_are_refused():
    two = measure.positions(read.corpus("national").select(year=[2024, 2025]), part="all")
    with pytest.raises(ChartError, match="draws one report and the frame has 2; select one"):
        chart.dispersion(two)


@pytest.mark.parametrize(("lang", "said"), [("zh", "另有{}个主题未列出"), ("en", "{} more themes not shown")])
def test_a_small_format_says_how_many_themes_it_leaves_out(lang, said):
    def told(figure):
        return [text.get_text() for text in figure.axes[0].texts if text.get_gid() == "left-out"]

    assert len(WHERE["theme"].unique()) == 22
    small = chart.dispersion(WHERE, lang=lang, size="wechat")
    assert told(small) == [said.format(22 - len(marks(small)))]
    assert told(chart.dispersion(WHERE, lang=lang)) == []
    assert overlapping(chart.dispersion(WHERE, lang=lang, size="wechat")) == []


def test_one_theme_is_named_once():
    one = WHERE[WHERE["theme"] == "employment"]
    one.attrs = WHERE.attrs
    for lang in ("zh", "en"):
        texts, name = chart.dispersion(one, lang=lang).record.texts, one[f"label_{lang}"].iloc[0]
        assert texts.title.count(name) == texts.alt.count(name) == 1
        assert f"{one['position'].median():.0%}" in texts.title


def test_the_note_says_of_which_themes_the_title_takes_the_first_and_the_last():
    median = WHERE.groupby("theme").size().median()
    assert (
        f"at least the median number of mentions ({median:g})." in chart.dispersion(WHERE, lang="en").record.texts.note
    )
    assert f"不少于中位数（{median:g}次）的主题" in chart.dispersion(WHERE).record.texts.note
    one = WHERE[WHERE["theme"] == "employment"]
    assert "median" not in chart.dispersion(one, lang="en").record.texts.note


def test_what_the_title_names_is_drawn_in_the_smallest_format():
    sizes = WHERE.groupby("theme").size()
    rare = sizes[sizes >= sizes.median()].idxmin()  # the rarest the title may name, at the very end
    moved = WHERE.assign(position=WHERE["position"].where(WHERE["theme"] != rare, 0.999))
    moved.attrs = WHERE.attrs
    figure = chart.dispersion(moved, lang="en", size="wechat")
    name = WHERE.loc[WHERE["theme"] == rare, "label_en"].iloc[0]
    assert name in figure.record.texts.title and rare in marks(figure)


def test_a_single_mention_has_no_halves():
    for lang, once, half in (("en", "once, at ", "half"), ("zh", "一次，在", "一半")):
        for frame in (WHERE.head(1), WHERE.head(2)):
            texts = chart.dispersion(frame, lang=lang).record.texts
            assert once in texts.title and half not in texts.title + texts.alt.lower()
