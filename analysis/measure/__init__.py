"""Measures: a corpus in, a tidy frame out. Each function's docstring documents its frame."""

from analysis.measure.concordance import concordance
from analysis.measure.contributions import contributions
from analysis.measure.count_terms import count_terms
from analysis.measure.coverage import coverage, coverage_gaps
from analysis.measure.dispersion import dispersion, positions
from analysis.measure.phrases import phrases
from analysis.measure.sensitivity import sensitivity
from analysis.measure.theme_frequencies import theme_frequencies
from analysis.measure.word_frequencies import word_frequencies

__all__ = [
    "concordance",
    "contributions",
    "count_terms",
    "coverage",
    "coverage_gaps",
    "dispersion",
    "phrases",
    "positions",
    "sensitivity",
    "theme_frequencies",
    "word_frequencies",
]
