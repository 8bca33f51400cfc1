"""A frame filtered before it is drawn, as anyone does with pandas: what is said is true of the rows that are left."""

import pytest

from analysis import chart, measure, read
from analysis.chart.selection import of_its_reports
from analysis.errors import ChartError
from tests.chart.frames import changed, comparisons, themes
from tests.chart.topic_frames import frames as topic_frames

NATIONAL = read.corpus("national").select(year=range(2019, 2026))
THEMES = measure.theme_frequencies(NATIONAL, draws=100)
TWO = THEMES[THEMES["theme"].isin(["energy", "housing"])]


def said(name: str, frame, lang: str = "en", **options):
    return getattr(chart, name)(frame, lang=lang, **options).record.texts


def of_2025(frame):
    return frame[frame["year"] == 2025]


def test_the_first_of_two_themes_leads_those_shown_and_not_the_report():
    assert said("theme_frequencies", of_2025(TWO)).title.startswith("Of the 2 themes shown, Housing")
    assert said("theme_frequencies", of_2025(TWO), "zh").title.startswith("所示2个主题中，全国2025年报告着墨")
    assert "shown" not in said("theme_frequencies", of_2025(THEMES)).title


@pytest.mark.parametrize(("by", "frame"), [("year", TWO), ("place", of_2025(TWO))])
def test_a_map_of_some_themes_claims_the_most_of_those_shown(by, frame):
    assert said("theme_heatmap", frame, by=by).title.endswith(", of the 2 themes shown")
    assert said("theme_heatmap", frame, "zh", by=by).title.startswith("所示2个主题中，")
    assert "shown" not in said("theme_heatmap", THEMES).title


@pytest.mark.parametrize("by", ["year", "place"])
def test_of_one_theme_nothing_is_the_most_mentioned(by):
    frame = TWO[TWO["theme"] == "energy"]
    texts = said("theme_heatmap", frame if by == "year" else of_2025(frame), by=by)
    assert texts.title.startswith("Energy: ") and "theme most" not in texts.title and "on average" not in texts.alt
    assert "平均" not in said("theme_heatmap", frame, "zh", by="year").alt


def test_ranks_of_some_themes_are_told_as_those_among_all():
    ranks = comparisons()["rank_change"]
    some = ranks[ranks["theme"].isin(["energy", "housing"])]
    assert "rank of 2 themes among all themes measured by" in said("rank_change", some).subtitle
    assert "2个主题按每万汉字提及次数在全部主题中的名次" in said("rank_change", some, "zh").subtitle
    assert "among all" not in said("rank_change", ranks).subtitle


@pytest.mark.parametrize("name", ["compare_years", "slope"])
def test_that_nothing_changed_is_said_of_the_themes_shown(name):
    frame = changed(comparisons()[name], verdict="no clear change")
    assert said(name, frame).title.endswith(": no theme clearly rose or fell")
    assert said(name, frame.head(2)).title.endswith(": none of the 2 themes shown clearly rose or fell")
    assert said(name, frame.head(2), "zh").title.endswith("：所示2个主题中没有主题明确升降")


def test_the_largest_shares_are_those_of_the_themes_shown():
    seven = THEMES[THEMES["theme"].isin(THEMES["theme"].unique()[:7])]
    assert "the 5 largest mean shares over all reports, of the 7 themes shown." in said("theme_shares", seven).note
    assert "彩色为所示7个主题中各报告" in said("theme_shares", seven, "zh").note


def test_the_highest_is_claimed_of_the_years_shown_for_a_corpus_may_be_a_selection():
    frame = comparisons()["recycled"]
    total = 1 - frame["new_share"]
    last = changed(frame, new_share=frame["new_share"].where(frame["year"] != 2025, 1 - total.max() - 0.01))
    assert said("recycled", last).title.endswith("; the most of the years shown")
    assert said("recycled", last, "zh").title.endswith("，为所示年份中最高")
    assert said("recycled", last.tail(2)).title.endswith("; the most of the years shown")
    assert said("recycled", last.tail(2), "zh").title.endswith("，为所示年份中最高")
    earlier = frame.sort_values("new_share").head(2).sort_values("year")
    assert "of the years shown" in said("recycled", earlier).title
    unknown = changed(last)
    unknown.attrs = {}
    assert "of the years shown" in said("recycled", unknown, source="云岭").title


