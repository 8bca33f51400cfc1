"""The published figures: one short recipe each, from bundled data, in Chinese and English.

A recipe takes the language, and a codebook, so that `analysis codebook diff` can tell which titles another version of
the codebook would change.
"""

from functools import lru_cache

from analysis.paths import data_folder
from analysis.publish.recipe import Recipe, recipe

# Names that readers of the paragraphs gave to the stable topics; those of the others are made of their terms.
NATIONAL_NAMES = data_folder() / "topic-labels" / "national-1978-2025.yml"


@recipe("xiangjiang-six-themes", corpora=("xiangjiang",), codebooks=("xiangjiang-2021",))
def xiangjiang_six_themes(lang: str, codebook="xiangjiang-2021"):
    """The Xiangjiang New Area's plan for 2021: how much is said on each of its own six keywords."""
    from analysis import chart, measure

    themes = measure.theme_frequencies(_corpus("xiangjiang", codebook), codebook=codebook)
    return chart.theme_frequencies(themes, lang=lang)


@recipe("national-theme-heatmap", corpora=("national",))
def national_theme_heatmap(lang: str, codebook="policy"):
    """The premier's reports 1954-2025: every theme in every year."""
    from analysis import chart, measure

    # The whole reports: the early ones have no plan part, and like is compared with like.
    themes = measure.theme_frequencies(_corpus("national", codebook), codebook=codebook, part="all", intervals=False)
    return chart.theme_heatmap(themes, lang=lang)


@recipe("technology-and-employment", corpora=("national",))
def technology_and_employment(lang: str, codebook="policy"):
    """Science and technology, and jobs, in the premier's reports since 1954."""
    from analysis import chart, measure

    themes = measure.theme_frequencies(_corpus("national", codebook), codebook=codebook, part="all")
    return chart.theme_trend(themes, highlight=["technology", "employment"], lang=lang)


@recipe("provinces-2026-themes", corpora=("provinces",))
def provinces_2026_themes(lang: str, codebook="policy"):
    """What 31 provinces plan for 2026: every theme in every report."""
    from analysis import chart, measure

    themes = measure.theme_frequencies(
        _corpus("provinces", codebook).select(year=2026), codebook=codebook, intervals=False
    )
    return chart.theme_heatmap(themes, by="place", lang=lang)


@recipe("national-2024-2025", corpora=("national",))
def national_2024_2025(lang: str, codebook="policy"):
    """The premier's reports of 2024 and 2025: which themes rose and fell, and whether that can be printed."""
    from analysis import chart, measure

    changes = measure.compare_years(_corpus("national", codebook), 2024, 2025, codebook=codebook)
    return chart.compare_years(changes, lang=lang)


@recipe("words-of-2025", corpora=("national",), codebooks=())
def words_of_2025(lang: str):
    """The words that set the premier's plan for 2025 apart from the four before it."""
    from analysis import chart, measure, read

    words = measure.keyness(read.corpus("national"), target=2025, reference=range(2021, 2025), minimum=8)
    return chart.keyness(words, lang=lang)


@recipe("recycled-1979-2025", corpora=("national",), codebooks=())
def recycled_1979_2025(lang: str):
    """How much of each premier's report stands in the one before it."""
    from analysis import chart, measure, read

    reports = read.corpus("national").select(year=range(1978, 2026))
    return chart.recycled(measure.recycled(reports), lang=lang)


@recipe("ranks-1978-2025", corpora=("national",))
def ranks_1978_2025(lang: str, codebook="policy"):
    """The rank of every theme in the premier's reports since 1978."""
    from analysis import chart, measure

    reports = _corpus("national", codebook).select(year=range(1978, 2026))
    # The whole reports: until 2002 foreign affairs were a section of their own, beside the plan.
    ranks = measure.priority_ranks(reports, codebook=codebook, part="all")
    return chart.rank_change(ranks, lang=lang)


@recipe("provinces-2025-2026", corpora=("provinces",))
def provinces_2025_2026(lang: str, codebook="policy"):
    """How the plans of 31 provinces changed from 2025 to 2026."""
    from analysis import chart, measure

    changes = measure.panel_changes(_corpus("provinces", codebook), 2025, 2026, codebook=codebook)
    return chart.province_change(changes, lang=lang)


