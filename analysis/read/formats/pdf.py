"""PDF files: wrapped lines joined into paragraphs; running heads and page numbers are left out and listed."""

import re
from collections import Counter

from analysis.errors import ReadError
from analysis.read.draft import Draft, Line
from analysis.report import Removed

_PAGE_NUMBER = re.compile(r"^[\s\-—–－·.第]*\d{1,4}[\s\-—–－·.页/]*(\d{1,4})?\s*页?$")
_ENDS = "。！？!?：:；;…”）)"
_STARTS = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、]|第[一二三四五六七八九十]+|各位代表)"
)


def drafts(raw: bytes, name: str) -> list[Draft]:
    """Return the one document of a PDF file; a scan without text is an error."""
    import pypdfium2

    pages = []
    try:
        document = pypdfium2.PdfDocument(raw)
        for page in document:
            text = page.get_textpage().get_text_bounded()
            pages.append([line.rstrip() for line in text.replace("\ufffe", "").splitlines()])
        document.close()
    except pypdfium2.PdfiumError as error:
        reason = (
            str(error).rstrip(".) ").rpartition("(")[2].removeprefix("PDFium: ")
        )  # Failed to load document (PDFium: Data format error).
        raise ReadError(f"{name}: not a readable PDF ({reason}); download it again, or remove its password") from None
    if not any(line.strip() for page in pages for line in page):
        raise ReadError(f"{name}: this PDF holds pictures of pages and no text; have it recognised (OCR) first")
    lines, left_out = _paragraphs(pages)
    return [Draft(name, tuple(lines), left_out=tuple(left_out))]


def _paragraphs(pages: list[list[str]]) -> tuple[list[Line], list[Removed]]:
    edges = Counter(line.strip() for page in pages for line in {*page[:1], *page[-1:]} if line.strip())
    running = {line for line, count in edges.items() if count > 2 and count > len(pages) / 2}
    lines = [line for page in pages for line in page if line.strip()]
    width = max((len(line) for line in lines), default=0)
    joined: list[Line] = []
    left_out: list[Removed] = []
    open_ = False
    for line in lines:
        if _PAGE_NUMBER.match(line) or line.strip() in running:
            rule = "page number" if _PAGE_NUMBER.match(line) else "running head"
            left_out.append(Removed(rule, line.strip(), max(1, len(joined))))
            continue
        indented = line.startswith(("　", "  "))
        if open_ and not indented and not _STARTS.match(line):
            last = joined[-1]
            joined[-1] = Line(last.text + line.strip(), last.number, whole=True)
        else:
            joined.append(Line(line.strip(), len(joined) + 1, whole=True))
        # A full line without a full stop runs on; a short one ends its paragraph.
        open_ = len(line) >= 0.8 * width or (not line.rstrip().endswith(tuple(_ENDS)) and len(line) > 0.6 * width)
    return joined, left_out
