"""Would a theme rank elsewhere had one counted otherwise? Under each rule, and with each of its terms left out."""

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis import provenance
from analysis.corpus import Corpus
from analysis.frame import labelled
from analysis.measure.group_rates import group_rates
from analysis.measure.tally import DENOMINATORS, rank, scopes
from analysis.measure.variants import variants

# A rank may move one place for every so many themes and still be called robust. Of the 1,034 ranks in the premier's
# reports 2010-2025 and the provinces' of 2025 half move no farther than that (2 places of 22).
_THEMES_A_PLACE = 10


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

    A rank is *robust* if under the three counting rules, and with each term of the theme left out in turn, it stays
    within a tolerance: a tenth of the codebook's themes, rounded down, and at least one place (2 of 22 themes). Else it
    is *fragile*, and ``why`` names the choice that moves it most. *Not measured* is a theme that the chosen rule does
    not find in the report, or a report without the part asked for. The verdict is about choices, not about chance: the
    bootstrap interval of the rank stands beside it, and a rank may be robust and uncertain or fragile and certain.

    Rules are compared by rank because each has a level of rates of its own. Denominators (Han characters, words,
    sentences) divide all themes of a report by the same number, so they can change no rank in it and are not among the
    ways of counting here; they matter where reports are compared, and :func:`compare_years` tries them there. The
    detail has the rate under each.

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
        mentions, rate (per 10,000 Han characters), rank, rank_low, rank_high (95% interval), lowest_rank and
        highest_rank (over all ways of counting; 1 is highest; missing where not measured), variants (how many ways),
        verdict (robust, fragile or not measured), why. With ``detail``: report_id, year, place, theme, kind (rule,
        denominator or without), variant, mentions, rate, per (what the rate of this row is per), rank.

    Examples
    --------
    >>> from analysis import measure, read
    >>> verdicts = measure.sensitivity(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> set(verdicts["verdict"]) <= {"robust", "fragile", "not measured"}
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
    if detail:
        return labelled(_detail(base, ways, sizes, themes), attrs | {"denominator": "mixed"})
    most = max(1, len(book) // _THEMES_A_PLACE)
    places = "1 place" if most == 1 else f"{most} places"
    note = {
        "zh": f"稳健：换规则、去掉任一词后名次变动不超过{most}位。",
        "en": f"robust: within {places} of its rank under every rule and without any one term",
    }
    return labelled(_verdicts(base, ways, shape, most), attrs | {"notes": [*attrs["notes"], note]})


def _verdicts(base: pd.DataFrame, ways, shape, most: int) -> pd.DataFrame:
    own = base["rank"].to_numpy(dtype=float, na_value=np.nan).reshape(shape)
    best, worst = own.copy(), own.copy()
    count = np.zeros(shape, dtype=np.int64)
    farthest, moved = np.zeros(shape), np.full(shape, "", dtype=object)
    for way in ways:
        ranks = rank(way.mentions.astype(float))
        at = np.arange(shape[1]) if way.theme is None else np.array([way.theme])
        best[:, at], worst[:, at] = np.fmin(best[:, at], ranks[:, at]), np.fmax(worst[:, at], ranks[:, at])
        # A term that the report does not use is no other way of counting it.
        count[:, at] += (way.mentions != ways[0].mentions)[:, at] if way.kind == "without" else 1
        distance = np.abs(ranks - own)[:, at]
        said = f"counted as {way.name!r}" if way.kind == "rule" else f"without {way.name}"
        for r, c in zip(*np.nonzero(distance > farthest[:, at]), strict=True):
            farthest[r, at[c]] = distance[r, c]
            moved[r, at[c]] = f"{said} it ranks {int(ranks[r, at[c]])}, not {int(own[r, at[c]])}"
    measured = (base["mentions"].to_numpy() > 0) & ~np.isnan(own.ravel())
    columns = ["report_id", "year", "place", "theme", "label_zh", "label_en", "mentions", "rate"]
    frame = base[[*columns, "rank", "rank_low", "rank_high"]].assign(
        lowest_rank=pd.array(worst.ravel(), dtype="Int64"),
        highest_rank=pd.array(best.ravel(), dtype="Int64"),
        variants=np.where(measured, count.ravel(), 0),
        verdict=np.where(measured, np.where(farthest.ravel() > most, "fragile", "robust"), "not measured"),
    )
    frame.loc[~measured, ["lowest_rank", "highest_rank"]] = pd.NA
    return frame.assign(why=[_why(row, said) for row, said in zip(frame.itertuples(), moved.ravel(), strict=True)])


def _why(row, moved: str) -> str:
    if row.verdict == "not measured":
        return "the report has no such part" if pd.isna(row.rank) else "the theme is not mentioned"
    span = f"{row.highest_rank}" if row.highest_rank == row.lowest_rank else f"{row.highest_rank} to {row.lowest_rank}"
    said = f"rank {span} under {row.variants} ways of counting"
    return f"{said}: {moved}" if row.verdict == "fragile" else said


def _detail(base: pd.DataFrame, ways, sizes: dict[str, np.ndarray], themes: list[str]) -> pd.DataFrame:
    reports = base[["report_id", "year", "place"]].drop_duplicates("report_id").reset_index(drop=True)
    pieces = []

    def add(kind, name, mentions, denominator, only) -> None:
        per = provenance.per_line({"denominator": denominator}, "en").removeprefix("mentions ")
        with np.errstate(invalid="ignore", divide="ignore"):
            rates = mentions * DENOMINATORS[denominator] / sizes[denominator][:, None]
        ranks = rank(mentions.astype(float))
        for i in range(len(themes)) if only is None else [only]:
            piece = reports.assign(theme=themes[i], kind=kind, variant=name, mentions=mentions[:, i])
            pieces.append(piece.assign(rate=rates[:, i], per=per, rank=ranks[:, i].astype(int)))

    for way in ways:
        add(way.kind, way.name, way.mentions, "han", way.theme)
    for denominator in DENOMINATORS:
        add("denominator", denominator, ways[0].mentions, denominator, None)
    frame = pd.concat(pieces, ignore_index=True)
    order = {report_id: i for i, report_id in enumerate(reports["report_id"])}
    place = frame["report_id"].map(order) * len(themes) + frame["theme"].map({t: i for i, t in enumerate(themes)})
    return frame.iloc[np.argsort(place.to_numpy(), kind="stable")].reset_index(drop=True)
