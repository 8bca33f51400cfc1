"""How often compare_years calls a change robust where there is none, and how often it finds a theme that doubled.

python benchmarks/verdicts.py           (ten minutes; reads the bundled counts, no texts)

The world without change: two sides of a comparison are pooled and split at random into halves, by sentences or by
whole paragraphs, and the halves are compared. The doubled theme: in the same halves every mention of one theme in the
later half counts twice, under every counting rule; no length changes, and the other themes stay as they are. Each theme
is doubled in turn.
"""

import sys
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis import codebook, measure, read
from analysis.corpus import Corpus
from analysis.measure.tally import DENOMINATORS, Scope, Tally, scopes
from analysis.measure.variants import variants
from analysis.measure.verdict import Change, Ways, change, contradictions, verdicts
from analysis.stats.intervals import adjust

REPEATS, DRAWS, SEED = 500, 400, 0
RULE = "longest"
BANDS = (0, 15, 30, 60, 120, 240, 10_000)  # mentions a side


@dataclass(frozen=True)
class Pool:
    """The sentences of both sides: what each counts for, in ``ways[key][sentence, theme]`` and ``sizes``."""

    mentions: np.ndarray  # (sentences, themes)
    paragraph: np.ndarray  # of each sentence, numbered from 0 over all reports
    sizes: dict[str, np.ndarray]
    rules: dict[tuple, np.ndarray]  # (sentences, themes)
    left_out: list[tuple]  # keys of the counts without a term, of which only the term's theme differs:
    without: np.ndarray  # (terms, sentences)

    def half(self, chosen: np.ndarray, unit: str, name: str) -> tuple[Tally, Ways]:
        """Return the counts of the chosen sentences as one report, and under every other way of counting."""
        rows = np.flatnonzero(chosen)
        unit_of = (
            np.arange(len(rows)) if unit == "sentence" else np.unique(self.paragraph[rows], return_inverse=True)[1]
        )
        scope = Scope(name, "all", unit, rows, unit_of, self.sizes["han"][rows])
        mentions = np.zeros((scope.units, self.mentions.shape[1]))
        np.add.at(mentions, unit_of, self.mentions[rows])
        ways = {key: counts[rows].sum(axis=0) for key, counts in self.rules.items()}
        base = ways["rule", RULE, None]
        for key, counted in zip(self.left_out, self.without @ chosen.astype(float), strict=True):
            ways[key] = base.copy()
            ways[key][key[2]] = counted
        tally = Tally(scope, mentions, np.bincount(unit_of, weights=scope.size), np.zeros(0))
        return tally, Ways(ways, {name: size[rows].sum() for name, size in self.sizes.items()})


def pool(corpus: Corpus) -> Pool:
    """Pool all that compare_years would measure of the reports."""
    rows = np.concatenate([scope.rows for scope in scopes(corpus, part=None)])
    each = [Scope("", "all", "sentence", np.array([row]), np.zeros(1, dtype=int), np.ones(1)) for row in rows]
    ways = {(w.kind, w.name, w.theme): w.mentions for w in variants(corpus, codebook.load("policy"), each, count=RULE)}
    sentences = corpus.sentences.iloc[rows]
    sizes = {d: np.ones(len(rows)) if d == "sentences" else sentences[d].to_numpy(float) for d in DENOMINATORS}
    return Pool(
        ways["rule", RULE, None].astype(float),
        sentences.groupby(["report_id", "paragraph"]).ngroup().to_numpy(),
        sizes,
        {key: counts for key, counts in ways.items() if key[2] is None},
        [key for key in ways if key[2] is not None],
        np.array([counts[:, key[2]] for key, counts in ways.items() if key[2] is not None], dtype=float),
    )