@recipe("phrases-of-2025", corpora=("national",))
def phrases_of_2025(lang: str, codebook="policy"):
    """The phrases that are new, back or gone in the premier's report of 2025."""
    from analysis import chart, measure

    phrases = measure.new_gone_back(_corpus("national", codebook), 2025, codebook=codebook)
    return chart.new_gone_back(phrases, lang=lang)


@recipe("terms-of-2025", corpora=("national",))
def terms_of_2025(lang: str, codebook="policy"):
    """The codebook's terms in the premier's plan for 2025 as a cloud to be checked: area by rate, colour by theme."""
    from analysis import chart, measure

    terms = measure.contributions(_corpus("national", codebook).select(year=2025), codebook=codebook)
    return chart.wordcloud(terms, lang=lang)


@recipe("where-themes-stand-2025", corpora=("national",))
def where_themes_stand(lang: str, codebook="policy"):
    """Where in the premier's report of 2025 each theme is spoken of."""
    from analysis import chart, measure

    report = _corpus("national", codebook).select(year=2025)
    return chart.dispersion(measure.positions(report, codebook=codebook, part="all"), lang=lang)


@recipe("theme-shares-1978-2025", corpora=("national",))
def theme_shares(lang: str, codebook="policy"):
    """What share of all mentions the largest themes have in each premier's report since 1978."""
    from analysis import chart, measure

    reports = _corpus("national", codebook).select(year=range(1978, 2026))
    return chart.theme_shares(
        measure.theme_frequencies(reports, codebook=codebook, part="all", intervals=False), lang=lang
    )


@recipe("national-topics-1978-2025", corpora=("national",), files=(NATIONAL_NAMES,))
def national_topics(lang: str, codebook="policy"):
    """The topics of the premier's reports since 1978 that nobody wrote down in advance, and what each says."""
    from analysis import chart

    return chart.topic_terms(_national_topics(codebook).terms, lang=lang)


@recipe("national-topic-shares-1978-2025", corpora=("national",), files=(NATIONAL_NAMES,))
def national_topic_shares(lang: str, codebook="policy"):
    """How much of each premier's report since 1978 falls into the topics that moved most."""
    from analysis import chart

    return chart.topic_prevalence(_national_topics(codebook).prevalence, lang=lang)


@recipe("national-topic-number", corpora=("national",), files=(NATIONAL_NAMES,))
def national_topic_number(lang: str, codebook="policy"):
    """How the number of topics of the premier's reports was chosen."""
    from analysis import chart

    return chart.topic_choice(_national_topics(codebook).choice, lang=lang)


@recipe("premiers-family-tree", corpora=("national",), codebooks=())
def premiers_family_tree(lang: str):
    """Which of the premier's reports 1954-2025 resemble each other."""
    from analysis import chart, measure, read

    return chart.report_tree(measure.report_clusters(read.corpus("national")), lang=lang)


@recipe("provinces-2026-topic-map", corpora=("provinces",))
def provinces_2026_topic_map(lang: str, codebook="policy"):
    """A map of the topics in the reports of 31 provinces in 2026."""
    from analysis import chart, measure, read

    found = measure.topics(read.corpus("provinces").select(year=2026), codebook=codebook)
    return chart.topic_map(measure.topic_map(found), lang=lang)


@recipe("xiangjiang-topics", corpora=("xiangjiang",))
def xiangjiang_topics(lang: str, codebook="policy"):
    """The clusters of the Xiangjiang New Area's plan for 2021 against its own six sections."""
    from analysis import chart, measure, read

    plan = read.corpus("xiangjiang")
    found = measure.topics(plan, n_topics=6, codebook=codebook)
    return chart.topic_sections(measure.topic_sections(found, corpus=plan), lang=lang)


@lru_cache(maxsize=4)
def _national_topics(codebook):
    from analysis import measure, read

    reports = read.corpus("national").select(year=range(1978, 2026))
    return measure.topics(reports, codebook=codebook, labels=NATIONAL_NAMES)


def recipes() -> list[Recipe]:
    """Return every recipe of this gallery, in the order they are written.

    >>> [recipe.id for recipe in recipes()][0]
    'xiangjiang-six-themes'
    """
    return [value for value in globals().values() if isinstance(value, Recipe)]


def _corpus(name: str, codebook):
    from analysis import catalog
    from analysis import codebook as codebooks
    from analysis.measure.counting import needs_places

    book = codebooks.load(codebook)
    return catalog.corpus_for(name, book.patterns, places=needs_places(book))
