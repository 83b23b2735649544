"""One grid that prints several tables below each other, cut where its words change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gongkai.form import FormTable
from gongkai.label import normalise
from gongkai.report import Grid
from tasks.reshape.bands import Band, bands


def parts_of(grid: Grid, tables: Sequence[FormTable]) -> list[Grid]:
    """Cut a grid between the bands of its tables.

    A band belongs to the one table that knows its words; one that several know, or
    none, goes with the band below it if it has no figures (it is a heading), else
    with the one above. A cell over a cut goes with the part it begins in.
    """
    found = list(bands(grid, 0))
    owners = [_table_of(band, tables) for band in found]
    for place in reversed(range(len(found) - 1)):
        if owners[place] is None and not found[place].has_numbers:
            owners[place] = owners[place + 1]
    for place in range(1, len(found)):
        if owners[place] is None:
            owners[place] = owners[place - 1]
    cuts = [place for place in range(1, len(found)) if owners[place] != owners[place - 1]]
    starts = [0, *(min(cell.row for cell in found[cut].cells) for cut in cuts)]
    ends = [*starts[1:], max(cell.row_end for cell in grid.cells)]
    return [_rows(grid, first, last) for first, last in zip(starts, ends, strict=True)]


def _table_of(band: Band, tables: Sequence[FormTable]) -> str | None:
    """The one table of some whose words a band prints."""
    words = {normalise(word) for word in band.words}
    titled = [table.table for table in tables if any(_is_title(w, table) for w in words)]
    if len(titled) == 1:
        return titled[0]
    known = {table.table: len(words & table.vocabulary) for table in tables}
    best = max(known.values())
    named = [table for table, count in known.items() if count == best]
    return named[0] if best and len(named) == 1 else None


def _is_title(word: str, table: FormTable) -> bool:
    title = normalise(table.title)
    return word.removeprefix(table.number).endswith(title) and len(word) <= len(title) + len("因二")


def _rows(grid: Grid, first: int, last: int) -> Grid:
    """Some rows of a grid as a grid of their own."""
    own = tuple(
        replace(cell, row=cell.row - first, row_end=min(cell.row_end, last) - first)
        for cell in grid.cells
        if first <= cell.row < last
    )
    sides = list(zip(*(cell.box for cell in own), strict=True))
    box = (grid.box[0], min(sides[1]), grid.box[2], max(sides[3]))
    return Grid(grid.page, box, own)
