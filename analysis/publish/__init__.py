"""Publish: a figure in, files out, with everything a newsroom and a reader need beside it."""

from analysis.publish.gallery_page import gallery_page
from analysis.publish.recipe import Recipe, recipe
from analysis.publish.run import Status, check, run

__all__ = ["Recipe", "Status", "check", "export", "gallery_page", "recipe", "run"]


def __getattr__(name: str):
    # export needs matplotlib; checking which figures are fresh does not.
    if name == "export":
        from analysis.publish.figure_files import export

        return export
    raise AttributeError(f"publish has no {name!r}; it has {', '.join(__all__)}")
