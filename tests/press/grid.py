"""The form's tables as grids of cells with spans; the producers print nothing else."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from typing import Final, Literal

from tests.press.form_2021 import (
    APPLICATION_MEASURES,
    APPLICATIONS,
    DISCLOSURE,
    REVIEW,
    REVIEW_ITEMS,
    REVIEW_MEASURES,
    CellKey,
)
from tests.press.model import PrintedReport

Role = Literal["band", "header", "identity", "label", "stub", "unit", "number"]
Places = tuple[tuple[int, int], ...]
"""First column and number of columns of the cells of a row."""


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

    @property
    def rows_of_headers(self) -> frozenset[int]:
        """The rows under whose headers numbers follow."""
        filled = {slot.row for slot in self.slots if slot.role == "number"}
        headers = {
            slot.row + slot.rows - 1 for slot in self.slots if slot.role in ("header", "identity")
        }
        return frozenset(row for row in headers if row + 1 in filled)


@dataclass(frozen=True)
class _Division:
    """How the width of table 二 is divided, by the number of a block's columns of numbers."""

    widths: tuple[float, ...]
    header: Mapping[int, Places]
    below: Mapping[int, Places]


def _division(
    widths: tuple[float, ...], *places: Places, below: tuple[Places, ...] = ()
) -> _Division:
    header = {len(each) - 1: each for each in places}
    return _Division(widths, header, {len(each) - 1: each for each in below} or header)


_DIVISIONS: Final = {
    ("2021", "thirds"): _division(
        (0.34, 0.22, 0.22, 0.22), ((0, 1), (1, 1), (2, 1), (3, 1)), ((0, 1), (1, 3))
    ),
    # In "half" the one-column blocks are divided in the middle of the second column.
    ("2021", "half"): _division(
        (0.34, 0.11, 0.11, 0.22, 0.22), ((0, 1), (1, 2), (3, 1), (4, 1)), ((0, 2), (2, 3))
    ),
    ("2021", "uneven"): _division(
        (0.28, 0.08, 0.2, 0.22, 0.22),
        ((0, 1), (1, 2), (3, 1), (4, 1)),
        ((0, 1), (1, 4)),
        below=(((0, 2), (2, 1), (3, 1), (4, 1)), ((0, 2), (2, 3))),
    ),
    ("2019", "thirds"): _division(
        (0.34, 0.22, 0.11, 0.11, 0.22),
        ((0, 1), (1, 1), (2, 2), (4, 1)),
        ((0, 1), (1, 2), (3, 2)),
    ),
    ("2019", "half"): _division(
        (0.34, 0.11, 0.11, 0.22, 0.22),
        ((0, 1), (1, 2), (3, 1), (4, 1)),
        ((0, 2), (2, 2), (4, 1)),
    ),
    ("2019", "uneven"): _division(
        (0.28, 0.08, 0.2, 0.22, 0.22),
        ((0, 1), (1, 2), (3, 1), (4, 1)),
        ((0, 1), (1, 2), (3, 2)),
        below=(((0, 2), (2, 1), (3, 1), (4, 1)), ((0, 2), (2, 1), (3, 2))),
    ),
}


def disclosure_grid(report: PrintedReport) -> Grid:
    """Table 二 with its blocks."""
    division = _DIVISIONS[report.form, report.layout.blocks]
    columns = len(division.widths)
    slots: list[Slot] = []
    keys: list[str] = []
    for block, items, measures in report.official.disclosure_blocks:
        printed = [item for item in items if report.is_printed(DISCLOSURE, item)]
        if not printed:
            continue
        slots.append(Slot(len(keys), 0, report.label(block), "band", columns=columns))
        keys.append(block)
        texts = ["content", *measures]
        for (column, span), text in zip(division.header[len(measures)], texts, strict=True):
            slots.append(Slot(len(keys), column, report.label(text), "header", columns=span))
        keys.append(f"{block}.head")
        for item in printed:
            (column, span), *places = division.below[len(measures)]
            slots.append(Slot(len(keys), column, report.label(item), "label", columns=span))
            for (column, span), measure in zip(places, measures, strict=True):
                key = (DISCLOSURE, item, measure)
                slots.append(_number(report, key, len(keys), column, span))
            keys.append(item)
    return Grid(DISCLOSURE, division.widths, tuple(keys), tuple(slots), header_rows=0)


def applications_grid(report: PrintedReport, part: Collection[str] | None = None) -> Grid:
    """Table 三: three label columns and a column for each printed measure.

    Args:
        report: What is printed.
        part: The items to print, if not all.
    """
    layout, official = report.layout, report.official.applications
    measures = [
        measure
        for measure in APPLICATION_MEASURES
        if any(report.cells.get((APPLICATIONS, i, measure)) is not None for i in official)
    ]
    items = [
        item
        for item in official
        if report.is_printed(APPLICATIONS, item) and (part is None or item in part)
    ]
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


def applications_tables(report: PrintedReport) -> tuple[Grid, ...]:
    """Table 三 as one grid, or as the two that the layout cuts it into."""
    cut = report.layout.applications_cut
    if not cut:
        return (applications_grid(report),)
    items = report.official.applications
    place = items.index(cut)
    return applications_grid(report, items[:place]), applications_grid(report, items[place:])


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
    """Table 四 in the arrangement of the layout."""
    arrangement = report.layout.review
    if arrangement == "rows":
        return _review_rows(report)
    return _review_blocks(report) if arrangement == "blocks" else _review_columns(report)


