"""The frame a measure returns: a pandas DataFrame that prints with labels and units, and escapes what reports say."""

import html
import math
import re

import pandas as pd

from analysis import provenance

_MOST_ROWS = 24
_WIDTH = 80  # columns, where pandas has been told of none

# column: (what it is called, its unit or nothing); {per} is the unit of the rate.
_LABELS = {
    "report_id": ("report", ""),
    "label_zh": ("主题", ""),
    "label_en": ("theme", ""),
    "mentions": ("mentions", "times"),
    "han": ("length", "Han characters"),
    "words": ("length", "words"),
    "rate": ("rate", "{per}"),
    "low": ("from", "95% interval"),
    "high": ("to", "95% interval"),
    "share": ("share", "%"),
    "cumulative": ("cumulative", "%"),
    "sentence_share": ("sentences that mention it", "%"),
    "uncovered_share": ("sentences of no theme", "%"),
    "uncovered_han_share": ("Han characters of no theme", "%"),
    "position": ("position", "% of the report"),
    "dp_norm": ("dispersion DPnorm", "0 even, 1 bunched"),
    "rank_low": ("rank from", "95% interval"),
    "rank_high": ("rank to", "95% interval"),
}
_SHARES = {"share", "cumulative", "sentence_share", "uncovered_share", "uncovered_han_share", "position"}
_BESIDE = re.compile("【(.*?)】")  # how a concordance side by side marks the term
_NAMES = {"left": "right", "keyword": "center"}  # alignment of a concordance


class Frame(pd.DataFrame):
    """A DataFrame of a measure. Slicing keeps the class and, with pandas, the attrs."""

    @property
    def _constructor(self):
        return Frame

    def _repr_html_(self) -> str:
        shown = self._shown()
        columns = "".join(f"<th>{html.escape(self._label(name))}</th>" for name in shown.columns)
        rows = "".join(
            f"<tr>{''.join(map(_html_cell, shown.columns, row))}</tr>" for row in shown.itertuples(index=False)
        )
        more = f"<p>{self._more()}</p>" if self._more() else ""
        return (
            f"<p>{html.escape(self._caption())}</p>"
            f"<table><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>{more}"
        )

    def __repr__(self) -> str:
        # Wrapped, not cut: pandas would hide the very columns that hold the numbers behind "…" on a narrow screen.
        shown = self._shown().rename(columns=self._label)
        with pd.option_context("display.unicode.east_asian_width", True, "display.max_colwidth", None):
            table = shown.to_string(line_width=pd.get_option("display.width") or _WIDTH)
        return "\n".join(part for part in (self._caption(), table, self._more()) if part)

    def _shown(self) -> pd.DataFrame:
        """The rows that are displayed, every cell as the text a reader sees."""
        head = pd.DataFrame(self).head(_MOST_ROWS)
        cells = {i: [_text(name, value) for value in head.iloc[:, i]] for i, name in enumerate(head.columns)}
        return pd.DataFrame(cells, index=head.index).set_axis(head.columns, axis=1)

    def _more(self) -> str:
        return f"… and {len(self) - _MOST_ROWS:,} more rows" if len(self) > _MOST_ROWS else ""

    def _caption(self) -> str:
        measure = self.attrs.get("measure", "frame").replace("_", " ")
        return f"{measure}: {len(self):,} rows. {provenance.note_line(self.attrs, 'en')}".strip()

    def _label(self, name: str) -> str:
        label, unit = _LABELS.get(name, (str(name).replace("_", " "), ""))
        unit = unit.format(per=provenance.per_line(self.attrs, "en").removeprefix("mentions "))
        return f"{label} ({unit})" if unit else label


def _text(name: str, value) -> str:
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return ""
    if name in _SHARES:
        return f"{100 * value:.1f}"
    if isinstance(value, float):
        return f"{value:,.2f}" if abs(value) < 10 else f"{value:,.1f}"
    return str(value)


def _html_cell(name: str, text: str) -> str:
    shown = html.escape(text)
    if name == "keyword":
        shown = f"<mark>{shown}</mark>"
    shown = _BESIDE.sub(r"<mark>\1</mark>", shown)
    align = f' style="text-align:{_NAMES[name]}"' if name in _NAMES else ""
    return f"<td{align}>{shown}</td>"


def labelled(frame: pd.DataFrame, attrs: dict) -> Frame:
    """Return the frame as a Frame that carries ``attrs``."""
    result = Frame(frame)
    result.attrs = attrs
    return result
