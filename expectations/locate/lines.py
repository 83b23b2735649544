"""Rows and columns of a block as the form prints them: which cells are neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from expectations.locate.system import System
from gongkai.form import Form


@dataclass(frozen=True)
class Line:
    """A printed row or column.

    Attributes:
        cells: those that are printed, in the order of the form.
        is_row: whether it runs across.
    """

    cells: tuple[int, ...]
    is_row: bool

    @cached_property
    def place(self) -> dict[int, int]:
        """The place of every cell in the line."""
        return {cell: place for place, cell in enumerate(self.cells)}


@dataclass(frozen=True)
class Grid:
    """The lines of a block."""

    lines: tuple[Line, ...]

    @cached_property
    def neighbours(self) -> tuple[tuple[int, int], ...]:
        """Pairs of cells side by side or one above the other, left and upper first."""
        return tuple(pair for line in self.lines for pair in pairwise(line.cells))

    @cached_property
    def crossing(self) -> dict[int, tuple[Line, ...]]:
        """The lines of every cell."""
        found: dict[int, tuple[Line, ...]] = {}
        for line in self.lines:
            for cell in line.cells:
                found[cell] = (*found.get(cell, ()), line)
        return found

    def share_a_line(self, one: int, other: int) -> bool:
        """Whether two cells stand in one row or one column."""
        return any(other in line.place for line in self.crossing.get(one, ()))


def grid(system: System, form: Form) -> Grid:
    """The rows and columns of a block; a table that prints one row of figures has no columns."""
    return Grid(tuple(line for line in _lines(system, form) if len(line.cells) > 1))


def _lines(system: System, form: Form) -> Iterator[Line]:
    number = {cell: index for index, cell in enumerate(system.cells)}
    for code in dict.fromkeys(table for table, _, _ in system.cells if table in form.table):
        table = form.table[code]
        items, measures = list(table.item), list(table.measure)
        if table.layout == "columns":
            run = [(code, item, measure) for item in items for measure in measures]
            yield Line(_numbers(number, run), True)
            continue
        for item in items:
            yield Line(_numbers(number, [(code, item, measure) for measure in measures]), True)
        for measure in measures:
            yield Line(_numbers(number, [(code, item, measure) for item in items]), False)


def _numbers(
    number: dict[tuple[str, str, str], int], cells: Sequence[tuple[str, str, str]]
) -> tuple[int, ...]:
    return tuple(number[cell] for cell in cells if cell in number)