def _review_columns(report: PrintedReport) -> Grid:
    """Three header rows and one row of numbers."""
    items = [item for item in REVIEW_ITEMS if report.is_printed(REVIEW, item)]
    suits = [item for item in items if item != "reconsideration"]
    size = len(REVIEW_MEASURES)
    slots: list[Slot] = []
    for index, item in enumerate(items):
        start = index * size
        direct = item == "reconsideration"
        slots.append(Slot(0 if direct else 1, start, report.label(item), "header", columns=size))
        for offset, measure in enumerate(REVIEW_MEASURES):
            text = _result(report, measure)
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


def _review_rows(report: PrintedReport) -> Grid:
    """The cases as rows, the results as columns."""
    items = [item for item in REVIEW_ITEMS if report.is_printed(REVIEW, item)]
    suits = [item for item in items if item != "reconsideration"]
    slots = [Slot(0, 0, "", "header", columns=2)]
    for column, measure in enumerate(REVIEW_MEASURES, start=2):
        slots.append(Slot(0, column, _result(report, measure), "header"))
    for row, item in enumerate(items, start=1):
        direct = item == "reconsideration"
        place, span = (0, 2) if direct else (1, 1)
        slots.append(Slot(row, place, report.label(item), "label", columns=span))
        for column, measure in enumerate(REVIEW_MEASURES, start=2):
            slots.append(_number(report, (REVIEW, item, measure), row, column))
    if suits:
        first = 1 + items.index(suits[0])
        slots.append(Slot(first, 0, report.label("litigation"), "label", rows=len(suits)))
    widths = (0.14, 0.26, *(0.12,) * len(REVIEW_MEASURES))
    return Grid(REVIEW, widths, ("head.1", *items), tuple(slots), header_rows=1)


def _review_blocks(report: PrintedReport) -> Grid:
    """Three blocks below each other, each with its own headings."""
    slots: list[Slot] = []
    keys: list[str] = []
    size = len(REVIEW_MEASURES)
    for item in REVIEW_ITEMS:
        if not report.is_printed(REVIEW, item):
            continue
        if item == "litigation_direct":
            text = report.label("litigation")
            slots.append(Slot(len(keys), 0, text, "band", columns=size))
            keys.append("litigation")
        slots.append(Slot(len(keys), 0, report.label(item), "band", columns=size))
        keys.append(item)
        for column, measure in enumerate(REVIEW_MEASURES):
            slots.append(Slot(len(keys), column, _result(report, measure), "header"))
            slots.append(_number(report, (REVIEW, item, measure), len(keys) + 1, column))
        keys += [f"{item}.head", f"{item}.data"]
    return Grid(REVIEW, (1 / size,) * size, tuple(keys), tuple(slots), header_rows=0)


def _result(report: PrintedReport, measure: str) -> str:
    return report.label("review.total" if measure == "total" else measure)


def glued_grid(report: PrintedReport) -> Grid:
    """Tables 三 and 四 as one table, their headings as rows over the whole width."""
    parts = (
        (report.label("section.3"), applications_grid(report)),
        (report.label("section.4"), review_grid(report)),
    )
    marks = sorted({round(mark, 9) for _, grid in parts for mark in _marks(grid)})
    slots: list[Slot] = []
    keys: list[str] = []
    for text, grid in parts:
        slots.append(Slot(len(keys), 0, text, "band", columns=len(marks) - 1))
        keys.append(f"{grid.name}.section")
        place = [marks.index(round(mark, 9)) for mark in _marks(grid)]
        slots += [
            replace(
                slot,
                row=slot.row + len(keys),
                column=place[slot.column],
                columns=place[slot.column + slot.columns] - place[slot.column],
            )
            for slot in grid.slots
        ]
        keys += [key if grid.name == APPLICATIONS else f"review.{key}" for key in grid.row_keys]
    widths = tuple(after - before for before, after in pairwise(marks))
    return Grid(APPLICATIONS, widths, tuple(keys), tuple(slots), header_rows=0)


def _marks(grid: Grid) -> list[float]:
    """The edges of the columns as shares of the width."""
    marks = list(accumulate(grid.widths, initial=0.0))
    return [mark / marks[-1] for mark in marks]


def grids(report: PrintedReport) -> tuple[Grid, Grid, Grid]:
    """Tables 二, 三 and 四."""
    return disclosure_grid(report), applications_grid(report), review_grid(report)


def plain_grid(rows: tuple[tuple[str, ...], ...]) -> Grid:
    """A plain table with one header row, which is none of the form's."""
    columns = len(rows[0])
    slots = tuple(
        Slot(row, column, text, "header" if row == 0 else "number")
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    keys = tuple(f"row.{row}" for row in range(len(rows)))
    return Grid("plain", (1 / columns,) * columns, keys, slots, header_rows=1)


def _number(report: PrintedReport, key: CellKey, row: int, column: int, columns: int = 1) -> Slot:
    printed = report.cells.get(key)
    if printed is None:
        raise ValueError(f"{key} stands in a printed row and column but has no printed text")
    return Slot(row, column, printed, "number", columns=columns, key=key)


def _halves(text: str, after: str = "") -> tuple[str, str]:
    cut = text.index(after) + 1 if after and after in text else len(text) // 2
    return text[:cut], text[cut:]
