"""What the charts of keyness share: the words of either side, the clear ones, and what is said of them."""

import pandas as pd

from analysis.chart.checked import checked
from analysis.chart.numbers import be, counted
from analysis.chart.selection import whole_ranks
from analysis.errors import ChartError

_COLUMNS = ("term", "count_target", "count_reference", "rate_target", "rate_reference", "log_odds_z", "q")
_CLEAR = 0.05  # q below which a word is clear of chance
SIDES = {1: "target", -1: "reference"}  # by the sign of the log-odds


def drawn_words(frame: pd.DataFrame, chart: str, most: int) -> pd.DataFrame:
    """Return the words most typical of each side, first the target's: at most ``most`` each, of equal z all or none."""
    checked(frame, _COLUMNS, chart, "keyness", most=most, numbers=("log_odds_z", "q"), key=("term",))
    ranked = frame.sort_values(
        ["log_odds_z", "term"], key=lambda own: -own.abs() if own.name == "log_odds_z" else own, kind="stable"
    )
    kept = [own.head(whole_ranks(own["log_odds_z"].abs(), most)) for own in sides(ranked) if len(own)]
    if not kept:
        raise ChartError(f"chart.{chart}: every word has a log_odds_z of 0, and none is of either side")
    return pd.concat(kept, ignore_index=True)


def sides(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the words of the target and of the reference."""
    return [frame[frame["log_odds_z"] * sign > 0] for sign in SIDES]


def clear_of_chance(frame: pd.DataFrame) -> pd.Series:
    """Return for each word whether it is clear of chance among all words compared."""
    return frame["q"] < _CLEAR


def word_or_phrase(attrs: dict, lang: str) -> str:
    """Return what was compared: segmented words, or phrases of a lexicon."""
    return {True: ("词", "word"), False: ("短语", "phrase")}[attrs["count"] == "word"][lang == "en"]


def how_many_clear(frame: pd.DataFrame, lang: str, *, others: str = "") -> tuple[str, str]:
    """Return for the alternative text and the note how many words are clear of chance, and how ``others`` are drawn."""
    sure, one = int(clear_of_chance(frame).sum()), word_or_phrase(frame.attrs, lang)
    if lang == "en":
        clear, of = f"{be(sure)} clear of chance", f"of {counted(len(frame), one)} shown"
        return f"{sure} {clear} (q below {_CLEAR}).", f"{sure} {of} {clear} (q < {_CLEAR}){others}."
    return f"{sure}个超出偶然（q小于{_CLEAR}）。", f"所示{len(frame)}个{one}中{sure}个超出偶然（q<{_CLEAR}）{others}。"


def are_some(frame: pd.DataFrame, given: pd.DataFrame) -> bool:
    """Return whether only the words drawn can be told of, not all compared.

    So it is where the frame ``given`` to the chart lacks some, or has clear ones on a side of which none is drawn.
    """
    clear = [[clear_of_chance(side).any() for side in sides(own)] for own in (frame, given)]
    return len(given) < given.attrs.get("terms", 0) or clear[0] != clear[1]


def finding(frame: pd.DataFrame, lang: str, *, some: bool) -> str:
    """Return what sets the two sides apart as a title: the first word of each that is clear of chance, if any.

    Of ``some`` words (:func:`are_some`) it is told as of those shown.
    """
    target, reference = (frame.attrs[side][lang] for side in SIDES.values())
    one = word_or_phrase(frame.attrs, lang)
    first = [next(iter(own["term"]), "") for own in sides(frame[clear_of_chance(frame)])]
    if lang == "en":
        of = f"f the {counted(len(frame), one)} shown"
        if not any(first):
            return f"{f'None o{of}' if some else f'No {one}'} clearly sets {target} apart from {reference}"
        lead = f"O{of}, most typical" if some else f"Most typical {one}"
        return f"{lead} of {target}: {first[0] or 'none clear'}; of {reference}: {first[1] or 'none clear'}"
    of = f"所示{len(frame)}个{one}中" * some
    if not any(first):
        return f"{of}没有{one}能明确区分{target}与{reference}"
    said = [f"最突出的{one}是“{word}”" if word else f"没有明确的特征{one}" for word in first]
    return f"{of}{'，' * some}{target}{said[0]}，{reference}{said[1]}"