def test_of_a_status_without_rows_nothing_is_told():
    frame = comparisons()["new_gone_back"]
    back = frame[frame["status"] == "back"]
    for lang, absent in (("en", ("new", "gone")), ("zh", ("新", "首次", "不再"))):
        figure = chart.new_gone_back(back, lang=lang)
        texts = figure.record.texts
        heads = " ".join(text.get_text() for text in figure.axes[0].texts if not text.get_gid())
        assert not [word for word in absent if word in f"{texts.title} {texts.alt} {heads}".replace("重新", "")]
    assert said("new_gone_back", back).title.startswith(f"2025: {len(back)} phrases are back; longest silent: ")
    gone = frame[frame["status"] == "gone"].head(1)
    assert said("new_gone_back", gone, "zh").title == f"2025年不再出现“{gone['phrase'].item()}”"
    assert "Three lists" in said("new_gone_back", frame).alt


def test_a_cloud_of_one_theme_claims_the_most_frequent_of_its_terms():
    terms = measure.contributions(NATIONAL.select(year=2025))
    one = terms[terms["theme"] == "macro"]
    assert ": most frequent codebook term of the 1 theme shown: 金融, " in said("wordcloud", one).title
    assert "codebook terms found of the 1 theme shown, the" in said("wordcloud", one).subtitle
    assert "：所示1个主题中，编码表所列词语中最多的是“金融”" in said("wordcloud", one, "zh").title
    assert "shown" not in said("wordcloud", terms).title
    with pytest.raises(ChartError, match="^chart.wordcloud: the column 'rate' has no number in 1 of"):
        chart.wordcloud(changed(terms, rate=terms["rate"].mask(terms.index == 0)))


def test_terms_of_some_topics_are_told_as_those_of_some():
    frame = topic_frames()["topic_terms"]
    two = frame[frame["topic"].isin([3, 4])]
    assert said("topic_terms", two).title.startswith("2 of 12 topics, ")
    assert "; the largest of these: " in said("topic_terms", two).title
    assert said("topic_terms", two, "zh").title.startswith("12个话题中的2个，")
    assert said("topic_terms", frame).title.startswith("12 topics, ")


def test_the_agreement_of_all_topics_is_not_told_as_that_of_some():
    frame = topic_frames()["topic_sections"]
    some = frame[frame["topic"].isin([1, 2])]
    assert said("topic_sections", some).title.startswith("6 topics found by clustering ")
    assert said("topic_sections", some).title.endswith("; 2 of them shown")
    assert said("topic_sections", some, "zh").title.endswith("，图中为其中2个")
    assert "shown" not in said("topic_sections", frame).title


def test_prevalence_in_some_years_is_of_the_reports_of_those_years_and_no_choice_is_told_where_there_was_none():
    frame = topic_frames()["topic_prevalence"]
    assert ", 2020–2025, 6 reports" in said("topic_prevalence", frame[frame["year"] >= 2020]).source
    assert "moved most" in said("topic_prevalence", frame, most=2).note
    assert "moved most" not in said("topic_prevalence", frame[frame["topic"].isin([1, 2])]).note


def test_shares_of_all_mentions_are_not_said_to_be_of_those_of_the_themes_shown():
    assert " mentions in " in said("theme_shares", THEMES).note
    assert " mentions in " not in said("theme_shares", TWO).note


def test_a_selection_of_rows_is_told_as_the_reports_it_is_of():
    frame = themes(years=(2024, 2025), places=("云岭市", "青溪市"))
    one = chart.theme_frequencies(frame[frame["report_id"] == "r1-2025"], lang="en").record
    assert "Place 1 report of 2025" in one.texts.title and ", 2025; " in one.texts.source
    assert "2 reports" not in one.texts.source and [report["id"] for report in one.data.attrs["reports"]] == ["r1-2025"]
    assert len(frame.attrs["reports"]) == 4, "the caller's frame is as it was"


