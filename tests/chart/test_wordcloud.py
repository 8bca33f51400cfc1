from itertools import pairwise

import pytest
from matplotlib.figure import Figure

from analysis import chart, measure, read
from analysis.chart.labels import brief
from analysis.chart.style import LIGHT
from analysis.errors import ChartError
from tests.chart.awkward import made
from tests.chart.frames import overlapping


@pytest.fixture(scope="module")
def terms():
    return measure.contributions(read.corpus("national").select(year=[2024, 2025]))


def test_a_word_has_the_colour_of_its_theme_in_every_year():
    def drawn(year):
        # From frames of their own, as two articles would have them.
        figure = chart.wordcloud(measure.contributions(read.corpus("national").select(year=year)))
        [cloud] = [
            ax for ax in figure.axes[0].child_axes if any((t.get_gid() or "").startswith("word-") for t in ax.texts)
        ]
        return {text.get_text(): text.get_color() for text in cloud.texts}

    one, other = drawn(2019), drawn(2025)
    both = set(one) & set(other)
    assert len(both) > 20 and len(set(one.values())) > 4 and all(one[word] == other[word] for word in both)


def test_no_word_is_lost_without_being_listed(terms):
    figure = chart.wordcloud(terms, report="national-2025", most=600, size="wechat")
    own = terms[terms["report_id"] == "national-2025"].sort_values(["mentions", "term"], ascending=[False, True])
    words = own.drop_duplicates("term")["term"].tolist()
    shown = {
        t.get_text() for ax in figure.axes[0].child_axes for t in ax.texts if (t.get_gid() or "").startswith("word-")
    }
    assert shown < set(words)
    [under] = [t.get_text() for t in figure.axes[0].texts if t.get_gid() == "left-out"]
    assert f"未能排入的{len(words) - len(shown)}个词" in under
    lost = "、".join(word for word in words if word not in shown)
    assert figure.record.alt["zh"].endswith(f"个词：{lost}。")


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
def test_words_around_the_cloud_do_not_overlap(terms, lang, size):
    figure = chart.wordcloud(terms, report="national-2025", lang=lang, size=size)
    for ax in figure.axes[0].child_axes:
        for text in ax.texts:
            # Boxes of text are taller than the ink, which test_cloud measures.
            text.set_visible(not (text.get_gid() or "").startswith("word-"))
    assert overlapping(figure) == []


@pytest.mark.parametrize("size", ["web", "square", "wechat"])
def test_long_names_of_all_themes_stand_apart_in_every_format(size):
    figure = chart.wordcloud(made("wordcloud", "long_labels"), lang="en", size=size)
    boxes = [t.get_window_extent() for t in figure.findobj(lambda a: getattr(a, "get_gid", str)() == "legend")]
    assert len(boxes) == 7 and all(a.x1 + 4 < b.x0 or a.y0 >= b.y1 for a, b in pairwise(boxes))
    assert max(box.x1 for box in boxes) <= figure.bbox.x1


def test_words_said_as_often_are_not_told_as_one_winner():
    title = chart.wordcloud(made("wordcloud", "ties"), lang="en").record.texts.title
    assert "others" in title


@pytest.mark.parametrize("most", [-1, 0, "a", 1.5, True])
def test_a_number_of_words_that_cannot_be_is_one_sentence(terms, most):
    with pytest.raises(ChartError, match="most=.*; use a whole number from 1"):
        chart.wordcloud(terms, report="national-2025", most=most)


def test_the_words_say_that_terms_of_the_codebook_in_one_part_are_ranked(terms):
    for part, zh, en in (("plan", "任务部署部分", "plan part"), ("all", "全文", "whole report")):
        record = chart.wordcloud(
            measure.contributions(read.corpus("national").select(year=2025), part=part), lang="en"
        ).record
        assert record.texts.title.startswith(f"China 2025, {en}: most frequent codebook term")
        assert f"in China 2025, {en}, of" in record.alt["en"] and "codebook terms found" in record.texts.subtitle
        assert f"2025年报告{zh}：编码表所列词语中最多的是" in record.words["zh"].title and zh in record.alt["zh"]


