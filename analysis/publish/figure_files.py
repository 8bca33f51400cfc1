"""Write a figure to files: SVG, PDF, PNG at exact sizes, the plotted data, and what a newsroom must know of it."""

import io
import json
import warnings
from pathlib import Path

import matplotlib.style

from analysis.chart.fonts import FAMILY
from analysis.chart.record import HouseFigure, Record, Texts
from analysis.errors import ExportError
from analysis.publish.art_desk import pack
from analysis.publish.embed import finish_svg
from analysis.publish.file_names import COMMITTED, FORMATS, LANGUAGES, PICTURES, expected_files, require_known, stem
from analysis.publish.recipe import made_with
from analysis.publish.whole import put
from analysis.spreadsheet import csv_bytes

# Everything that would otherwise differ from run to run.
_RC = {"font.family": FAMILY, "svg.fonttype": "none", "svg.hashsalt": "report-analysis", "pdf.fonttype": 42}


def export(
    figure: HouseFigure,
    name: str,
    *,
    folder: str | Path = "figures",
    formats: tuple[str, ...] = COMMITTED,
    langs: tuple[str, ...] | None = None,
) -> list[Path]:
    """Write a chart to ``folder/name/`` and return the files written.

    Parameters
    ----------
    figure
        A figure of :mod:`analysis.chart`.
    name
        The figure's id, and its folder's: letters, digits and hyphens.
    folder
        The folder of figures.
    formats
        Any of svg, pdf, web, square, wechat, print (PNG at exact sizes; the chart is drawn anew for each, not cropped),
        csv (the plotted data), json (words in both languages, alternative text, that of a PNG of its own where it shows
        less, source, rule, checksums) and zip (all of these in one file for the art desk, with the words and the
        alternative texts on a sheet).
    langs
        Languages to write, ``("zh", "en")``; default: the figure's own. English files end in -en.

    Returns
    -------
    list of Path

    Raises
    ------
    ExportError
        Where the figure is not a chart of this package or was changed after it was drawn, its source cannot be told, no
        format is asked for or one that there is not, or the folder cannot be written. Nothing is written then.

    Examples
    --------
    >>> import tempfile
    >>> from analysis import chart, measure, publish, read
    >>> themes = measure.theme_frequencies(read.corpus("xiangjiang"), codebook="xiangjiang-2021")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     files = publish.export(chart.theme_frequencies(themes), "six-themes", folder=folder)
    >>> [path.name for path in files]
    ['six-themes.svg', 'six-themes-web.png', 'six-themes.csv', 'six-themes.json']
    """
    contents = files_of(figure, name, formats=formats, langs=langs)
    try:
        put(Path(folder), name, contents)
    except OSError as error:
        reason = f"cannot be written ({error.strerror}); choose another folder or a shorter name"
        raise ExportError(f"{Path(folder) / name}: {reason}") from None
    return [Path(folder) / name / file for file in contents]


def files_of(
    figure: HouseFigure, name: str, *, formats: tuple[str, ...], langs: tuple[str, ...] | None = None
) -> dict[str, bytes]:
    """Return the files that :func:`export` would write, by name."""
    record = record_of(figure)
    langs, formats = require_known(record.lang if langs is None else langs, formats)
    if not isinstance(name, str) or not name or not all(c.isalnum() or c == "-" for c in name):
        raise ExportError(f"{name!r} is no name for a figure; use letters, digits and hyphens")
    if not all(texts.source for texts in record.words.values()):
        raise ExportError("the source of this figure cannot be told; give the chart source=")
    all_words = LANGUAGES if {"json", "zip"} & set(formats) else langs
    drawn = {lang: figure if lang == record.lang else record.redraw(lang=lang, size=record.size) for lang in all_words}
    words = {lang: own.record.texts for lang, own in drawn.items()}
    # What a format has no room for its own alternative text says.
    other_alt: dict[str, dict[str, str]] = {}
    contents: dict[str, bytes] = {}
    for file, (kind, lang) in expected_files(name, langs, FORMATS if "zip" in formats else formats).items():
        if kind in ("svg", "pdf"):
            contents[file] = _vector(drawn[lang], kind, stem(name, lang))
        elif kind in PICTURES:
            sized = drawn[lang] if kind == record.size else record.redraw(lang=lang, size=kind)
            contents[file] = _raster(sized)
            if sized.record.texts.alt != words[lang].alt:
                other_alt.setdefault(kind, {})[lang] = sized.record.texts.alt
        elif kind == "csv":
            contents[file] = csv_bytes(record.data)
        elif kind == "json":
            contents[file] = _facts(record, words, other_alt)
        else:
            contents[file] = pack(name, contents, {lang: words[lang] for lang in langs}, other_alt)
    return {file: contents[file] for file in expected_files(name, langs, formats)}


