from itertools import combinations, product

import pytest

from analysis.chart.canvas import Pen
from analysis.chart.fonts import text_width
from analysis.chart.style import LIGHT, SIZES
from analysis.chart.tile_grid import TileGrid, tile_grid

PEN = Pen(LIGHT, SIZES["web"], "en")
WHERE = list(product(range(8), range(8)))


def boxes(grid: TileGrid) -> list[tuple[float, float, float, float]]:
    """Each map with its name: left, top, right, bottom."""
    corners = [grid.corner(nth) for nth in range(grid.maps)]
    return [(left, top - grid.head, left + grid.columns, top + grid.rows) for left, top in corners]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 6])
@pytest.mark.parametrize("room", [(1130, 480), (940, 900), (300, 220)])
def test_maps_stand_apart_within_the_grid_and_their_type_can_be_read(count, room):
    grid = tile_grid(PEN, count, WHERE, ["HLJ", "BJ"], room)
    wide, high = grid.extent
    assert grid.length >= PEN.least and grid.maps >= 1 and bool(grid.head) == (count > 1)
    for left, top, right, bottom in boxes(grid):
        assert left >= 0 and top >= -1e-9 and right <= wide + 1e-9 and bottom <= high + 1e-9
    for (l1, t1, r1, b1), (l2, t2, r2, b2) in combinations(boxes(grid), 2):
        assert r1 < l2 or r2 < l1 or b1 < t2 or b2 < t1


def test_all_maps_are_shown_where_there_is_room_and_fewer_where_names_would_be_too_small():
    assert tile_grid(PEN, 6, WHERE, ["BJ"], (1130, 480)).maps == 6
    name = "Heilongjiang"
    small = tile_grid(PEN, 6, WHERE, [name], (1130, 480))
    assert 0 < small.maps < 6 and text_width(name, small.length) <= 1130 / small.extent[0]
    beside = tile_grid(PEN, 6, WHERE, [name[:2]], (1130, 480)).extent[0]
    assert text_width(name, PEN.least) > 0.84 * 1130 / beside, "all six would be too small to read"
