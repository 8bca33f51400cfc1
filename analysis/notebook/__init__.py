"""Narrative notebooks: execute them, check that they still say what is committed, write them as article pages."""

from analysis.notebook.article import article
from analysis.notebook.compare import differences
from analysis.notebook.execute import execute, load, save
from analysis.notebook.prose import box, glossed, prose

__all__ = ["article", "box", "differences", "execute", "glossed", "load", "prose", "save"]
