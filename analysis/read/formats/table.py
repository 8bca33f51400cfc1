"""Tables: CSV, TSV, JSON lines and Excel, one report a row, columns named in Chinese or English."""

import csv
import io
import json
from pathlib import PurePath

from analysis.errors import ReadError
from analysis.read.decode import decode
from analysis.read.draft import Draft, Line
from analysis.text.han import han_length

# fact: the column names it may have, best first
_COLUMNS = {
    "text": ("full_text", "text", "content", "body", "正文", "全文", "内容", "文本", "报告正文"),
    "title": ("title", "标题", "题目", "名称"),
    "year": ("year", "年份", "年度", "年"),
    "place": ("place", "province", "region", "city", "省份", "地区", "省", "城市", "地方"),
    "date": ("publish_date", "date", "published", "发布日期", "日期", "发布时间"),
    "address": ("source_url", "url", "address", "link", "网址", "链接", "来源网址"),
    "publisher": ("publisher", "source", "来源", "发布机构", "媒体"),
}


def drafts(raw: bytes, name: str) -> list[Draft]:
    """Return one document for each row that is not blank; a table without a text column is an error."""
    suffix = PurePath(name).suffix.lower()
    rows = {".xlsx": _excel, ".jsonl": _json_lines}.get(suffix, _separated)(raw, name)
    if not rows:
        raise ReadError(f"{name}: the table has no rows; one row a report is expected")
    columns = list(dict.fromkeys(key for row in rows for key in row))
    lower = {str(column).strip().lower(): column for column in columns}
    chosen = {
        fact: next((lower[option] for option in options if option in lower), None) for fact, options in _COLUMNS.items()
    }
    if chosen["text"] is None:
        found = ", ".join(map(str, columns)) or "none"
        raise ReadError(f"{name}: no column holds the text; name it 'text' or '正文' (columns found: {found})")
    found = []
    for number, row in enumerate(rows, 1):
        text = _plain(row.get(chosen["text"]))
        where = name if len(rows) == 1 else f"{name}, row {number}"
        if not han_length(text) and any(_plain(value) for value in row.values()):
            held = f"holds {text[:20]!r}, no Chinese text" if text else "is empty"
            found.append(
                Draft(where, (), problem=f"the text column {chosen['text']!r} {held}; fill it or delete the row")
            )
        elif text:
            facts = {fact: _plain(row.get(column)) for fact, column in chosen.items() if column and fact != "text"}
            lines = tuple(Line(line, i) for i, line in enumerate(text.splitlines(), 1))
            found.append(Draft(where, lines, facts))
    if not any(_plain(row.get(chosen["text"])) for row in rows):
        raise ReadError(f"{name}: the column {chosen['text']!r} is empty in every row")
    return found


def _plain(value) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def _separated(raw: bytes, name: str) -> list[dict]:
    text = decode(raw, name)
    csv.field_size_limit(2**31 - 1)  # a report is one field
    delimiter = "\t" if PurePath(name).suffix.lower() == ".tsv" else ","
    try:
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ReadError(f"{name}: not a well-formed table ({error}); save it as CSV again") from None


def _json_lines(raw: bytes, name: str) -> list[dict]:
    rows = []
    # Not splitlines: a text may hold line separators of other kinds, which JSON leaves as they are.
    for number, line in enumerate(decode(raw, name).split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                raise ReadError(f"{name}: line {number} is not JSON; each line must be one object") from None
            if not isinstance(row, dict):
                raise ReadError(f"{name}: line {number} is not an object with named fields")
            rows.append(row)
    return rows


def _excel(raw: bytes, name: str) -> list[dict]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        rows = list(book.worksheets[0].iter_rows(values_only=True))
    except Exception:  # damage shows as errors of the zip, XML and workbook layers alike
        raise ReadError(f"{name}: not an Excel file (.xlsx); open it in Excel and save it as .xlsx again") from None
    if not rows:
        return []
    header = [_plain(cell) for cell in rows[0]]
    return [dict(zip(header, row, strict=False)) for row in rows[1:] if any(cell is not None for cell in row)]
