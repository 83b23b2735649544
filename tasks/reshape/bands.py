"""A grid as bands: its printed rows, whatever stray rules cut through single cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from gongkai.number import parse
from gongkai.report import Box, Grid, GridCell
from gongkai.unit import COUNTS, is_unit


@dataclass(frozen=True)
class Band:
    """One printed row of a table, or two halves of one that a page break cut.

    Attributes:
        pages: page of each cell in `cells`.
        cells: cells that lie wholly in the band, top to bottom, left to right.
        spanning: cells that reach into other bands as well.
        part: which part of the table it stands in, from 0.
        edges: left and right edge of that part.
    """

    part: int
    page: int
    edges: tuple[float, float]
    cells: tuple[GridCell, ...]
    spanning: tuple[GridCell, ...]

    @property
    def words(self) -> list[str]:
        """Texts of the cells that hold words, left to right and top to bottom."""
        ordered = sorted(self.cells, key=lambda cell: (cell.column, cell.row))
        return [cell.text for cell in ordered if is_wordy(cell)]

    @property
    def words_beside(self) -> list[str]:
        """Lines at its height of cells that reach further: labels a rule is missing between."""
        _, top, _, bottom = self.box
        return [
            line
            for cell in sorted(self.spanning, key=lambda cell: cell.column)
            for line, middle in zip(cell.lines, cell.middles, strict=True)
            if top < middle < bottom
        ]

    @property
    def box(self) -> Box:
        """What encloses its own cells."""
        return _enclosing(self.cells)

    @property
    def own_box(self) -> Box:
        """The same, without what stands on another page."""
        return self.box

    @property
    def is_torn_off(self) -> bool:
        """Whether it holds only units: the ends of numbers that stand on the page before."""
        return bool(self.words) and all(is_unit(word) for word in self.words)

    def is_torn_off_from(self, upper: Band) -> bool:
        """Whether it holds the units of a row at the foot of the page before."""
        return self.is_torn_off and not self.has_numbers and self.page == upper.page + 1

    @property
    def has_numbers(self) -> bool:
        """Whether any of its own cells holds a number."""
        return any(is_number(cell) for cell in self.cells)

    @property
    def numbers(self) -> list[GridCell]:
        """Its numbers from left to right, without running numbers before its words."""
        first = min((cell.column for cell in self.cells if is_wordy(cell)), default=0)
        found = [cell for cell in self.cells if is_number(cell) and cell.column >= first]
        return sorted(found, key=lambda cell: cell.column)

    @property
    def labels(self) -> list[str]:
        """Its words without bare units, which stand in a column of their own or are torn off."""
        return [word for word in self.words if not is_bare_unit(word)]


def _enclosing(cells: Iterable[GridCell]) -> Box:
    sides = list(zip(*(cell.box for cell in cells), strict=True))
    return min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])


def is_number(cell: GridCell) -> bool:
    """Whether a cell holds a number; a change may be written in words (减8)."""
    return parse(cell.text, signed=True).state == "number"


def is_wordy(cell: GridCell) -> bool:
    """Whether a cell holds words: neither blank nor a figure, nor a torn-off part of one."""
    if parse(cell.text, signed=True).state != "unclear":
        return False
    return any(c.isalpha() for c in cell.text)


def is_bare_unit(text: str) -> bool:
    """Whether a text is a unit and nothing else."""
    return text.strip() in COUNTS or is_unit(text)


def bands(grid: Grid, part: int) -> Iterator[Band]:
    """Cut a grid where a rule runs through more than half of its columns."""
    rows = max(cell.row_end for cell in grid.cells)
    columns = max(cell.column_end for cell in grid.cells)
    ruled = [0] * (rows + 1)
    for cell in grid.cells:
        ruled[cell.row_end] += cell.column_end - cell.column
    cuts = [row for row in range(1, rows) if ruled[row] * 2 > columns]
    for first, last in zip([0, *cuts], [*cuts, rows], strict=True):
        touching = [cell for cell in grid.cells if cell.row < last and cell.row_end > first]
        own = tuple(cell for cell in touching if cell.row >= first and cell.row_end <= last)
        spanning = tuple(cell for cell in touching if cell not in own)
        if own:
            yield Band(part, grid.page, (grid.box[0], grid.box[2]), own, spanning)


def ordered(cells: Iterable[GridCell]) -> list[GridCell]:
    """Cells top to bottom, left to right."""
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


Beside = TypeVar("Beside")
"""What is known of a cell beside it: the unit or the labels above it."""


@dataclass(frozen=True)
class Halves(Band):
    """A band put together from both sides of a page break."""

    lower: Band

    def joined(self, pairs: Sequence[tuple[GridCell, Beside]]) -> list[tuple[GridCell, Beside]]:
        """One cell whose lines the page break cut apart, where there is one half on each side."""
        (upper, beside), (lower, _) = sorted(pairs, key=lambda pair: self.is_lower(pair[0]))
        if self.is_lower(upper) or not self.is_lower(lower):
            return list(pairs)
        whole = replace(
            upper,
            lines=upper.lines + lower.lines,
            middles=upper.middles + lower.middles,
            again=upper.again + lower.again,
            doubts=tuple(dict.fromkeys((*upper.doubts, *lower.doubts))),
        )
        return [(whole, beside)]

    @property
    def own_box(self) -> Box:
        """What encloses its cells on the first of its two pages."""
        return _enclosing([cell for cell in self.cells if not self.is_lower(cell)])

    def is_lower(self, cell: GridCell) -> bool:
        """Whether a cell stands on the second page."""
        return cell in (*self.lower.cells, *self.lower.spanning)


def stacked(upper: Band, lower: Band) -> Band:
    """Two halves of one row as one band; the figure cells of both stay apart."""
    return Halves(
        upper.part,
        upper.page,
        upper.edges,
        upper.cells + lower.cells,
        upper.spanning + lower.spanning,
        lower,
    )


def home(band: Band, cell: GridCell) -> Band:
    """The band whose page a cell stands on."""
    if isinstance(band, Halves) and band.is_lower(cell):
        return band.lower
    return band
