"""What charts of reused sentences share: what the statuses are called, their colours, and their legend."""

from matplotlib.axes import Axes

from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.chart.style import Style

NAMES = {
    "kept": ("原样保留", "kept"),
    "moved": ("移动位置", "moved"),
    "reworded": ("改写", "reworded"),
    "new": ("新写", "new"),
}


def status_colours(style: Style) -> dict[str, str]:
    """Return the colour of each status, the same in every chart: what is new is grey."""
    return dict(zip(NAMES, (*(style.palette[i] for i in (0, 2, 6)), style.rest), strict=True))


def legend(said: dict[str, str], ax: Axes, pen: Pen) -> None:
    """Write what each status is called, behind a square of its colour, in a row above the plot."""
    colours, length = status_colours(pen.style), pen.style.label
    x = 0.0
    for status, name in said.items():
        for part, colour, gap in (("■", colours[status], 6), (name, pen.style.ink, 26)):
            ax.annotate(
                part, (0, 1), xycoords="axes fraction", xytext=(x, pen.pt(12)), textcoords="offset points",
                va="baseline", fontsize=pen.pt(length), color=colour, fontweight="bold",
            )  # fmt: skip
            x += pen.pt(text_width(part, length, bold=True) + gap)
