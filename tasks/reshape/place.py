"""Bands to figures: every cell of a table of the form, by its printed labels.

Rows are known by their own label, columns by the labels above them, both in
spite of what agencies do to them. Nothing is known by position alone, and where
two rows or columns could be the same thing, that is said and nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.form import FormTable
from gongkai.report import Grid, Remark
from tasks.reshape.bands import bands
from tasks.reshape.column_table import ColumnTable, is_stacked
from tasks.reshape.lines import NO_LINES, Lines
from tasks.reshape.listed_table import ListedTable, is_listed
from tasks.reshape.placing import Placed, absent
from tasks.reshape.row_table import RowTable
from tasks.reshape.turned_table import is_turned, place_turned


def place(
    table: FormTable, grids: Sequence[Grid], year: int | None = None, lines: Lines = NO_LINES
) -> Placed:
    """Place the parts of one table, in reading order, on the form.

    Args:
        table: of the form.
        grids: its parts.
        year: the report's, where it is known: columns of other years are no part of it.
        lines: what the document prints, to tell what was lost from what is not there.

    Returns:
        every cell of the table once, in the form's order, and what was noticed.
    """
    if not grids:
        return Placed(tuple(absent(table)), (_not_there(table, lines),))
    found = [band for part, grid in enumerate(grids) for band in bands(grid, part)]
    if table.layout == "columns" and is_listed(table, found):
        return ListedTable(table, year, lines).place(found)
    if table.layout == "columns" and is_turned(table, found):
        return place_turned(table, found, year, lines)
    if table.layout == "columns" and not is_stacked(table, found):
        return ColumnTable(table, year, lines).place(found)
    return RowTable(table, year, lines).place(found)


FEWEST_PRINTED = 2
"""Labels of a table, each in a line by itself, with which it is printed somewhere."""


def _not_there(table: FormTable, lines: Lines) -> Remark:
    """That a table was lost in reading, or that the agency left it out."""
    entries = (*table.items, *(m for m in table.measures if table.layout == "columns"))
    printed = sum(lines.has_row((entry.label, *entry.aliases)) for entry in entries)
    if printed >= FEWEST_PRINTED:
        message = (
            f"{table.name}在原文中印出，但没有找到它的表格，该表各项均未能读取，"
            "请核对原文表格是否无框线，或索取另一种格式的文件。"
        )
        return Remark("reading.lost_table", message, table.table)
    message = f"原文没有印出{table.name}，该表各项没有数字，请机关核对是否缺表。"
    return Remark("reading.missing_table", message, table.table)
