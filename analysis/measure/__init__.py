"""Measures: a corpus in, a tidy frame out. Each function's docstring documents its frame."""

from analysis.measure.count_terms import count_terms
from analysis.measure.theme_frequencies import theme_frequencies

__all__ = ["count_terms", "theme_frequencies"]
