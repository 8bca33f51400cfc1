"""Explore themes: pick reports, themes and the rule; the chart, the table and the words behind a row follow."""

import ipywidgets as widgets
import pandas as pd

from analysis import chart, measure
from analysis import codebook as codebooks
from analysis.corpus import Corpus
from analysis.errors import CorpusError
from analysis.explore.recall import IMPORTS, call, recall
from analysis.explore.view import Shown, View

_COLUMNS = ["year", "place", "theme", "label_zh", "label_en", "mentions", "rate", "low", "high", "rank"]


def themes(corpus: Corpus, *, codebook: str = "policy", folder="figures") -> View:
    """Show a widget that measures and draws themes as one chooses.

    One report is drawn as ranked bars, several years of one place as lines, several places as a map of shades.
    Selecting a row of the table lists the terms that make its number.

    Parameters
    ----------
    corpus
        The reports.
    codebook
        A bundled name or a YAML file.
    folder
        Where "Export this figure" writes.

    Returns
    -------
    View
        Shown by JupyterLab when it is the last line of a cell.

    Examples
    --------
    >>> from analysis import explore, read
    >>> view = explore.themes(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> view.controls["count"].value = "every"
    >>> print(view.code.value.splitlines()[2])
    themes = measure.theme_frequencies(corpus, codebook='xiangjiang-2021', count='every')
    """
    book = codebooks.load(codebook)
    years = sorted(int(year) for year in corpus.reports["year"].dropna().unique())
    places = list(dict.fromkeys(corpus.reports["place"]))
    controls = {
        "lang": widgets.ToggleButtons(options=["zh", "en"], description="language"),
        "part": widgets.Dropdown(
            options=[("plan, else whole", ""), ("plan", "plan"), ("review", "review"), ("all", "all")],
            description="part",
        ),
        "count": widgets.Dropdown(options=["longest", "every", "word"], description="rule"),
        "years": widgets.SelectionRangeSlider(
            options=years or [0], index=(0, max(0, len(years) - 1)), description="years", continuous_update=False
        ),
        "place": widgets.Dropdown(options=[("all", ""), *((place, place) for place in places)], description="place"),
        "highlight": widgets.SelectMultiple(
            options=[(f"{theme.label_zh} {theme.label_en}", theme.id) for theme in book.themes],
            description="themes",
            rows=8,
        ),
    }
    last: dict = {}

    def show(lang, part, count, years, place, highlight) -> Shown:
        chosen = _chosen(corpus, years, place)
        choices = {"codebook": codebook, "count": count} | ({"part": part} if part else {})
        key = (tuple(chosen.reports["report_id"]), count, part)
        if last.get("key") != key:
            last.update(key=key, corpus=chosen, choices=choices, frame=measure.theme_frequencies(chosen, **choices))
        frame = last["frame"]
        function, drawn = _drawing(chosen, list(highlight))
        figure = getattr(chart, function)(frame, lang=lang, **drawn)
        code = [IMPORTS, recall(chosen), f"themes = {call('measure.theme_frequencies', 'corpus', **choices)}"]
        code.append(f"figure = {call(f'chart.{function}', 'themes', lang=lang, **drawn)}")
        table = frame[frame["theme"].isin(highlight)] if highlight else frame
        return Shown(figure, table[["report_id", *_COLUMNS]], "\n".join(code))

    def behind(row: pd.Series) -> pd.DataFrame:
        report = last["corpus"].select(report_id=row["report_id"])
        terms = measure.contributions(report, **last["choices"])
        return terms.loc[terms["theme"] == row["theme"], ["term", "mentions", "share"]]

    return View(controls, show, name="themes", behind=behind, folder=folder)


def _chosen(corpus: Corpus, years: tuple[int, int], place: str) -> Corpus:
    reports = corpus.reports
    inside = reports["year"].isna() | reports["year"].between(*years)
    if place:
        inside &= reports["place"] == place
    if not inside.any():
        raise CorpusError(f"no report of {place or 'this corpus'} from {years[0]} to {years[1]}; choose other years")
    return corpus.select(report_id=reports.loc[inside, "report_id"].tolist())


def _drawing(chosen: Corpus, highlight: list[str]) -> tuple[str, dict]:
    # The chart that fits what was chosen, and what it is told.
    reports = chosen.reports
    if len(chosen) == 1:
        return "theme_frequencies", {"highlight": highlight} if highlight else {}
    if reports["place"].nunique() == 1 and reports["year"].is_unique:
        return "theme_trend", {"highlight": highlight} if highlight else {}
    if reports["place"].is_unique:
        return "theme_heatmap", {"by": "place"}
    raise CorpusError("several reports of one place and year differ too much for one chart; choose one year or place")