def record_of(figure: HouseFigure) -> Record:
    """Return the record of a figure.

    Raises ExportError where it has none, or the figure is not what its record draws: other sizes, languages and words
    would lack what was changed. Compared are the pictures: whatever was changed shows.
    """
    record = getattr(figure, "record", None)
    if not isinstance(figure, HouseFigure) or record is None:
        raise ExportError(
            "this is no figure, or one with no record of its data; draw it with analysis.chart, without ax="
        )
    if _pixels(figure) != _pixels(record.redraw(lang=record.lang, size=record.size)):
        raise ExportError(
            "this figure was changed after its chart was drawn, which other sizes and languages would not show; give "
            "the chart its words (title=, note= ...) instead, or save this picture alone with figure.savefig"
        )
    return record


def _pixels(figure: HouseFigure) -> bytes:
    sink = io.BytesIO()
    _save(figure, sink, "rgba", None)
    return sink.getvalue()


def _vector(figure: HouseFigure, kind: str, stem: str) -> bytes:
    sink = io.BytesIO()
    texts, lang = figure.record.texts, figure.record.lang
    metadata = {"Date": None} if kind == "svg" else {"CreationDate": None, "Title": texts.title, "Subject": texts.alt}
    _save(figure, sink, kind, metadata)
    if kind == "pdf":
        return sink.getvalue()
    svg = finish_svg(sink.getvalue().decode(), name=stem, title=texts.title, description=texts.alt, lang=lang)
    return svg.encode()


def _raster(figure: HouseFigure) -> bytes:
    sink = io.BytesIO()
    texts = figure.record.texts
    _save(figure, sink, "png", {"Title": texts.title, "Description": texts.alt, "Software": None})
    return sink.getvalue()


def _save(figure: HouseFigure, sink, kind: str, metadata: dict) -> None:
    with matplotlib.style.context(["default", _RC]), warnings.catch_warnings():
        warnings.filterwarnings("error", message="Glyph .* missing")  # a box instead of a character is an error
        figure.savefig(sink, format=kind, dpi=figure.dpi, metadata=metadata)


def _facts(record: Record, words: dict[str, Texts], other_alt: dict[str, dict[str, str]]) -> bytes:
    attrs = record.data.attrs
    facts = {
        "chart": record.chart,
        "words": {
            lang: {part: getattr(texts, part) for part in ("title", "subtitle", "note", "source")}
            for lang, texts in words.items()
        },
        "alt": {lang: texts.alt for lang, texts in words.items()},
        **({"alt_by_format": other_alt} if other_alt else {}),
        "measure": {key: value for key, value in attrs.items() if key not in {"reports", "codebook", "versions"}},
        "codebook": attrs.get("codebook"),
        "reports": attrs.get("reports", []),
        "versions": attrs.get("versions", {}),
        "made_with": made_with(),
    }
    try:
        return (json.dumps(facts, ensure_ascii=False, indent=1, default=_plain, allow_nan=False) + "\n").encode()
    except ValueError:  # NaN and Infinity are no JSON: other programs would not read the file
        raise ExportError("the frame's attrs hold a number that is none (NaN or infinite); leave it out") from None


def _plain(value):
    return value.item() if hasattr(value, "item") else str(value)
