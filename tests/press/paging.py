"""Makes a page end at, or inside, the row a layout names.

Word processors and browsers decide themselves where a page ends. So the press prints, looks where
the row came to stand, pushes the table down by what is missing, and prints again.
"""

import math
from collections.abc import Callable
from typing import Final

from tests.press.form_2021 import APPLICATIONS, DISCLOSURE, REVIEW, SECTIONS
from tests.press.grid import Grid, grids
from tests.press.model import Break, PrintedReport
from tests.press.places import Place, PrintedText
from tests.press.prose import FILLERS, UNNUMBERED
from tests.press.pushes import Pushes

LINE: Final = 1.75
SLACKS: Final = (0.5, 0.9, 0.1, 1.3, -0.4, 2.0, 3.0)
"""Points by which the last line of a row to be parted is tried not to fit."""
PREFIX: Final = 8
SUFFIX: Final = 4
"""Characters of a row's text that do for finding it; a whole one may be wrapped or broken."""
Printing = Callable[[PrintedReport, Pushes], bytes]


class PagingError(Exception):
    """Raised when a break could not be brought about."""


def print_with_breaks(report: PrintedReport, printing: Printing) -> bytes:
    """Prints a report so that every break of its layout is there.

    Raises:
        PagingError: A break could not be brought about.
    """
    pushes = Pushes()
    pdf = printing(report, pushes)
    settled: list[Break] = []
    for stop in _in_order(report):
        shift = 0.0
        for slack in (*SLACKS, *SLACKS):
            missing = _missing(report, stop, PrintedText.of(pdf), shift, slack)
            if missing is None:
                break
            shift += missing
            pushes = _push(report, pushes, stop, shift, is_first=not settled)
            pdf = printing(report, pushes)
        else:
            raise PagingError(f"{report.agency} {report.year}: no {stop}, shift {shift}")
        settled.append(stop)
    text = PrintedText.of(pdf)
    for stop in settled:
        if _missing(report, stop, text, 0, 0) is not None:
            raise PagingError(f"{report.agency} {report.year}: {stop} was undone by a later one")
    return pdf


def _in_order(report: PrintedReport) -> list[Break]:
    order = (DISCLOSURE, APPLICATIONS, REVIEW)
    return sorted(report.layout.breaks, key=lambda stop: order.index(stop.table))


def _push(
    report: PrintedReport, pushes: Pushes, stop: Break, shift: float, *, is_first: bool
) -> Pushes:
    """Fills most of the shift with paragraphs, in part 一 if nothing before is settled yet."""
    # Filler 0 stands in the prose already; numbered ones belong to part 一.
    stock = FILLERS[1:] if is_first else FILLERS[UNNUMBERED:]
    fillers: list[str] = []
    rest = shift
    for filler in (*stock, *stock):
        height = _height_of_paragraph(report, filler)
        if height > rest:
            break
        fillers.append(filler)
        rest -= height
    above = DISCLOSURE if is_first else stop.table
    return Pushes({**pushes.fillers, above: tuple(fillers)}, {**pushes.space, stop.table: rest})


def _height_of_paragraph(report: PrintedReport, text: str) -> float:
    layout = report.layout
    _, right, _, left = layout.margins
    per_line = int((layout.page[0] - left - right) / layout.body_size)
    return math.ceil((len(text) + 2) / per_line) * layout.body_size * LINE


def _missing(
    report: PrintedReport, stop: Break, text: PrintedText, shift: float, slack: float
) -> float | None:
    """Points the table must still move down (or up, negative) for the break; `None`: it is there.

    Up is possible only as far as the table has been shifted before.
    """
    layout = report.layout
    top, bottom = layout.margins[0], layout.page[1] - layout.margins[2]
    before, first, last = _places(report, stop, text)
    # The row's first line, or for a break inside its last one, shall just not fit.
    aim = last if stop.inside else first
    if (first if stop.inside else before).page < aim.page:
        return None
    down = bottom - aim.middle
    if stop.inside:
        down += slack - text.leading(first, last) / 2
    up = top - aim.middle - 1
    if stop.inside and before.page < first.page and shift > slack + 1:
        # The row went over as a whole: back by less than a line, to try with another slack.
        return -slack - 1
    return up if -up < min(down, shift) else down


def _places(report: PrintedReport, stop: Break, text: PrintedText) -> tuple[Place, Place, Place]:
    """Places of the row before, and of the beginning and the end of the row's own text."""
    tables = {grid.name: grid for grid in grids(report)}
    section = report.label(list(SECTIONS)[1 + list(tables).index(stop.table)])
    place = text.find_last(section)
    grid = tables[stop.table]
    for row, key in enumerate(grid.row_keys):
        if stop.table != DISCLOSURE and 0 < row < grid.header_rows:
            # Texts of header rows wrap into each other.
            continue
        words = "".join(_row_text(grid, row).split())
        before, place = place, text.find(words[:PREFIX], place.end)
        if key == stop.row:
            return before, place, text.find(words[PREFIX:][-SUFFIX:], place.end)
    raise LookupError(f"{stop} names no row of {grid.row_keys}")


def _row_text(grid: Grid, row: int) -> str:
    slots = [slot for slot in grid.in_row(row) if slot.text and slot.role != "stub"]
    labels = [slot for slot in slots if slot.role != "number"]
    if labels:
        return labels[-1].text if labels[-1].role == "label" else labels[0].text
    return "".join(slot.text for slot in slots)
