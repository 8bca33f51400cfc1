"""Which figures of the gallery hang on a codebook, and which titles another version of it would change."""

from analysis import gallery
from analysis.publish.recipe import Recipe


def codebook_of_figures(*books) -> str:
    """Return the id under which figures use one of these codebooks, or an empty text where none does.

    That is the id of the first that a figure declares; else, as a file may hold an earlier version under another id,
    that of the codebook which has most of the first one's themes, if it has at least half of them.

    >>> codebook_of_figures("xiangjiang-2021")
    'xiangjiang-2021'
    """
    from analysis import codebook as codebooks

    used = list(dict.fromkeys(name for entry in gallery.recipes() for name in entry.codebooks))
    loaded = [codebooks.load(book) for book in books]
    for book in loaded:
        if book.id in used:
            return book.id
    themes = {theme.id for theme in loaded[0].themes}
    shared = {name: len(themes & {theme.id for theme in codebooks.load(name).themes}) for name in used}
    nearest = max(shared, key=shared.get)
    return nearest if 2 * shared[nearest] >= len(themes) else ""


def corpora_of(codebook: str) -> tuple[str, ...]:
    """Return the bundled corpora that figures draw with the codebook of this id; none where no figure does.

    >>> corpora_of("xiangjiang-2021")
    ('xiangjiang',)
    """
    return tuple(
        dict.fromkeys(name for entry in gallery.recipes() if codebook in entry.codebooks for name in entry.corpora)
    )


def changed_titles(old, new) -> list[tuple[str, str, str, str]]:
    """Return (figure, language, old title, new title) for each figure whose title another codebook changes.

    Compared are the figures of :func:`codebook_of_figures`. Where a figure cannot be drawn with one of the two, such as
    for want of a theme it highlights, that side says ``cannot be drawn`` and why.

    >>> changed_titles("xiangjiang-2021", "xiangjiang-2021")
    []
    """
    from analysis import codebook as codebooks

    books = codebooks.load(old), codebooks.load(new)
    codebook = codebook_of_figures(*books)
    found = []
    for entry in gallery.recipes():
        if codebook in entry.codebooks:
            sides = [_titles(entry, book) for book in books]
            found += [
                (entry.id, lang, *(side[lang] for side in sides))
                for lang in ("zh", "en")
                if sides[0][lang] != sides[1][lang]
            ]
    return found


def _titles(entry: Recipe, book) -> dict[str, str]:
    from analysis.errors import AnalysisError

    try:
        figure = entry.draw("zh", codebook=book)
        return {lang: figure.record.redraw(lang=lang).record.texts.title for lang in ("zh", "en")}
    except AnalysisError as error:
        return dict.fromkeys(("zh", "en"), f"cannot be drawn: {error}")
