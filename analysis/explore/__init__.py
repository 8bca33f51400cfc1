"""JupyterLab widgets: pick, look, see the words behind a number, export, and keep the code that draws it again."""

from analysis.explore.compare import compare
from analysis.explore.concordance import concordance
from analysis.explore.themes import themes

__all__ = ["compare", "concordance", "themes"]
