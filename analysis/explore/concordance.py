"""Explore a word: how often it is said in each year, and every place where it stands."""

import ipywidgets as widgets
import pandas as pd

from analysis import chart, measure, read
from analysis.corpus import Corpus
from analysis.errors import AnalysisError, CorpusError, MissingTextError
from analysis.explore.recall import IMPORTS, call, recall
from analysis.explore.view import Shown, View
from analysis.paths import data_folder

_COLUMNS = ["report_id", "year", "left", "keyword", "right", "heading", "paragraph", "sentence"]
_SAMPLES = ("yunling-2023.txt", "yunling-2024.txt", "yunling-2025.txt")
_SAMPLE_CODE = f"""from analysis.paths import data_folder
corpus = read.reports([data_folder() / "samples" / name for name in {_SAMPLES}])"""


def concordance(corpus: Corpus, *, term: str = "发展", folder="figures") -> View:
    """Show a widget that looks up a word: its rate by year as a chart, and every occurrence in its context.

    The context needs texts. Where the corpus has none, the widget counts what its features hold and says how to fetch
    the texts; the sample reports of an invented place can be searched at once.

    Parameters
    ----------
    corpus
        The reports.
    term
        The first word to look up.
    folder
        Where "Export this figure" writes.

    Returns
    -------
    View

    Examples
    --------
    >>> from analysis import explore, read
    >>> view = explore.concordance(read.corpus("national"), term="就业")
    >>> view.message.value.split(", and")[0]
    'a concordance needs the text of the reports'
    """
    reports = {"corpus": corpus}
    controls = {
        "term": widgets.Text(value=term, description="word", continuous_update=False),
        "among": widgets.Dropdown(options=[("these reports", "corpus"), ("samples", "samples")], description="search"),
        "order": widgets.Dropdown(
            options=[("as in the reports", ""), ("by what follows", "right"), ("by what comes before", "left")],
            description="sort",
        ),
        "lang": widgets.ToggleButtons(options=["zh", "en"], description="language"),
    }

    def show(term, among, order, lang) -> Shown:
        if not term.strip():
            raise CorpusError("type a word to look it up")
        if among not in reports:
            folder = data_folder() / "samples"
            reports[among] = read.reports([folder / name for name in _SAMPLES])
        chosen, message = reports[among], ""
        counts = measure.count_terms(chosen, [term])
        try:
            table = _sorted(measure.concordance(chosen, term), order)[_COLUMNS]
        except MissingTextError as error:
            table, message = pd.DataFrame(counts)[["report_id", "year", "mentions", "rate"]], str(error)
        figure = None
        try:
            figure = chart.term_trend(counts, lang=lang)
        except AnalysisError as error:
            message = message or str(error)
        loaded = recall(chosen) if among == "corpus" else _SAMPLE_CODE
        code = [IMPORTS, loaded, f"counts = {call('measure.count_terms', 'corpus', terms=[term])}"]
        code.append(f"figure = {call('chart.term_trend', 'counts', lang=lang)}")
        return Shown(figure, table, "\n".join(code), message)

    return View(controls, show, name="word", folder=folder)


def _sorted(frame: pd.DataFrame, order: str) -> pd.DataFrame:
    # What comes before is read from the word backwards, as concordancers do.
    if order == "left":
        return frame.sort_values("left", key=lambda column: column.str[::-1], kind="stable")
    return frame.sort_values(order, kind="stable") if order else frame
