"""The frame a measure returns: a pandas DataFrame that prints with labels and units, and escapes what reports say."""

import html

import pandas as pd

from analysis import provenance

_MOST_ROWS = 24

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
_NAMES = {"left": "right", "keyword": "center"}  # alignment of a concordance


class Frame(pd.DataFrame):
    """A DataFrame of a measure. Slicing keeps the class and, with pandas, the attrs."""

    @property
    def _constructor(self):
        return Frame

    def _repr_html_(self) -> str:
        head = self.head(_MOST_ROWS)
        columns = "".join(f"<th>{html.escape(self._label(name))}</th>" for name in head.columns)
        rows = "".join(f"<tr>{''.join(self._cell(n, v) for n, v in row.items())}</tr>" for _, row in head.iterrows())
        more = f"<p>… and {len(self) - len(head):,} more rows</p>" if len(self) > len(head) else ""
        return (
            f"<p>{html.escape(self._caption())}</p>"
            f"<table><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>{more}"
        )

    def __repr__(self) -> str:
        return f"{self._caption()}\n{pd.DataFrame(self).rename(columns=self._label)!r}"

    def _caption(self) -> str:
        measure = self.attrs.get("measure", "frame").replace("_", " ")
        return f"{measure}: {len(self):,} rows. {provenance.note_line(self.attrs, 'en')}".strip()

    def _label(self, name: str) -> str:
        label, unit = _LABELS.get(name, (str(name).replace("_", " "), ""))
        unit = unit.format(per=provenance.per_line(self.attrs, "en").removeprefix("mentions "))
        return f"{label} ({unit})" if unit else label

    def _cell(self, name: str, value) -> str:
        if name == "keyword":
            return f'<td style="text-align:center"><mark>{html.escape(str(value))}</mark></td>'
        text = "" if value is None or value is pd.NA or value != value else value
        if name in _SHARES and text != "":
            text = f"{100 * value:.1f}"
        elif isinstance(text, float):
            text = f"{text:,.2f}" if abs(text) < 10 else f"{text:,.1f}"
        align = f' style="text-align:{_NAMES[name]}"' if name in _NAMES else ""
        return f"<td{align}>{html.escape(str(text))}</td>"


def labelled(frame: pd.DataFrame, attrs: dict) -> Frame:
    """Return the frame as a Frame that carries ``attrs``."""
    result = Frame(frame)
    result.attrs = attrs
    return result
