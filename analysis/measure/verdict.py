"""Whether a change of a theme between two sides is more than chance, and whether it holds however it is counted.

The interval is the estimate and 1.96 bootstrap standard errors on the logarithmic scale, and p is that of the same
normal distribution, so that the two never contradict each other and p is not limited by the number of draws (a share of
1,000 resamples cannot fall under 0.001, which is not enough among the 682 comparisons of 31 provinces).
``benchmarks/verdicts.py`` measures how often the verdicts are wrong and how large a change they find.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.measure.tally import DENOMINATORS, Tally

SIGNIFICANT = 0.05
# Added to both counts of a theme in the log ratio, so that a theme absent from one side has a finite one.
_HALF_A_MENTION = 0.5
_NORMAL_95 = 1.959964


@dataclass(frozen=True)
class Change:
    """The binary logarithm of each theme's ratio of rates, later over earlier, with its 95% interval and p."""

    log2_ratio: np.ndarray
    low: np.ndarray
    high: np.ndarray
    p: np.ndarray
    drawn: tuple[tuple[np.ndarray, np.ndarray], ...]  # for each side mentions (draws, themes) and size (draws,)


@dataclass(frozen=True)
class Ways:
    """What one side comes to under every way of counting: ``mentions[kind, name, theme]`` as in Variant, all themes."""

    mentions: dict[tuple, np.ndarray]
    sizes: dict[str, float]  # by denominator


def change(earlier: Sequence[Tally], later: Sequence[Tally], *, draws: int, seed: int) -> Change:
    """Return how much the pooled rate of each theme differs between two sides.

    The standard error is the bootstrap's, but never less than what counts as small as these have by themselves:
    a theme that one side never mentions is the same in every resample of it, which is no proof that it never could be
    mentioned. The variance of the logarithm of a count m with half a mention added is about 1 / (m + 1/2) (Gart, J. J.
    (1966): Alternative analyses of contingency tables. Journal of the Royal Statistical Society B 28(1), 164-179).
    A report on both sides is resampled alike on both, so that what the sides share cancels out.
    """
    from scipy.special import ndtr

    counted = [(sum(t.totals for t in side), sum(t.size.sum() for t in side)) for side in (earlier, later)]
    drawn = tuple(_drawn(side, draws, seed) for side in (earlier, later))
    estimate = _log2(counted[1]) - _log2(counted[0])
    error = (_log2(drawn[1]) - _log2(drawn[0])).std(axis=0)
    shared = {t.scope.report_id for t in earlier} & {t.scope.report_id for t in later}
    if not shared:
        least = np.sqrt(sum(1 / (mentions + _HALF_A_MENTION) for mentions, _ in counted)) / np.log(2)
        error = np.maximum(error, least)
    z = np.divide(np.abs(estimate), error, out=np.zeros_like(estimate), where=error > 0)
    half = _NORMAL_95 * error
    return Change(estimate, estimate - half, estimate + half, 2 * ndtr(-z), drawn)


def contradictions(earlier: Ways, later: Ways, chosen: str, signs: np.ndarray) -> list[str]:
    """Say for each theme the first way of counting under which its change has another sign; empty where none has.

    ``chosen`` is the counting rule of the comparison; ``signs`` are -1, 0 and 1. The rules are tried with every
    denominator, and each term of a theme is left out in turn.
    """
    found = [""] * len(signs)
    for key in dict.fromkeys([*earlier.mentions, *later.mentions]):
        kind, name, theme = key
        for denominator in DENOMINATORS if kind == "rule" else ("han",):
            # A term that one side never uses changes nothing there.
            rates = [
                side.mentions.get(key, side.mentions["rule", chosen, None]) / side.sizes[denominator]
                for side in (earlier, later)
            ]
            differs = np.sign(rates[1] - rates[0]) != signs
            said = f"without {name}" if kind == "without" else f"counted as {name!r} per {denominator}"
            for i in np.flatnonzero(differs) if theme is None else [theme] if differs[theme] else []:
                found[i] = found[i] or said
    return found


def verdicts(signs, low, high, p, q, against: list[str], *, corrected: bool) -> tuple[list[str], list[str]]:
    """Return for each theme robust rise, robust fall, fragile or no clear change, and why in words.

    ``corrected`` says what must be under 0.05 for a change to be clear: q, which allows for the number of comparisons,
    or p, which judges each theme by itself, as its 95% interval does.
    """
    said, why = [], []
    by_chance = max(1, round(SIGNIFICANT * len(q)))
    differs = "about one differs" if by_chance == 1 else f"about {by_chance} differ"
    for i, sign in enumerate(signs):
        figures = f"p = {p[i]:.2g}, q = {q[i]:.2g}, 95% interval of the ratio {2 ** low[i]:.2f} to {2 ** high[i]:.2f}"
        if not (q if corrected else p)[i] < SIGNIFICANT:
            said.append("no clear change")
            chance = (
                "no difference"
                if not sign
                else "within chance"
                if low[i] <= 0 <= high[i]
                else f"within chance among {len(q)} comparisons"
            )
            why.append(f"{chance}: {figures}")
        elif against[i]:
            said.append("fragile")
            why.append(f"the direction does not hold {against[i]}")
        else:
            said.append("robust rise" if sign > 0 else "robust fall")
            alone = "" if q[i] < SIGNIFICANT else f"; by itself, for among {len(q)} themes {differs} so by chance"
            why.append(f"same direction under every rule, denominator and with each term left out{alone}: {figures}")
    return said, why


def _drawn(tallies: Sequence[Tally], draws: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    resampled = [t.resample(draws=draws, seed=seed) for t in tallies]
    return sum(m for m, _ in resampled), sum(s for _, s in resampled)


def _log2(counted: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    mentions, size = counted
    return np.log2((mentions + _HALF_A_MENTION) / np.reshape(size, (*np.shape(size), 1)))
