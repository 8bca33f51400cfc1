"""What charts of two slices say of their verdicts: which themes rose and fell, and how often chance alone does that.

And the colours of more and less, alike in all of them.
"""

import numpy as np
import pandas as pd

from analysis.chart.numbers import counted, number
from analysis.chart.selection import among_themes
from analysis.chart.style import Style

# Words name so many themes that rose and as many that fell, the largest differences; the chart shows the others.
_NAMED = 3

ROBUST = ("robust rise", "robust fall")
NAMES = {
    "robust rise": ("明确上升", "robust rise"),
    "robust fall": ("明确下降", "robust fall"),
    "fragile": ("变化不稳", "fragile"),
    "no clear change": ("无明显变化", "no clear change"),
}


def change_colour(style: Style, change: float) -> str:
    """Return the colour of more, of less, of no change, or of one that is not known.

    >>> from analysis.chart.style import LIGHT
    >>> change_colour(LIGHT, 0.2), change_colour(LIGHT, -3), change_colour(LIGHT, 0)
    ('#d6005d', '#0c3180', '#5f6368')
    """
    return {1: style.palette[1], -1: style.palette[0], 0: style.soft}.get(np.sign(change), style.rest)


def rises_and_falls(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the rows of robust rises and those of robust falls."""
    rise, fall = (frame[frame["verdict"] == verdict] for verdict in ROBUST)
    return rise, fall


def most_changed(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """Return of the robust rises and of the robust falls those that words name: the largest, largest first."""
    sized = [rows.assign(size=rows["difference"].abs()) for rows in rises_and_falls(frame)]
    return [rows.sort_values(["size", "theme"], ascending=[False, True]).head(_NAMED) for rows in sized]


def how_many(frame: pd.DataFrame, lang: str) -> str:
    """Return for the alternative text how many themes rose and fell, and from where to where the largest of them."""
    told = []
    for rows, few, zh, en in zip(
        rises_and_falls(frame), most_changed(frame), ("上升", "下降"), ("rise", "fall"), strict=True
    ):
        ends = [(number(row.rate_earlier), number(row.rate_later)) for row in few.itertuples()]
        if lang == "en":
            own = [f"{name} from {a} to {b}" for name, (a, b) in zip(few["label_en"], ends, strict=True)]
            own += [f"and {len(rows) - len(few)} more"] * (len(rows) > len(few))
            told.append(counted(len(rows), f"robust {en}") + f" ({'; '.join(own)})" * bool(own))
        else:
            own = "，".join(f"“{name}”由{a}到{b}" for name, (a, b) in zip(few["label_zh"], ends, strict=True))
            told.append(f"明确{zh}{len(rows)}个" + f"（{own}{'等' * (len(rows) > len(few))}）" * bool(own))
    return f"{', '.join(told)}." if lang == "en" else f"{'，'.join(told)}。"


def finding(frame: pd.DataFrame, lang: str) -> str:
    """Return the finding of a comparison as a title: the themes that rose and fell, if their verdicts are robust."""
    earlier, later = frame.attrs["earlier"][lang], frame.attrs["later"][lang]
    verbs = ("rose", "fell") if lang == "en" else ("明确上升", "明确下降")
    found = []
    for rows, few, verb in zip(rises_and_falls(frame), most_changed(frame), verbs, strict=True):
        names, more = few[f"label_{lang}"].tolist(), len(rows) - len(few)
        if names and lang == "en":
            # In quotes where there are several: names may hold commas and an "and" of their own.
            names = [f"“{name}”" for name in names] if len(names) > 1 else names
            names += [counted(more, "more theme")] * (more > 0)
            found.append(f"{' and '.join(part for part in (', '.join(names[:-1]), names[-1]) if part)} {verb}")
        elif names:
            found.append(f"{'、'.join(names)}{f'等{len(rows)}个主题' if more > 0 else ''}{verb}")
    of, name = among_themes(frame, lang), frame[f"label_{lang}"].iloc[0]
    if lang == "en":
        none = f"none {of} clearly rose or fell" if of else "no theme clearly rose or fell"
        none = f"{name} did not clearly rise or fall" if len(frame) == 1 else none
        return f"{earlier} to {later}: {'; '.join(found) or none}"
    none = f"{name}没有明确升降" if len(frame) == 1 else f"{of}没有主题明确升降"
    return f"{earlier}到{later}：{'，'.join(found) or none}"


def by_chance(frame: pd.DataFrame, lang: str) -> str:
    """Return how often chance alone makes a theme look changed, or nothing where the verdicts hold among all themes."""
    robust = frame[frame["verdict"].isin(ROBUST)]
    if robust.empty or (robust["q"] < 0.05).all():
        return ""
    en = "Each theme is judged by itself: of themes without a change about 1 in 20 looks changed by chance."
    return {"zh": "每个主题单独判断：没有变化的主题，约每20个有1个会偶然显得有变化。", "en": en}[lang]
