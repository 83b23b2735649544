"""The cells of a table without a place on paper: from what they span to a grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from gongkai.number import parse
from gongkai.report import Box, Grid, GridCell
from tasks.extract.marks import Marks, TextLine, printed

COLUMN, ROW = 100.0, 20.0
"""Points a column is wide and a row is high where the source has no paper."""

MOST_COLUMNS = 100
"""A cell that says it spans more columns spans so many; no form has as many."""

MOST_SLOTS = 20_000
"""A table with more places than this (rows × columns) is not read: it is no form."""


@dataclass
class Cell:
    """A cell before it has a place: what stands in it and how far it reaches.

    Attributes:
        pointer: where it stands in the source.
        rows: how many rows it spans; 0: all that follow.
        drawn: whether a picture stands in it.
        covers: whether it hides figures.
    """

    pointer: str = ""
    columns: int = 1
    rows: int = 1
    lines: list[TextLine[Marks]] = field(default_factory=list)
    drawn: bool = False
    covers: bool = False

    @property
    def text(self) -> str:
        """What is printed in it."""
        return "".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Placed:
    """A cell and the rows and columns it covers; the ends are exclusive."""

    row: int
    column: int
    row_end: int
    column_end: int
    cell: Cell

    @property
    def covered(self) -> Iterator[tuple[int, int]]:
        """The places it covers, as row and column."""
        return product(range(self.row, self.row_end), range(self.column, self.column_end))


def expanded(groups: Iterable[Sequence[Sequence[Cell]]]) -> list[Placed]:
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
        for row, cells in enumerate(group, start=first):
            column = 0
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                found.append(_fitted(cell, row, column, last, taken))
                taken.update(found[-1].covered)
                column = found[-1].column_end
                if len(taken) > MOST_SLOTS:
                    return []
        first = last
    return found


def _fitted(cell: Cell, row: int, column: int, last: int, taken: set[tuple[int, int]]) -> Placed:
    """Let a cell reach as far as it says, as its group goes, and as nothing is in its way."""
    right = column + min(max(cell.columns, 1), MOST_COLUMNS)
    right = next((c for c in range(column + 1, right) if (row, c) in taken), right)
    low = min(row + (cell.rows or last), last)
    own = range(column, right)
    low = next((r for r in range(row + 1, low) if any((r, c) in taken for c in own)), low)
    return Placed(row, column, low, right, cell)


def grids_of(tables: Iterable[Sequence[Placed]]) -> tuple[list[Grid], frozenset[Box]]:
    """Lay out tables one below the other; also the boxes of the cells with pictures."""
    grids: list[Grid] = []
    drawn: set[Box] = set()
    top = 0.0
    for cells in filter(None, tables):
        placed = _closed_up(cells)
        made = tuple(_grid_cell(place, top) for place in placed)
        drawn.update(cell.box for cell, place in zip(made, placed, strict=True) if place.cell.drawn)
        box = (0.0, top, max(cell.box[2] for cell in made), max(cell.box[3] for cell in made))
        grids.append(Grid(0, box, made))
        top = box[3] + ROW
    return grids, frozenset(drawn)


def _closed_up(cells: Sequence[Placed]) -> list[Placed]:
    """Take out the rows and columns in which no cell begins, and fill rows that end early.

    A row with figures keeps its hole, because nobody can tell which of its cells is missing.
    """
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    moved = [
        Placed(
            bisect_left(rows, cell.row),
            bisect_left(columns, cell.column),
            bisect_left(rows, cell.row_end),
            bisect_left(columns, cell.column_end),
            cell.cell,
        )
        for cell in cells
    ]
    figures = [range(c.row, c.row_end) for c in moved if parse(c.cell.text).state == "number"]
    empty = set(product(set(range(len(rows))).difference(*figures), range(len(columns))))
    empty.difference_update(*(cell.covered for cell in moved))
    moved += [Placed(row, column, row + 1, column + 1, Cell()) for row, column in empty]
    return sorted(moved, key=lambda cell: (cell.row, cell.column))


def _grid_cell(placed: Placed, top: float) -> GridCell:
    cell = placed.cell
    lines, doubts, watermark = printed(cell.lines)
    doubts += ("drawn",) * (cell.drawn and not lines) + ("hidden",) * cell.covers
    y0, y1 = top + placed.row * ROW, top + placed.row_end * ROW
    step = (y1 - y0) / max(len(lines), 1)
    return GridCell(
        placed.row,
        placed.column,
        placed.row_end,
        placed.column_end,
        (placed.column * COLUMN, y0, placed.column_end * COLUMN, y1),
        lines,
        tuple(y0 + (place + 0.5) * step for place in range(len(lines))),
        "".join(lines),
        doubts,
        cell.pointer,
        watermark=watermark,
    )
