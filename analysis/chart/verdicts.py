"""What charts of two slices say of their verdicts: which themes rose and fell, and how often chance alone does that.

And the colours of more and less, alike in all of them.
"""

import numpy as np
import pandas as pd

from analysis.chart.numbers import counted
from analysis.chart.selection import among_themes
from analysis.chart.style import Style

# A title names so many themes that rose and as many that fell, the largest differences; the chart shows the others.
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


def finding(frame: pd.DataFrame, lang: str) -> str:
    """Return the finding of a comparison as a title: the themes that rose and fell, if their verdicts are robust."""
    earlier, later = frame.attrs["earlier"][lang], frame.attrs["later"][lang]
    verbs = ("rose", "fell") if lang == "en" else ("明确上升", "明确下降")
    found = []
    for rows, verb in zip(rises_and_falls(frame), verbs, strict=True):
        if len(rows):
            rows = rows.assign(size=rows["difference"].abs()).sort_values(["size", "theme"], ascending=[False, True])
            names, more = rows[f"label_{lang}"].tolist()[:_NAMED], len(rows) - _NAMED
            if lang == "en":
                names += [counted(more, "more theme")] if more > 0 else []
                # Names may hold commas and an "and" of their own.
                listed = " and ".join(part for part in ("; ".join(names[:-1]), names[-1]) if part)
                found.append(f"{listed} {verb}")
            else:
                found.append(f"{'、'.join(names)}{f'等{len(rows)}个主题' if more > 0 else ''}{verb}")
    of, name = among_themes(frame, lang), frame[f"label_{lang}"].iloc[0]
    if lang == "en":
        none = f"none {of} clearly rose or fell" if of else "no theme clearly rose or fell"
        none = f"{name} did not clearly rise or fall" if len(frame) == 1 else none
        return f"{earlier} to {later}: {'; '.join(found) or none}"
    none = f"{name}没有明确升降" if len(frame) == 1 else f"{of}没有主题明确升降"
    return f"{earlier}到{later}：{'，'.join(found) or none}"


def by_chance(frame: pd.DataFrame, lang: str) -> str:
    """Return how many themes would look changed by chance alone, or nothing where the verdicts hold among all themes.

    Each theme is judged by its own 95% interval, so that one in twenty looks changed where nothing is.
    """
    robust = frame[frame["verdict"].isin(ROBUST)]
    if robust.empty or (robust["q"] < 0.05).all():
        return ""
    expected = max(1, round(0.05 * len(frame)))
    looks = "looks" if expected == 1 else "look"
    if lang == "en":
        return f"Each theme is judged by itself; of {len(frame)}, about {expected} {looks} changed by chance."
    return f"每个主题单独判断，{len(frame)}个主题中约{expected}个会偶然显得有变化。"
