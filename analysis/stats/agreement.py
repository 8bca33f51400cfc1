"""Do two readers who code the same sentences agree? Krippendorff's alpha, from the package of that name."""

from collections.abc import Sequence

import numpy as np


def krippendorff_alpha(codes: Sequence[Sequence], *, level: str = "nominal") -> float:
    """Return Krippendorff's alpha: 1 is full agreement, 0 is chance, below 0 is worse than chance.

    ``codes`` has one row a reader and one column a unit; None (or NaN) is a unit the reader did not code. ``level``
    is nominal, ordinal, interval or ratio. Raises ValueError where all codes are the same one value, or no unit was
    coded twice: alpha is then undefined.

    Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability.

    >>> krippendorff_alpha([[1, 2, 3, 3], [1, 2, 3, 3]])
    1.0
    """
    from krippendorff import alpha

    table = np.array([list(row) for row in codes], dtype=object)
    missing = np.array([[value is None or value != value for value in row] for row in table])
    if not ((~missing).sum(axis=0) > 1).any():
        raise ValueError("no unit was coded by two readers, so their agreement cannot be told")
    values = sorted({value for value, gone in zip(table.ravel(), missing.ravel(), strict=True) if not gone})
    if len(values) < 2:
        raise ValueError("every code is the same one value, so agreement cannot be told from chance")
    numeric = all(isinstance(value, int | float | np.number) for value in values)
    number = {value: float(value) if numeric else place for place, value in enumerate(values)}
    coded = [number.get(value, np.nan) for value in table.ravel()]
    return float(alpha(reliability_data=np.reshape(coded, table.shape), level_of_measurement=level))
