"""A report described for the terminal: its facts, its sections in order, and what was removed and repaired."""

from analysis.report import Report
from analysis.text.structure import structure

_SHOWN = 3
_MOST_CHARACTERS = 48


def describe_report(report: Report) -> str:
    """Return what was understood of a report, in lines."""
    lines = [report.title]
    place = " ".join(part for part in (report.place, report.place_en, report.place_code) if part)
    for name, value in (
        ("id", report.id),
        ("year", report.year or ""),
        ("place", place),
        ("level", report.level),
        ("date", report.date),
        ("publisher", report.publisher),
        ("kind", report.kind),
        ("address", report.address),
        ("length", f"{report.han:,} Han characters in {len(report.paragraphs)} paragraphs"),
    ):
        if value:
            lines.append(f"  {name:<10} {value}")
    lines += ["  sections", *_sections(report), "  removed", *_removed(report)]
    for repair in report.repaired:
        lines.append(f"  repaired   {repair.rule}: {repair.count}")
    for problem in report.problems:
        lines.append(f"  problem    {problem}")
    return "\n".join(lines)


def _sections(report: Report) -> list[str]:
    from analysis.text.han import han_length

    frame = structure(report.paragraphs, report.bold, title=report.title, year=report.year)
    frame = frame.assign(han=frame["text"].map(han_length))
    lines = []
    for number, rows in frame.groupby("section", sort=True):
        # The section's own heading is the first one met in it.
        heading = rows["heading"].iloc[0] if number else "(before the first heading)"
        parts = rows.groupby("part")["han"].sum().sort_values(ascending=False)
        lines.append(f"    {number:>2} {parts.index[0]:<6} {rows['han'].sum():>7,}  {_short(heading)}")
    return lines or ["    none"]


def _removed(report: Report) -> list[str]:
    rules: dict[str, list[str]] = {}
    for piece in report.removed:
        rules.setdefault(piece.rule, []).append(
            f"line {piece.line}: {_short(piece.text)}" if piece.line else _short(piece.text)
        )
    lines = []
    for rule, pieces in rules.items():
        lines.append(f"    {rule} ({len(pieces)})")
        lines += [f"      {piece}" for piece in pieces[:_SHOWN]]
        if len(pieces) > _SHOWN:
            lines.append(f"      and {len(pieces) - _SHOWN} more")
    return lines or ["    nothing"]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - 1] + "…"
