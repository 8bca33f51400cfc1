"""Would the number tell another story had one counted otherwise? Each rule, each denominator, each term left out."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.frame import labelled
from analysis.measure.group_rates import group_rates
from analysis.measure.tally import DENOMINATORS, rank, scopes
from analysis.measure.variants import variants


def sensitivity(
    corpus: Corpus,
    *,
    codebook="policy",
    count: str = "longest",
    part: str | None = None,
    detail: bool = False,
    draws: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Say for each theme of each report whether its rank survives other ways of counting.

    A rank is *robust* if, under the two other counting rules and with each term of the theme left out in turn, the
    theme stays within the 95% bootstrap interval of its rank; else it is *fragile*, and ``why`` names the choice that
    moves it most. Denominators (Han characters, words, sentences) change every theme of a report alike and so cannot
    change its ranks; they are in the detail, for comparing reports.

    Parameters
    ----------
    corpus, codebook, count, part, draws, seed
        As in :func:`theme_frequencies`.
    detail
        True returns the result of every way of counting instead of the verdicts.

    Returns
    -------
    DataFrame
        One row per report and theme (key: report_id, theme): report_id, year, place, theme, label_zh, label_en,
        mentions, rate, rank, rank_low, rank_high, lowest_rank and highest_rank (over all ways of counting; 1 is
        highest), variants (how many ways), verdict (robust or fragile), why. With ``detail``: report_id, year, place,
        theme, kind (rule, denominator or without), variant, mentions, rate, rank.

    Examples
    --------
    >>> from analysis import measure, read
    >>> verdicts = measure.sensitivity(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> set(verdicts["verdict"]) <= {"robust", "fragile"}
    True
    """
    book = codebooks.load(codebook)
    base = group_rates(
        corpus,
        book,
        measure="sensitivity",
        count=count,
        part=part,
        denominator="han",
        unit=None,
        intervals=True,
        draws=draws,
        seed=seed,
    )
    measured = scopes(corpus, part=part)
    sizes = {
        name: np.array([s.size.sum() for s in scopes(corpus, part=part, denominator=name)]) for name in DENOMINATORS
    }
    ways = list(variants(corpus, book, measured, count=count))
    themes = [theme.id for theme in book.themes]
    shape = (len(measured), len(book))
    attrs = base.attrs | {"codebook": book.describe(), "detail": detail}
    frame = _detail(base, ways, sizes, themes) if detail else _verdicts(base, ways, shape)
    return labelled(frame, attrs)


def _verdicts(base: pd.DataFrame, ways, shape) -> pd.DataFrame:
    own = base["rank"].to_numpy(dtype=float, na_value=np.nan).reshape(shape)
    low = base["rank_low"].to_numpy(dtype=float, na_value=np.nan).reshape(shape)
    high = base["rank_high"].to_numpy(dtype=float, na_value=np.nan).reshape(shape)
    best, worst = own.copy(), own.copy()
    count = np.zeros(shape, dtype=np.int64)
    farthest, why = np.zeros(shape), np.full(shape, "", dtype=object)
    for way in ways:
        ranks = rank(way.mentions.astype(float))
        at = np.arange(shape[1]) if way.theme is None else np.array([way.theme])
        best[:, at], worst[:, at] = np.fmin(best[:, at], ranks[:, at]), np.fmax(worst[:, at], ranks[:, at])
        count[:, at] += 1
        outside = np.maximum(low[:, at] - ranks[:, at], ranks[:, at] - high[:, at])
        said = f"counted as {way.name!r}" if way.kind == "rule" else f"without {way.name}"
        for r, c in zip(*np.nonzero(outside > farthest[:, at]), strict=True):
            farthest[r, at[c]] = outside[r, c]
            why[r, at[c]] = f"{said} it ranks {int(ranks[r, at[c]])}, not {int(own[r, at[c]])}"
    columns = ["report_id", "year", "place", "theme", "label_zh", "label_en", "mentions", "rate"]
    return base[[*columns, "rank", "rank_low", "rank_high"]].assign(
        lowest_rank=worst.ravel().astype(int),
        highest_rank=best.ravel().astype(int),
        variants=count.ravel(),
        verdict=np.where(farthest.ravel() > 0, "fragile", "robust"),
        why=why.ravel(),
    )


def _detail(base: pd.DataFrame, ways, sizes: dict[str, np.ndarray], themes: list[str]) -> pd.DataFrame:
    reports = base[["report_id", "year", "place"]].drop_duplicates("report_id").reset_index(drop=True)
    pieces = []

    def add(kind, name, mentions, denominator, only) -> None:
        with np.errstate(invalid="ignore", divide="ignore"):
            rates = mentions * DENOMINATORS[denominator] / sizes[denominator][:, None]
        ranks = rank(mentions.astype(float))
        for i in range(len(themes)) if only is None else [only]:
            piece = reports.assign(theme=themes[i], kind=kind, variant=name, mentions=mentions[:, i])
            pieces.append(piece.assign(rate=rates[:, i], rank=ranks[:, i].astype(int)))

    for way in ways:
        add(way.kind, way.name, way.mentions, "han", way.theme)
    for denominator in DENOMINATORS:
        add("denominator", denominator, ways[0].mentions, denominator, None)
    frame = pd.concat(pieces, ignore_index=True)
    order = {report_id: i for i, report_id in enumerate(reports["report_id"])}
    place = frame["report_id"].map(order) * len(themes) + frame["theme"].map({t: i for i, t in enumerate(themes)})
    return frame.iloc[np.argsort(place.to_numpy(), kind="stable")].reset_index(drop=True)
