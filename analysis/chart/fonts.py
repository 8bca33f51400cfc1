"""The bundled font, always: matplotlib ships no Chinese one and would draw boxes without a word.

Regular and Bold of "Analysis Sans SC" are registered from this package, whatever fonts the machine has, and a
character that the font lacks is an error that names it.
"""

from functools import cache
from pathlib import Path

from analysis.errors import ChartError

FAMILY = "Analysis Sans SC"
# Hinting would set every letter on whole pixels: small words would run together, and lines leave their margin.
AS_MEASURED = {"text.hinting": "no_hinting"}
FILES = {
    "regular": Path(__file__).resolve().parent.parent / "fonts" / "AnalysisSansSC-Regular.ttf",
    "bold": Path(__file__).resolve().parent.parent / "fonts" / "AnalysisSansSC-Bold.ttf",
}


@cache
def register() -> str:
    """Make the bundled fonts known to matplotlib, once, and return the family's name."""
    from matplotlib import font_manager

    for path in FILES.values():
        if not path.is_file():
            raise ChartError(f"{path}: the bundled font is missing; install the package again")
        font_manager.fontManager.addfont(str(path))
    return FAMILY


@cache
def _metrics(weight: str) -> tuple[dict[int, int], int]:
    from fontTools.ttLib import TTFont

    with TTFont(FILES[weight], lazy=True) as font:
        advances = font["hmtx"].metrics
        return {code: advances[name][0] for code, name in font.getBestCmap().items()}, font["head"].unitsPerEm


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of ``text`` at ``size``, in the unit of ``size``.

    >>> text_width("云岭", 10)
    20.0
    """
    advances, em = _metrics("bold" if bold else "regular")
    return sum(advances.get(ord(c), em) for c in text) * size / em


def missing(text: str) -> list[str]:
    """Return the characters of ``text`` that the bundled font lacks, in order of code points."""
    known = _metrics("regular")[0]
    return sorted({c for c in text if c != "\n" and ord(c) not in known})


def require_glyphs(text: str) -> None:
    """Raise ChartError naming the characters that the bundled font cannot draw."""
    lacking = missing(text)
    if lacking:
        named = " ".join(f"{c if c.isprintable() else ''} (U+{ord(c):04X})".strip() for c in lacking)
        raise ChartError(f"the bundled font has no glyph for {named}; write it otherwise or rebuild the font")
