"""Charts: a measure's frame in, a matplotlib Figure out. Nothing here measures, shows or saves."""

from analysis.chart.compare_years import compare_years
from analysis.chart.comparison_cloud import comparison_cloud
from analysis.chart.concordance_table import concordance_table
from analysis.chart.dispersion import dispersion
from analysis.chart.keyness import keyness
from analysis.chart.new_gone_back import new_gone_back
from analysis.chart.novelty import novelty
from analysis.chart.province_change import province_change
from analysis.chart.rank_change import rank_change
from analysis.chart.recycled import recycled
from analysis.chart.report_tree import report_tree
from analysis.chart.slope import slope
from analysis.chart.term_trend import term_trend
from analysis.chart.theme_frequencies import theme_frequencies
from analysis.chart.theme_heatmap import theme_heatmap
from analysis.chart.theme_shares import theme_shares
from analysis.chart.theme_trend import theme_trend
from analysis.chart.topic_choice import topic_choice
from analysis.chart.topic_map import topic_map
from analysis.chart.topic_prevalence import topic_prevalence
from analysis.chart.topic_sections import topic_sections
from analysis.chart.topic_terms import topic_terms
from analysis.chart.wordcloud import wordcloud
from analysis.chart.wording import wording

__all__ = [
    "compare_years",
    "comparison_cloud",
    "concordance_table",
    "dispersion",
    "keyness",
    "new_gone_back",
    "novelty",
    "province_change",
    "rank_change",
    "recycled",
    "report_tree",
    "slope",
    "term_trend",
    "theme_frequencies",
    "theme_heatmap",
    "theme_shares",
    "theme_trend",
    "topic_choice",
    "topic_map",
    "topic_prevalence",
    "topic_sections",
    "topic_terms",
    "wordcloud",
    "wording",
]
