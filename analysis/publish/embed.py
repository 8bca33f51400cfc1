"""Finish an SVG: a subset of the bundled font inside, a title and a description, language and role."""

import base64
import html
import io
import re

from analysis.chart.fonts import FAMILY, FILES
from analysis.publish.file_names import TAGS
from analysis.text.han import HAN

_TEXT = re.compile(r"<text\b([^>]*)>(.*?)</text>", re.S)
# The weight as a property of its own or in the shorthand; a coordinate may hold the digits 700 too.
_BOLD = re.compile(r"font-weight:\s*(?:bold|700)\b|font:[^;\"]*\b(?:bold|700)\s")

# Han characters with the quotation marks, dashes, dots and stops of running Chinese.
_CHINESE = re.compile(
    HAN.pattern + r"|[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u33ff\uf900-\ufaff\uff00-\uffef]"
)

_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_ID = re.compile(r'(?<=\s)id="([^"]*)"')
_REFERENCE = re.compile(r'(url\(#|href="#)([^)"]+)')


def finish_svg(svg: str, *, name: str, title: str, description: str, lang: str) -> str:
    """Return the SVG with its texts live and drawn in an embedded subset of the font, readable by screen readers.

    ``name`` makes the ids its own, so that several can stand in one page. What nothing refers to has no id but a
    data-name, for matplotlib writes the same one many times.
    """
    svg = _own_ids(svg, name)
    texts: dict[str, set[str]] = {"regular": set(), "bold": set()}
    for attributes, content in _TEXT.findall(svg):
        weight = "bold" if _BOLD.search(attributes) else "regular"
        texts[weight].update(html.unescape(re.sub(r"<[^>]+>", "", content)))
    faces = "".join(font_face(weight, characters) for weight, characters in texts.items() if characters)
    head = (
        f'<title id="{name}-title">{html.escape(title)}</title><desc id="{name}-desc">{html.escape(description)}</desc>'
        f"<style>{faces}</style>"
    )
    opened = re.compile(r"<svg\b([^>]*)>")
    return opened.sub(
        lambda m: f'<svg{m[1]} role="img" lang="{TAGS[lang]}" aria-labelledby="{name}-title {name}-desc">{head}',
        svg,
        count=1,
    )


def _own_ids(svg: str, name: str) -> str:
    referenced = {id for _, id in _REFERENCE.findall(svg)}

    def own(tag: re.Match) -> str:
        named = _ID.sub(lambda m: f'id="{name}-{m[1]}"' if m[1] in referenced else f'data-name="{m[1]}"', tag[0])
        return _REFERENCE.sub(rf"\g<1>{name}-\2", named)

    return _TAG.sub(own, svg)


def font_face(weight: str, characters: set[str]) -> str:
    """Return the CSS rule that embeds those characters of the bundled font, ``"regular"`` or ``"bold"``.

    >>> font_face("bold", {"就"})[:63]
    "@font-face{font-family:'Analysis Sans SC';font-weight:700;src:u"
    """
    return (
        f"@font-face{{font-family:'{FAMILY}';font-weight:{700 if weight == 'bold' else 400};"
        f"src:url(data:font/woff2;base64,{_subset(weight, characters)}) format('woff2')}}"
    )


def page_in_font(page: str) -> str:
    """Return an HTML page that has a ``<style>`` with its Chinese drawn in the bundled font, on any machine.

    >>> page_in_font("<style></style>Jobs")
    '<style></style>Jobs'
    """
    characters = set(_CHINESE.findall(page))
    faces = "".join(f"{font_face(weight, characters)}\n" for weight in FILES) if characters else ""
    return page.replace("<style>", f"<style>{faces}", 1)


def _subset(weight: str, characters: set[str]) -> str:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    with TTFont(FILES[weight], recalcTimestamp=False) as font:
        worker = subset.Subsetter(subset.Options(layout_features=["kern"], name_IDs=["*"], hinting=False))
        worker.populate(text="".join(sorted(characters)))
        worker.subset(font)
        font.flavor = "woff2"
        sink = io.BytesIO()
        font.save(sink, reorderTables=False)
    return base64.b64encode(sink.getvalue()).decode()
