"""The same count made in every other defensible way: each rule, and the codebook with each term left out in turn."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from analysis.codebook import Codebook
from analysis.corpus import Corpus
from analysis.measure.counting import RULES, apply_rule, candidates, regexes, winners
from analysis.measure.tally import Scope


@dataclass(frozen=True)
class Variant:
    """One way to count: ``mentions[r, t]`` of theme t in report r; ``theme`` is the only one changed, None for all."""

    kind: str  # rule, or without
    name: str  # the rule, or the term left out
    mentions: np.ndarray
    theme: int | None = None


def variants(corpus: Corpus, book: Codebook, measured: list[Scope], *, count: str = "longest") -> Iterator[Variant]:
    """Yield the count under each rule (the chosen one first), then without each term that counts, under that rule."""
    found = candidates(corpus, book)
    report = np.full(len(corpus.sentences), -1, dtype=np.int64)
    for number, scope in enumerate(measured):
        report[scope.rows] = number
    found = found[report[found["row"]] >= 0].reset_index(drop=True)
    shape = (len(measured), len(book))

    def matrix(rows, themes) -> np.ndarray:
        return np.bincount(report[rows] * shape[1] + themes, minlength=shape[0] * shape[1]).reshape(shape)

    base = apply_rule(found, count, nested=book.nested)
    mentions = matrix(base["row"].to_numpy(), base["theme"].to_numpy())
    yield Variant("rule", count, mentions)
    for rule in RULES:
        if rule != count:
            other = apply_rule(found, rule, nested=book.nested)
            yield Variant("rule", rule, matrix(other["row"].to_numpy(), other["theme"].to_numpy()))

    if count == "word":
        found = found[found["word"]]
    row, theme, start, end = (found[c].to_numpy() for c in ("row", "theme", "start", "end"))
    term, regex = found["term"].cat.codes.to_numpy(), regexes(found)
    number_of = {name: code for code, name in enumerate(found["term"].cat.categories)}
    begins = np.searchsorted(row, np.arange(len(corpus.sentences) + 1))  # candidates are ordered by row
    of_base = base.groupby(["theme", "term"], observed=True, sort=False)["row"]
    in_base = {key: np.sort(rows.to_numpy()) for key, rows in base.groupby("theme")["row"]}
    for (number, name), counted in of_base:
        changed = np.array(mentions)
        if count != "longest" and not regex.any():  # no term stands in the way of another
            changed[:, number] -= np.bincount(report[counted.to_numpy()], minlength=shape[0])
            yield Variant("without", str(name), changed, number)
            continue
        rows = np.unique(counted.to_numpy())
        near = np.concatenate([np.arange(begins[r], begins[r + 1]) for r in rows])
        near = near[(theme[near] != number) | (term[near] != number_of[name])]
        arrays = (values[near] for values in (row, theme, term, start, end))
        near = near[winners(*arrays, regex=regex, count=count, nested=book.nested)]
        # A shorter term, or another that matches the same stretch, may count where this one is gone.
        after = np.bincount(report[row[near[theme[near] == number]]], minlength=shape[0])
        own = in_base[number]
        before = np.bincount(report[own[np.isin(own, rows)]], minlength=shape[0])
        changed[:, number] += after - before
        yield Variant("without", str(name), changed, number)
