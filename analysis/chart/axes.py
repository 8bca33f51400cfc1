"""How axes look in the house: light grid behind, no frame, small soft labels, lines labelled at their ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from matplotlib.axes import Axes

from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.errors import ChartError

LEADING = 1.25  # heights of type from a label at the end of a line to the next


def bare(ax: Axes, pen: Pen, *, grid: str = "", ticks: bool = True) -> None:
    """Take away frame and ground, so that the paper shows; draw grid lines along ``grid`` ("x", "y" or none).

    Ticks have labels only, without ``ticks`` none at all.
    """
    ax.set_facecolor("none")
    for side in ax.spines.values():
        side.set_visible(False)
    ax.tick_params(length=0, labelsize=pen.pt(pen.style.small), labelcolor=pen.style.soft, pad=pen.pt(5))
    ax.set_axisbelow(True)
    if grid:
        ax.grid(axis=grid, color=pen.style.line, linewidth=pen.pt(1))
    if not ticks:
        ax.set(xticks=[], yticks=[])


def name_columns(ax: Axes, pen: Pen, at: Sequence[float], names: Sequence[str], *, length: float) -> None:
    """Write names under columns of the axes, within the limits it has, in type of ``length``: level where they fit.

    Else Chinese names stand upright, one character under the other, and others are turned.
    """
    low, high = ax.get_xlim()
    column = ax.get_window_extent().width / (high - low)
    level = pen.px(max(text_width(name, length) for name in names)) <= 0.94 * column
    upright = not level and all(east_asian_width(character) == "W" for name in names for character in name)
    labels = ["\n".join(name) for name in names] if upright else names
    ax.set_xticks(
        at, labels, rotation=0 if level or upright else 90, color=pen.style.ink, fontsize=pen.pt(length), va="top",
        linespacing=1.02,
    )  # fmt: skip


@dataclass(frozen=True)
class End:
    """Where a line ends, and the label that is written there."""

    x: float
    y: float
    text: str
    colour: str
    gid: str
    bold: bool = True


def label_ends(
    ax: Axes,
    pen: Pen,
    ends: Sequence[End],
    *,
    at: float,
    stem: float,
    length: float,
    side: int = 1,
    free: Sequence[End] = (),
) -> None:
    """Label the ends of lines: labels give way to each other, and threads lead to those that had to.

    They stand ``stem`` pixels (at scale 1) right of ``at``, with ``side=-1`` left of it, within the limits that the
    axes has; ``length`` is the size of their type, smaller where they are many. Of the ends in ``free`` those are
    labelled that no label stands near, the first first.
    """
    (low, high), height = sorted(ax.get_ylim()), ax.get_window_extent().height
    length = min(length, height / pen.px(max(len(ends), 1)))
    if length < pen.least:
        raise ChartError(f"no room for {len(ends)} names at the ends of lines in {pen.format}; choose fewer")
    half = pen.px(length) / 2 * (high - low) / height
    gap = 2 * half * LEADING
    labels = list(zip(ends, spread([end.y for end in ends], gap, low + half, high - half), strict=True))
    for end in free:
        if all(abs(end.y - place) >= gap for _, place in labels):
            labels.append((end, end.y))
    for end, place in labels:
        ax.annotate(
            end.text, (at, place), xytext=(side * pen.pt(stem), 0), textcoords="offset points", va="center",
            ha="left" if side > 0 else "right", fontsize=pen.pt(length), color=end.colour, gid=end.gid,
            fontweight="bold" if end.bold else "regular", annotation_clip=False,
        )  # fmt: skip
        if abs(place - end.y) > 0.4 * gap:
            x, y = ax.transData.transform((at, place))
            before = ax.transData.inverted().transform((x + side * pen.px(stem - 3), y))
            ax.plot(
                *zip((end.x, end.y), before, strict=True), color=end.colour, linewidth=pen.pt(1), alpha=0.7,
                clip_on=False, zorder=2, gid="thread",
            )  # fmt: skip


def spread(positions: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return positions moved as little as needed to stand at least ``gap`` apart between ``low`` and ``high``.

    The order is kept and ties keep theirs, so that end-of-line labels never overlap. Where there is no room for all,
    they are spaced evenly.

    >>> spread([1.0, 1.0, 9.0], 2, 0, 10)
    [0.0, 2.0, 9.0]
    """
    if not positions:
        return []
    count = len(positions)
    if gap * (count - 1) >= high - low:
        gap = (high - low) / max(1, count - 1)
    order = sorted(range(count), key=lambda i: (positions[i], i))
    # Pool adjacent violators: clusters of labels that touch share the shift that keeps them centred.
    clusters: list[list] = []
    for rank, i in enumerate(order):
        clusters.append([positions[i] - rank * gap, 1])
        while len(clusters) > 1 and clusters[-2][0] > clusters[-1][0]:
            mean, size = clusters.pop()
            before = clusters[-1]
            before[0] = (before[0] * before[1] + mean * size) / (before[1] + size)
            before[1] += size
    placed, rank = [0.0] * count, 0
    for mean, size in clusters:
        for _ in range(size):
            start = min(max(mean, low), high - gap * (count - 1))
            placed[order[rank]] = float(start + rank * gap)
            rank += 1
    return placed
