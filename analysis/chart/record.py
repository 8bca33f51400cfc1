"""What a chart says and shows, kept on the figure so that it can be exported, checked and read aloud."""

from dataclasses import dataclass, field, fields, replace
from functools import partial

import pandas as pd
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.chart.fonts import AS_MEASURED, require_glyphs
from analysis.errors import ChartError

# What a caller may say instead of computed words: one text, or one for each language, or None where these stay.
Words = str | dict[str, str | None]


def are_words(given: object) -> bool:
    """Return whether what a caller gave is one text, or one for each language: None leaves the computed one there.

    >>> are_words("Title"), are_words({"en": "Title"}), are_words({"en": 5}), are_words(5)
    (True, True, False, False)
    """
    texts = [*given.values()] if isinstance(given, dict) else [given]
    return bool(texts) and all(isinstance(text, str | None) for text in texts)


def in_language(words: Words, lang: str) -> str | None:
    """Return the words in that language.

    >>> in_language({"zh": "标题", "en": "Title"}, "en")
    'Title'
    """
    if isinstance(words, str):
        return words
    if lang not in words:
        raise ChartError(f"the words given have no {lang!r}, only {', '.join(words)}; give both: {{'zh': …, 'en': …}}")
    return words[lang]


def of_place(place: str, said: str) -> str:
    """Return an English subtitle of a place: behind its name and a colon, or where there is none with a capital.

    >>> of_place("Yunling", "share of mentions"), of_place("", "share of mentions")
    ('Yunling: share of mentions', 'Share of mentions')
    """
    return f"{place}: {said}" if place else f"{said[:1].upper()}{said[1:]}"


def sentences(lang: str, *said: str) -> str:
    """Return sentences one after the other: in Chinese nothing stands between them.

    >>> sentences("zh", "共三个。", "其余为空心。"), sentences("en", "Three.", "", "Others hollow.")
    ('共三个。其余为空心。', 'Three. Others hollow.')
    """
    return (" " if lang == "en" else "").join(part for part in said if part)


@dataclass(frozen=True)
class Texts:
    """The words of a chart in one language."""

    title: str
    subtitle: str
    note: str
    source: str = ""  # a chart leaves it to compose, which computes it from the reports plotted
    alt: str = ""


@dataclass(frozen=True)
class Record:
    """A chart's name, the data it plots, its words by language, and how to draw it in another size or language."""

    chart: str
    data: pd.DataFrame
    words: dict[str, Texts]
    lang: str
    size: str
    redraw: partial[Figure] = field(repr=False, compare=False)

    @property
    def texts(self) -> Texts:
        """The words that are on the figure."""
        return self.words[self.lang]

    @property
    def alt(self) -> dict[str, str]:
        """The alternative text by language."""
        return {lang: texts.alt for lang, texts in self.words.items()}

    @property
    def one_sided(self) -> bool:
        """Whether the caller gave a text for one language alone; a source given so stands in both."""
        given = [self.redraw.keywords.get(part.name) for part in fields(Texts)]
        return any(
            isinstance(words, str) or (isinstance(words, dict) and len({text is None for text in words.values()}) == 2)
            for words in given
        )

    def joined(self, other: "Record") -> "Record":
        """Return the record with the words and the drawing of ``other``, the same chart, in that one's language."""
        own = {other.lang: other, self.lang: self}
        words = {lang: own[lang].texts for lang in self.words}
        return replace(self, words=words, redraw=partial(lambda lang, **named: own[lang].redraw(lang=lang, **named)))


class HouseFigure(Figure):
    """A matplotlib Figure that carries its Record and shows itself in notebooks with its alternative text."""

    record: Record | None = None

    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        # Without a canvas of its own, matplotlib makes a new one each time the width of a text is asked for.
        FigureCanvasAgg(self)

    def require_glyphs(self) -> None:
        """Raise ChartError naming the characters on this figure that the bundled font cannot draw."""
        require_glyphs("".join(text.get_text() for text in self.findobj(Text)))

    def draw(self, renderer) -> None:
        """Draw, unless a box would stand for a character: words may have been changed since the chart was made."""
        self.require_glyphs()
        with rc_context(AS_MEASURED):
            super().draw(renderer)

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
