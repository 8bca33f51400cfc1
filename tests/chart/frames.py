"""Frames as measures give them, made up, for looking at what charts draw."""

from functools import cache

import numpy as np
import pandas as pd
from matplotlib.text import Text

from analysis import provenance
from analysis.paths import data_folder

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


def terms(years=range(2020, 2026), words=("就业", "创新", "改革")) -> pd.DataFrame:
    """A frame of count_terms: one report a year, without intervals."""
    source = themes(years=years, count=len(words))
    names = dict(zip(source["theme"].unique(), words, strict=True))
    frame = source.assign(term=source["theme"].map(names))
    frame = frame[["report_id", "year", "place", "term", "mentions", "han", "rate"]]
    frame.attrs = source.attrs | {"measure": "count_terms", "count": "every"}
    return frame


@cache
def comparisons() -> dict[str, pd.DataFrame]:
    """Frames by chart, measured on real corpora and on the samples, for charts that compare. Copy before changing."""
    from analysis import measure, read

    national = read.corpus("national").select(year=range(2015, 2026))
    provinces = read.corpus("provinces")
    samples = read.reports([data_folder() / "samples" / f"yunling-{year}.txt" for year in (2023, 2024, 2025)])
    changes = measure.compare_years(national, 2019, 2020, draws=100)
    return {
        "compare_years": changes,
        "slope": changes,
        "keyness": measure.keyness(national, target=2025, reference=[2023, 2024]),
        "recycled": measure.recycled(national),
        "rank_change": measure.priority_ranks(national, draws=100),
        "new_gone_back": measure.new_gone_back(national, 2025),
        "novelty": measure.novelty(samples, 2025, against=2024),
        "wording": measure.wording(samples, "建设"),
        "province_change": measure.panel_changes(provinces, 2025, 2026, draws=100),
    }


def changed(frame: pd.DataFrame, **columns) -> pd.DataFrame:
    """A copy of a measure's frame with other columns, its attrs kept."""
    copy = frame.assign(**columns)
    copy.attrs = frame.attrs
    return copy


def overlapping(figure) -> list[tuple[str, str]]:
    """The pairs of texts of a figure that overlap by more than a pixel, and texts that leave it."""
    figure.canvas.draw()
    unseen = {id(text) for axes in figure.axes for text in _beyond_limits(axes)}
    drawn = [t for t in figure.findobj(Text) if t.get_text().strip() and t.get_visible() and id(t) not in unseen]
    words = [text.get_text() for text in drawn]
    left, low, right, high = np.array([text.get_window_extent().extents for text in drawn]).T
    width, height = figure.canvas.get_width_height()
    out = (left < -1) | (low < -1) | (right > width + 1) | (high > height + 1)
    across = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    along = np.minimum.outer(high, high) - np.maximum.outer(low, low)
    pairs = np.argwhere(np.triu((across > 1) & (along > 1), k=1))
    return [(words[i], "leaves the figure") for i in np.flatnonzero(out)] + [(words[i], words[j]) for i, j in pairs]


def _beyond_limits(axes):
    # matplotlib keeps labels of ticks outside the limits and does not draw them.
    for axis in (axes.xaxis, axes.yaxis):
        first, last = sorted(axis.get_view_interval())
        for tick in axis.get_major_ticks():
            if not first - 1e-9 <= tick.get_loc() <= last + 1e-9:
                yield from (tick.label1, tick.label2)
