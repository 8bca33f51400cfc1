"""Frames as CSV for spreadsheets: Excel reads the Chinese, and no text starts a formula."""

import pandas as pd

# What makes a spreadsheet take a cell for a formula, full-width too where the machine's language is Chinese (OWASP).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Return the frame as CSV in UTF-8 with a byte-order mark; a text that could start a formula gets an apostrophe.

    >>> csv_bytes(pd.DataFrame({"a": ["=1+1"]})).decode("utf-8-sig")
    "a\\n'=1+1\\n"
    """
    safe = frame.copy()
    for name in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[name]):
            safe[name] = [_harmless(value) for value in safe[name]]
    safe.columns = [_harmless(name) for name in safe.columns]
    return safe.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")


def _harmless(value):
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
