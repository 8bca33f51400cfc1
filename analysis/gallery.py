"""The published figures: one short recipe each, from bundled data, in Chinese and English.

A recipe takes the language, and a codebook, so that `analysis codebook diff` can tell which titles another version of
the codebook would change.
"""

from analysis.publish.recipe import Recipe, recipe


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


def recipes() -> list[Recipe]:
    """Return every recipe of this gallery, in the order they are written.

    >>> [recipe.id for recipe in recipes()][0]
    'xiangjiang-six-themes'
    """
    return [value for value in globals().values() if isinstance(value, Recipe)]


def changed_titles(old, new) -> list[tuple[str, str, str, str]]:
    """Return (figure, language, old title, new title) for each figure whose title another codebook changes.

    Only figures that use a codebook with the id of ``old`` are looked at.

    >>> changed_titles("xiangjiang-2021", "xiangjiang-2021")
    []
    """
    from analysis import codebook as codebooks

    before, after = codebooks.load(old), codebooks.load(new)
    found = []
    for entry in recipes():
        if before.id in entry.codebooks:
            figures = [entry.draw("zh", codebook=book) for book in (before, after)]
            for lang in ("zh", "en"):
                titles = [figure.record.redraw(lang=lang).record.texts.title for figure in figures]
                if titles[0] != titles[1]:
                    found.append((entry.id, lang, *titles))
    return found


def _corpus(name: str, codebook):
    from analysis import catalog
    from analysis import codebook as codebooks
    from analysis.measure.counting import needs_places

    book = codebooks.load(codebook)
    return catalog.corpus_for(name, book.patterns, places=needs_places(book))
