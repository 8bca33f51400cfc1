"""Policy phrases: runs of Han characters that hold together inside and stand freely outside.

A phrase holds together when it is far more frequent than any way of cutting it in two predicts (cohesion: the least
pointwise mutual information over its cuts, after Bouma 2009 and the new-word discovery literature), and stands freely
when many different characters come before and after it (boundary entropy, after Harris 1955 and Jin & Tanaka-Ishii
2006). Both are needed: 的发展 is frequent but does not hold together, 高质量发 holds together but is never free.
"""

from collections.abc import Hashable, Sequence

import numpy as np
import pandas as pd

COLUMNS = ("phrase", "count", "reports", "cohesion", "left_entropy", "right_entropy")
_LOWEST, _HIGHEST = 0x3400, 0x9FFF


def phrases(
    sentences: Sequence[str],
    reports: Sequence[Hashable],
    *,
    shortest: int = 2,
    longest: int = 12,
    min_count: int = 5,
    min_reports: int = 3,
) -> pd.DataFrame:
    """Find every repeated run of Han characters, with the figures that tell phrases from fragments.

    Parameters
    ----------
    sentences : texts; a run never crosses from one to the next, nor a character that is not Han.
    reports : the report of each sentence.
    shortest, longest : length of a run in characters.
    min_count, min_reports : a run must occur this often, in this many reports.

    Returns
    -------
    DataFrame
        One row a run: phrase, count, reports, cohesion (bits: the least over the cuts a|b of log2 p(ab)/(p(a)p(b))),
        left_entropy and right_entropy (bits, of the character before and after; each occurrence at a punctuation mark
        or a sentence's end is a neighbour of its own, because there the run is free), most frequent first, ties by
        phrase. Counts are of every occurrence, also inside longer runs.

    Examples
    --------
    >>> frame = phrases(["云岭市推动绿色发展。", "坚持绿色发展，"] * 3, [1, 2, 3, 4, 5, 6], shortest=4)
    >>> "绿色发展" in set(frame["phrase"])
    True
    """
    if len(sentences) != len(reports):
        raise ValueError(f"{len(sentences)} sentences but {len(reports)} reports; give one report for each sentence")
    codes, report = _characters(sentences, reports)
    levels, counts = _levels(codes, longest, min_count)
    frames = []
    for length in range(shortest, len(levels) + 1):
        frames.append(_figures(codes, report, levels, counts, length))
    found = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=list(COLUMNS))
    found = found[(found["count"] >= min_count) & (found["reports"] >= min_reports)]
    return found.sort_values(["count", "phrase"], ascending=[False, True], ignore_index=True)


def free_phrases(
    found: pd.DataFrame, *, cohesion: float = 5.0, entropy: float = 1.5, inside: float = 0.8
) -> pd.DataFrame:
    """Keep the runs of ``phrases`` that hold together, stand freely, and are not mostly part of one longer run.

    A run with more than ``inside`` of its occurrences within a single kept longer run is that run's fragment.
    """
    free = found[
        (found["cohesion"] >= cohesion) & (found[["left_entropy", "right_entropy"]].min(axis=1) >= entropy)
    ].reset_index(drop=True)
    most: dict[str, int] = {}
    for phrase, count in zip(free["phrase"], free["count"], strict=True):
        for start in range(len(phrase)):
            for end in range(start + 2, len(phrase) + 1):
                part = phrase[start:end]
                if part != phrase:
                    most[part] = max(most.get(part, 0), count)
    share = np.array([most.get(p, 0) / c for p, c in zip(free["phrase"], free["count"], strict=True)])
    return free[share <= inside].reset_index(drop=True)


def _characters(sentences: Sequence[str], reports: Sequence[Hashable]) -> tuple[np.ndarray, np.ndarray]:
    # 0 stands for anything that is not Han, and separates the sentences.
    text = "\n" + "\n".join(sentences) + "\n"
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
    codes = np.where((codes >= _LOWEST) & (codes <= _HIGHEST), codes, 0)
    lengths = [len(s) + 1 for s in sentences]
    numbers = pd.factorize(pd.Series(list(reports), dtype="object"))[0]
    return codes, np.concatenate([[-1], np.repeat(numbers, lengths)])


def _levels(codes: np.ndarray, longest: int, min_count: int) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """Number the run of each length that begins at each position (-1: none, or rarer than ``min_count``)."""
    _, first = np.unique(codes, return_inverse=True)
    size = np.int64(first.max() + 1)
    ids = np.where(codes > 0, first, -1)
    levels, counts = [ids], [np.bincount(ids[ids >= 0], minlength=size)]
    for length in range(2, longest + 1):
        before, next_character = levels[-1], np.full(len(codes), -1, dtype=np.int64)
        next_character[: len(codes) - length + 1] = levels[0][length - 1 :]
        # A run can only be frequent where both its shorter halves are.
        tail = np.full(len(codes), -1, dtype=np.int64)
        tail[:-1] = before[1:]
        at = np.flatnonzero((before >= 0) & (tail >= 0) & (next_character >= 0))
        _, run, count = np.unique(before[at] * size + next_character[at], return_inverse=True, return_counts=True)
        often = count >= min_count
        number = np.where(often, np.cumsum(often) - 1, -1)
        ids = np.full(len(codes), -1, dtype=np.int64)
        ids[at] = number[run]
        if not often.any():
            break
        levels.append(ids)
        counts.append(count[often])
    return levels, counts


def _figures(
    codes: np.ndarray, report: np.ndarray, levels: list[np.ndarray], counts: list[np.ndarray], length: int
) -> pd.DataFrame:
    ids, count = levels[length - 1], counts[length - 1]
    at = np.flatnonzero(ids >= 0)
    run = ids[at]
    example = np.full(len(count), -1, dtype=np.int64)
    example[run[::-1]] = at[::-1]
    present = example >= 0
    characters = counts[0].sum()
    cohesion = np.full(len(count), np.inf)
    for cut in range(1, length):
        a = counts[cut - 1][levels[cut - 1][example]]
        b = counts[length - cut - 1][levels[length - cut - 1][example + cut]]
        cohesion = np.minimum(cohesion, np.log2(count * characters / (a * b)))
    pairs = np.unique(np.stack([run, report[at]]), axis=1)
    frame = pd.DataFrame(
        {
            "phrase": ["".join(map(chr, codes[i : i + length])) for i in example],
            "count": count,
            "reports": np.bincount(pairs[0], minlength=len(count)),
            "cohesion": cohesion,
            "left_entropy": _entropy(run, codes[at - 1], count),
            "right_entropy": _entropy(run, codes[at + length], count),
        }
    )
    return frame[present]


def _entropy(run: np.ndarray, neighbour: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Entropy in bits of the neighbours of each run; every neighbour that is not Han counts as one of a kind."""
    open_end = neighbour == 0
    pairs, many = np.unique(np.stack([run[~open_end], neighbour[~open_end]]), axis=1, return_counts=True)
    p = many / count[pairs[0]]
    entropy = np.bincount(pairs[0], weights=-p * np.log2(p), minlength=len(count))
    alone = np.bincount(run[open_end], minlength=len(count))
    return entropy + alone / count * np.log2(count)
