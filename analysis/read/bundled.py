"""The bundled corpora from their raw files: one report a year, one a province and year, one plan."""

import json
import re
from dataclasses import replace
from pathlib import Path

from analysis.places import places
from analysis.read.assemble import assemble
from analysis.read.decode import decode
from analysis.read.draft import Draft, Line
from analysis.read.facts import is_resolution
from analysis.read.formats import drafts
from analysis.read.repeats import PRINTED_TWICE
from analysis.report import Report
from analysis.sources import sources

_WIKISOURCE = "national/government_work_reports.jsonl"
_SECOND = "national/gov_reports1954-2022.txt"

# In these years the report to the congress was the report on the plan; the catalogue says so.
PLAN_REPORT_YEARS = frozenset({1955, 1956, 1958, 1980, 1982, 1986, 1991, 1996})

# Days of delivery that neither file states, or (1954) that the second file states wrongly: the first congress met in
# September. From the congresses' own records.
_DELIVERED = {
    1954: "1954-09-23",
    1958: "1958-02-03",
    2008: "2008-03-05",
    2009: "2009-03-05",
    2012: "2012-03-05",
    2013: "2013-03-05",
    2015: "2015-03-05",
    2018: "2018-03-05",
    2025: "2025-03-05",
}

# What the files say of themselves in a line that is not kept.
_KNOWN = {
    1960: "A vice-premier's report on the programme for agriculture.",
    1964: "A summary in the third person; the full text is in neither file.",
}
# Below this, two texts differ by titles, notes and misprints.
_MANY_HAN = 50


def national(folder) -> list[Report]:
    """Return exactly one report for every year either national file has, Wikisource's where both have it.

    ``notes`` of each report records the choice. Resolutions about reports are left out.
    """
    folder = Path(folder)
    first, second = _wikisource(folder / _WIKISOURCE), _second(folder / _SECOND)
    found = []
    for year in sorted(first.keys() | second.keys()):
        chosen = first.get(year) or second[year]
        name = "Chinese Wikisource" if year in first else "the second collection (one line a year)"
        report = assemble(
            chosen,
            id=f"national-{year}",
            year=year,
            title=f"{year}年国务院政府工作报告",
            place="全国",
            place_code="000000",
            place_en="China",
            level="national",
            publisher="国务院",
            kind="plan-report" if year in PLAN_REPORT_YEARS else "government-work-report",
        )
        other = assemble(second[year]) if year in first and year in second else None
        date = _DELIVERED.get(year) or report.date or (other.date if other else "")
        report = replace(report, date=date)
        notes = [f"Text from {name}; " + ("both files have this year." if other else "only there.")]
        if year in PLAN_REPORT_YEARS:
            notes.append("The report on the plan stood for the work report in this year.")
        notes += [_KNOWN[year]] if year in _KNOWN else []
        notes += _defects(report, other)
        address = report.address or _address(_SECOND)
        found.append(replace(report, notes=" ".join(notes), address=address))
    return found


def _defects(report: Report, other: Report | None) -> list[str]:
    # Where the two files disagree, one of them is wrong: the catalogue says so, in numbers.
    found = []
    if _twice(report):
        found.append("The file prints the report twice; it is kept once.")
    if other is None:
        return found
    if _twice(other):
        found.append("The second collection prints it twice.")
    longer = other.han - report.han
    if abs(longer) >= _MANY_HAN:
        more = "longer" if longer > 0 else "shorter"
        found.append(f"The second collection's text is {abs(longer):,} Han characters {more}.")
    if other.date and other.date != report.date:
        found.append(f"The second collection dates it {other.date}.")
    return found


def _twice(report: Report) -> bool:
    return any(piece.rule == PRINTED_TWICE for piece in report.removed)


def _wikisource(path: Path) -> dict[int, Draft]:
    found = {}
    for line in decode(path.read_bytes(), str(path)).splitlines():
        row = json.loads(line)
        year = re.match(r"(\d{4})年", row["title"])
        if year and not is_resolution(row["title"]):
            lines = tuple(Line(text, i) for i, text in enumerate(row["content"].split("\n"), 1))
            found[int(year[1])] = Draft(f"{path.name} {year[1]}", lines, {"address": row["url"]})
    return found


def _second(path: Path) -> dict[int, Draft]:
    return {int(draft.facts["year"]): draft for draft in drafts(path.read_bytes(), str(path))}


def provinces(folder) -> list[Report]:
    """Return the reports of 31 provinces for 2025 (a zip of Word files) and 2026 (one table each), by year and code."""
    folder = Path(folder)
    found = []
    for file in sources("provinces")["file"]:
        for draft in drafts((folder / file).read_bytes(), str(folder / file)):
            report = assemble(draft)
            notes = _foreign_paper(report)
            found.append(replace(report, notes=notes, address=report.address or _address(file)))
    return sorted(found, key=lambda report: (report.year, report.place_code))


def _foreign_paper(report: Report) -> str:
    # Source lines of the collection were copied from one file to the next.
    publisher = report.publisher
    foreign = any(place.short in publisher for place in places()[1:] if place.name != report.place)
    return f"The file names {publisher}, of another province, as its source." if foreign else ""


def xiangjiang(folder) -> list[Report]:
    """Return the plan of the Xiangjiang New Area for 2021, as the news page gives it."""
    file = sources("xiangjiang")["file"].iloc[0]
    path = Path(folder) / file
    [draft] = drafts(path.read_bytes(), str(path))
    # The page's headline is a sentence; the catalogue has the part of it that names the plan.
    title = "湘江新区2021年经济工作“攻略”"
    return [assemble(draft, id="xiangjiang-2021", title=title, kind="news-report", address=_address(file))]


def _address(file: str) -> str:
    return sources().set_index("file").loc[file, "address"]
