"""The form's tables as grids of cells with spans; the producers print nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from tests.press.form_2021 import (
    APPLICATION_ITEMS,
    APPLICATION_MEASURES,
    APPLICATIONS,
    DISCLOSURE,
    DISCLOSURE_BLOCKS,
    REVIEW,
    REVIEW_ITEMS,
    REVIEW_MEASURES,
    CellKey,
)
from tests.press.model import PrintedReport

Role = Literal["band", "header", "identity", "label", "stub", "number"]


@dataclass(frozen=True)
class Slot:
    """A cell of a grid with its place and spans."""

    row: int
    column: int
    text: str
    role: Role
    rows: int = 1
    columns: int = 1
    key: CellKey | None = None


@dataclass(frozen=True)
class Grid:
    """A printed table.

    `widths` are shares of the text width; `row_keys` name the rows for `Break`; the first
    `header_rows` rows may be repeated on the next page.
    """

    name: str
    widths: tuple[float, ...]
    row_keys: tuple[str, ...]
    slots: tuple[Slot, ...]
    header_rows: int

    def in_row(self, row: int) -> list[Slot]:
        """The cells that begin in a row, from left to right."""
        return sorted((s for s in self.slots if s.row == row), key=lambda slot: slot.column)


def disclosure_grid(report: PrintedReport) -> Grid:
    """Table 二 with its four blocks."""
    halves = report.layout.blocks == "half"
    # In "half" the one-column blocks are divided in the middle of the second column.
    widths = (0.34, 0.11, 0.11, 0.22, 0.22) if halves else (0.34, 0.22, 0.22, 0.22)
    columns = len(widths)
    three = ((0, 1), (1, 2), (3, 1), (4, 1)) if halves else ((0, 1), (1, 1), (2, 1), (3, 1))
    two = ((0, 2), (2, 3)) if halves else ((0, 1), (1, 3))
    slots: list[Slot] = []
    keys: list[str] = []
    for block, items, measures in DISCLOSURE_BLOCKS:
        printed = [item for item in items if report.is_printed(DISCLOSURE, item)]
        if not printed:
            continue
        places = three if len(measures) > 1 else two
        slots.append(Slot(len(keys), 0, report.label(block), "band", columns=columns))
        keys.append(block)
        texts = ["content", *measures]
        for (column, span), text in zip(places, texts, strict=True):
            slots.append(Slot(len(keys), column, report.label(text), "header", columns=span))
        keys.append(f"{block}.head")
        for item in printed:
            column, span = places[0]
            slots.append(Slot(len(keys), column, report.label(item), "label", columns=span))
            for (column, span), measure in zip(places[1:], measures, strict=True):
                key = (DISCLOSURE, item, measure)
                slots.append(_number(report, key, len(keys), column, span))
            keys.append(item)
    return Grid(DISCLOSURE, widths, tuple(keys), tuple(slots), header_rows=0)


def applications_grid(report: PrintedReport) -> Grid:
    """Table 三: three label columns and a column for each printed measure."""
    layout = report.layout
    measures = [
        measure
        for measure in APPLICATION_MEASURES
        if any(report.cells.get((APPLICATIONS, i, measure)) is not None for i in APPLICATION_ITEMS)
    ]
    items = [item for item in APPLICATION_ITEMS if report.is_printed(APPLICATIONS, item)]
    each = (1 - sum(layout.label_widths)) / len(measures)
    slots = list(_application_header(report, measures))
    header_rows = max(slot.row + slot.rows for slot in slots)
    row_of = {item: header_rows + index for index, item in enumerate(items)}
    slots += _application_labels(report, items, row_of)
    slots += [
        _number(report, (APPLICATIONS, item, measure), row_of[item], 3 + column)
        for item in items
        for column, measure in enumerate(measures)
    ]
    keys = (*(f"head.{row + 1}" for row in range(header_rows)), *items)
    return Grid(
        APPLICATIONS,
        (*layout.label_widths, *[each] * len(measures)),
        keys,
        tuple(slots),
        header_rows,
    )


def _application_header(report: PrintedReport, measures: list[str]) -> Iterable[Slot]:
    form = report.layout.header
    stacked = form == "stacked"
    depth = 4 if stacked else 3
    if stacked:
        first, second = _halves(report.label("identity"), "，")
        yield Slot(0, 0, first, "identity", rows=2, columns=3)
        yield Slot(2, 0, second, "identity", rows=2, columns=3)
    else:
        yield Slot(0, 0, report.label("identity"), "identity", rows=depth, columns=3)
    apart = form == "total_apart" and "total" in measures
    covered = len(measures) - apart
    yield Slot(0, 3, report.label("applicants"), "header", columns=covered)
    organisations = [m for m in measures if m not in ("natural_person", "total")]
    for column, measure in enumerate(measures, start=3):
        text = report.label(measure)
        if measure == "total" and apart:
            yield Slot(0, column, text, "header", rows=depth)
        elif measure not in organisations:
            yield Slot(1, column, text, "header", rows=depth - 1)
        elif stacked and len(text) > len("其他"):
            first, second = _halves(text)
            yield Slot(2, column, first, "header")
            yield Slot(3, column, second, "header")
        else:
            yield Slot(2, column, text, "header", rows=depth - 2)
    if organisations:
        start = 3 + measures.index(organisations[0])
        text = report.label("organisations")
        yield Slot(1, start, text, "header", columns=len(organisations))


def _application_labels(
    report: PrintedReport, items: list[str], row_of: dict[str, int]
) -> Iterable[Slot]:
    results = [item for item in items if item.startswith("3.")]
    if results:
        first = row_of[results[0]]
        yield Slot(first, 0, report.label("3"), "stub", rows=len(results))
    for item in items:
        row, depth = row_of[item], item.count(".")
        column, span = ((0, 3), (1, 2), (2, 1))[depth]
        yield Slot(row, column, report.label(item), "label", columns=span)
    leaves = [item for item in items if item.count(".") > 1]
    for group, members in groupby(leaves, key=lambda item: item.rpartition(".")[0]):
        rows = [row_of[item] for item in members]
        if report.layout.merged_groups:
            yield Slot(rows[0], 1, report.label(group), "label", rows=len(rows))
        else:
            yield Slot(rows[0], 1, report.label(group), "label")
            yield from (Slot(row, 1, "", "label") for row in rows[1:])


def review_grid(report: PrintedReport) -> Grid:
    """Table 四: three header rows and one row of numbers."""
    items = [item for item in REVIEW_ITEMS if report.is_printed(REVIEW, item)]
    suits = [item for item in items if item != "reconsideration"]
    size = len(REVIEW_MEASURES)
    slots: list[Slot] = []
    for index, item in enumerate(items):
        start = index * size
        direct = item == "reconsideration"
        slots.append(Slot(0 if direct else 1, start, report.label(item), "header", columns=size))
        for offset, measure in enumerate(REVIEW_MEASURES):
            text = report.label("review.total" if measure == "total" else measure)
            column = start + offset
            row, rows = (1, 2) if direct else (2, 1)
            slots.append(Slot(row, column, text, "header", rows=rows))
            slots.append(_number(report, (REVIEW, item, measure), 3, column))
    if suits:
        start, span = items.index(suits[0]) * size, len(suits) * size
        slots.append(Slot(0, start, report.label("litigation"), "header", columns=span))
    width = 1 / (len(items) * size)
    keys = ("head.1", "head.2", "head.3", "data")
    return Grid(REVIEW, (width,) * (len(items) * size), keys, tuple(slots), header_rows=3)


def grids(report: PrintedReport) -> tuple[Grid, Grid, Grid]:
    """Tables 二, 三 and 四."""
    return disclosure_grid(report), applications_grid(report), review_grid(report)


def statistics_grid(rows: tuple[tuple[str, ...], ...]) -> Grid:
    """A plain table with one header row, which is none of the form's."""
    columns = len(rows[0])
    slots = tuple(
        Slot(row, column, text, "header" if row == 0 else "number")
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    keys = tuple(f"row.{row}" for row in range(len(rows)))
    return Grid("statistics", (1 / columns,) * columns, keys, slots, header_rows=1)


def _number(report: PrintedReport, key: CellKey, row: int, column: int, columns: int = 1) -> Slot:
    printed = report.cells.get(key)
    if printed is None:
        raise ValueError(f"{key} stands in a printed row and column but has no printed text")
    return Slot(row, column, printed, "number", columns=columns, key=key)


def _halves(text: str, after: str = "") -> tuple[str, str]:
    cut = text.index(after) + 1 if after and after in text else len(text) // 2
    return text[:cut], text[cut:]
