"""The published figures: one short recipe each, from bundled data, in Chinese and English."""

from analysis.publish.recipe import Recipe, recipe


@recipe("xiangjiang-six-themes", corpora=("xiangjiang",), codebooks=("xiangjiang-2021",))
def xiangjiang_six_themes(lang: str):
    """The Xiangjiang New Area's plan for 2021: how much is said on each of its own six keywords."""
    from analysis import chart, measure, read

    themes = measure.theme_frequencies(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    return chart.theme_frequencies(themes, lang=lang)


@recipe("national-theme-heatmap", corpora=("national",))
def national_theme_heatmap(lang: str):
    """The premier's reports 1954-2025: every theme in every year."""
    from analysis import chart, measure, read

    # The whole reports: the early ones have no plan part, and like is compared with like.
    themes = measure.theme_frequencies(read.corpus("national"), part="all", intervals=False)
    return chart.theme_heatmap(themes, lang=lang)


@recipe("technology-and-employment", corpora=("national",))
def technology_and_employment(lang: str):
    """Science and technology, and jobs, in the premier's reports since 1954."""
    from analysis import chart, measure, read

    themes = measure.theme_frequencies(read.corpus("national"), part="all")
    return chart.theme_trend(themes, highlight=["technology", "employment"], lang=lang)


@recipe("provinces-2026-themes", corpora=("provinces",))
def provinces_2026_themes(lang: str):
    """What 31 provinces plan for 2026: every theme in every report."""
    from analysis import chart, measure, read

    themes = measure.theme_frequencies(read.corpus("provinces").select(year=2026), intervals=False)
    return chart.theme_heatmap(themes, by="place", lang=lang)


def recipes() -> list[Recipe]:
    """Return every recipe of this gallery, in the order they are written.

    >>> [recipe.id for recipe in recipes()][0]
    'xiangjiang-six-themes'
    """
    return [value for value in globals().values() if isinstance(value, Recipe)]
