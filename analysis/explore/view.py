"""What every explorer has: controls, a chart, a table with the words behind a row, an export and its code."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import ipywidgets as widgets
import pandas as pd
from itables.widget import ITable

from analysis.chart.record import HouseFigure
from analysis.errors import AnalysisError
from analysis.publish import export

_WIDE = widgets.Layout(width="100%")
_AS_NEEDED = widgets.Layout(width="auto")


@dataclass(frozen=True)
class Shown:
    """What the controls ask for: a figure or none, its table, and the code that makes the figure."""

    figure: HouseFigure | None
    table: pd.DataFrame
    code: str
    message: str = ""


class View(widgets.VBox):
    """An explorer: ``controls`` by name, ``show`` called with their values, ``behind`` with a row that was selected."""

    def __init__(
        self,
        controls: dict[str, widgets.Widget],
        show: Callable[..., Shown],
        *,
        name: str,
        behind: Callable[[pd.Series], pd.DataFrame] | None = None,
        folder: str | Path = "figures",
    ):
        self.controls = controls
        self.shown: Shown | None = None
        self._show, self._behind, self._folder = show, behind, Path(folder)
        self.message = widgets.Label()
        self.picture = widgets.HTML(layout=_WIDE)
        self.table = _table(pd.DataFrame({"": []}), select="single")
        self.words = _table(pd.DataFrame({"": []}), paging=False, scrollY="16em", scrollCollapse=True)
        self.words_title = widgets.Label()
        self.name = widgets.Text(value=name, description="name")
        self.button = widgets.Button(description="Export this figure", icon="download", layout=_AS_NEEDED)
        self.exported = widgets.Label()
        self.code = widgets.Textarea(description="code", disabled=True, rows=8, layout=_WIDE)
        for control in (*controls.values(), self.name):
            control.observe(lambda _: self.update(), names="value")
        self.table.observe(lambda change: self._select(change["new"]), names="selected_rows")
        self.button.on_click(lambda _: self.export())
        rows = [widgets.HBox(list(controls.values()), layout=widgets.Layout(flex_flow="row wrap")), self.message]
        rows += [self.picture, self.table, self.words_title, self.words]
        rows += [widgets.HBox([self.name, self.button, self.exported]), self.code]
        super().__init__(rows)
        self.update()

    def update(self) -> None:
        """Draw what the controls ask for; what is wrong is said in the message and the last view stays."""
        try:
            shown = self._show(**{name: control.value for name, control in self.controls.items()})
        except AnalysisError as error:
            self.message.value = str(error)
            return
        self.shown = shown
        self.message.value, self.exported.value = shown.message, ""
        self.picture.value = shown.figure._repr_mimebundle_()["text/html"] if shown.figure else ""
        self.table.update(_plain(shown.table), selected_rows=[])
        self._select([])
        self.button.disabled = shown.figure is None
        self.code.value = self._whole_code(shown)

    def export(self) -> list[Path]:
        """Write the figure as :func:`analysis.publish.export` does, and say where."""
        try:
            files = export(self.shown.figure, self.name.value, folder=self._folder)
        except (AnalysisError, OSError) as error:
            self.exported.value = str(error)
            return []
        self.exported.value = "written: " + ", ".join(path.as_posix() for path in files)
        return files

    def _select(self, rows: list[int]) -> None:
        # The words behind a row of the table.
        if self._behind is None or not rows or self.shown is None:
            self.words_title.value = "Select a row to see the words behind it." if self._behind else ""
            self.words.update(pd.DataFrame({"": []}))
            return
        found = self._behind(self.shown.table.iloc[rows[0]])
        self.words_title.value = f"{len(found)} terms behind the row that is selected:"
        self.words.update(_plain(found))

    def _whole_code(self, shown: Shown) -> str:
        if shown.figure is None:
            return shown.code
        return f"{shown.code}\npublish.export(figure, {self.name.value!r}, folder={self._folder.as_posix()!r})\n"


def _table(frame: pd.DataFrame, **options) -> ITable:
    return ITable(frame, classes="display compact", showIndex=False, maxBytes="1MB", **options)


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    # A plain frame with rounded numbers: the widget shows every digit it is given.
    plain = pd.DataFrame(frame).reset_index(drop=True)
    plain.attrs = {}
    return plain.round({name: 2 for name in plain.select_dtypes("float").columns})