def test_the_place_in_the_text_is_that_of_the_report_selected():
    where = measure.positions(read.corpus("national").select(year=[2024, 2025]), part="all")
    assert "2025" in chart.dispersion(where[where["year"] == 2025], lang="en").record.texts.subtitle


def test_a_report_that_others_are_compared_with_is_a_source_too():
    recycled = measure.recycled(read.corpus("provinces"))
    one = recycled[recycled["report_id"] == "beijing-2026"]
    assert [report["id"] for report in of_its_reports(one).attrs["reports"]] == ["beijing-2025", "beijing-2026"]
    strip = comparisons()["novelty"]
    assert of_its_reports(strip).attrs["reports"] == strip.attrs["reports"]


def test_a_strip_of_some_sentences_claims_nothing_of_the_report():
    strip = measure.novelty(read.corpus("national"), 2025, against=2024)
    dropped, own = int((strip["status"] == "dropped").sum()), strip["status"] != "dropped"
    for frame in (strip.head(1), strip[strip["status"] == "new"]):
        texts, n = said("novelty", frame), len(frame)
        stand, s = ("stand", "s") if n > 1 else ("stands", "")
        assert f"% of the {n} sentence{s} shown of the 2025 report of China {stand} unchanged" in texts.title
        assert texts.subtitle.startswith(f"The {n} sentence{s} shown of") and f"of {n} sentence{s} shown" in texts.alt
        assert f"{dropped} sentences of the 2024 report of China live on in none." in texts.note
        assert ", 2024–2025, 2 reports" in texts.source
        zh = said("novelty", frame, "zh")
        assert f"所示{n}句有" in zh.title and f"的所示{n}句" in zh.subtitle and f"有{dropped}句未再出现" in zh.note
    assert said("novelty", strip[own]) == said("novelty", strip)
    assert "Every sentence of" in said("novelty", strip).subtitle and "shown" not in said("novelty", strip).alt


def test_a_cloud_of_some_terms_claims_the_most_frequent_of_those_shown():
    terms = measure.contributions(NATIONAL.select(year=2025))
    some = terms[(terms["theme"] == "macro") & (terms["term"] != "金融")]
    for frame in (some, some.head(3)):
        texts, zh, n = said("wordcloud", frame), said("wordcloud", frame, "zh"), len(frame)
        assert f": most frequent codebook term of the {n} shown: 融资, " in texts.title
        assert f"of the {n} codebook terms shown, the" in texts.subtitle and f"of the {n} shown, the" in texts.alt
        assert f"：所示{n}个编码表所列词语中最多的是“融资”" in zh.title and f"所示编码表词语{n}个" in zh.subtitle


@pytest.mark.parametrize("name", ["keyness", "comparison_cloud"])
def test_some_words_are_told_as_those_shown(name):
    words = measure.keyness(NATIONAL, target=2025, reference=range(2021, 2025))
    clear = words["q"] < 0.05
    assert words["term"][clear].tolist() == ["继续"] and words.attrs["terms"] == len(words)
    assert "shown" not in said(name, words).title and "所示" not in said(name, words, "zh").title
    n = len(getattr(chart, name)(words[~clear]).record.data)
    assert said(name, words[~clear]).title.startswith(f"None of the {n} words shown clearly sets China 2025 apart")
    assert said(name, words[~clear], "zh").title.startswith(f"所示{n}个词中没有词能明确区分全国2025与")
    most = getattr(chart, name)(words.drop(words.index[~clear][-1]), lang="en").record
    assert (
        most.texts.title
        == f"Of the {len(most.data)} words shown, most typical of China 2025: none clear; of China 2021–2024: 继续"
    )
    hidden = changed(words, q=(words["log_odds_z"].abs() == words["log_odds_z"].abs().nsmallest(9).max()) * -1.0 + 0.9)
    assert said(name, hidden).title.startswith("None of the"), "the one clear word is not drawn"
