"""How maps of tiles stand beside and below each other, as many as leave the names of places legible."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, prod

from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width

_GAP = 0.7, 0.35  # tiles between two maps, beside and below each other
_HEAD = 1.1  # rows of tiles that the name of a map takes


@dataclass(frozen=True)
class TileGrid:
    """Maps of ``rows`` x ``columns`` tiles, ``across`` beside and ``down`` below each other, in type of ``length``.

    A map has ``head`` rows for its name; a single one has none.
    """

    rows: int
    columns: int
    across: int
    down: int
    head: float
    length: float = 0.0

    @property
    def maps(self) -> int:
        """How many maps there is room for."""
        return self.across * self.down

    @property
    def extent(self) -> tuple[float, float]:
        """The tiles across and down all maps.

        >>> TileGrid(rows=8, columns=8, across=3, down=1, head=1.1).extent
        (25.4, 9.1)
        """
        wide = self.across * self.columns + (self.across - 1) * _GAP[0]
        return wide, self.down * (self.rows + self.head) + (self.down - 1) * _GAP[1]

    def corner(self, nth: int) -> tuple[float, float]:
        """The left end and the top of the tiles of a map, below its name.

        >>> TileGrid(rows=8, columns=8, across=3, down=1, head=1.1).corner(1)
        (8.7, 1.1)
        """
        left = (nth % self.across) * (self.columns + _GAP[0])
        return left, (nth // self.across) * (self.rows + self.head + _GAP[1]) + self.head


def tile_grid(pen: Pen, count: int, where: Iterable[tuple[int, int]], names: Iterable[str], room) -> TileGrid:
    """Return the grid for ``count`` maps of places that stand at ``where`` (row, column).

    ``room`` is the width and height there is, in pixels at scale 1; where names can be read on none, the type is the
    smallest.
    """
    (width, height), widest = room, max(text_width(name, 1) for name in names)
    rows, columns = (1 + max(place) for place in zip(*where, strict=True))
    most = min(count, 3 if width > 1.3 * height else 2)
    grids = [(across, down) for across in range(most, 0, -1) for down in range(ceil(count / across), 0, -1)]
    for across, down in sorted(grids, key=lambda grid: min(count, prod(grid)), reverse=True):
        grid = TileGrid(rows, columns, across, down, _HEAD if count > 1 else 0.0)
        wide, high = grid.extent
        length = min(pen.style.small, 0.5 * height / high, 0.84 * width / wide / widest)
        if length >= pen.least:
            break
    return TileGrid(rows, columns, across, down, grid.head, max(length, pen.least))
