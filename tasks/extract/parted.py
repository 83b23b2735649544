"""Tables that stand in a page in parts: a head of its own, and copies of a column that stays put.

Components that let a table scroll under its head write two tables, and a third for the column
that does not scroll, with all cells but that column's made invisible.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from gongkai.number import parse
from tasks.extract.slots import Placed

_MOST_HEAD_ROWS = 6
"""Rows of the longest head of a form's table, and one."""

Cells = Sequence[Placed]


def put_together(tables: Sequence[Cells], restyled: Container[str]) -> list[Cells]:
    """The tables of a page, heads put above their bodies and copies of columns left out.

    Args:
        tables: each its cells, in the order of the page.
        restyled: pointers of cells in which a style sheet hides letters.
    """
    whole: list[Cells] = []
    for table in tables:
        if whole and _is_head_of(whole[-1], table):
            whole[-1] = _stacked(whole[-1], table)
        elif not (whole and any(_is_copy(table, other, restyled) for other in whole)):
            whole.append(table)
    return whole


def _is_head_of(head: Cells, body: Cells) -> bool:
    """Whether a table without numbers is as wide as the next, which begins with them."""
    if not head or not body or _width(head) != _width(body):
        return False
    rows = max(cell.row_end for cell in head)
    numbers = any(_is_number(cell) for cell in head)
    return (
        rows <= _MOST_HEAD_ROWS and not numbers and any(_is_number(c) for c in body if c.row == 0)
    )


def _stacked(head: Cells, body: Cells) -> list[Placed]:
    below = max(cell.row_end for cell in head)
    moved = (replace(c, row=c.row + below, row_end=c.row_end + below) for c in body)
    return [*head, *moved]


def _is_copy(table: Cells, other: Cells, restyled: Container[str]) -> bool:
    """Whether a table says nothing that another does not say in the same place.

    What it does not say must be hidden in it: a form that was left blank is no copy.
    """
    places = {(c.row, c.column, c.row_end, c.column_end): c.cell for c in other}
    if not table or len(places) != len(table):
        return False
    hides = False
    for cell in table:
        same = places.get((cell.row, cell.column, cell.row_end, cell.column_end))
        if same is None:
            return False
        if cell.cell.text:
            if cell.cell.text != same.text:
                return False
        elif same.text:
            if cell.cell.pointer not in restyled:
                return False
            hides = True
    return hides and not any(_is_number(cell) for cell in table)


def _width(table: Cells) -> int:
    return max(cell.column_end for cell in table)


def _is_number(cell: Placed) -> bool:
    return parse(cell.cell.text).state == "number"
