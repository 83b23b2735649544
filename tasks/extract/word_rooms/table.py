"""A table of a Word file: cells on Word's own grid, merged across and down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tasks.extract.marks import TextLine
from tasks.extract.slots import MOST_SLOTS, Placed, Slot
from tasks.extract.unpaged import WrittenCell, WrittenTable


@dataclass
class Cell(WrittenCell):
    """A cell in its column; `goes_on` where it is one more part of the cell above."""

    column: int = 0
    goes_on: bool = False

    @property
    def end(self) -> int:
        """The column behind it."""
        return self.column + self.columns


@dataclass
class Table(WrittenTable):
    """A table, by the cells of its visible rows."""

    rows: list[list[Cell]] = field(default_factory=list)

    def cells(self, lines: Sequence[TextLine]) -> Sequence[Placed]:
        """The cells at their places; a merged cell reaches down to its last part."""
        found: list[Placed] = []
        above: dict[int, int] = {}
        width = max((cell.end for row in self.rows for cell in row), default=0)
        if len(self.rows) * width > MOST_SLOTS:
            return []
        for place, row in enumerate(self.rows):
            below: dict[int, int] = {}
            for cell in row:
                slot = cell.slot(lines)
                upper = above.get(cell.column)
                if cell.goes_on and upper is not None and found[upper].column_end == cell.end:
                    found[upper] = _merged(found[upper], place + 1, slot)
                    below[cell.column] = upper
                else:
                    below[cell.column] = len(found)
                    found.append(Placed(place, cell.column, place + 1, cell.end, slot))
            above = below
        return found


def _merged(upper: Placed, row_end: int, below: Slot) -> Placed:
    """A cell with one more part below it; Word does not show what stands in that part."""
    doubts = upper.slot.doubts
    if any(c.isdigit() for line in below.lines for c in line):
        doubts = (*doubts, "hidden")
    return replace(upper, row_end=row_end, slot=replace(upper.slot, doubts=doubts))
