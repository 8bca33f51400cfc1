"""Keyword in context: every number traced back to the words it was counted from."""

import difflib

import pandas as pd

from analysis import codebook as codebooks
from analysis.codebook import Codebook, Term, Theme
from analysis.corpus import Corpus, require_corpus
from analysis.errors import CorpusError
from analysis.frame import labelled
from analysis.measure.about import about
from analysis.measure.counting import require_term, theme_hits
from analysis.measure.tally import measured_hits, scopes
from analysis.text.segment import is_word, segmenter
from analysis.vocabulary import segmented

_COLUMNS = (
    "report_id", "year", "place", "theme", "term", "left", "keyword", "right",
    "section", "heading", "part", "paragraph", "sentence", "start", "end",
)  # fmt: skip


def concordance(
    corpus: Corpus,
    what: str,
    *,
    codebook="policy",
    width: int = 20,
    unit: str = "characters",
    count: str = "longest",
    part: str | None = "all",
    beside: str | None = None,
) -> pd.DataFrame:
    """List every occurrence of a term, or of a theme's terms, with the text on both sides.

    Parameters
    ----------
    corpus
        Reports with texts.
    what
        The id or a label of a theme of ``codebook``, or else a term (a regular expression between slashes).
    codebook, count, part
        As in :func:`theme_frequencies`; the whole report is the default part.
    width, unit
        How many ``"characters"`` or ``"words"`` of context on each side, from the same paragraph.
    beside
        ``"year"`` or ``"place"``: put the occurrences side by side, one column a year or place.

    Returns
    -------
    DataFrame
        One row an occurrence (key: report_id, paragraph, sentence, start, theme): report_id, year, place, theme, term,
        left, keyword, right, section, heading, part, paragraph, sentence, start and end (characters in the sentence).
        With ``beside``: column n (from 1) and one column a year or place, each cell "left【keyword】right".

    Raises
    ------
    MissingTextError
        Where the corpus has no texts.
    CorpusError
        For an empty term, a regular expression that is not valid, an unknown unit, count or part, a width that is no
        number from 0, and for a word that no report says and that is nearly the id of a theme.

    Examples
    --------
    >>> from analysis import measure, read
    >>> from analysis.corpus import Corpus, Report
    >>> corpus = Corpus.from_reports([Report(id="a", title="", paragraphs=("云岭市稳定就业。",))])
    >>> measure.concordance(corpus, "稳定", width=3)[["left", "keyword", "right"]].iloc[0].tolist()
    ['云岭市', '稳定', '就业。']
    """
    require_corpus(corpus)
    corpus.require_texts("a concordance")
    require_term(what, "what")
    if not isinstance(width, int) or width < 0:
        raise CorpusError(f"width={width!r}: use a number of {unit} from 0")
    if unit not in {"characters", "words"}:
        raise CorpusError(f"unit={unit!r}: use 'characters' or 'words'")
    if beside not in {None, "year", "place"}:
        raise CorpusError(f"beside={beside!r}: use 'year' or 'place'")
    book = _book(what, codebook)
    measured = scopes(corpus, part=part)
    hits = measured_hits(corpus, theme_hits(corpus, book, count), measured)
    wanted = {i for i, theme in enumerate(book.themes) if theme.id in _wanted(what, book)}
    hits = hits[hits["theme"].isin(wanted)].reset_index(drop=True)
    if hits.empty and book.id == "term":
        _require_no_theme_meant(what, codebook)
    sentences = corpus.sentences.join(corpus.reports.set_index("report_id")[["year", "place"]], on="report_id")
    before = sentences.groupby(["report_id", "paragraph"], sort=False)["text"]
    paragraphs = before.transform("sum")
    offset = sentences["text"].str.len().groupby([sentences["report_id"], sentences["paragraph"]], sort=False)
    offset = offset.cumsum() - sentences["text"].str.len()
    rows = sentences.iloc[hits["row"]].reset_index(drop=True)
    at = offset.iloc[hits["row"]].to_numpy() + hits["start"].to_numpy()
    to = at + (hits["end"] - hits["start"]).to_numpy()
    texts = paragraphs.iloc[hits["row"]].tolist()
    around = _words_around if unit == "words" else _characters_around
    sides = [around(text, a, b, width) for text, a, b in zip(texts, at, to, strict=True)]
    frame = rows.assign(
        theme=[book.themes[i].id for i in hits["theme"]],
        term=hits["term"].astype("str"),
        left=[context[0] for context in sides],
        keyword=[text[a:b] for text, a, b in zip(texts, at, to, strict=True)],
        right=[context[1] for context in sides],
        start=hits["start"],
        end=hits["end"],
    )[list(_COLUMNS)]
    if beside:
        frame = _side_by_side(frame, beside)
    return labelled(
        frame,
        about(
            "concordance",
            (corpus, measured),
            count=count,
            codebook=book.describe() if book.id != "term" else None,
            what=what,
        ),
    )


def _characters_around(text: str, start: int, end: int, width: int) -> tuple[str, str]:
    return text[max(0, start - width) : start], text[end : end + width]


def _words_around(text: str, start: int, end: int, width: int) -> tuple[str, str]:
    words = [(a, b) for token, a, b in segmenter(segmented()).tokens(text) if is_word(token)]
    before = [a for a, b in words if b <= start][-width:] if width else []
    after = [b for a, b in words if a >= end][:width]
    return (text[before[0] : start] if before else "").strip(), (text[end : after[-1]] if after else "").strip()


def _book(what: str, codebook) -> Codebook:
    book = codebooks.load(codebook)
    if _wanted(what, book):
        return book
    theme = Theme(id=what, label_zh=what, label_en=what, definition="", terms=(Term(what),))
    return Codebook(id="term", title_zh="", title_en="", version="", themes=(theme,))


def _require_no_theme_meant(what: str, codebook) -> None:
    # A word that no report says, and that looks like a theme's id: a slip of the pen, not an answer.
    meant = difflib.get_close_matches(what, [theme.id for theme in codebooks.load(codebook).themes], n=1, cutoff=0.8)
    if meant:
        raise CorpusError(f"what: no report says {what!r}; did you mean the theme {meant[0]!r}?")


def _wanted(what: str, book: Codebook) -> set[str]:
    return {theme.id for theme in book.themes if what in (theme.id, theme.label_zh, theme.label_en)}


def _side_by_side(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    line = frame["left"] + "【" + frame["keyword"] + "】" + frame["right"]
    number = frame.groupby(column, sort=False).cumcount() + 1
    wide = pd.DataFrame({"n": number, "column": frame[column], "line": line})
    wide = wide.pivot(index="n", columns="column", values="line").fillna("").reset_index()
    wide.columns = [str(name) for name in wide.columns]
    return wide
