"""Explore two slices side by side: years, places or single reports."""

import ipywidgets as widgets
import pandas as pd

from analysis import chart, measure
from analysis.corpus import Corpus
from analysis.explore.recall import IMPORTS, call, recall
from analysis.explore.view import Shown, View

_COLUMNS = ["theme", "label_zh", "label_en", "rate_earlier", "rate_later", "ratio", "q", "verdict", "why"]


def compare(corpus: Corpus, *, codebook: str = "policy", folder="figures") -> View:
    """Show a widget that compares the themes of two slices of a corpus.

    Parameters
    ----------
    corpus
        The reports: at least two.
    codebook
        A bundled name or a YAML file.
    folder
        Where "Export this figure" writes.

    Returns
    -------
    View

    Examples
    --------
    >>> from analysis import explore, read
    >>> view = explore.compare(read.corpus("national").select(year=[2023, 2024, 2025]))
    >>> view.controls["earlier"].value, view.controls["later"].value
    (2024, 2025)
    """
    options = _slices(corpus)
    controls = {
        "earlier": widgets.Dropdown(options=options, index=max(0, len(options) - 2), description="earlier"),
        "later": widgets.Dropdown(options=options, index=len(options) - 1, description="later"),
        "part": widgets.Dropdown(
            options=[("plan, else whole", ""), ("plan", "plan"), ("review", "review"), ("all", "all")],
            description="part",
        ),
        "count": widgets.Dropdown(options=["longest", "every", "word"], description="rule"),
        "lang": widgets.ToggleButtons(options=["zh", "en"], description="language"),
    }
    last: dict = {}

    def show(earlier, later, part, count, lang) -> Shown:
        choices = {"codebook": codebook, "count": count} | ({"part": part} if part else {})
        key = (earlier, later, part, count)
        if last.get("key") != key:
            last.update(key=key, choices=choices, frame=measure.compare_years(corpus, earlier, later, **choices))
        frame = last["frame"]
        figure = chart.compare_years(frame, lang=lang)
        first = f"corpus, {earlier!r}, {later!r}"
        code = [IMPORTS, recall(corpus), f"changes = {call('measure.compare_years', first, **choices)}"]
        code.append(f"figure = {call('chart.compare_years', 'changes', lang=lang)}")
        notes = ("; " if lang == "en" else "").join(note[lang] for note in frame.attrs.get("notes", ()))
        return Shown(figure, frame[_COLUMNS], "\n".join(code), notes)

    def behind(row: pd.Series) -> pd.DataFrame:
        sides = []
        for side in ("earlier", "later"):
            terms = measure.contributions(_slice(corpus, controls[side].value), **last["choices"])
            terms = terms[terms["theme"] == row["theme"]]
            sides.append(terms.groupby("term")["mentions"].sum().rename(side))
        both = pd.concat(sides, axis=1).fillna(0).astype("int64")
        both["difference"] = both["later"] - both["earlier"]
        return both.sort_values("difference", key=lambda column: -column.abs(), kind="stable").reset_index()

    return View(controls, show, name="compare", behind=behind, folder=folder)


def _slices(corpus: Corpus) -> list:
    # Years where the reports are of one place, else the reports themselves.
    reports = corpus.reports
    if reports["place"].nunique() == 1 and reports["year"].notna().all() and reports["year"].is_unique:
        return sorted(int(year) for year in reports["year"])
    return reports["report_id"].tolist()


def _slice(corpus: Corpus, what) -> Corpus:
    return corpus.select(**{"report_id" if isinstance(what, str) else "year": what})
