"""The statistics table of 2014 as a grid."""

from typing import Final

from tests.press.form_2014 import COUNT, GROUPS, OF_WHICH, ROWS, STATISTICS, UNITS
from tests.press.grid import Grid, Slot
from tests.press.model import PrintedReport

SPACE: Final = "\u3000"
COLUMNS: Final[dict[str, tuple[tuple[str, float], ...]]] = {
    "three": (("indicator", 0.68), ("unit", 0.13), ("count", 0.19)),
    "numbered": (("number", 0.09), ("indicator", 0.6), ("unit", 0.12), ("count", 0.19)),
    "cumulative": (("indicator", 0.54), ("unit", 0.12), ("count", 0.17), ("cumulative", 0.17)),
}
"""Label id and share of the width, by `Layout.statistics`."""


def statistics_grid(report: PrintedReport) -> Grid:
    """The rows that the report prints, with the groups they stand under."""
    columns = COLUMNS[report.layout.statistics]
    slots = [
        Slot(0, column, report.label(name), "header") for column, (name, _) in enumerate(columns)
    ]
    rows = printed_rows(report)
    for row, item in enumerate(rows, start=1):
        for column, (name, _) in enumerate(columns):
            slots.append(_slot(report, item, name, row, column))
    widths = tuple(width for _, width in columns)
    return Grid(STATISTICS, widths, ("head.1", *rows), tuple(slots), header_rows=1)


def printed_rows(report: PrintedReport) -> list[str]:
    """The printed items and the groups that have one."""
    items = {item for item in UNITS if report.is_printed(STATISTICS, item)}
    return [
        row
        for row in ROWS
        if row in items or (row in GROUPS and any(item.startswith(f"{row}.") for item in items))
    ]


def _slot(report: PrintedReport, item: str, name: str, row: int, column: int) -> Slot:
    if name == "number":
        return Slot(row, column, str(row), "unit")
    if name == "indicator":
        return Slot(row, column, _indicator(report, item), "label")
    if name == "unit":
        return Slot(row, column, UNITS.get(item, report.layout.group_sign), "unit")
    if item in GROUPS:
        return Slot(row, column, report.layout.group_sign if name == "count" else "", "number")
    if name == "cumulative":
        return Slot(row, column, report.cumulative.get(item, ""), "number")
    key = (STATISTICS, item, COUNT)
    return Slot(row, column, report.cells[key] or "", "number", key=key)


def _indicator(report: PrintedReport, item: str) -> str:
    text = report.label(item)
    if not report.layout.indent:
        return text
    depth = item.count(".")
    # Those after the first 其中 stand under its text.
    follows = item in ("1.1.b", *(f"3.3.4.{number}" for number in range(2, 7)))
    return SPACE * (depth + (len(OF_WHICH) if follows else 0)) + text
