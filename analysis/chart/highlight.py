"""What a chart brings out: the values that a reader names, checked against those the frame has."""

from collections.abc import Iterable

import pandas as pd

from analysis.errors import ChartError

_NAMED = 5  # values that an error names


def highlighted(
    frame: pd.DataFrame, key: str, highlight: str | Iterable[str] | None, default=(), *, option: str = "highlight"
) -> list[str]:
    """Return the values of the column ``key`` to bring out, in the order given: one, several, or else the default.

    ``option`` is the name under which the reader gave them.

    Raises ChartError, naming what there is, for a value that the column lacks, and for what is no list of values.

    >>> highlighted(pd.DataFrame({"term": ["就业", "创新"]}), "term", "创新")
    ['创新']
    """
    if isinstance(highlight, str):
        highlight = [highlight]
    elif highlight is not None and not isinstance(highlight, Iterable):
        raise ChartError(f"{option}={highlight!r}: give one {key}, or a list of them")
    wanted = list(highlight if highlight is not None else ()) or list(default)
    there = frame[key].unique().tolist()
    unknown = [value for value in wanted if value not in there]
    if unknown:
        some = ", ".join(map(str, there[:_NAMED])) + (f" and {len(there) - _NAMED} more" if len(there) > _NAMED else "")
        raise ChartError(f"{option}={unknown[0]!r} is not a {key} of the frame; it has {some}")
    return list(dict.fromkeys(wanted))
