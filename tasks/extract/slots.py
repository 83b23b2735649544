"""The cells of a table without a place on paper: from what they span to a grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongkai.number import parse
from gongkai.report import Box, Grid, GridCell

COLUMN, ROW = 100.0, 20.0
"""Points a column is wide and a row is high where the source has no paper."""

MOST_COLUMNS = 100
"""A cell that says it spans more columns spans so many; no form has as many."""

MOST_SLOTS = 20_000
"""A table with more places than this (rows × columns) is not read: it is no form."""


@dataclass(frozen=True)
class Slot:
    """A cell before it has a place: what stands in it and how far it reaches.

    Attributes:
        rows: how many rows it spans; 0: all that follow.
        drawn: whether a picture stands in it.
    """

    lines: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    pointer: str = ""
    columns: int = 1
    rows: int = 1
    drawn: bool = False


@dataclass(frozen=True)
class Placed:
    """A slot and the rows and columns it covers; the ends are exclusive."""

    row: int
    column: int
    row_end: int
    column_end: int
    slot: Slot

    @property
    def covered(self) -> Iterator[tuple[int, int]]:
        """The places it covers, as row and column."""
        for row in range(self.row, self.row_end):
            for column in range(self.column, self.column_end):
                yield row, column


def expanded(groups: Sequence[Sequence[Sequence[Slot]]]) -> list[Placed]:
    """Give the cells of a table their places, as browsers do.

    A cell takes the first free place of its row. It spans no further than its row
    group, and where it would cover another cell it ends before that.

    Args:
        groups: row groups (thead, tbody …), each its rows, each its cells.

    Returns:
        every cell, none over another; empty where the table has more than `MOST_SLOTS`.
    """
    found: list[Placed] = []
    taken: set[tuple[int, int]] = set()
    first = 0
    for group in groups:
        last = first + len(group)
        for row, slots in enumerate(group, start=first):
            column = 0
            for slot in slots:
                while (row, column) in taken:
                    column += 1
                cell = _fitted(slot, row, column, last, taken)
                found.append(cell)
                taken.update(cell.covered)
                column = cell.column_end
                if len(taken) > MOST_SLOTS:
                    return []
        first = last
    return found


def _fitted(slot: Slot, row: int, column: int, last: int, taken: set[tuple[int, int]]) -> Placed:
    """Let a cell reach as far as it says, as its group goes, and as nothing is in its way."""
    right = column + min(max(slot.columns, 1), MOST_COLUMNS)
    right = next((c for c in range(column + 1, right) if (row, c) in taken), right)
    low = min(row + (slot.rows or last), last)
    own = range(column, right)
    low = next((r for r in range(row + 1, low) if any((r, c) in taken for c in own)), low)
    return Placed(row, column, low, right, slot)


def grids_of(tables: Iterable[Sequence[Placed]]) -> tuple[list[Grid], frozenset[Box]]:
    """Lay out tables one below the other; also the boxes of the cells with pictures."""
    grids: list[Grid] = []
    boxes: set[Box] = set()
    top = 0.0
    for cells in tables:
        if cells:
            grid, drawn = grid_of(cells, top)
            grids.append(grid)
            boxes.update(drawn)
            top = grid.box[3] + ROW
    return grids, frozenset(boxes)


def grid_of(cells: Sequence[Placed], top: float) -> tuple[Grid, list[Box]]:
    """Lay out at least one cell on a lattice of equal columns and rows.

    Rows and columns in which no cell begins have no extent. A row without figures that
    ends early is filled with empty cells; one with figures keeps its hole, because
    nobody can tell which of its cells is missing.

    Returns:
        the grid and the boxes of the cells with pictures.
    """
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    moved = [
        Placed(
            bisect_left(rows, cell.row),
            bisect_left(columns, cell.column),
            bisect_left(rows, cell.row_end),
            bisect_left(columns, cell.column_end),
            cell.slot,
        )
        for cell in cells
    ]
    moved += _fillers(moved, len(rows), len(columns))
    moved.sort(key=lambda cell: (cell.row, cell.column))
    made = [_grid_cell(cell, top) for cell in moved]
    drawn = [cell.box for cell, placed in zip(made, moved, strict=True) if placed.slot.drawn]
    box = (0.0, top, len(columns) * COLUMN, top + len(rows) * ROW)
    return Grid(0, box, tuple(made)), drawn


def _fillers(cells: Sequence[Placed], rows: int, columns: int) -> Iterator[Placed]:
    covered = {place for cell in cells for place in cell.covered}
    with_figures = {
        row
        for cell in cells
        if parse("".join(cell.slot.lines)).state == "number"
        for row in range(cell.row, cell.row_end)
    }
    for row in set(range(rows)) - with_figures:
        for column in range(columns):
            if (row, column) not in covered:
                yield Placed(row, column, row + 1, column + 1, Slot())


def _grid_cell(cell: Placed, top: float) -> GridCell:
    lines = cell.slot.lines
    y0, y1 = top + cell.row * ROW, top + cell.row_end * ROW
    step = (y1 - y0) / max(len(lines), 1)
    return GridCell(
        cell.row,
        cell.column,
        cell.row_end,
        cell.column_end,
        (cell.column * COLUMN, y0, cell.column_end * COLUMN, y1),
        lines,
        tuple(y0 + (place + 0.5) * step for place in range(len(lines))),
        "".join(lines),
        cell.slot.doubts,
        cell.slot.pointer,
    )
