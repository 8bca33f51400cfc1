"""Write a figure to files: SVG, PDF, PNG at exact sizes, the plotted data, and what a newsroom must know of it."""

import io
import json
import os
import tempfile
import warnings
from pathlib import Path

import matplotlib.style

from analysis.chart.fonts import FAMILY
from analysis.chart.record import HouseFigure
from analysis.chart.style import SIZES
from analysis.errors import ExportError
from analysis.publish.art_desk import pack
from analysis.publish.embed import finish_svg
from analysis.publish.file_names import expected_files
from analysis.publish.recipe import made_with
from analysis.spreadsheet import csv_bytes

FORMATS = ("svg", "pdf", *SIZES, "csv", "json", "zip")
COMMITTED = ("svg", "web", "csv", "json")

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
        csv (the plotted data), json (words, alternative text, source, rule, checksums) and zip (all of these in one
        file for the art desk, with the words and the alternative text on a sheet).
    langs
        Languages to write, ``("zh", "en")``; default: the figure's own. English files end in -en.

    Returns
    -------
    list of Path

    Raises
    ------
    ExportError
        Where the figure is not a chart of this package, its source cannot be told, or a format is unknown. Nothing is
        written then.

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
    record = getattr(figure, "record", None)
    if record is None:
        raise ExportError("this figure has no record of its data; draw it with a function of analysis.chart")
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise ExportError(f"no format is called {unknown[0]!r}; there are {', '.join(FORMATS)}")
    if not name or not all(c.isalnum() or c == "-" for c in name):
        raise ExportError(f"{name!r} is no name for a figure; use letters, digits and hyphens")
    if not record.texts.source:
        raise ExportError("the source of this figure cannot be told; give the chart source=")
    contents: dict[str, bytes] = {}
    drawn = {}
    kinds = FORMATS if "zip" in formats else formats
    for lang in langs or (record.lang,):
        own = figure if lang == record.lang else record.redraw(lang=lang, size=record.size)
        drawn[lang] = own
        stem = name if lang == "zh" else f"{name}-{lang}"
        for kind in kinds:
            if kind in ("svg", "pdf"):
                contents[f"{stem}.{kind}"] = _vector(own, kind, stem)
            elif kind in SIZES:
                contents[f"{stem}-{kind}.png"] = _raster(own, kind, lang)
    if "csv" in kinds:
        contents[f"{name}.csv"] = csv_bytes(record.data)
    if "json" in kinds:
        contents[f"{name}.json"] = _words(drawn)
    if "zip" in kinds:
        contents[f"{name}.zip"] = pack(name, contents, {lang: own.record.texts for lang, own in drawn.items()})
    asked = expected_files(name, tuple(drawn), formats)
    return _write(Path(folder) / name, {file: contents[file] for file in asked})


def _write(folder: Path, contents: dict[str, bytes]) -> list[Path]:
    # All files are written beside the old ones before the first takes its place: a full disk or a Ctrl-C while
    # writing leaves the old figure as it was, not half of a new one.
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as staging:
        for file, content in contents.items():
            (Path(staging) / file).write_bytes(content)
        for file in contents:
            os.replace(Path(staging) / file, folder / file)
    return [folder / file for file in contents]


def _vector(figure: HouseFigure, kind: str, stem: str) -> bytes:
    sink = io.BytesIO()
    texts, lang = figure.record.texts, figure.record.lang
    metadata = {"Date": None} if kind == "svg" else {"CreationDate": None, "Title": texts.title, "Subject": texts.alt}
    _save(figure, sink, kind, metadata)
    if kind == "pdf":
        return sink.getvalue()
    svg = finish_svg(sink.getvalue().decode(), name=stem, title=texts.title, description=texts.alt, lang=lang)
    return svg.encode()


def _raster(figure: HouseFigure, size: str, lang: str) -> bytes:
    record = figure.record
    own = figure if record.size == size else record.redraw(lang=lang, size=size)
    sink = io.BytesIO()
    metadata = {"Title": own.record.texts.title, "Description": own.record.texts.alt, "Software": None}
    _save(own, sink, "png", metadata)
    return sink.getvalue()


def _save(figure: HouseFigure, sink, kind: str, metadata: dict) -> None:
    with matplotlib.style.context(["default", _RC]), warnings.catch_warnings():
        warnings.filterwarnings("error", message="Glyph .* missing")  # a box instead of a character is an error
        figure.savefig(sink, format=kind, dpi=figure.dpi, metadata=metadata)


def _words(drawn: dict[str, HouseFigure]) -> bytes:
    record = next(iter(drawn.values())).record
    attrs = record.data.attrs
    facts = {
        "chart": record.chart,
        "words": {
            lang: {
                "title": figure.record.texts.title,
                "subtitle": figure.record.texts.subtitle,
                "note": figure.record.texts.note,
                "source": figure.record.texts.source,
            }
            for lang, figure in drawn.items()
        },
        "alt": record.alt,
        "measure": {key: value for key, value in attrs.items() if key not in {"reports", "codebook", "versions"}},
        "codebook": attrs.get("codebook"),
        "reports": attrs.get("reports", []),
        "versions": attrs.get("versions", {}),
        "made_with": made_with(),
    }
    return (json.dumps(facts, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


def _plain(value):
    return value.item() if hasattr(value, "item") else str(value)
