"""Labels where there is little room: what explains is left out, what names is kept, and the rest is cut."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width


def brief(label: str, longest: int = 24) -> str:
    """Return a label longer than ``longest`` without what follows a colon or the first comma; terms in brackets stay.

    >>> brief("Foreign affairs, Hong Kong, Macao and Taiwan (香港·澳门)"), brief("Jobs, wages")
    ('Foreign affairs (香港·澳门)', 'Jobs, wages')
    """
    name, _, terms = label.partition(" (")
    name = name.split(": ")[0].split(", ")[0] if len(name) > longest else name
    return f"{name} ({terms}" if terms else name


def leaders(names: pd.Series, values: pd.Series, lang: str) -> str:
    """Return who has the highest value: one, two or three names, of more the first and how many there are.

    >>> leaders(pd.Series(["jobs", "farms", "roads"]), pd.Series([3, 3, 1]), "en")
    'jobs and farms'
    >>> leaders(pd.Series(["就业", "农业", "交通", "住房"]), pd.Series([1, 1, 1, 1]), "zh")
    '“就业”等4个'
    """
    found = names[values == values.max()].tolist() if len(names) else ["–"]
    if len(found) > 3:
        return f"{found[0]} and {len(found) - 1} others" if lang == "en" else f"“{found[0]}”等{len(found)}个"
    if lang == "en":
        return " and ".join(part for part in (", ".join(found[:-1]), found[-1]) if part)
    return "、".join(f"“{name}”" for name in found)


def cut(text: str, length: float, width: float, *, bold: bool = False, keep: str = "start") -> str:
    """Return a text with an ellipsis where it is wider than ``width`` at type size ``length`` (the same unit).

    ``keep="end"`` leaves out the beginning.

    >>> cut("推动高质量发展", 10, 45), cut("推动高质量发展", 10, 45, keep="end"), cut("就业", 10, 45)
    ('推动高…', '…量发展', '就业')
    """
    shown = text
    while shown and text_width(shown if shown == text else f"{shown}…", length, bold=bold) > width:
        shown = shown[1:] if keep == "end" else shown[:-1]
    if shown == text:
        return text
    return f"…{shown}" if keep == "end" else f"{shown}…"


def within(label: str, pen: Pen, share: float = 0.36) -> str:
    """Return a label of the plot cut to a share of the figure's width, so that the longest leaves room for the data."""
    return cut(label, pen.style.label, share * pen.size.width / pen.size.scale, bold=True)


def left_out(ax: Axes, pen: Pen, count: int) -> None:
    """Say above the plot how many themes a small format has no room for; nothing where it shows all."""
    if not count:
        return
    said = f"{count} more themes not shown" if pen.lang == "en" else f"另有{count}个主题未列出"
    ax.annotate(
        said, (1, 1), xycoords="axes fraction", xytext=(0, pen.pt(5)), textcoords="offset points", ha="right",
        va="bottom", fontsize=pen.pt(pen.style.small), color=pen.style.soft, gid="left-out",
    )  # fmt: skip
