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
from tasks.reshape.placing import Placed, absent
from tasks.reshape.row_table import RowTable


def place(table: FormTable, grids: Sequence[Grid], year: int | None = None) -> Placed:
    """Place the parts of one table, in reading order, on the form.

    Args:
        table: of the form.
        grids: its parts.
        year: the report's, where it is known: columns of other years are no part of it.

    Returns:
        every cell of the table once, in the form's order, and what was noticed.
    """
    if not grids:
        message = f"没有找到{table.name}，该表各项均未能读取，请核对原文是否缺表或表格无框线。"
        return Placed(
            tuple(absent(table)), (Remark("reading.missing_table", message, table.table),)
        )
    found = [band for part, grid in enumerate(grids) for band in bands(grid, part)]
    if table.layout == "columns" and not is_stacked(table, found):
        return ColumnTable(table, year).place(found)
    return RowTable(table, year).place(found)
