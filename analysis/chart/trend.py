"""What theme_trend and term_trend share: a rate over the years of one place, in lines and in words."""

from dataclasses import dataclass
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from analysis import provenance
from analysis.chart.canvas import Pen, Plot
from analysis.chart.clear import doubt
from analysis.chart.labels import within
from analysis.chart.lines import draw_lines, room_for_ends, scale_top
from analysis.chart.numbers import alike, number
from analysis.chart.record import Texts, of_place
from analysis.chart.years import extremes, one_line


@dataclass(frozen=True)
class Kind:
    """What the lines are: their key column, and what they are called in Chinese and English."""

    key: str
    zh: str
    en: str


THEMES = Kind("theme", "主题", "themes")
TERMS = Kind("term", "词", "words")


def one_a_year(frame: pd.DataFrame, kind: Kind, chart: str) -> pd.DataFrame:
    """Return the frame in order of years, with low and high; two reports of a year, or two places, are an error."""
    one_line(frame, chart, kind.key)
    # A report without the part that was measured has no rate: a gap, as a year without a report.
    frame = frame[frame["rate"].notna()].sort_values(["year", kind.key], ignore_index=True)
    for column in ("low", "high"):
        if column not in frame:
            frame[column] = float("nan")
    return frame


def plot(frame: pd.DataFrame, pen: Pen, kind: Kind, highlight: list[str], names: dict[str, dict[str, str]]) -> Plot:
    """Return how the lines are drawn, and the room they need."""
    labels = within(pd.Series(names[pen.lang]), pen).to_dict()
    own = {"key": kind.key, "labels": labels, "highlight": highlight}
    return Plot(partial(_draw, frame, own), left=32, right=room_for_ends(frame, **own, pen=pen), bottom=26)


def _draw(frame: pd.DataFrame, own: dict, ax: Axes, pen: Pen) -> None:
    draw_lines(ax, pen, frame, **own)


def texts(
    frame: pd.DataFrame,
    lang: str,
    kind: Kind,
    highlight: list[str],
    names: dict[str, dict[str, str]],
) -> Texts:
    """Return the words of a trend: what rose and fell between the first and the last year, as far as that is clear."""
    attrs, per = frame.attrs, provenance.per_line(frame.attrs, lang)
    place = provenance.place_of(attrs, lang)
    first, last, years = int(frame["year"].min()), int(frame["year"].max()), frame["year"].nunique()
    lines = [(names[lang][v], frame[frame[kind.key] == v]) for v in highlight]
    told = _changed_most(lines)
    banded = any(rows["low"].notna().any() for _, rows in lines)
    others = frame[kind.key].nunique() > len(highlight)
    cut = others and frame["rate"].max() > scale_top(frame, kind.key, highlight)
    if lang == "en":
        span = f"{first} to {last}" if years > 1 else f"{first}"
        found = "; ".join(_change_en(name, rows, (first, last)) for name, rows in told)
        title = f"{span}: {found}"
        subtitle = of_place(place, per) + ("; bands: 95% intervals" if banded else "")
        subtitle += (f"; grey: the other {kind.en}" if others else "") + (", cut off at the top" if cut else "")
        alt = f"Line chart over {years} report{'s' * (years > 1)}, {span}, {per}. "
        alt += " ".join(f"{_change_en(name, rows, (first, last))}{_peak(rows, lang)}." for name, rows in lines)
    else:
        span = f"{first}至{last}年" if years > 1 else f"{first}年"
        found = "；".join(_change_zh(name, rows, (first, last)) for name, rows in told)
        title = f"{first}年至{last}年：{found}" if years > 1 else f"{first}年：{found}"
        subtitle = f"{place}报告各{kind.zh}{per}" + ("；色带为95%区间" if banded else "")
        subtitle += (f"；灰线为其他{kind.zh}" if others else "") + ("，超出上限者未画全" if cut else "")
        alt = f"折线图：{span}{years}份报告的{per}。"
        alt += "".join(f"{_change_zh(name, rows, (first, last))}{_peak(rows, lang)}。" for name, rows in lines)
    return Texts(title, subtitle, provenance.note_line(attrs, lang, intervals=banded), alt=alt)


def _changed_most(lines: list[tuple[str, pd.DataFrame]]) -> list[tuple[str, pd.DataFrame]]:
    # A title has room for two: those whose last rate is furthest from the first, in the order of the lines.
    change = [abs(rows["rate"].iloc[-1] - rows["rate"].iloc[0]) for _, rows in lines]
    most = sorted(range(len(lines)), key=lambda i: -change[i])[:2]
    return [lines[i] for i in sorted(most)]


def _ends(rows: pd.DataFrame, span: tuple[int, int], form: str) -> list[str]:
    # The first and the last rate, each with its year where the chart begins earlier or ends later.
    ends = zip(rows["rate"].iloc[[0, -1]], rows["year"].iloc[[0, -1]], span, strict=True)
    return [number(rate) + ("" if year == shown else form.format(int(year))) for rate, year, shown in ends]


def _change_zh(name: str, rows: pd.DataFrame, span: tuple[int, int]) -> str:
    (a, b), first, last = _ends(rows, span, "（{}年）"), rows.iloc[0], rows.iloc[-1]
    if len(rows) == 1:
        return f"“{name}”为{b}"
    if alike(first["rate"], last["rate"]):
        return f"“{name}”首尾均为{b}"
    unclear = doubt(first, last, "zh")
    return f"“{name}”由{a}{'到' if unclear else '升至' if last['rate'] > first['rate'] else '降至'}{b}{unclear}"


def _change_en(name: str, rows: pd.DataFrame, span: tuple[int, int]) -> str:
    (a, b), first, last = _ends(rows, span, " in {}"), rows.iloc[0], rows.iloc[-1]
    if len(rows) == 1:
        return f"{name} at {b}"
    if alike(first["rate"], last["rate"]):
        return f"{name} begins and ends at {b}"
    unclear = doubt(first, last, "en")
    verb = "goes" if unclear else "rises" if last["rate"] > first["rate"] else "falls"
    return f"{name} {verb} from {a} to {b}{unclear}"


def _peak(rows: pd.DataFrame, lang: str) -> str:
    ends = extremes(rows["year"], rows["rate"], number, lang)
    form = ", highest {1} in {0}, lowest {3} in {2}" if lang == "en" else "，最高{1}（{0}年），最低{3}（{2}年）"
    return form.format(*ends[0], *ends[1]) if ends else ""
