"""Which sentences of a text stand in an earlier one: kept, moved, reworded or new, one to one.

Sentences that are the same but for spacing and punctuation are paired first. The rest are paired by the share of
character trigrams they have in common (a sparse product finds the candidates) and by Indel similarity, 2M / (length of
both) with M the characters of their longest common subsequence; best pairs first. A sentence that was merged into
a longer one, or split off one, is recognised by how much of it the longer one contains.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.text.han import counting_form

STATUSES = ("kept", "moved", "reworded", "new")

_GRAM = 3
_CANDIDATE = 0.25  # least share of trigrams two sentences must have in common to be compared at all
SIMILAR = 0.5  # least Indel similarity of a reworded sentence
_CONTAINED = 0.8  # least share of a sentence's trigrams found in the longer one it was merged into
_NUMBER = re.compile(r"\d+(?:\.\d+)?%?|[〇零一二三四五六七八九十百千万亿]{2,}")
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Match:
    """The fate of one new sentence: its status, and the old sentence it comes from (-1: none) with their similarity."""

    status: str
    old: int
    similarity: float


def align(old: Sequence[str], new: Sequence[str]) -> tuple[list[Match], list[bool]]:
    """Return what became of each sentence: a Match for each new one, and whether each old one lives on.

    Each old sentence is the source of at most one kept, moved or reworded sentence, but for splits and merges. A
    sentence in which a number changed is never kept.

    >>> matches, lives = align(["甲乙丙丁戊己庚。", "子丑寅卯。"], ["甲乙丙丁戊己庚！", "全新的话。"])
    >>> [m.status for m in matches], lives
    (['kept', 'new'], [True, False])
    """
    forms = [[_form(text) for text in texts] for texts in (old, new)]
    pairs = _identical(*forms)
    in_order = _longest_increasing([i for _, i in sorted((j, i) for i, j in pairs.items())])
    found = {j: Match("kept" if i in in_order else "moved", i, 1.0) for i, j in pairs.items()}
    lives = [i in pairs for i in range(len(old))]
    rest_old = [i for i in range(len(old)) if i not in pairs and forms[0][i]]
    rest_new = [j for j in range(len(new)) if j not in found and forms[1][j]]
    if rest_old and rest_new:
        for i, j, similarity in _reworded(rest_old, rest_new, *forms):
            found[j], lives[i] = Match("reworded", i, similarity), True
    _merged_and_split(found, lives, *forms)
    return [found.get(j, Match("new", -1, 0.0)) for j in range(len(new))], lives


def _form(text: str) -> str:
    # A dot between digits and a percent sign carry meaning, other marks and spaces do not.
    text = re.sub(r"(?<=\d)\.(?=\d)", "点", counting_form(text)).replace("%", "百分")
    return _MARKS.sub("", text)


def _identical(old: list[str], new: list[str]) -> dict[int, int]:
    waiting = defaultdict(list)
    for j, form in enumerate(new):
        if form:
            waiting[form].append(j)
    pairs = {}
    for i, form in enumerate(old):
        if waiting.get(form):
            pairs[i] = waiting[form].pop(0)
    return pairs


def _longest_increasing(values: list[int]) -> set[int]:
    # The largest set of sentences that stand in the same order in both texts; the others moved.
    from bisect import bisect_left

    tails, at, before = [], [], []
    for place, value in enumerate(values):
        k = bisect_left(tails, value)
        before.append(at[k - 1] if k else -1)
        tails[k : k + 1], at[k : k + 1] = [value], [place]
    chosen, place = set(), at[-1] if at else -1
    while place >= 0:
        chosen.add(values[place])
        place = before[place]
    return chosen


def _grams(forms: Sequence[str]):
    from scipy.sparse import csr_matrix

    names: dict[str, int] = {}
    rows, columns = [], []
    for row, form in enumerate(forms):
        grams = {form[k : k + _GRAM] for k in range(max(1, len(form) - _GRAM + 1))}
        rows.extend([row] * len(grams))
        columns.extend(names.setdefault(gram, len(names)) for gram in sorted(grams))
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(forms), max(1, len(names))))


def _shared(first: list[str], second: list[str]):
    grams = _grams([*first, *second])
    left, right = grams[: len(first)], grams[len(first) :]
    common = (left @ right.T).tocoo()
    return common, np.asarray(left.sum(axis=1)).ravel(), np.asarray(right.sum(axis=1)).ravel()


def _reworded(rest_old, rest_new, old, new):
    from rapidfuzz.distance import Indel

    common, here, there = _shared([old[i] for i in rest_old], [new[j] for j in rest_new])
    # Overlap over the shorter one, so that a sentence with an added clause stays a candidate.
    enough = common.data >= _CANDIDATE * np.minimum(here[common.row], there[common.col])
    scored = []
    for a, b in zip(common.row[enough].tolist(), common.col[enough].tolist(), strict=True):
        i, j = rest_old[a], rest_new[b]
        similarity = Indel.normalized_similarity(old[i], new[j])
        if similarity >= SIMILAR:
            distance = abs(i / len(old) - j / len(new))
            scored.append((-similarity, distance, i, j))
    used_old, used_new = set(), set()
    for negative, _, i, j in sorted(scored):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            yield i, j, -negative


def _merged_and_split(found: dict[int, Match], lives: list[bool], old: list[str], new: list[str]) -> None:
    lost = [i for i, alive in enumerate(lives) if not alive and old[i]]
    if lost:
        for i, j, _ in _contained([old[i] for i in lost], lost, new):
            lives[i] = True
            found.setdefault(j, Match("reworded", i, _similarity(old[i], new[j])))
    fresh = [j for j in range(len(new)) if j not in found and new[j]]
    if fresh:
        for j, i, _ in _contained([new[j] for j in fresh], fresh, old):
            found[j], lives[i] = Match("reworded", i, _similarity(old[i], new[j])), True


def _contained(parts: list[str], numbers: list[int], wholes: list[str]):
    common, sizes, _ = _shared(parts, wholes)
    best: dict[int, tuple[float, int]] = {}
    for a, b, value in zip(common.row.tolist(), common.col.tolist(), common.data.tolist(), strict=True):
        share = value / sizes[a]
        whole = wholes[b]
        numbers_stand = set(_NUMBER.findall(parts[a])) <= set(_NUMBER.findall(whole))
        if len(parts[a]) >= 2 * _GRAM and share >= _CONTAINED and numbers_stand and share > best.get(a, (0, 0))[0]:
            best[a] = (share, b)
    for a, (share, b) in sorted(best.items()):
        yield numbers[a], b, share


def _similarity(first: str, second: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(first, second)
