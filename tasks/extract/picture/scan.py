"""Pages that are pictures: scans, photographs, and text PDFs whose text cannot be trusted.

Rules are found in the picture, and every cell is read by itself: ink in it that
is no rule, no seal and no speck is cut into lines, and each line is read. A cell
with ink always gets a text or a doubt, and every text has a score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from unicodedata import east_asian_width

import numpy as np
import numpy.typing as npt

from gongkai.errors import ReadingError
from gongkai.form import Form
from gongkai.report import Box, Grid, GridCell, Line, Reader
from tasks.extract.pdf.annotation import marked
from tasks.extract.pdf.page import Pdf
from tasks.extract.picture.pixels import Image
from tasks.extract.picture.scanned_page import ScannedPage
from tasks.extract.picture.upright import straightened, upright
from tasks.extract.position import Position

SCALE = 200 / 72
"""Pixels per point: digits of 9 points are 18 pixels high, which the recogniser reads well."""

FINEST = 250 / 72
"""Pixels per point at which pictures that are finer still are looked at."""

SHEET = 595.0
"""Points; the width of an A4 sheet. Scanners' programs write pages of any size, often a
point for a pixel: pages that are no sheet of paper are taken for A4."""

NARROWEST, WIDEST = 400.0, 860.0
"""Points; a sheet of paper (A5 to A3) has no longer side under the one, and no shorter side
over the other."""

MOST_PIXELS = 12_000_000
"""A page is rendered no larger: A3 at 200 dpi has 7.7 million pixels."""

LARGEST = 200_000_000
"""Pixels of one picture in a PDF; decoding a larger one would take more memory than there is."""

MOST_PAGES = 60
"""So many pages are read at most: a report has ten, and a page takes a second or two."""

HALF = 0.55
"""Width of a digit as a share of a Chinese letter's."""


class Scan:
    """A PDF read as pictures (see `tasks.extract.source.Source`).

    The boxes of its grids are in points of each page made upright: rows are level
    there, whatever the scanner did; `positions` says where that is on the pages as
    displayed.

    Raises:
        ReadingError: (by whatever looks at a page) it is damaged, or too large a picture.
    """

    reader: Reader = "ocr"

    def __init__(self, document: Pdf) -> None:
        self.document = document
        self.pages = len(document)
        self._read: dict[int, ScannedPage] = {}

    def page(self, number: int) -> ScannedPage:
        """A page's picture, rendered and made upright once."""
        if number not in self._read:
            image, scale, unit = _picture(self.document, number)
            found = upright(image, scale)
            position = Position(_in_units(found.position.back, unit))
            self._read[number] = ScannedPage(number, replace(found, position=position))
        return self._read[number]

    @cached_property
    def texts(self) -> Sequence[str]:
        """The text of each page, tables included; empty after the first sixty."""
        return [
            self._text(number) if number <= MOST_PAGES else ""
            for number in range(1, self.pages + 1)
        ]

    @cached_property
    def head(self) -> Sequence[Line]:
        """The printed lines of the first page outside of tables, top to bottom."""
        return [Line(text, _letter(text, box)) for text, box in self.page(1).lines]

    def attempts(
        self,
        form: Form,  # noqa: ARG002
        pages: Sequence[int],  # noqa: ARG002
        wider: Sequence[int],
    ) -> Iterator[tuple[str, list[Grid]]]:
        """Give the ruled tables of the pages that may have some; there is but one way."""
        chosen = [number for number in wider if number <= MOST_PAGES]
        grids = [grid for number in chosen for grid in self.page(number).grids]
        yield "ocr", marked(grids, self._annotated)

    def has_ink(self, page: int, box: Box) -> bool:
        """Whether something is drawn in a cell that has no text (a box of the upright page)."""
        return self.page(page).has_ink(box)

    @property
    def positions(self) -> dict[int, Position]:
        """How the pages looked at so far lie on the pages as displayed."""
        return {number: page.page.position for number, page in self._read.items()}

    def _annotated(self, number: int) -> list[Box]:
        """What the annotations of a page cover on the page made upright."""
        position = self.page(number).page.position
        return [position.on_upright(box) for box in self.document.annotated(number)]

    def _text(self, number: int) -> str:
        """The lines of a page and the rows of its tables from top to bottom."""
        page = self.page(number)
        found = [(box[1], text) for text, box in page.lines]
        for grid in page.grids:
            rows: dict[int, list[GridCell]] = {}
            for cell in grid.cells:
                rows.setdefault(cell.row, []).append(cell)
            found += [
                (cells[0].box[1], " ".join(cell.text for cell in cells if cell.text))
                for cells in rows.values()
            ]
        return "\n".join(text for _, text in sorted(found, key=lambda line: line[0]))


def _letter(text: str, box: Box) -> float:
    """The size of a line's letters in points, by how wide they stand.

    Its height says less: dirt beside a line makes it higher.
    """
    widths = sum(1.0 if east_asian_width(letter) in "WF" else HALF for letter in text)
    return round((box[2] - box[0]) / max(widths, HALF), 2)


def upright_picture(document: Pdf, number: int, scale: float) -> tuple[Image, Position, float]:
    """A page upright in colours but not cleaned, for a second look at its cells.

    Args:
        document: the PDF.
        number: 1-based.
        scale: pixels per point of a sheet of A4.

    Returns:
        the picture, how boxes of the page as displayed become boxes of it
        (`Position.on_upright`), and its pixels per point.

    Raises:
        ReadingError: the page is damaged, or too large a picture.
    """
    image, drawn, unit = _picture(document, number, scale)
    straight, position = straightened(image, drawn)
    return straight, Position(_in_units(position.back, unit)), drawn


def _picture(document: Pdf, number: int, scale: float | None = None) -> tuple[Image, float, float]:
    """A page in colours, its pixels per point of a sheet, and such points per point of the page."""
    page = document.page(number)
    width, height = page.get_size()
    unit = 1.0
    if min(width, height) > WIDEST:
        unit = SHEET / min(width, height)
    elif max(width, height) < NARROWEST:
        unit = SHEET / max(width, height)
    finest = _finest(document, number) / unit
    wanted = scale or min(max(finest, SCALE), FINEST)
    wanted = min(wanted, (MOST_PIXELS / (width * height)) ** 0.5 / unit)
    return document.colours(number, wanted * unit), wanted, unit


def _finest(document: Pdf, number: int) -> float:
    """Pixels per point of the finest picture on a page (0 without), none of them decoded.

    Raises:
        ReadingError: one is larger than memory allows.
    """
    finest = 0.0
    for picture in document.pictures(number):
        if picture.wide * picture.high > LARGEST:
            size, limit = picture.wide * picture.high // 1_000_000, LARGEST // 1_000_000
            raise ReadingError("picture_too_large", page=number, size=size, limit=limit)
        if picture.area > 0:
            finest = max(finest, float((picture.wide * picture.high / picture.area) ** 0.5))
    return finest


def _in_units(back: npt.NDArray[np.float64], unit: float) -> npt.NDArray[np.float64]:
    """A way from upright points of a sheet to the page's own points, where those are larger."""
    return np.diag([1 / unit, 1 / unit, 1.0]) @ back
