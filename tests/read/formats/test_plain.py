"""Text files, and what Markdown marks in them."""

from analysis import read
from analysis.read.formats.plain import drafts


def test_markdown_headings_and_bold_are_marked(report_file, lines):
    marked = [f"## {line}" if line[1] == "、" else line for line in lines]
    marked = [f"**{line[:5]}**{line[5:]}" if line.startswith("1.") else line for line in marked]
    report = read.report(report_file("yunling.md", "\n".join(marked)))
    bold = dict(zip(report.paragraphs, report.bold, strict=True))
    assert report.paragraphs == read.report(report_file()).paragraphs
    assert bold["一、2024年工作回顾"] == len("一、2024年工作回顾")
    assert next(n for text, n in bold.items() if text.startswith("1.")) == 5


def test_marks_of_markdown_are_text_in_a_text_file():
    marked = "## 一、工作回顾\n**稳就业。**各部门都把就业放在首位。\n价格**平稳**。"
    [plain], [markdown] = (drafts(marked.encode(), f"a.{suffix}") for suffix in ("txt", "MD"))
    assert [line.text for line in plain.lines] == marked.splitlines() and not any(line.bold for line in plain.lines)
    assert [(line.text, line.bold, line.whole) for line in markdown.lines] == [
        ("一、工作回顾", 6, True),
        ("稳就业。各部门都把就业放在首位。", 4, False),
        ("价格平稳。", 0, False),
    ]


def test_lines_have_the_numbers_they_have_in_an_editor():
    [draft] = drafts("第一行\r\n\r\n第三行\n".encode("gb18030"), "a.txt")
    assert [(line.number, line.text) for line in draft.lines] == [(1, "第一行"), (2, ""), (3, "第三行")]
