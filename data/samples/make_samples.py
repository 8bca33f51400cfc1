"""Make the other forms of the sample reports from their three texts; the same texts give the same bytes.

Run ``python data/samples/make_samples.py [FOLDER]``; without a folder the samples beside this file are written anew.
"""

import csv
import io
import json
import re
import sys
import zipfile
from datetime import datetime
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
YEARS = (2023, 2024, 2025)
COLUMNS = ("年份", "标题", "正文", "网址")
# Word, Excel and zip files carry times; one fixed moment keeps their bytes the same.
MOMENT = datetime(2025, 1, 10, 9, 0, 0)
_HEADING = re.compile(r"(?:[一二三四五六七八九]、|（[一二三四五六七八九]）)")
_RUN_IN = re.compile(r"\d\.[^。]+。")

TARGETS = (
    ("指标", "2025年目标"),
    ("地区生产总值增长", "5.5%左右"),
    ("高新技术企业", "95家"),
    ("新增城镇就业", "1.6万人"),
)

# The furniture of a government page, around and inside the container of the article.
PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>{title}_云岭市人民政府门户网站</title>
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2025-01-10 09:00">
<meta name="ContentSource" content="云岭日报">
<link rel="canonical" href="{address}">
<style>.pages_content p {{ text-indent: 2em }}</style>
<script>var share = "分享到微信";</script>
</head>
<body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>
<li><a href="/bsfw/">办事服务</a></li><li><a href="/yl/">走进云岭</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a>&gt;政务公开&gt;政府工作报告</div>
<h1>{title}</h1>
<div class="pages-date">2025-01-10 09:00　来源：云岭日报　<span>【字体：大 中 小】</span> <a href="#">打印</a></div>
<div class="pages_content" id="UCAP-CONTENT">
<p>分享到：微信 微博</p>
{body}
<p>（责任编辑：柳三秋）</p>
<p>【打印】</p>
<p>【关闭窗口】</p>
</div>
<div class="related"><h3>相关链接</h3><ul>
<li><a href="/a.html">图解：一张图看懂云岭的账本</a></li>
<li><a href="/b.html">雁回湖夜市今晚开张</a></li></ul></div>
<div class="footer">云岭市人民政府办公室主办　岚政备00000000号</div>
</body>
</html>
"""


def read_texts() -> dict[int, list[str]]:
    """Return the paragraphs of each year's report, title and names included."""
    return {year: (HERE / f"yunling-{year}.txt").read_text(encoding="utf-8").splitlines() for year in YEARS}


def address(year: int) -> str:
    """Return an address that by its top-level domain can never exist."""
    return f"https://www.yunling.invalid/zfgzbg/{year}.html"


def page(lines: list[str], year: int) -> bytes:
    """Return the report as a saved page, declared gb2312 but with characters only GB18030 has."""
    body = "\n".join(
        f"<p>　　<strong>{escape(line)}</strong></p>" if _HEADING.match(line) else f"<p>　　{_run_in(line)}</p>"
        for line in lines
    )
    # The mayor's name has a character outside GB2312: a reader that trusts the declaration fails.
    return PAGE.format(title=escape(lines[0]), address=address(year), body=body).encode("gb18030")


def _run_in(line: str) -> str:
    lead = _lead(line)
    return f"<b>{escape(lead)}</b>{escape(line[len(lead) :])}" if lead else escape(line)


def _lead(line: str) -> str:
    found = _RUN_IN.match(line)
    return found[0] if found else ""


def word(lines: list[str], *, targets: bool = False) -> bytes:
    """Return the report as a Word file: headings and run-ins bold, ``targets`` as a table of an appendix."""
    import docx

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = lines[0], "invented", "invented place"
    properties.created = properties.modified = MOMENT
    for line in lines:
        paragraph = document.add_paragraph()
        lead = line if _HEADING.match(line) else _lead(line)
        if lead:
            paragraph.add_run(lead).bold = True
        paragraph.add_run(line[len(lead) :])
    if targets:
        document.add_paragraph("附件：2025年主要预期目标")
        table = document.add_table(rows=0, cols=2)
        for row in TARGETS:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    return _saved(document)


def rows(texts: dict[int, list[str]]) -> list[dict[str, str | int]]:
    """Return one row a report: year, title, text, address."""
    return [
        dict(zip(COLUMNS, (year, lines[0], "\n".join(lines), address(year)), strict=True))
        for year, lines in texts.items()
    ]


def separated(table: list[dict]) -> bytes:
    """Return the rows as CSV with the mark that lets Excel open it as UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue().encode("utf-8-sig")


def excel(table: list[dict]) -> bytes:
    """Return the rows as an Excel file."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.created = book.properties.modified = MOMENT
    book.active.append(COLUMNS)
    for row in table:
        book.active.append([row[column] for column in COLUMNS])
    return _saved(book)


def archive(members: dict[str, bytes]) -> bytes:
    """Return a zip file whose names are GBK bytes without the UTF-8 flag, as Chinese Windows writes them."""
    # zipfile writes ASCII or flagged UTF-8 only: write a stand-in of the same length for each name, then swap them.
    names = {(chr(ord("a") + i) * len(name.encode("gbk"))): name for i, name in enumerate(members)}
    raw = _zipped({stand_in: members[name] for stand_in, name in names.items()})
    for stand_in, name in names.items():
        if raw.count(stand_in.encode()) != 2:  # the entry and the directory at the end
            raise ValueError(f"the stand-in name {stand_in!r} also occurs in the data")
        raw = raw.replace(stand_in.encode(), name.encode("gbk"))
    return raw


def _saved(document) -> bytes:
    # Office libraries stamp members, and Excel's its properties, with the time of saving: write them anew without.
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as packed:
        members = {name: packed.read(name) for name in sorted(packed.namelist())}
    stamp = MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    core = members["docProps/core.xml"]
    members["docProps/core.xml"] = re.sub(rb"(?<=>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=<)", stamp, core)
    return _zipped(members)


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, MOMENT.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the bytes differ between Windows and the rest
            packed.writestr(info, content)
    return out.getvalue()


def forms() -> dict[str, bytes]:
    """Return the bytes of every made file by its name."""
    texts = read_texts()
    table = rows(texts)
    json_lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in table)
    return {
        "yunling-2025.html": page(texts[2025], 2025),
        "yunling-2025.docx": word(texts[2025], targets=True),
        "yunling-2024-gb18030.txt": "\r\n".join(texts[2024]).encode("gb18030"),
        "yunling.csv": separated(table),
        "yunling.jsonl": json_lines.encode(),
        "yunling.xlsx": excel(table),
        "yunling.zip": archive(
            {
                "云岭市2024年报告.txt": "\n".join(texts[2024]).encode("gb18030"),
                "云岭市2025年报告.docx": word(texts[2025]),
            }
        ),
    }


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for name, content in forms().items():
        (folder / name).write_bytes(content)
