"""Frames as measures give them, made up, for looking at what charts draw."""

import numpy as np
import pandas as pd

from analysis import provenance

LABELS = [
    ("technology", "科技创新", "Science and technology"),
    ("employment", "就业", "Employment"),
    ("environment", "生态环境", "Environment, ecology and climate"),
    ("infrastructure", "基础设施", "Infrastructure: transport, water works, post and urban networks"),
]


def themes(years=(2025,), places=("云岭市",), rates=None, count=4, attrs=True) -> pd.DataFrame:
    """A frame of theme_frequencies: one report for each year and place."""
    labels = [LABELS[i] if i < len(LABELS) else (f"theme-{i}", f"主题{i}", f"Theme {i}") for i in range(count)]
    rows, reports = [], []
    for y, year in enumerate(years):
        for p, place in enumerate(places):
            report = f"r{p}-{year}"
            reports.append(
                {
                    "id": report,
                    "title": f"{place}报告",
                    "year": year,
                    "place": place,
                    "place_en": f"Place {p}",
                    "publisher": "云岭日报",
                    "level": "city",
                    "address": "",
                    "sha256": "",
                    "part": "plan",
                }
            )
            for t, (theme, zh, en) in enumerate(labels):
                rate = rates[t] if rates is not None else float((7 * t + 3 * y + 5 * p) % 23 + 1)
                rows.append(
                    {
                        "report_id": report,
                        "year": year,
                        "place": place,
                        "place_en": f"Place {p}",
                        "theme": theme,
                        "label_zh": zh,
                        "label_en": en,
                        "mentions": round(rate),
                        "han": 10_000,
                        "rate": rate,
                        "share": 0.1,
                        "low": rate * 0.6,
                        "high": rate * 1.5,
                        "rank": t + 1,
                    }
                )
    frame = pd.DataFrame(rows).astype({"year": "Int64"})
    if attrs:
        frame.attrs = provenance.describe(
            measure="theme_frequencies",
            reports=reports,
            count="longest",
            part="plan",
            denominator="han",
            per=10_000,
            draws=1000,
            unit="paragraph",
        )
    return frame


def comparisons() -> dict[str, pd.DataFrame]:
    """Frames of two slices of a real corpus, for the charts that compare."""
    from analysis import measure, read

    national = read.corpus("national").select(year=range(2015, 2026))
    return {
        "compare_years": measure.compare_years(national, 2015, [2024, 2025], draws=100),
        "keyness": measure.keyness(national, target=2025, reference=[2023, 2024]),
        "recycled": measure.recycled(national),
    }


def overlapping(figure) -> list[tuple[str, str]]:
    """The pairs of texts of a figure that overlap by more than a pixel, and texts that leave it."""
    figure.canvas.draw()
    boxes = [
        (t.get_text(), t.get_window_extent())
        for t in figure.findobj(lambda a: hasattr(a, "get_text"))
        if t.get_text().strip() and t.get_visible()
    ]
    width, height = figure.canvas.get_width_height()
    found = [
        (text, "leaves the figure")
        for text, box in boxes
        if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1
    ]
    for i, (one, a) in enumerate(boxes):
        for other, b in boxes[i + 1 :]:
            x, y = np.minimum(a.x1, b.x1) - np.maximum(a.x0, b.x0), np.minimum(a.y1, b.y1) - np.maximum(a.y0, b.y0)
            if x > 1 and y > 1:
                found.append((one, other))
    return found
