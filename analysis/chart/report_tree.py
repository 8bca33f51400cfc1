"""A family tree of reports: which resemble each other, with how firm each branch is."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import BboxTransformTo

from analysis import provenance
from analysis.chart.axes import bare, name_columns
from analysis.chart.canvas import Pen, Plot, compose
from analysis.chart.checked import checked
from analysis.chart.fonts import text_width
from analysis.chart.numbers import number, percent
from analysis.chart.places import report_names
from analysis.chart.record import Texts, Words, of_place, sentences
from analysis.errors import ChartError

_COLUMNS = (
    "node", "left", "right", "height", "size", "support", "robust", "report_id", "year", "place", "place_en", "members",
)  # fmt: skip
_FIRM = 0.7
_MOST_SPANS = 2
_MOST_PARTS = 4


def report_tree(
    frame: pd.DataFrame,
    *,
    lang: str = "zh",
    title: Words | None = None,
    subtitle: Words | None = None,
    note: Words | None = None,
    source: Words | None = None,
    alt: Words | None = None,
    size: str = "web",
    style: str = "light",
    ax: Axes | None = None,
) -> Figure:
    """Draw the tree of reports; branches that come back in 70% of the resamples, and robustly, are heavy lines.

    Parameters
    ----------
    frame
        A frame of :func:`analysis.measure.report_clusters`.
    lang, title, subtitle, note, source, alt, size, style, ax
        As in :func:`theme_frequencies`.

    Returns
    -------
    Figure

    Raises
    ------
    ChartError
        For a frame of another measure, a part of a tree, or more reports than the format has room to name.

    Examples
    --------
    >>> from analysis import chart, measure, read
    >>> tree = measure.report_clusters(read.corpus("national").select(year=range(2019, 2026)), draws=100)
    >>> figure = chart.report_tree(tree, lang="en")
    """
    checked(frame, _COLUMNS, "report_tree", "report_clusters", numbers=("height", "size"))
    joined = {*frame["left"].dropna(), *frame["right"].dropna()}
    if not joined or not joined <= set(frame["node"]):
        raise ChartError("chart.report_tree needs the whole tree; select reports before measure.report_clusters")
    frame = frame.sort_values("node")
    return compose(
        report_tree,
        frame,
        _plot,
        texts=_texts,
        words={"title": title, "subtitle": subtitle, "note": note, "source": source, "alt": alt},
        lang=lang,
        size=size,
        style=style,
        ax=ax,
    )


def _plot(frame: pd.DataFrame, pen: Pen) -> Plot:
    names = report_names(frame[frame["size"] == 1], pen.lang)
    widest = max(text_width(name, pen.style.small) for name in names)
    return Plot(partial(_draw, frame, names), left=34, right=6, top=10, bottom=widest + 14)


def _draw(frame: pd.DataFrame, names: list[str], ax: Axes, pen: Pen) -> None:
    style = pen.style
    bare(ax, pen, grid="y")
    room = pen.extent(ax)[0] / len(names)
    length = min(style.small, 0.92 * room)
    if length < pen.least:
        raise ChartError(
            f"chart.report_tree: no room for {len(names)} reports in {pen.format}; use a larger one, or fewer"
        )
    top = float(frame["height"].max()) or 1.0
    ax.set_ylim(0, top * 1.03)
    ax.set_xlim(-0.5, len(names) - 0.5)
    where = {row.node: (float(row.node), 0.0) for row in frame.itertuples() if row.size == 1}
    told = _told(frame)
    named = set(told["node"]) if len(told) == 1 else set()
    for node, firm in zip(frame[frame["size"] > 1].itertuples(), _firm(frame[frame["size"] > 1]), strict=True):
        (x1, y1), (x2, y2) = where[node.left], where[node.right]
        colour = style.palette[1] if node.node in named else style.ink if firm else style.rest
        ax.plot(
            [x1, x1, x2, x2], [y1, node.height, node.height, y2], color=colour,
            linewidth=pen.pt(2.2 if firm else 1.2), solid_joinstyle="miter", gid=f"branch-{node.node}",
        )  # fmt: skip
        where[node.node] = ((x1 + x2) / 2, node.height)
    name_columns(ax, pen, range(len(names)), names, length=length)
    _write_support(frame, where, set(told["node"]), named, ax, pen)


def _firm(frame: pd.DataFrame) -> pd.Series:
    """Return which nodes are firm: robust, and in 70% of resamples; reports and the root are always there."""
    return (frame["support"].isna() | (frame["support"] >= _FIRM)) & frame["robust"]


def _told(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the branches the title tells of: the two to four firm ones the tree parts into, or the firmest of all."""
    nodes, firm = frame.set_index("node"), _firm(frame.set_index("node"))
    parts = [frame.iloc[-1]["node"]]
    while len(parts) == 1 or (len(parts) <= _MOST_PARTS and not firm[parts].all()):
        whole = {own for own in parts if firm[own] and len(parts) > 1}
        parts = [end for own in parts for end in ([own] if own in whole else nodes.loc[own, ["left", "right"]])]
    if len(parts) <= _MOST_PARTS and nodes.loc[parts, "size"].max() > 1:
        told = frame[frame["node"].isin(parts)]
        first = [frame.loc[frame["report_id"].isin(said.split()), "year"].min() for said in told["members"]]
        ordered = told.assign(first=first).sort_values(["first", "size", "node"], ascending=[True, False, True])
        return ordered.drop(columns="first")
    inner = frame[(frame["size"] > 1) & frame["support"].notna()]
    ranked = ["robust", "support", "size", "node"]
    return inner.sort_values(ranked, ascending=[False, False, False, True], kind="stable").head(1)


