"""A table of a Word file: cells on Word's own grid, merged across and down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tasks.extract import slots, unpaged
from tasks.extract.slots import MOST_SLOTS, Placed


@dataclass
class Cell(slots.Cell):
    """A cell in its column; `goes_on` where it is one more part of the cell above."""

    column: int = 0
    goes_on: bool = False

    @property
    def end(self) -> int:
        """The column behind it."""
        return self.column + self.columns


class Table(unpaged.Table):
    """A table, by the cells of its visible rows."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.rows: list[list[Cell]] = []

    def placed(self) -> Sequence[Placed]:
        """The cells at their places; a merged cell reaches down to its last part."""
        width = max((cell.end for row in self.rows for cell in row), default=0)
        if len(self.rows) * width > MOST_SLOTS:
            return []
        found: list[Placed] = []
        above: dict[tuple[int, int], int] = {}
        for place, row in enumerate(self.rows):
            below: dict[tuple[int, int], int] = {}
            for cell in row:
                own = (cell.column, cell.end)
                below[own] = above[own] if cell.goes_on and own in above else len(found)
                if below[own] == len(found):
                    found.append(Placed(place, cell.column, place + 1, cell.end, cell))
                    continue
                upper = found[below[own]]
                # Word does not show what stands in the lower parts.
                upper.cell.covers |= any(c.isdigit() for c in cell.text)
                found[below[own]] = replace(upper, row_end=place + 1)
            above = below
        return found
