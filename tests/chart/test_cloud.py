"""Clouds: sizes are values, no word over another, none lost without a word."""

import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from analysis import chart, measure, read
from analysis.chart.cloud import laid_out
from analysis.chart.fonts import FILES
from analysis.errors import ChartError
from tests.chart.frames import overlapping

# Characters that fill their square, so that the box of a word is its ink.
_FULL = "国图围固圆因"
WORDS = [(a + b, 40.0 / (1 + i)) for i, (a, b) in enumerate((a, b) for a in _FULL for b in _FULL if a != b)]


def inks(placed) -> list[tuple[float, float, float, float]]:
    """The box of the ink of each word: left, top, right, bottom."""
    font = FontProperties(fname=FILES["bold"])
    boxes = []
    for own in placed:
        ink = TextPath((0, 0), own.word, size=own.size, prop=font).get_extents()
        boxes.append((own.x + ink.x0, own.y - ink.y1, own.x + ink.x1, own.y - ink.y0))
    return boxes


def test_the_area_of_a_word_is_its_value_and_nothing_overlaps_or_leaves():
    placed = laid_out(WORDS, 600, 400, 6)
    value = dict(WORDS)
    scales = [own.size**2 / value[own.word] for own in placed]
    assert max(scales) / min(scales) == pytest.approx(1)
    boxes = inks(placed)
    assert all(x0 > -2 and y0 > -2 and x1 < 602 and y1 < 402 for x0, y0, x1, y1 in boxes)
    for i, (a0, b0, a1, b1) in enumerate(boxes):
        for c0, d0, c1, d1 in boxes[:i]:
            assert min(a1, c1) - max(a0, c0) < 1.5 or min(b1, d1) - max(b0, d0) < 1.5


def test_the_same_words_give_the_same_places():
    assert laid_out(WORDS, 500, 300, 6) == laid_out(WORDS, 500, 300, 6)


def test_what_is_too_small_is_left_out_the_least_first():
    placed = [own.word for own in laid_out(WORDS, 160, 60, 11)]
    assert 0 < len(placed) < len(WORDS)
    assert placed == [word for word, _ in WORDS[: len(placed)]]


@pytest.fixture(scope="module")
def terms():
    return measure.contributions(read.corpus("national").select(year=[2024, 2025]))


def test_a_word_has_the_colour_of_its_theme_in_every_year(terms):
    def drawn(year):
        figure = chart.wordcloud(terms, report=f"national-{year}")
        [cloud] = [
            ax for ax in figure.axes[0].child_axes if any((t.get_gid() or "").startswith("word-") for t in ax.texts)
        ]
        return {text.get_text(): text.get_color() for text in cloud.texts}

    one, other = drawn(2024), drawn(2025)
    both = set(one) & set(other)
    assert len(both) > 20 and all(one[word] == other[word] for word in both)


def test_no_word_is_lost_without_being_listed(terms):
    figure = chart.wordcloud(terms, report="national-2025", most=400, size="wechat")
    data = figure.record.data
    shown = {
        t.get_text() for ax in figure.axes[0].child_axes for t in ax.texts if (t.get_gid() or "").startswith("word-")
    }
    assert set(data[data["drawn"]]["term"]) == shown and len(shown) < 400
    [listed] = [t.get_text() for t in figure.axes[0].texts if t.get_gid() == "left-out"]
    assert f"未能排入的{400 - len(shown)}个词" in listed


def test_the_bars_give_the_numbers_of_the_largest_words(terms):
    own = terms[terms["report_id"] == "national-2025"].sort_values(["mentions", "term"], ascending=[False, True])
    figure = chart.wordcloud(terms, report="national-2025")
    [bars] = [ax for ax in figure.axes[0].child_axes if any((t.get_gid() or "").startswith("bar-") for t in ax.texts)]
    names = [t.get_text() for t in bars.texts if (t.get_gid() or "").startswith("bar-")]
    assert names == own.drop_duplicates("term")["term"].tolist()[: len(names)]
    assert [patch.get_width() for patch in bars.patches][:3] == pytest.approx(own["rate"].tolist()[:3])
    assert own["term"].iloc[0] in figure.record.texts.title


def test_rates_of_terms_are_mentions_per_10000_han_characters_of_the_part(terms):
    row = terms[(terms["report_id"] == "national-2025") & (terms["term"] == "就业")].iloc[0]
    plan = read.corpus("national").select(year=2025).sentences.query("part == 'plan'")["han"].sum()
    assert row["rate"] == pytest.approx(row["mentions"] * 10_000 / plan)


def test_a_report_must_be_named_and_known(terms):
    with pytest.raises(ChartError, match="name one with report="):
        chart.wordcloud(terms)
    with pytest.raises(ChartError, match="report='x' is not in the frame"):
        chart.wordcloud(terms, report="x")
    with pytest.raises(ChartError, match="is not a theme"):
        chart.wordcloud(terms, report="national-2025", highlight="nope")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", ["web", "square", "wechat"])
def test_words_around_the_clouds_do_not_overlap(terms, lang, size):
    words = measure.keyness(read.corpus("national"), target=2025, reference=2024)
    for figure in (
        chart.wordcloud(terms, report="national-2025", lang=lang, size=size),
        chart.comparison_cloud(words, lang=lang, size=size),
    ):
        for ax in figure.axes[0].child_axes:
            for text in ax.texts:
                # Boxes of text are taller than the ink, which the test above measures.
                text.set_visible(not (text.get_gid() or "").startswith(("word-", "target-", "reference-")))
        assert overlapping(figure) == []


def test_the_comparison_cloud_has_each_word_on_its_own_side():
    words = measure.keyness(read.corpus("national"), target=2025, reference=2024)
    figure = chart.comparison_cloud(words, most=12)
    z = dict(zip(words["term"], words["log_odds_z"], strict=True))
    for ax in figure.axes[0].child_axes:
        for text in ax.texts:
            side = (text.get_gid() or "").split("-")[0]
            if side in {"target", "reference"}:
                assert (z[text.get_text()] > 0) == (side == "target")
    with pytest.raises(ChartError, match="one side has no words"):
        one = words[words["log_odds_z"] > 0]
        one.attrs = words.attrs
        chart.comparison_cloud(one)
