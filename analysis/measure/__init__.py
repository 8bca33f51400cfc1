"""Measures: a corpus in, a tidy frame out. Each function's docstring documents its frame."""

from analysis.measure.compare_years import compare_years
from analysis.measure.concordance import concordance
from analysis.measure.contributions import contributions
from analysis.measure.count_terms import count_terms
from analysis.measure.coverage import coverage, coverage_gaps
from analysis.measure.dispersion import dispersion, positions
from analysis.measure.emphasis import emphasis
from analysis.measure.keyness import keyness
from analysis.measure.new_gone_back import new_gone_back
from analysis.measure.novelty import novelty, recycled, rewordings
from analysis.measure.panel import moved_together, panel_changes, theme_distances
from analysis.measure.phrases import phrases
from analysis.measure.priority_ranks import priority_ranks
from analysis.measure.sensitivity import sensitivity
from analysis.measure.theme_frequencies import theme_frequencies
from analysis.measure.topics import topics
from analysis.measure.word_frequencies import word_frequencies
from analysis.measure.wording import wording

__all__ = [
    "compare_years",
    "concordance",
    "contributions",
    "count_terms",
    "coverage",
    "coverage_gaps",
    "dispersion",
    "emphasis",
    "keyness",
    "moved_together",
    "new_gone_back",
    "novelty",
    "panel_changes",
    "phrases",
    "positions",
    "priority_ranks",
    "recycled",
    "rewordings",
    "sensitivity",
    "theme_distances",
    "theme_frequencies",
    "topics",
    "word_frequencies",
    "wording",
]
