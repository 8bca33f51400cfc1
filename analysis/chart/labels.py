"""Labels where there is little room: what explains is left out, what names is kept, and the rest is cut."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.chart.numbers import alike, be, counted, number

_SHARE = 0.3  # of the width of the axes at most
ABOVE = 20  # pixels above the plot that the sentence of what is left out needs


def brief(label: str, longest: int = 24) -> str:
    """Return a label longer than ``longest`` without what follows a colon or the first comma; terms in brackets stay.

    >>> brief("Foreign affairs, Hong Kong, Macao and Taiwan (香港·澳门)"), brief("Jobs, wages")
    ('Foreign affairs (香港·澳门)', 'Jobs, wages')
    """
    name, _, terms = label.partition(" (")
    name = name.split(": ")[0].split(", ")[0] if len(name) > longest else name
    return f"{name} ({terms}" if terms else name


def shortened(names: Iterable[str], how: Callable[[str], str], instead: Callable[[str], str] = str) -> list[str]:
    """Return names shortened together: those that would read the same are shortened as ``instead`` says, or not at all.

    >>> names = ["Education, schools and pupils", "Education, science and culture", "Health, doctors and drugs"]
    >>> shortened(names, brief)
    ['Education, schools and pupils', 'Education, science and culture', 'Health']
    """
    names = list(names)
    short = {name: how(name) for name in names}
    often = Counter(short.values())
    return [short[name] if often[short[name]] == 1 else instead(name) for name in names]


def briefly(labels: pd.Series, longest: int = 24) -> pd.Series:
    """Return labels made brief, but for those that would read the same."""
    return pd.Series(shortened(labels, partial(brief, longest=longest)), index=labels.index)


def names_of(frame: pd.DataFrame, key: str, lang: str) -> pd.Series:
    """Return what each theme or topic, the column ``key`` of a frame, is called, in the order of its rows."""
    return frame.drop_duplicates(key).set_index(key)[f"label_{lang}"]


def leading(names: pd.Series, values: pd.Series) -> list[str]:
    """Return the names that :func:`leaders` gives: those of the highest value, of more than three the first."""
    found = names[values == values.max()].tolist()
    return found if len(found) <= 3 else found[:1]


def leaders(names: pd.Series, values: pd.Series, lang: str, say: Callable[[float], str] | None = None) -> str:
    """Return who has the highest value: one, two or three names, of more the first and how many there are.

    With ``say`` values are alike that read the same as it prints them.

    >>> leaders(pd.Series(["jobs", "farms", "roads"]), pd.Series([3, 3, 1]), "en")
    'jobs and farms'
    >>> leaders(pd.Series(["就业", "农业", "交通", "住房"]), pd.Series([1, 1, 1, 1]), "zh")
    '“就业”等4个'
    """
    values = values.map(partial(alike, values.max(), say=say)) if say else values
    found, count = leading(names, values) or ["–"], int((values == values.max()).sum())
    if len(found) < count:
        return f"{found[0]} and {count - 1} others" if lang == "en" else f"“{found[0]}”等{count}个"
    if lang == "en":
        return " and ".join(part for part in (", ".join(found[:-1]), found[-1]) if part)
    return "、".join(f"“{name}”" for name in found)


def highest_and_lowest(names: pd.Series, values: pd.Series, lang: str) -> str:
    """Return who has the highest and who the lowest value, with these; of values all alike only what they are.

    >>> highest_and_lowest(pd.Series(["jobs", "farms", "roads"]), pd.Series([3, 3, 1]), "en")
    'highest: jobs and farms, 3.0; lowest: roads, 1.0'
    >>> highest_and_lowest(pd.Series(["就业", "农业"]), pd.Series([0, 0]), "zh")
    '均为0'
    """
    most, least = number(values.max()), number(values.min())
    high, low = (leaders(names, values * sign, lang, number) for sign in (1, -1))
    if most == least:
        if len(names) == 1:
            return f"{high}: {most}" if lang == "en" else f"{high}为{most}"
        return f"all at {most}" if lang == "en" else f"均为{most}"
    if lang == "en":
        return f"highest: {high}, {most}; lowest: {low}, {least}"
    return f"最高为{high}（{most}），最低为{low}（{least}）"


def cut(text: str, length: float, width: float, *, bold: bool = False, keep: str = "start") -> str:
    """Return a text with an ellipsis where it is wider than ``width`` at type size ``length`` (the same unit).

    ``keep="end"`` leaves out the beginning, ``"both"`` the middle.

    >>> cut("推动高质量发展", 10, 45), cut("推动高质量发展", 10, 45, keep="end"), cut("就业", 10, 45)
    ('推动高…', '…量发展', '就业')
    >>> cut("推动高质量发展", 10, 55, keep="both")
    '推动…发展'
    """
    if text_width(text, length, bold=bold) <= width:
        return text
    for left in range(len(text) - 1, -1, -1):
        start = {"start": left, "end": 0, "both": (left + 1) // 2}[keep]
        shown = f"{text[:start]}…{text[len(text) - left + start :]}"
        if text_width(shown, length, bold=bold) <= width:
            return shown
    return "…"


def cut_apart(texts: Iterable[str], length: float, width: float, *, bold: bool = False) -> list[str]:
    """Return texts cut to a width: at the end, or in the middle those that else would read the same.

    >>> cut_apart(["推动高质量发展", "推动高水平开放"], 10, 45), cut_apart(["推动高质量发展", "就业"], 10, 45)
    (['推动…展', '推动…放'], ['推动高…', '就业'])
    """
    fit = partial(cut, length=length, width=width, bold=bold)
    return shortened(texts, fit, partial(fit, keep="both"))


def within(labels: pd.Series, pen: Pen, *, longest: int | None = None, share: float = 0.36) -> pd.Series:
    """Return labels of the plot cut to a share of the figure's width, so that the longest leaves room for the data.

    Those of more than ``longest`` characters are made brief before.
    """
    names = briefly(labels, longest) if longest else labels
    wide = share * pen.size.width / pen.size.scale
    return pd.Series(cut_apart(names, pen.style.label, wide, bold=True), index=labels.index)


def tell_left_out(pen: Pen, count: int, what: tuple[str, str]) -> None:
    """Have the alternative text say how many of ``what`` are not drawn."""
    en = f"{counted(count, what[1])} {be(count)} not drawn here; the data have all."
    pen.left_out.append({"zh": f"图中未画出其中{count:,}个{what[0]}，数据中齐全。", "en": en})


def left_out(ax: Axes, pen: Pen, count: int, *, what=("主题", "theme"), at: float = 1, above: float = 7) -> None:
    """Say above the plot how many themes, or ``what``, a small format has no room for; nothing where it shows all.

    ``at`` is the end of the plot where it stands, 0 or 1, and ``above`` how many pixels above.
    """
    if count < 1:
        return
    tell_left_out(pen, count, what)
    zh, en = what
    said = f"{counted(count, f'more {en}')} not shown" if pen.lang == "en" else f"另有{count:,}个{zh}未列出"
    if pen.given and text_width(said, pen.style.small) > _SHARE * pen.extent(ax)[0]:
        said = f"+{count:,}"  # in a caller's narrow axes other names stand beside it
    ax.annotate(
        said, (at, 1), xycoords="axes fraction", xytext=(0, pen.pt(above)), textcoords="offset points",
        ha="right" if at else "left", va="baseline", fontsize=pen.pt(pen.style.small), color=pen.style.soft,
        gid="left-out",
    )  # fmt: skip
