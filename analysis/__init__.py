"""Government work reports as data: read them, measure themes, compare years, find topics, draw charts.

>>> from analysis import chart, measure, read
>>> themes = measure.theme_frequencies(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
>>> figure = chart.theme_frequencies(themes)
"""

__version__ = "0.1.0"

# Rooms are imported when first used, so that `import analysis` costs next to nothing.
_ROOMS = (
    "catalog",
    "chart",
    "codebook",
    "explore",
    "fetch",
    "gallery",
    "measure",
    "notebook",
    "publish",
    "read",
    "review",
)

__all__ = ["__version__", *_ROOMS]


def __getattr__(name: str):
    if name in _ROOMS:
        import importlib

        return importlib.import_module(f"analysis.{name}")
    raise AttributeError(f"module 'analysis' has no attribute {name!r}; it has {', '.join(_ROOMS)}")


def __dir__() -> list[str]:
    return sorted(__all__)
