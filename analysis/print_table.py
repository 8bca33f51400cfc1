"""Frames aligned for the terminal, where a Han character is two columns wide."""

import unicodedata

import pandas as pd


def print_table(frame: pd.DataFrame, *, digits: int = 1) -> str:
    """Return the frame as aligned text, numbers to the right with ``digits`` decimals, nothing cut off.

    >>> print(print_table(pd.DataFrame({"theme": ["就业"], "rate": [3.14159]})))
    theme  rate
    就业    3.1
    """
    columns = [[str(name), *(_cell(value, digits) for value in frame[name])] for name in frame.columns]
    right = [pd.api.types.is_numeric_dtype(frame[name]) for name in frame.columns]
    widths = [max(map(_width, column)) for column in columns]
    lines = []
    for row in zip(*columns, strict=True):
        cells = []
        for cell, width, to_right in zip(row, widths, right, strict=True):
            space = " " * (width - _width(cell))
            cells.append(space + cell if to_right else cell + space)
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _cell(value, digits: int) -> str:
    if value is None or value is pd.NA or value != value:
        return ""
    return f"{value:.{digits}f}" if isinstance(value, float) else str(value)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
