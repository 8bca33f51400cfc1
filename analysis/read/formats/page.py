"""Saved web pages: the container of the article by the shape of known sites, else by trafilatura.

A boilerplate remover that drops a paragraph makes a wrong count, so it is the last resort; what a known container holds
beside the report (captions, share bars) is taken out later by rules that list what they take.
"""

import re

from analysis.errors import ReadError
from analysis.read.decode import decode
from analysis.read.draft import Draft, Line
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
_BLOCKS = frozenset(
    "address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td th thead tr ul".split()
)
_SKIPPED = frozenset({"script", "style", "noscript", "template", "iframe", "select", "button", "svg"})
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
    for path in _CONTAINERS:
        for element in tree.xpath(path):
            lines = _lines(element)
            if han_length("".join(line.text for line in lines)) >= _ENOUGH_HAN:
                return [Draft(name, tuple(lines), facts)]
    return [Draft(name, tuple(_fallback(text, tree)), facts)]


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


def _lines(element) -> list[Line]:
    # Text runs gathered until a block begins or ends or a <br> breaks the line; leading bold characters counted.
    found: list[Line] = []
    runs: list[tuple[str, bool]] = []

    def flush() -> None:
        text = re.sub(r"[ \t\r\n]+", " ", "".join(piece for piece, _ in runs))
        if text.strip():
            bold = 0
            for piece, strong in runs:
                if piece.strip() and not strong:
                    break
                bold += len(re.sub(r"[ \t\r\n]+", " ", piece))
            lead = len(text) - len(text.lstrip())
            found.append(
                Line(text.strip(), len(found) + 1, bold=max(0, min(bold - lead, len(text.strip()))), whole=True)
            )
        runs.clear()

    def walk(node, strong: bool) -> None:
        if not isinstance(node.tag, str) or node.tag in _SKIPPED:
            return
        strong = strong or node.tag in _BOLD
        if node.tag in _BLOCKS or node.tag == "br":
            flush()
        if node.text:
            runs.append((node.text, strong))
        for child in node:
            walk(child, strong)
            if child.tail:
                runs.append((child.tail, strong))
        if node.tag in _BLOCKS:
            flush()

    walk(element, False)
    flush()
    return found


def _fallback(text: str, tree) -> list[Line]:
    import trafilatura

    extracted = trafilatura.extract(text, favor_recall=True, include_tables=True, include_comments=False) or ""
    if han_length(extracted) >= _ENOUGH_HAN:
        return [Line(line, i, whole=True) for i, line in enumerate(extracted.splitlines(), 1)]
    return _lines(tree.find("body") if tree.find("body") is not None else tree)
