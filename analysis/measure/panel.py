"""Many places in two years: who moved most on what, how far each is from another report, and who moved together."""

from numbers import Integral

import numpy as np
import pandas as pd

from analysis import codebook as codebooks
from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.bootstrap import interval
from analysis.measure.compare_years import compared, with_verdicts
from analysis.measure.counting import theme_hits
from analysis.measure.tally import rank, scopes, tally
from analysis.measure.theme_frequencies import theme_frequencies
from analysis.stats.intervals import adjust


def panel_changes(
    corpus: Corpus,
    earlier: int,
    later: int,
    *,
    codebook="policy",
    part: str | None = None,
    unit: str | None = "sentence",
    draws: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Compare two years of every place that has a report in both.

    Parameters
    ----------
    corpus
        Reports of several places.
    earlier, later
        Two years, each a whole number.
    codebook, part, unit, draws, seed
        As in :func:`compare_years`.

    Returns
    -------
    DataFrame
        One row per place and theme (key: place, theme): place, place_en, place_code and the columns of
        :func:`compare_years`. q is corrected over all places and themes together, and verdicts follow that q, not
        p: of 682 comparisons 34 look clear by chance alone.
        ``attrs["left_out"]`` names places with a report in one year only.

    Raises
    ------
    CorpusError
        Where a year is no whole number, or no place has a report in both.

    Examples
    --------
    >>> from analysis import measure, read
    >>> two = read.corpus("provinces").select(place=["北京市", "上海市"])
    >>> measure.panel_changes(two, 2025, 2026, draws=100)["place"].unique().tolist()
    ['北京市', '上海市']
    """
    require_corpus(corpus)
    for year in (earlier, later):
        if not isinstance(year, Integral):
            raise CorpusError(f"a panel compares two years, and {year!r} is none; give each as a whole number")
    reports = corpus.reports
    both = [set(reports.loc[reports["year"] == year, "place"]) for year in (earlier, later)]
    places = [place for place in dict.fromkeys(reports["place"]) if place in both[0] & both[1]]
    if not places:
        raise CorpusError(f"no place has a report in both {earlier} and {later}; `corpus.reports` lists what is here")
    pieces, facts_of, notes, parts = [], [], [], set()
    for place in places:
        own = corpus.select(place=place)
        piece = compared(
            own, earlier, later, codebook=codebook, count="longest", part=part, unit=unit, draws=draws, seed=seed
        )
        facts = own.reports.iloc[0]
        facts_of += piece.attrs["reports"]
        of = {"zh": f"{place}：", "en": f"{facts['place_en'] or place}: "}
        notes += [{lang: f"{of[lang]}{note[lang]}" for lang in of} for note in piece.attrs["notes"]]
        parts.add(piece.attrs["part"])
        pieces.append(
            pd.DataFrame(piece).assign(place=place, place_en=facts["place_en"], place_code=facts["place_code"])
        )
    # The last place's attrs stand for all: they were measured alike, and what differs by place is put together here.
    attrs = piece.attrs | {"measure": "panel_changes", "reports": facts_of, "notes": notes}
    attrs["part"] = parts.pop() if len(parts) == 1 else "plan, else all"
    attrs["left_out"] = sorted((both[0] | both[1]) - set(places))
    attrs |= {"earlier": {"zh": str(earlier), "en": str(earlier)}, "later": {"zh": str(later), "en": str(later)}}
    frame = pd.concat(pieces, ignore_index=True)
    frame = with_verdicts(frame.assign(q=adjust(frame["p"])), corrected=True)
    first = ["place", "place_en", "place_code"]
    return labelled(frame[first + [c for c in frame.columns if c not in first]], attrs)


def theme_distances(
    corpus: Corpus,
    *,
    to: Corpus,
    codebook="policy",
    part: str | None = None,
    unit: str | None = "sentence",
    draws: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Measure how far each report's priorities are from another report's.

    The distance is the Jensen-Shannon distance (base 2, 0-1) of the shares the themes have of all theme mentions.

    Parameters
    ----------
    corpus
        The reports to place.
    to
        A corpus of one report, such as the nation's of that year.
    codebook, part, unit, draws, seed
        As in :func:`compare_years`.

    Returns
    -------
    DataFrame
        One row a report, nearest first (key: report_id): report_id, year, place, place_en, distance, rank (1: nearest),
        rank_low and rank_high (95% interval of the rank), most_over and most_under (the theme whose share exceeds and
        falls short of the other report's most). Both sides are resampled. The distance itself has no interval: every
        resample lies farther off than the texts do, all by about as much, so that ranks can be told and lengths cannot.

    Raises
    ------
    CorpusError
        Where ``to`` is not a corpus of one report.

    References
    ----------
    Lin, J. (1991): Divergence measures based on the Shannon entropy. IEEE Transactions on Information Theory 37(1).

    Examples
    --------
    >>> from analysis import measure, read
    >>> nation = read.corpus("national").select(year=2025)
    >>> far = measure.theme_distances(read.corpus("provinces").select(year=2025), to=nation)
    >>> len(far)
    31
    """
    from scipy.spatial.distance import jensenshannon

    if not isinstance(to, Corpus):
        raise CorpusError(f"to={to!r} is no corpus; give one of one report, such as corpus.select(year=2025)")
    book = codebooks.load(codebook)
    own, other = (theme_frequencies(side, codebook=book, part=part, intervals=False) for side in (corpus, to))
    if other["report_id"].nunique() != 1:
        raise CorpusError("to= must be a corpus of one report; select one")
    themes = [theme.id for theme in book.themes]
    shares = own.pivot(index="report_id", columns="theme", values="share")[themes].fillna(0)
    target = other.set_index("theme")["share"][themes].fillna(0).to_numpy()
    gap = shares.to_numpy() - target
    facts = corpus.reports.set_index("report_id").loc[shares.index]
    distance = jensenshannon(shares.to_numpy(), target[None, :], base=2, axis=1)
    drawn, around = (_drawn_shares(side, book, part, unit, draws, seed) for side in (corpus, to))
    far = np.stack([jensenshannon(drawn[i], *around.values(), base=2, axis=1) for i in shares.index], axis=1)
    low, high = interval(rank(-far))
    frame = pd.DataFrame(
        {
            "report_id": shares.index,
            "year": facts["year"].array,
            "place": facts["place"].to_numpy(),
            "place_en": facts["place_en"].to_numpy(),
            "distance": distance,
            "rank": rank(-distance).astype(int),
            "rank_low": np.floor(low).astype(int),
            "rank_high": np.ceil(high).astype(int),
            "most_over": [themes[i] for i in gap.argmax(axis=1)],
            "most_under": [themes[i] for i in gap.argmin(axis=1)],
        }
    ).sort_values(["distance", "report_id"], ignore_index=True)
    facts_of = own.attrs["reports"] + other.attrs["reports"]
    how = {"unit": unit or "mixed", "draws": draws, "seed": seed}
    return labelled(frame, own.attrs | how | {"measure": "theme_distances", "reports": facts_of})


def _drawn_shares(corpus: Corpus, book, part, unit, draws: int, seed: int) -> dict[str, np.ndarray]:
    # The shares of the themes in each resample of each report: shape (draws, themes).
    hits = theme_hits(corpus, book, "longest")
    rows, groups = hits["row"].to_numpy(), hits["theme"].to_numpy()
    found = {}
    for scope in scopes(corpus, part=part, unit=unit):
        mentions, _ = tally(scope, rows, groups, len(book)).resample(draws=draws, seed=seed)
        found[scope.report_id] = mentions / np.maximum(mentions.sum(axis=1, keepdims=True), 1)
    return found


def moved_together(frame: pd.DataFrame) -> pd.DataFrame:
    """Say which places changed their priorities alike: correlation of their changes of rate over the themes.

    Parameters
    ----------
    frame
        A frame of :func:`panel_changes`.

    Returns
    -------
    DataFrame
        One row per pair of places, most alike first (key: place, other): place, other, correlation (Spearman's, of the
        changes over the themes, each theme's mean change taken away).

    Raises
    ------
    CorpusError
        For another kind of frame, or one of a single place.

    Examples
    --------
    >>> from analysis import measure, read
    >>> three = read.corpus("provinces").select(place=["北京市", "上海市", "天津市"])
    >>> len(measure.moved_together(measure.panel_changes(three, 2025, 2026, draws=100)))
    3
    """
    if not isinstance(frame, pd.DataFrame) or not {"place", "theme", "difference"} <= set(frame.columns):
        raise CorpusError("moved_together needs the frame of measure.panel_changes(corpus, earlier, later)")
    attrs = frame.attrs | {"measure": "moved_together"}
    table = frame.pivot(index="place", columns="theme", values="difference")
    if len(table) < 2:
        raise CorpusError(f"correlations are between places, and the frame has {len(table)}; compare at least two")
    ranks = (table - table.mean()).rank(axis=1)
    matrix = np.corrcoef(ranks.to_numpy())
    rows = [(table.index[i], table.index[j], matrix[i, j]) for i in range(len(table)) for j in range(i + 1, len(table))]
    pairs = pd.DataFrame(rows, columns=["place", "other", "correlation"])
    pairs = pairs.sort_values(["correlation", "place", "other"], ascending=[False, True, True], ignore_index=True)
    return labelled(pairs, attrs)
