"""Which sentences of a text stand in an earlier one: kept, moved, reworded or new, one to one.

Sentences that are the same but for spacing and punctuation are paired first. The rest are paired by the share of
character trigrams they have in common (a sparse product finds the candidates) and by Indel similarity, 2M / (length of
both) with M the characters of their longest common subsequence; best pairs first. A sentence that was merged into
a longer one, or split off one, is recognised by how much of it the longer one contains.
"""

import difflib
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.text.han import counting_form

STATUSES = ("kept", "moved", "reworded", "new")

_GRAM = 3
_CANDIDATE = 0.25  # least share of trigrams two sentences must have in common to be compared at all
SIMILAR = 0.5  # least Indel similarity of a reworded sentence
_CONTAINED = 0.8  # least share of a sentence's trigrams found in the longer one it was merged into
_MARKS = re.compile(r"[\W_]+")
_SPACED = re.compile(r"(?<=\d)\s+(?=\d)")
_IN_NUMBERS = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"(?<=\d)[,，](?=\d{3}(?!\d))", ""),
        (r"(?<=\d)\.(?=\d)", "点"),
        (r"(?<=\d)[-−–—~～]+(?=\d)", "至"),
        (r"(?<![\d%‰\-−–—])[-−–](?=\d)", "负"),
        (r"[≤≦](?=\d)", "不超"),
        (r"[≥≧](?=\d)", "不低"),
        (r"[<＜](?=\d)", "小于"),
        (r"[>＞](?=\d)", "大于"),
        (r"%", "百分"),
        (r"‰", "千分"),
        (r"(?<=\d)[^\w\s]+(?=\d)", "及"),
    )
)
# A number in a sentence's form.
_NUMBER = re.compile(r"负?\d+(?:点\d+)?(?:百分|千分)?|[〇零一二三四五六七八九十百千万亿]{2,}")


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


def changed_words(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Return what became of which words, in order: (before, after), one of them empty where words came or went.

    The words of both sentences are aligned from end to end, so what stands outside a shared passage is a change too.

    >>> changed_words(["实施", "稳健", "政策"], ["实施", "积极", "政策"])
    [('稳健', '积极')]
    """
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [("".join(old[a:b]), "".join(new[c:d])) for kind, a, b, c, d in steps if kind != "equal"]


def _form(text: str) -> str:
    # Marks and spaces carry no meaning, but for those in numbers: 5-6% is not 56%, nor -3 the same as 3.
    text = _SPACED.sub("", counting_form(text))
    for pattern, word in _IN_NUMBERS:
        text = pattern.sub(word, text)
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


def shared_items(first: Sequence[Collection], second: Sequence[Collection]):
    """Return how many distinct items each of ``first`` has in common with each of ``second``, and how many each has.

    The common counts are a sparse matrix (first, second); common / size is the share of one found in the other
    (textreuse's ratio of matches), common / (both sizes - common) Jaccard's similarity.

    >>> common, here, there = shared_items(["abc"], ["bcde"])
    >>> common.toarray().tolist(), here.tolist(), there.tolist()
    ([[2.0]], [3.0], [4.0])
    """
    from scipy.sparse import csr_matrix

    names: dict = {}
    rows, columns = [], []
    for row, items in enumerate([*first, *second]):
        distinct = dict.fromkeys(items)
        rows.extend([row] * len(distinct))
        columns.extend(names.setdefault(item, len(names)) for item in distinct)
    shape = (len(first) + len(second), max(1, len(names)))
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
    left, right = table[: len(first)], table[len(first) :]
    return (left @ right.T).tocoo(), np.asarray(left.sum(axis=1)).ravel(), np.asarray(right.sum(axis=1)).ravel()


def _grams(form: str) -> list[str]:
    return [form[k : k + _GRAM] for k in range(max(1, len(form) - _GRAM + 1))]


def _reworded(rest_old, rest_new, old, new):
    common, here, there = shared_items([_grams(old[i]) for i in rest_old], [_grams(new[j]) for j in rest_new])
    # Overlap over the shorter one, so that a sentence with an added clause stays a candidate.
    enough = common.data >= _CANDIDATE * np.minimum(here[common.row], there[common.col])
    scored = []
    for a, b in zip(common.row[enough].tolist(), common.col[enough].tolist(), strict=True):
        i, j = rest_old[a], rest_new[b]
        similarity = _similarity(old[i], new[j])
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
        for i, j in _contained([old[i] for i in lost], lost, new):
            lives[i] = True
            found.setdefault(j, Match("reworded", i, _similarity(old[i], new[j])))
    fresh = [j for j in range(len(new)) if j not in found and new[j]]
    if fresh:
        for j, i in _contained([new[j] for j in fresh], fresh, old):
            # What is said twice where it was said once is no rewording.
            status = "moved" if old[i] == new[j] else "reworded"
            found[j], lives[i] = Match(status, i, _similarity(old[i], new[j])), True


def _contained(parts: list[str], numbers: list[int], wholes: list[str]):
    # For each part, under its number, the whole that holds most of it, if one holds nearly all.
    common, sizes, _ = shared_items([_grams(part) for part in parts], [_grams(whole) for whole in wholes])
    best: dict[int, tuple[float, int]] = {}
    shares = common.data / sizes[common.row]
    enough = shares >= _CONTAINED
    for a, b, share in zip(
        common.row[enough].tolist(), common.col[enough].tolist(), shares[enough].tolist(), strict=True
    ):
        numbers_stand = set(_NUMBER.findall(parts[a])) <= set(_NUMBER.findall(wholes[b]))
        if len(parts[a]) >= 2 * _GRAM and numbers_stand and share > best.get(a, (0, 0))[0]:
            best[a] = (share, b)
    for a, (_, b) in sorted(best.items()):
        yield numbers[a], b


def _similarity(first: str, second: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(first, second)
