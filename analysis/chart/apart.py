"""Labels of points that do not overlap each other: the one door to textalloc."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.collections import PathCollection

from analysis.chart.canvas import Pen


def label_points(
    ax: Axes,
    pen: Pen,
    x: Sequence[float],
    y: Sequence[float],
    texts: Sequence[str],
    *,
    length: float,
    points: PathCollection,
) -> None:
    """Write a text beside each point where it covers neither a point nor another text, with a line where it is far.

    ``points`` is the scatter they are drawn with; ``length`` is the type size in pixels at scale 1. The same points
    give the same places.
    """
    import textalloc

    before = set(ax.texts)
    textalloc.allocate(
        ax, list(x), list(y), list(texts), scatter_plot=points, textsize=pen.pt(length), textcolor=pen.style.ink,
        linecolor=pen.style.soft, linewidth=pen.pt(0.8), nbr_candidates=600, min_distance=0.01, max_distance=0.3,
        margin=0.003, avoid_label_lines_overlap=True, avoid_crossing_label_lines=True,
    )  # fmt: skip
    for number, text in enumerate(text for text in ax.texts if text not in before):
        text.set_gid(f"label-{number}")
