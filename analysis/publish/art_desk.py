"""One zip for the art desk: every format of every figure in both languages, with its words as plain text."""

import io
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from analysis import atomic
from analysis.errors import ExportError
from analysis.publish.recipe import Recipe
from analysis.publish.run import LANGUAGES

# The first moment a zip can tell: the same figures give the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_HEADS = {
    "zh": {"title": "标题", "subtitle": "副题", "note": "说明", "source": "来源", "alt": "替代文字"},
    "en": {"title": "Title", "subtitle": "Subtitle", "note": "Note", "source": "Source", "alt": "Alternative text"},
}


def art_desk(recipes: Iterable[Recipe], *, path: str | Path, langs: Sequence[str] = LANGUAGES) -> Path:
    """Draw figures in every format and pack them, with words to copy, into one zip.

    Parameters
    ----------
    recipes
        The recipes to draw.
    path
        The zip to write; it is there whole or not at all.
    langs
        The languages to draw.

    Returns
    -------
    Path
        The zip. For each figure it holds a folder with svg, pdf, the four png sizes, csv and json, and ``words.txt``
        (English: ``words-en.txt``): title, subtitle, note, source and alternative text.

    Raises
    ------
    ExportError
        For a name that does not end in .zip, and naming the figure where one cannot be drawn. Nothing is written then.

    Examples
    --------
    >>> import tempfile, zipfile
    >>> from analysis import gallery, publish
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = publish.art_desk(gallery.recipes()[:1], path=f"{folder}/desk.zip", langs=["en"])
    ...     "xiangjiang-six-themes/xiangjiang-six-themes-en-print.png" in zipfile.ZipFile(path).namelist()
    True
    """
    from analysis.publish.figure_files import FORMATS, export

    path = Path(path)
    if path.suffix.lower() != ".zip":
        raise ExportError(f"{path}: the file for the art desk is a zip; let its name end in .zip")
    sink = io.BytesIO()
    with tempfile.TemporaryDirectory() as scratch, zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed:
        for recipe in recipes:
            try:
                figure = recipe.draw(langs[0])
                files = export(figure, recipe.id, folder=scratch, formats=FORMATS, langs=tuple(langs))
            except Exception as error:  # whatever a user's recipe raises must name the figure
                raise ExportError(f"{recipe.id}: cannot be drawn ({type(error).__name__}: {error})") from None
            contents = {file.name: file.read_bytes() for file in files}
            for lang in langs:
                name = "words.txt" if lang == "zh" else f"words-{lang}.txt"
                contents[name] = _words(figure.record.redraw(lang=lang).record.texts, lang)
            for name in sorted(contents):
                entry = zipfile.ZipInfo(f"{recipe.id}/{name}", _NO_TIME)
                entry.external_attr = 0o644 << 16
                packed.writestr(entry, contents[name], zipfile.ZIP_DEFLATED)
    try:
        return atomic.write_bytes(path, sink.getvalue())
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror}); choose another file or folder") from None


def _words(texts, lang: str) -> bytes:
    lines = [f"{head}\n{getattr(texts, field)}\n" for field, head in _HEADS[lang].items()]
    return "\n".join(lines).encode("utf-8-sig")
