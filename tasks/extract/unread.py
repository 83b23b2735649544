"""What a person may see in a cell otherwise than it is read: a walk that notes it, and doubts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from gongkai.report import Grid, GridCell
from tasks.extract.marks import M_co
from tasks.extract.unpaged import T, Walk

_CHANGING = re.compile(r"[.．·,，/／%％+＋\-－−–—十百千万亿]")
"""Signs and words that make another number of the digits beside them."""


def is_of_numbers(text: str) -> bool:
    """Whether a text has digits, or what makes another number of the digits beside it."""
    return any(c.isdigit() for c in text) or bool(_CHANGING.search(text))


Noted = Mapping[str, Collection[str]]
"""Keys of `gongkai.reasons.DOUBTS`, by the pointers of cells."""


class NotingWalk(Walk[M_co, T]):
    """A walk that notes what a person may see otherwise.

    Attributes:
        noted: the doubts of cells.
        quoted: what to quote for the doubt `styled`, by the pointers of cells.
    """

    def __init__(self) -> None:
        super().__init__()
        self.noted: dict[str, set[str]] = {}
        self.quoted: dict[str, tuple[str, ...]] = {}

    def leave(self) -> None:
        """Note that something in every open cell is not read."""
        self.note("unread")

    def draw(self) -> None:
        """Put a picture into every open cell."""
        super().draw()
        self.leave()

    def write(self, text: str, marks: Any) -> None:
        """Add visible letters to the open line, and a new line to every open cell."""
        super().write(text, marks)
        # Pale digits are doubted wherever they stand; a pale point changes a number as well.
        if marks.pale and not marks.struck and _CHANGING.search(text):
            self.note("hidden")

    def note(self, doubt: str) -> None:
        """Note a doubt of every open cell."""
        for table in self.open:
            if table.cell is not None:
                self.noted.setdefault(table.cell.pointer, set()).add(doubt)


def doubted(
    grids: Iterable[Grid],
    noted: Noted,
    quoted: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> list[Grid]:
    """Grids whose cells have the doubts noted of them as well, with what to quote."""
    return [
        replace(grid, cells=tuple(_doubted(cell, noted, quoted) for cell in grid.cells))
        for grid in grids
    ]


def _doubted(cell: GridCell, noted: Noted, quoted: Mapping[str, tuple[str, ...]]) -> GridCell:
    doubts = dict.fromkeys((*cell.doubts, *sorted(noted.get(cell.pointer, ()))))
    if "drawn" in doubts:
        # That it holds nothing but a picture says as much.
        doubts.pop("unread", None)
    quotes = quoted.get(cell.pointer, ())
    return (
        replace(cell, doubts=tuple(doubts), quotes=quotes)
        if len(doubts) > len(cell.doubts)
        else cell
    )
