"""What the charts of topics share: how many panels fit, what documents are called, and what is said of firmness."""

import re
from math import ceil, prod

from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.chart.labels import ABOVE, brief
from analysis.chart.numbers import be, counted
from analysis.provenance import UNITS

TOPICS = ("话题", "topic")
_DRAWN = {"hollow": "空心", "dashed": "虚线"}
_LONGEST = 16  # of a short name of two terms, in widths of a Chinese character
_PANEL = 250, 118  # pixels a panel needs at scale 1
_ABOVE = 4, ABOVE  # pixels above panels, without and with the sentence that some are left out
RIGHT = 6  # pixels beside them


def documents(attrs: dict, lang: str) -> str:
    """Return what was grouped: paragraphs, sentences or reports.

    >>> documents({"unit": "sentence"}, "en")
    'sentences'
    """
    return UNITS[attrs["unit"]][lang == "en"]


def panel_name(label: str) -> str:
    """Return the name of a topic for a panel of its own: of a theme only what names it.

    >>> panel_name("Foreign affairs, Hong Kong, Macao and Taiwan (香港·澳门)"), panel_name("Hong Kong, Macao, trade")
    ('Foreign affairs (香港·澳门)', 'Hong Kong, Macao, trade')
    """
    return brief(label) if label.endswith(")") else label


def short_name(label: str) -> str:
    """Return the name of a topic where names stand close: two of its terms, and what explains them left out.

    >>> short_name("Foreign affairs, Hong Kong, Macao and Taiwan (香港·澳门·一国两制)"), short_name("农业·农民·粮食")
    ('Foreign affairs (香港·澳门)', '农业·农民')
    >>> short_name("Topic 9 (税·费·钱)"), short_name("Hong Kong, Macao, relations")
    ('税·费', 'Hong Kong, Macao')
    >>> short_name("People of all ethnic groups, modernisation, reform")
    'People of all ethnic groups'
    """
    name = re.sub(r"([^·(]+·[^·)]+)·[^)]+", r"\1", panel_name(label))
    name = re.sub(r"^Topic \d+ \((.+)\)$", r"\1", ", ".join(name.split(", ")[:2]))
    if text_width(name, 1) > _LONGEST and not name.endswith(")"):
        return re.split("·|, ", name)[0]
    return name


def panel_grid(pen: Pen, count: int) -> tuple[int, int]:
    """Return how many panels fit beside and below each other, as few as ``count`` needs."""
    width, height = pen.inside(beside=RIGHT, around=ABOVE)
    columns = max(1, min(count, 4, int(width / _PANEL[0])))
    return columns, max(1, min(ceil(count / columns), int(height / _PANEL[1])))


def room_above(pen: Pen, count: int, total: int) -> float:
    """Return the pixels above ``count`` panels: more where it is to be said that of ``total`` some are left out."""
    return _ABOVE[prod(panel_grid(pen, count)) < count or count < total]


def held(firm: int, total: int, lang: str) -> str:
    """Return how many topics come back when fitted again, for a title.

    >>> held(0, 1, "en"), held(0, 4, "en"), held(2, 4, "zh")
    ('not stable', 'none of them stable', '其中2个稳固')
    """
    if lang == "en":
        said = "" if firm else "not "
        return f"{said}stable" if total == 1 else f"{'all' if firm == total else firm or 'none'} of them stable"
    if 0 < firm < total:
        return f"其中{firm}个稳固"
    return f"{'均' if total > 1 else ''}{'' if firm else '不'}稳固"


def firm_note(firm: int, total: int, lang: str, *, whole: int, drawn: str | None = None) -> str:
    """Return how many topics come back when fitted again, and how the others are drawn; ``whole`` were found in all.

    >>> firm_note(1, 4, "en", whole=4, drawn="hollow"), firm_note(4, 4, "en", whole=4, drawn="hollow")
    ('1 of 4 topics is stable (0.7 and over); the others are hollow.', '4 of 4 topics are stable (0.7 and over).')
    >>> firm_note(2, 2, "en", whole=12), firm_note(2, 2, "zh", whole=12)
    ('2 of the 2 topics shown are stable (0.7 and over).', '所示2个话题中有2个稳固（稳定性不低于0.7）。')
    """
    others, shown = firm < total and drawn, total < whole
    if total == 1:
        if lang == "en":
            said = f"The topic{' shown' * shown} is {held(firm, 1, lang)} (0.7 and over)"
            return f"{said}{f' and {drawn}' if others else ''}."
        said = f"{'所示' * shown}话题{held(firm, 1, lang)}（稳定性不低于0.7为稳固）"
        return f"{said}{f'，画为{_DRAWN[drawn]}' if others else ''}。"
    if lang == "en":
        said = f"{firm} of {'the ' * shown}{counted(total, 'topic')}{' shown' * shown} {be(firm)} stable (0.7 and over)"
        return f"{said}; the others are {drawn}." if others else f"{said}."
    said = f"{'所示' * shown}{total}个话题中有{firm}个稳固（稳定性不低于0.7）"
    return f"{said}，其余画为{_DRAWN[drawn]}。" if others else f"{said}。"
