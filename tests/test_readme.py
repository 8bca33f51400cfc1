"""The two READMEs say the same, and what they say the notebooks find is what the notebooks say."""

import json
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
ENGLISH, CHINESE = ((REPOSITORY / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md"))
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def code(text: str) -> list[str]:
    """The fenced blocks without their comments and docstrings, which are in the language of the page."""
    blocks = re.findall(r"```(?:sh|python)\n(.*?)```", text, re.S)
    return [re.sub(r"(?m)(\s+# .*|^# .*|\"\"\".*?\"\"\")$", "", block) for block in blocks]


def named(text: str) -> list[str]:
    """What is said in code within sentences: commands, functions, files, options."""
    return sorted(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S)))


def figures(text: str) -> list[str]:
    """The pictures shown and linked, without their language."""
    return [link.replace("-en.svg", ".svg") for link in re.findall(r"\]\((figures/[^)]+\.svg)\)", text)]


def links(text: str) -> set[str]:
    found = {link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not link.startswith(("#", "figures/"))}
    return found - {"README.md", "README.zh.md"}


def sections(text: str) -> list[str]:
    return re.split(r"(?m)^## ", text)


def numbers(text: str) -> set[str]:
    # 每万字 is how Chinese says "per 10,000 characters"; `code` is compared by itself.
    return set(NUMBER.findall(re.sub(r"`[^`\n]*`|\]\([^)]*\)", "", text.replace("每万字", " 10,000 "))))


def test_each_leads_to_the_other():
    assert "](README.zh.md)" in ENGLISH and "](README.md)" in CHINESE


def test_both_show_the_same_commands_and_code():
    assert code(ENGLISH) == code(CHINESE)
    assert named(ENGLISH) == named(CHINESE)


def test_both_show_the_same_figures_each_in_its_language():
    assert figures(ENGLISH) == figures(CHINESE)
    assert "-en.svg" not in CHINESE


def test_both_have_the_same_sections_tables_and_links():
    marks = [re.findall(r"(?m)^(#{1,6}|!\[|- |\d\. |\|)", text) for text in (ENGLISH, CHINESE)]
    assert marks[0] == marks[1]
    assert links(ENGLISH) == links(CHINESE)


@pytest.mark.parametrize("place", range(len(sections(ENGLISH))))
def test_both_give_the_same_numbers_in_each_section(place):
    assert numbers(sections(ENGLISH)[place]) == numbers(sections(CHINESE)[place])


def said_by(notebook: str) -> str:
    cells = json.loads((REPOSITORY / "notebooks" / f"{notebook}.ipynb").read_text(encoding="utf-8"))["cells"]
    outputs = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    return " ".join(prose + ["".join(data.get("text/markdown", "")) for data in outputs])


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["README.md", "README.zh.md"])
def test_what_the_notebooks_find_is_what_they_say(text):
    rows = re.findall(r"(?m)^\| \[(\d\d-[\w-]+)\]\([^)]+\) \| [^|]+ \| ([^|]+) \|$", text)
    assert len(rows) == len(list((REPOSITORY / "notebooks").glob("*.ipynb")))
    for notebook, finding in rows:
        unsaid = numbers(finding) - numbers(said_by(notebook))
        assert not unsaid, f"{notebook} no longer says {', '.join(sorted(unsaid))}: `analysis notebooks {notebook}`"


def test_every_link_within_a_page_leads_to_a_heading():
    for text in (ENGLISH, CHINESE):
        there = {heading.lower().replace(" ", "-") for heading in re.findall(r"(?m)^#+ (.+)$", text)}
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= there
