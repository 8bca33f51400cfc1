"""What a chart brings out: the values that a reader names, checked against those the frame has."""

from collections.abc import Iterable, Sized

import numpy as np
import pandas as pd

from analysis.chart.style import LIGHT
from analysis.errors import ChartError

COLOURS = len(LIGHT.palette)  # lines or bars that can be told apart
_NAMED = 5  # values that an error names


def left_to_chart(given) -> bool:
    """Return whether a caller chose nothing, so that a chart does, and says by which rule: None, or an empty list.

    >>> left_to_chart(None), left_to_chart([]), left_to_chart("就业"), left_to_chart(0)
    (True, True, False, False)
    """
    return given is None or (isinstance(given, Sized) and not isinstance(given, str) and not len(given))


def highlighted(
    frame: pd.DataFrame,
    key: str,
    given: str | int | Iterable | None,
    default: Iterable = (),
    *,
    option: str = "highlight",
    limit: int | None = None,
) -> list:
    """Return the values of the column ``key`` to bring out, in the order given: one, several, or else the default.

    ``option`` is the name under which the reader gave them, ``limit`` how many the chart can show.

    Raises ChartError, naming what there is, for a value that the column lacks, for more values than the limit, and for
    what is no list of values.

    >>> highlighted(pd.DataFrame({"term": ["就业", "创新"]}), "term", "创新")
    ['创新']
    """
    numbered = pd.api.types.is_numeric_dtype(frame[key])
    if isinstance(given, int | np.integer if numbered else str):
        given = [given]
    elif given is not None and not isinstance(given, Iterable):
        raise ChartError(f"{option}={given!r}: give one {key}, or a list of them")
    wanted = list(() if given is None else given) or list(default)
    there = frame[key].unique().tolist()
    unknown = [value for value in wanted if value not in there or isinstance(value, bool | np.bool_ | float)]
    if unknown:
        some = ", ".join(map(str, there[:_NAMED])) + (f" and {len(there) - _NAMED} more" if len(there) > _NAMED else "")
        raise ChartError(f"{option}={unknown[0]!r} is not a {key} of the frame; it has {some}")
    wanted = list(dict.fromkeys(wanted))
    if limit and len(wanted) > limit:
        raise ChartError(f"{option}=: up to {limit} {key}s can be brought out, not {len(wanted)}; name fewer")
    return wanted
