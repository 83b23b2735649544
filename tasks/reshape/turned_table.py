"""A table whose items head the columns and whose measures head the rows: the form's, turned.

Some agencies print table 四 with the three kinds of cases across and their results down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gongkai.form import FormTable, Item, Measure
from gongkai.label import Label
from gongkai.likeness import SURE, likenesses
from gongkai.report import Figure, Remark
from tasks.reshape.bands import Band
from tasks.reshape.lines import Lines
from tasks.reshape.placing import Placed, absent
from tasks.reshape.row_table import RowTable

FEWEST = 3
"""Rows headed by different measures with which a table is turned."""


def is_turned(table: FormTable, found: Sequence[Band]) -> bool:
    """Whether rows of figures are headed by the measures of a table, one row each."""
    measures = [(measure.code, measure.labels) for measure in table.measures]
    heading: list[str] = []
    for band in found:
        if band.has_numbers and len(band.labels) == 1:
            best = likenesses(Label.of(band.labels[0]), measures)[0]
            if best.grade in SURE:
                heading.append(best.code)
    return len(heading) >= FEWEST and len(set(heading)) == len(heading)


def place_turned(table: FormTable, found: Sequence[Band], year: int | None, lines: Lines) -> Placed:
    """Place such a table: turned for reading, and turned back."""
    placed = RowTable(turned(table), year, lines).place(found)
    by_key = {(figure.measure, figure.item): figure for figure in placed.figures}
    figures = tuple(_back(blank, by_key) for blank in absent(table))
    remarks = tuple(map(_remark, placed.remarks))
    return Placed(figures, remarks)


def turned(table: FormTable) -> FormTable:
    """A table with its items as measures and its measures as items."""
    units = {measure.unit for measure in table.measures}
    items = tuple(
        Item(code=measure.code, label=measure.label, aliases=measure.aliases)
        for measure in table.measures
    )
    measures = tuple(
        Measure(code=item.code, label=item.label, aliases=item.aliases, unit=min(units))
        for item in table.items
    )
    declared = {name: getattr(table, name) for name in FormTable.model_fields}
    return FormTable(**(declared | {"items": items, "measures": measures, "layout": "rows"}))


def _back(blank: Figure, by_key: dict[tuple[str, str], Figure]) -> Figure:
    found = by_key[blank.item, blank.measure]
    return replace(found, item=blank.item, measure=blank.measure)


def _remark(remark: Remark) -> Remark:
    cells = tuple((table, measure, item) for table, item, measure in remark.cells)
    return replace(remark, cells=cells)
