"""What a report says about itself: title, year, place, dates, publisher, kind of document."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from analysis.places import Place, find_place, places
from analysis.report import Removed
from analysis.text.han import simplified
from analysis.text.numerals import DIGITS, numeral

_YEAR = re.compile(r"(?<!\d)(19[4-9]\d|20[0-9]\d)(?!\d)\s*年?")
_HAN_YEAR = re.compile(r"[一二][九〇○零][〇○零一二三四五六七八九]{2}(?=年)")
_DATE = re.compile(r"((?:19|20)\d\d)\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})")
_HAN_DATE = re.compile(
    r"([一二][九〇○零][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_SOURCE = re.compile(r"(?:信息|文章)?来源\s*[:：]\s*([^\s\d|，,）)]{2,24})")
_REPORTS_WORK = re.compile(r"代表[^。]{0,20}(?:国务院|政府)[^。]{0,16}(?:作|做|报告)[^。]{0,6}工作")
_OPENING = 600  # characters: title, names and salutation stand before the opening sentence
_RESOLUTION = re.compile(r"关于.{2,60}报告.{0,10}决议")
_PLAN = re.compile(r"计划|预算|规划|决算")


def title_of(stated: dict[str, str], removed: Sequence[Removed], first: str, name: str) -> str:
    """Return the title: the file's own title line, else what a table or page states, else the file's name."""
    lines = [piece.text for piece in removed if piece.rule == "title"]
    own = next(
        (line for line in lines if re.search(r"政\s*府\s*工\s*作\s*报\s*告", simplified(line))),
        lines[0] if lines else "",
    )
    plain = re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", own)
    plain = re.sub(r"[（(]?——?.*$", "", plain).strip() or plain
    for candidate in (stated.get("title", ""), plain, stated.get("document_title", ""), PurePath(name).stem):
        # 政府工作报告 alone names the genre, not the report.
        if candidate and simplified(candidate.strip()) != "政府工作报告":
            return candidate.strip()
    return plain or first


def year_of(title: str, stated: dict[str, str], removed: Sequence[Removed], name: str) -> int | None:
    """Return the year the report is of: stated, in its title, meeting line or file name, or that of its date."""
    meeting = [piece.text for piece in removed if piece.rule in {"meeting line", "title"}]
    dates = [piece.text for piece in removed if piece.rule == "source and date line"]
    for text in (stated.get("year", ""), title, *meeting, PurePath(name).stem, stated.get("date", ""), *dates):
        found = _YEAR.search(_ascii(text)) or _HAN_YEAR.search(text)
        if found:
            return int(found[0].translate(DIGITS).rstrip("年 "))
    return None


def date_of(stated: dict[str, str], removed: Sequence[Removed]) -> str:
    """Return the day the report was delivered, or else published, as an ISO date; empty where neither is said."""
    meeting = [piece.text for piece in removed if piece.rule in {"meeting line", "title"}]
    dates = [piece.text for piece in removed if piece.rule in {"source and date line", "before the salutation"}]
    for text in (*meeting, stated.get("date", ""), *dates):
        found = _DATE.search(re.sub(r"\s", "", _ascii(text)))
        if found:
            return f"{int(found[1])}-{int(found[2]):02}-{int(found[3]):02}"
        han = _HAN_DATE.search(text)
        if han:
            return f"{han[1].translate(DIGITS)}-{numeral(han[2]):02}-{numeral(han[3]):02}"
    return ""


def publisher_of(stated: dict[str, str], removed: Sequence[Removed]) -> str:
    """Return who published the text: stated beside it, or in its source line."""
    if stated.get("publisher"):
        return stated["publisher"]
    for piece in removed:
        found = _SOURCE.search(simplified(piece.text))
        if found:
            return piece.text[slice(*found.span(1))].strip()
    after = [
        i for i, piece in enumerate(removed) if re.fullmatch(r"(?:信息|文章)?来源\s*[:：]", simplified(piece.text))
    ]
    # The name stands on the line after "来源:".
    return next((removed[i + 1].text for i in after if i + 1 < len(removed)), "")


def place_of(title: str, stated: dict[str, str], removed: Sequence[Removed], name: str, text: str) -> Place | None:
    """Return the place, from what is stated, the title, the meeting line, the file's name or the first lines."""
    lines = [piece.text for piece in removed if piece.rule in {"meeting line", "title", "speaker's name"}]
    found = find_place(stated.get("place", ""), title, *lines, PurePath(name).stem, text[:200])
    if found is None:
        found = next((place for place in places() if place.name in text[:400] and place.level == "district"), None)
    return found


def kind_of(title: str, text: str) -> str:
    """Return the kind of document: government-work-report, plan-report, work-plan, or empty where it cannot be told."""
    title, text = simplified(title), simplified(text[:_OPENING])
    if re.search(r"政府工作报告", re.sub(r"\s", "", title)):
        return "government-work-report"
    if _PLAN.search(title) and "报告" in title:
        return "plan-report"
    if is_work_report(text):
        return "government-work-report"
    return "work-plan" if re.search(r"工作|计划|部署|安排", title + text[:300]) else ""


def is_work_report(text: str) -> bool:
    """Whether a text opens as a government's report on its work does.

    >>> is_work_report("我代表云岭市人民政府报告茶山上的工作。")
    True
    """
    return bool(_REPORTS_WORK.search(re.sub(r"\s", "", simplified(text[:_OPENING]))))


def is_resolution(title: str) -> bool:
    """Whether a title is that of a congress's resolution about a report, which is no report.

    >>> is_resolution("云岭市第五届人民代表大会第三次会议关于政府工作报告的决议")
    True
    """
    return bool(_RESOLUTION.search(re.sub(r"\s", "", simplified(title))))


def _ascii(text: str) -> str:
    return text.translate({0xFF10 + i: 0x30 + i for i in range(10)})
