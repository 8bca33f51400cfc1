"""Saved web pages: the container of the article by the shape of known sites, else by trafilatura.

A boilerplate remover that drops a paragraph makes a wrong count: it is the last resort, and only tells where the text
begins and ends. What the container holds beside the report (captions, share bars) is taken out later by rules that list
what they take; what the page shows outside of it (menus, source line, related articles) is listed here.
"""

import re

from analysis.errors import ReadError
from analysis.read.decode import decode
from analysis.read.draft import Draft, Line
from analysis.read.furniture import furniture
from analysis.report import Removed
from analysis.text.han import han_length

# XPath of the article on known sites, tried in order; the first with enough text wins.
_CONTAINERS = (
    "//*[@id='UCAP-CONTENT']",  # gov.cn
    "//*[contains(concat(' ', @class, ' '), ' pages_content ')]",  # gov.cn, older
    "//*[@id='rwb_zw' or @id='rm_txt_zw']",  # people.com.cn
    "//*[contains(concat(' ', @class, ' '), ' rm_txt_con ')]",  # people.com.cn
    "//*[contains(concat(' ', @class, ' '), ' box_con ')]",  # people.com.cn, 2010s
    "//*[contains(concat(' ', @class, ' '), ' mw-parser-output ')]",  # Wikisource
    "//*[contains(concat(' ', @class, ' '), ' TRS_Editor ') or contains(@class, 'trs_editor')]",  # many governments
    "//*[@id='zoom' or @id='Zoom' or @id='content' or @id='article' or @id='ozoom']",
    "//article",
    "//main",
)
_ENOUGH_HAN = 200
_TELLING = 20  # characters: a shorter piece may stand in other lines by chance
_NEAR = 10  # lines above the article that speak of it
_BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td th thead tr ul".split()
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "iframe", "svg"})
_CONTROLS = frozenset({"select", "button"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong"}) | _HEADINGS
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""")
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030"}


def drafts(raw: bytes, name: str) -> list[Draft]:
    """Return the one document of a saved page, with the title, date and address its head states."""
    import lxml.html
    from lxml import etree

    text = _decode(raw, name)
    try:
        tree = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ReadError(f"{name}: not a web page; save the page again as HTML") from None
    facts = _facts(tree)
    body = tree.find("body") if tree.find("body") is not None else tree
    container = next((e for path in _CONTAINERS for e in tree.xpath(path) if _length(e) >= _ENOUGH_HAN), None)
    lines, inside = _lines(body, container)
    if container is not None and not any(inside):  # hidden in a template, which shows nothing of the page
        lines, inside = _lines(container)
    if container is None:
        inside = [seen and taken for seen, taken in zip(inside, _extracted(text, lines), strict=True)]
    kept = tuple(line for line, within in zip(lines, inside, strict=True) if within)
    return [Draft(name, kept, facts, tuple(_outside(lines, inside, facts["title"])))]


def _decode(raw: bytes, name: str) -> str:
    declared = _DECLARED.search(raw[:4096])
    if declared and not raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = declared[1].decode().lower()
        try:
            return raw.decode(_ALIASES.get(encoding, encoding))
        except (LookupError, UnicodeDecodeError):
            pass  # what pages declare is often not what they are
    return decode(raw, name)


def _facts(tree) -> dict[str, str]:
    def first(*paths: str) -> str:
        for path in paths:
            for value in tree.xpath(path):
                value = (value if isinstance(value, str) else value.text_content()).strip()
                if value:
                    return re.sub(r"\s+", " ", value)
        return ""

    return {
        "title": first("//meta[@property='og:title']/@content", "//meta[@name='ArticleTitle']/@content", "//h1"),
        "document_title": first("//title"),
        "date": first("//meta[@name='PubDate' or @name='publishdate' or @property='article:published_time']/@content"),
        "publisher": first("//meta[@name='ContentSource' or @name='source' or @property='og:site_name']/@content"),
        "address": first("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"),
    }


def _length(element) -> int:
    return han_length("".join(line.text for line in _lines(element)[0]))


def _lines(element, container=None) -> tuple[list[Line], list[bool]]:
    # Text runs gathered until a block begins or ends or a <br> breaks the line; leading bold characters counted. Each
    # line comes with whether it stands in the container (None: all do) and is no control of the page.
    found: list[Line] = []
    inside: list[bool] = []
    runs: list[tuple[str, bool]] = []

    def flush(within: bool) -> None:
        text = re.sub(r"[ \t\r\n]+", " ", "".join(piece for piece, _ in runs))
        if text.strip():
            bold = 0
            for piece, strong in runs:
                if piece.strip() and not strong:
                    break
                bold += len(re.sub(r"[ \t\r\n]+", " ", piece))
            lead = len(text) - len(text.lstrip())
            add(text.strip(), max(0, min(bold - lead, len(text.strip()))), within)
        runs.clear()

    def add(text: str, bold: int, within: bool) -> None:
        found.append(Line(text, len(found) + 1, bold=bold, whole=True))
        inside.append(within)

    def walk(node, strong: bool, within: bool) -> None:
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            return
        if node.tag in _CONTROLS:  # may stand inside a paragraph, which it does not end
            for text in node.itertext():
                if text.strip():
                    add(" ".join(text.split()), 0, False)
            return
        strong = strong or node.tag in _BOLD
        block = node.tag in _BLOCKS or node is container
        if block or node.tag == "br":
            flush(within)
        inner = within or node is container
        if node.text:
            runs.append((node.text, strong))
        for child in node:
            walk(child, strong, inner)
            if child.tail:
                runs.append((child.tail, strong))
        if block:
            flush(inner)

    walk(element, False, container is None)
    flush(container is None)
    return found, inside


def _extracted(text: str, lines: list[Line]) -> list[bool]:
    # Which lines of a page of unknown shape are the article: from the first to the last that trafilatura takes for it.
    # One that it drops in between is judged later, like every other line. Where it finds little, all of the page is.
    import trafilatura

    extracted = trafilatura.extract(text, favor_recall=True, include_tables=True, include_comments=False) or ""
    if han_length(extracted) < _ENOUGH_HAN:
        return [True] * len(lines)
    whole, squeezed = {_squeezed(line) for line in extracted.splitlines()}, _squeezed(extracted)
    own = [_squeezed(line.text) for line in lines]
    taken = [i for i, line in enumerate(own) if line in whole or (len(line) >= _TELLING and line in squeezed)]
    return [taken[0] <= i <= taken[-1] for i in range(len(lines))] if taken else [True] * len(lines)


def _squeezed(text: str) -> str:
    return re.sub(r"\W", "", text)


def _outside(lines: list[Line], inside: list[bool], title: str) -> list[Removed]:
    if not any(inside):
        return []
    first = inside.index(True)
    found = []
    for i, (line, within) in enumerate(zip(lines, inside, strict=True)):
        if not within:
            text = " ".join(line.text.split())
            heading = i < first and title and _squeezed(text) == _squeezed(title)
            rule = "title" if heading else furniture(text) or "page furniture"
            found.append((not first - _NEAR <= i < first, i < first, Removed(rule, text, line.number)))
    # The source line stands right above the article or right below it; a date elsewhere is that of another article.
    return [piece for *_, piece in sorted(found, key=lambda entry: entry[:2])]