def _write_support(frame: pd.DataFrame, where: dict, told: set, named: set, ax: Axes, pen: Pen) -> None:
    # Within the branch it is of; of those the title tells of beside or above it, where lines leave no room within.
    style = pen.style
    taken = [line.get_path().transformed(line.get_transform()) for line in ax.lines]
    inner = frame[(frame["size"] > 1) & frame["support"].notna()].assign(told=lambda rows: rows["node"].isin(told))
    for node in inner.sort_values("told", ascending=False, kind="stable").itertuples():
        is_named, (middle, height) = node.node in named, where[node.node]
        text = ax.annotate(
            percent(node.support), (middle, height), xytext=(0, 0), textcoords="offset points", zorder=3,
            fontsize=pen.type(style.small * 0.9), fontweight="bold" if is_named else "normal",
            color=style.palette[1] if is_named else style.soft, gid=f"support-{node.node}",
            bbox={"facecolor": style.paper, "edgecolor": "none", "pad": pen.pt(0.5)},
        )  # fmt: skip
        left, right = where[node.left][0], where[node.right][0]
        spots = [(middle, 0, -3, "center", "top"), (left, -4, 0, "right", "top"), (right, 4, 0, "left", "top")]
        spots.append((middle, 0, 3, "center", "bottom"))
        for x, beside, above, ha, va in spots if node.told else spots[:1]:
            text.xy, text.xyann = (x, height), (pen.pt(beside), pen.pt(above))
            text.set(ha=ha, va=va)
            box = text.get_window_extent().padded(pen.px(1))
            inside = ax.bbox.x0 <= box.x0 and box.x1 <= ax.bbox.x1 and ax.bbox.y0 <= box.y0
            free = inside and not any(path.intersects_bbox(box, filled=False) for path in taken)
            if free:
                break
        if free or node.told:
            taken.append(Path.unit_rectangle().transformed(BboxTransformTo(box)))
        else:
            text.remove()


def _texts(frame: pd.DataFrame, lang: str) -> Texts:
    attrs, leaves = frame.attrs, frame[frame["size"] == 1]
    inner = frame[(frame["size"] > 1) & frame["support"].notna()]
    told = _told(frame)
    parted = len(told) > 1
    said = [_side(frame, row, lang) for _, row in told.iterrows()]
    firm, count, place = int(_firm(inner).sum()), len(leaves), provenance.place_of(attrs, lang)
    fidelity = "" if pd.isna(attrs["fidelity"]) else number(attrs["fidelity"], 2)
    if lang == "en":
        title = f"By their words {count} reports part into {', '.join(said[:-1])} and {said[-1]}"
        alike = frame["height"].max() == 0
        title = f"{count} reports cannot be told apart by their words" if alike else title
        title = (
            title if parted or alike else f"{count} reports do not part firmly; the firmest branch (pink) is {said[0]}"
        )
        subtitle = "distance at which reports join (0: the same words); numbers: support; heavy lines: firm branches"
        subtitle = of_place(place, subtitle)
        noted = f"{firm} of {len(inner)} branches are firm: in 70% of resamples and more, and whatever the weights of "
        noted += "words."
        noted += f" The tree shows the distances with a cophenetic correlation of {fidelity}." if fidelity else ""
        alt = f"Tree of {count} reports by their words. {title}. {noted}"
    else:
        title = f"按用词，{count}份报告分为{'〇一两三四'[len(said)]}支：{'，'.join(said)}"
        alike = frame["height"].max() == 0
        title = f"按用词，{count}份报告无法区分" if alike else title
        title = title if parted or alike else f"{count}份报告没有稳固的划分；最稳固的一支（粉色）是{said[0]}"
        subtitle = f"纵轴为{place}报告合并时的距离（0为用词相同）；数字为支持度；粗线为稳固的分支"
        noted = f"{len(inner)}个分支中有{firm}个稳固：在七成以上的重抽样中出现，且不因词语的加权方法而异。"
        noted += f"树图与原距离的同表象相关为{fidelity}。" if fidelity else ""
        alt = f"树状图：按用词相近程度排列的{count}份报告。{title}。{noted}"
    note = provenance.note_line(attrs, lang)
    return Texts(title, subtitle, sentences(lang, note, noted), alt=alt)


def _side(frame: pd.DataFrame, half: pd.Series, lang: str) -> str:
    """What a branch holds: its years where they are one or two runs, else how many reports."""
    members = frame[frame["report_id"].isin(str(half["members"]).split())]
    support = "" if pd.isna(half["support"]) else percent(half["support"])
    own = _spans(members, frame[frame["size"] == 1])
    if lang == "en":
        said = " and ".join(own) if own else _few(members, lang)
        return f"{said} (support {support})" if support else said
    said = "、".join(f"{span}年" for span in own) if own else _few(members, lang)
    return f"{said}（支持度{support}）" if support else said


def _few(members: pd.DataFrame, lang: str) -> str:
    names = report_names(members, lang)
    if len(names) <= 3:
        return (", " if lang == "en" else "、").join(names)
    return f"{len(names)} reports" if lang == "en" else f"{len(names)}份"


def _spans(members: pd.DataFrame, leaves: pd.DataFrame) -> list[str]:
    # Runs of years without a report of another branch between them; none where there are more than two.
    if leaves["year"].isna().any() or leaves["year"].duplicated().any():
        return []
    years = leaves["year"].astype(int).sort_values()
    own = years.isin(members["year"].astype(int))
    runs = years[own].groupby((own != own.shift()).cumsum()).agg(["min", "max"])
    if len(runs) > _MOST_SPANS:
        return []
    return [f"{first}–{last}" if last > first else str(first) for first, last in runs.itertuples(index=False)]