def test_terms_said_as_often_are_drawn_or_left_out_together_and_the_words_say_where_the_cut_is(terms):
    own = terms[terms["report_id"] == "national-2025"].drop_duplicates("term")
    often = set(own.loc[own["mentions"] >= 3, "term"])
    figure = chart.wordcloud(terms, report="national-2025", most=60, lang="en", size="square")
    gids = [(t.get_gid() or "", t.get_text()) for ax in figure.axes[0].child_axes for t in ax.texts]
    assert {text for gid, text in gids if gid.startswith("word-")} == often and len(often) < 60
    texts, count = figure.record.texts, own["term"].nunique()
    assert f"of {count} codebook terms found, the {len(often)} with at least 3 mentions" in texts.subtitle
    assert f"The other {count - len(often)} have fewer mentions" in texts.alt
    bars = [text for gid, text in gids if gid.startswith("bar-")]
    least = own.set_index("term")["mentions"][bars[-1]]
    assert set(bars) == set(own.loc[own["mentions"] >= least, "term"])


def test_a_term_of_two_themes_keeps_its_rows_and_the_note_names_it(terms):
    record = chart.wordcloud(terms, report="national-2025", most=600, size="square", lang="en").record
    assert len(record.data) == (terms["report_id"] == "national-2025").sum() > record.data["term"].nunique()
    assert record.texts.note.endswith("has it most often: 农业科技.")
    few = chart.wordcloud(terms, report="national-2025", lang="en").record
    assert "农业科技" not in few.texts.note and len(few.data) == len(record.data)


def test_a_word_has_the_same_colour_in_every_language_size_and_room(terms):
    def colours(**how):
        figure = chart.wordcloud(terms, report="national-2025", **how)
        words = figure.findobj(lambda own: str(own.get_gid()).startswith("word-"))
        return {text.get_text(): text.get_color() for text in words}

    web = colours()
    narrow = [Figure(figsize=(inches, 4)).add_subplot() for inches in (1, 4)]
    for how in ({"lang": "en"}, {"lang": "en", "size": "square"}, {"size": "wechat"}, *({"ax": ax} for ax in narrow)):
        assert len(set(web.values())) == 7 and colours(**how).items() <= web.items()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("inches", [1, 4, 8])
def test_a_legend_names_themes_in_full_and_in_their_colours_and_in_a_format_all_of_them(terms, inches, lang):
    def legend(figure):
        return {t.get_text(): t.get_color() for t in figure.axes[0].texts if t.get_gid() == "legend"}

    whole = legend(chart.wordcloud(terms, report="national-2025", lang=lang, size="square"))
    assert len(whole) == 7 and set(whole.values()) == {*LIGHT.palette[:6], LIGHT.soft}
    assert set(whole) <= set(terms[f"label_{lang}"].map(brief)) | {"other themes", "其他主题"}
    ax = Figure(figsize=(inches, 4)).add_subplot()
    own = legend(chart.wordcloud(terms, report="national-2025", lang=lang, ax=ax))
    assert own.items() <= whole.items() and len(own) != 1


def test_the_legend_names_other_themes_only_where_a_word_is_of_one(terms):
    one = terms[(terms["theme"] == "macro") & (terms["report_id"] == "national-2025")]
    named = chart.wordcloud(one, lang="en").findobj(lambda own: getattr(own, "get_gid", str)() == "legend")
    assert [text.get_text() for text in named] == [brief(one["label_en"].iloc[0])]


def test_several_words_of_one_rate_have_it_each(terms):
    assert "“人才”、“金融”各13.2，“教育”12.4" in chart.wordcloud(terms, report="national-2025").record.alt["zh"]
