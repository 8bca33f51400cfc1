"""What a chart says and shows, kept on the figure so that it can be exported, checked and read aloud."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd
from matplotlib.figure import Figure


@dataclass(frozen=True)
class Texts:
    """The words of a chart in one language."""

    title: str
    subtitle: str
    note: str
    source: str
    alt: str


@dataclass(frozen=True)
class Record:
    """A chart's name, the data it plots, its words, and how to draw it again in another size or language."""

    chart: str
    data: pd.DataFrame
    texts: Texts
    alt: dict[str, str]
    lang: str
    size: str
    attrs: dict
    redraw: Callable[..., Figure] = field(repr=False, compare=False)


class HouseFigure(Figure):
    """A matplotlib Figure that carries its Record and shows itself in notebooks with its alternative text."""

    record: Record | None = None

    def _repr_mimebundle_(self, **_):
        import base64
        import html
        import io

        sink = io.BytesIO()
        self.savefig(sink, format="png", dpi=self.dpi)
        image = base64.b64encode(sink.getvalue()).decode()
        alt = html.escape(self.record.texts.alt) if self.record else ""
        tag = f'<img alt="{alt}" style="max-width:100%" src="data:image/png;base64,{image}">'
        return {"text/html": tag, "text/plain": self.record.texts.title if self.record else repr(self)}
