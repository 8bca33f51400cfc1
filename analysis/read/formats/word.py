"""Word files: paragraphs and tables in their order, with what is set bold at the start of a paragraph."""

import io

from analysis.errors import ReadError
from analysis.read.draft import Draft, Line
from analysis.report import Removed


def drafts(raw: bytes, name: str) -> list[Draft]:
    """Return the one document of a .docx file."""
    import docx

    try:
        document = docx.Document(io.BytesIO(raw))
    except Exception:  # damage shows as errors of the zip, XML and package layers alike
        raise ReadError(f"{name}: not a Word file (.docx); open it in Word and save it as .docx again") from None
    lines: list[Line] = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            for row in block.rows:
                cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))  # merged cells repeat
                lines.append(Line("　".join(cell for cell in cells if cell), len(lines) + 1, whole=True))
        else:
            lines.extend(_paragraph(block, len(lines) + 1))
    properties = document.core_properties
    facts = {"document_title": properties.title or ""}
    return [Draft(name, tuple(lines), facts, tuple(_margins(document)))]


def _margins(document) -> list[Removed]:
    # Headers and footers, once each: those of a section are often those of the one before.
    parts = [part for section in document.sections for part in (section.header, section.footer)]
    texts = dict.fromkeys(" ".join(p.text.split()) for part in parts for p in part.paragraphs)
    return [Removed("running head", text) for text in texts if text]


def _paragraph(paragraph, number: int) -> list[Line]:
    bold = 0
    heading = (paragraph.style.name or "").startswith("Heading") if paragraph.style is not None else False
    for run in paragraph.runs:
        if run.text.strip() and not run.bold:
            break
        bold += len(run.text)
    text = paragraph.text
    if heading:
        bold = len(text)
    pieces = text.split("\n")  # a soft line break is a line of its own
    return [Line(piece, number + i, bold=bold if i == 0 else 0, whole=True) for i, piece in enumerate(pieces)]
