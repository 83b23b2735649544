"""Cells that span rows and columns, laid out on a grid."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tasks.extract.slots import Cell, expanded, grids_of

_CELLS = st.builds(Cell, columns=st.integers(0, 5), rows=st.integers(0, 5))


@given(st.lists(st.lists(st.lists(_CELLS, max_size=6), max_size=6), max_size=3))
def test_an_expanded_table_covers_its_grid_exactly_once(groups: list[list[list[Cell]]]) -> None:
    cells = expanded(groups)
    assert len(cells) == sum(len(row) for group in groups for row in group)
    grids = grids_of([cells])[0]
    assert len(grids) == bool(cells)
    if not cells:
        return
    grid = grids[0]
    covered = [
        (row, column)
        for cell in grid.cells
        for row in range(cell.row, cell.row_end)
        for column in range(cell.column, cell.column_end)
    ]
    rows = max(cell.row_end for cell in grid.cells)
    columns = max(cell.column_end for cell in grid.cells)
    assert sorted(covered) == [(r, c) for r in range(rows) for c in range(columns)]
