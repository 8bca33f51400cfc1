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
from analysis.measure.report_clusters import report_clusters
from analysis.measure.sensitivity import sensitivity
from analysis.measure.theme_frequencies import theme_frequencies
from analysis.measure.topic_map import topic_map
from analysis.measure.topic_result import Topics
from analysis.measure.topic_sections import topic_sections
from analysis.measure.topic_themes import topic_themes
from analysis.measure.topics import topics
from analysis.measure.topics_over_time import topics_over_time
from analysis.measure.word_frequencies import word_frequencies
from analysis.measure.wording import wording

__all__ = [
    "Topics",
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
    "report_clusters",
    "rewordings",
    "sensitivity",
    "theme_distances",
    "theme_frequencies",
    "topic_map",
    "topic_sections",
    "topic_themes",
    "topics",
    "topics_over_time",
    "word_frequencies",
    "wording",
]