def split(pooled: Pool, by: str, generator: np.random.Generator) -> np.ndarray:
    """Return which sentences are in the later half, when sentences or whole paragraphs are dealt out at random."""
    unit_of = pooled.paragraph if by == "paragraph" else np.arange(len(pooled.paragraph))
    units = int(unit_of.max()) + 1
    return np.isin(unit_of, generator.permutation(units)[: units // 2])


def simulate(pooled: Pool, *, by: str, unit: str, repeats: int = REPEATS, draws: int = DRAWS) -> pd.DataFrame:
    """Return one row per repeat and theme: mentions a side; robust, without change; robust_rise, doubled.

    ``corrected`` and ``corrected_rise`` are the same verdicts where q decides instead of p.
    """
    generator = np.random.default_rng(SEED)
    frames = []
    for number in range(repeats):
        later = split(pooled, by, generator)
        (one, ways_one), (two, ways_two) = (
            pooled.half(rows, unit, f"{side} {number}") for side, rows in (("earlier", ~later), ("later", later))
        )
        # Both worlds in one bootstrap: the columns of the themes as they are, then those of the themes doubled.
        twice = replace(two, mentions=np.hstack([two.mentions, 2 * two.mentions]))
        found = change([replace(one, mentions=np.hstack([one.mentions] * 2))], [twice], draws=draws, seed=number)
        doubled = Ways({key: 2 * counts for key, counts in ways_two.mentions.items()}, ways_two.sizes)
        (said, sure), (said_doubled, sure_doubled) = (
            _judged(found, world, len(one.totals), ways_one, ways)
            for world, ways in (("same", ways_two), ("doubled", doubled))
        )
        frames.append(
            pd.DataFrame(
                {
                    "theme": np.arange(len(said)),
                    "mentions": (one.totals + two.totals) / 2,
                    "robust": [verdict.startswith("robust") for verdict in said],
                    "corrected": [verdict.startswith("robust") for verdict in sure],
                    "robust_rise": [verdict == "robust rise" for verdict in said_doubled],
                    "corrected_rise": [verdict == "robust rise" for verdict in sure_doubled],
                }
            )
        )
    return pd.concat(frames, ignore_index=True)


def _judged(found: Change, world: str, themes: int, earlier: Ways, later: Ways) -> tuple[list[str], list[str]]:
    same, own = slice(0, themes), slice(0, themes) if world == "same" else slice(themes, None)
    if world == "same":
        q = adjust(found.p[same])
    else:  # one theme doubled, corrected among the others as they are
        alone = np.tile(found.p[same], (themes, 1))
        np.fill_diagonal(alone, found.p[own])
        q = np.array([adjust(row)[i] for i, row in enumerate(alone)])
    counts = [side.mentions["rule", RULE, None] / side.sizes["han"] for side in (earlier, later)]
    signs = np.sign(counts[1] - counts[0])
    against = contradictions(earlier, later, RULE, signs)
    figures = found.low[own], found.high[own], found.p[own], q
    return tuple(verdicts(signs, *figures, against, corrected=corrected)[0] for corrected in (False, True))


def neighbours(pairs: list[tuple[Corpus, object, object]], unit: str) -> float:
    """Return the median of |log ratio| / standard error over real pairs; 0.67 where only chance is at work."""
    z = []
    for corpus, earlier, later in pairs:
        frame = measure.compare_years(corpus, earlier, later, unit=unit)
        frame = frame[frame["mentions_earlier"] + frame["mentions_later"] >= 30]
        z.append(frame["log2_ratio"].abs() / ((frame["high"] - frame["low"]) / 2 / 1.96))
    return float(pd.concat(z).median())


def main() -> None:
    """Print all tables."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else REPEATS
    national, provinces = read.corpus("national"), read.corpus("provinces")
    cases = {
        "national 2024 and 2025": national.select(year=[2024, 2025]),
        "Guangdong and Jiangsu 2025": provinces.select(place=["广东省", "江苏省"], year=2025),
        "national 2013-2017 and 2018-2022": national.select(year=range(2013, 2023)),
    }
    for name, corpus in cases.items():
        pooled = pool(corpus)
        print(f"{name}: {len(pooled.mentions)} sentences, {pooled.paragraph.max() + 1} paragraphs")
        for by in ("sentence", "paragraph"):
            for unit in ("sentence", "paragraph"):
                found = simulate(pooled, by=by, unit=unit, repeats=repeats)
                print(f"  split by {by}, resampled by {unit}: without change {found['robust'].mean():.1%} robust "
                      f"({found['corrected'].mean():.1%} if q decides); doubled {found['robust_rise'].mean():.0%} "
                      f"({found['corrected_rise'].mean():.0%})")  # fmt: skip
                theme = found.groupby("theme").mean()
                bands = pd.cut(theme["mentions"], BANDS, right=False)
                for band, rows in theme.groupby(bands, observed=True):
                    rise, sure = rows["robust_rise"].mean(), rows["corrected_rise"].mean()
                    span = f"{band.left} to {band.right - 1} mentions a side, {len(rows)} themes"
                    print(f"    doubled, {span}: {rise:.0%} robust rise ({sure:.0%})")
    years = [(national, year - 1, year) for year in range(2004, 2026)]
    places = [(provinces.select(place=place), 2025, 2026) for place in provinces.reports["place"].unique()]
    for unit in ("sentence", "paragraph"):
        print(f"real neighbours, resampled by {unit}: median |z| national 2003-2025 {neighbours(years, unit):.2f}, "
              f"provinces 2025-2026 {neighbours(places, unit):.2f}, by chance alone 0.67")  # fmt: skip


if __name__ == "__main__":
    main()
