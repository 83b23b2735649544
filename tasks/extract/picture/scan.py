"""Pages that are pictures: scans, photographs, and text PDFs whose text cannot be trusted.

Rules are found in the picture, and every cell is read by itself: ink in it that
is no rule, no seal and no speck is cut into lines, and each line is read. A cell
with ink always gets a text or a doubt, and every text has a score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from unicodedata import east_asian_width

import cv2
import numpy as np
import numpy.typing as npt

from gongkai.errors import ReadingError
from gongkai.form import Form
from gongkai.number import parse
from gongkai.report import Box, Grid, GridCell, Line, Reader
from tasks.extract.lattice import Lattice, lattices
from tasks.extract.pdf.page import Pdf
from tasks.extract.picture import ocr
from tasks.extract.picture.stroke import strokes
from tasks.extract.picture.upright import Image, Upright, straightened, upright
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

SURE = 0.9
"""A number read with a lower score is doubted."""

NUMBER = 0.5
"""A line is a number where that is more likely than everything else it could be."""

DARK = 150
"""A pixel of a clean page that is darker is ink."""

RULE = 4.0
"""Points; the rules of a cell reach no further into it."""

RULED = 0.55
"""A row (or column) of pixels at a cell's edge with more ink than this share is a rule."""

SPECK = 0.35
"""Square points; a smaller patch of ink is dirt. The dot of a 9-point number has 0.6."""

MARK = 2.2
"""Points; a cell whose largest patch of ink is smaller in both directions is empty."""

FRINGE = 1.0
"""Points around ink that are kept: the thin tail of a comma is paler than ink."""

ONE_LINE = 9.0
"""Points; two lines of the smallest print together are higher."""

LINE_GAP = 1.2
"""Points of empty paper that part two lines of a cell."""

LETTER = 7.0
"""Points; lines are read as if they were at least so high, or a lone dash would fill the crop."""

AROUND = 0.16
"""Share of a line's height that is kept free around it for the recogniser."""

LONG_LINE = 4.5
"""A line so many times longer than high is words, which are read squeezed."""

LABEL_SQUEEZE = 0.7
"""Labels are read this much narrower."""

SURE_LABEL = 0.95
"""A squeezed label with a lower score is read again as it is: coarse scans lose 三 and 一."""

PROSE_SQUEEZE = 0.5
"""Lines outside of tables are read this much narrower."""

FINDING = 80 / 72
"""Pixels per point at which lines outside of tables are looked for."""

FRAY = 0.1
"""Rows of a line with less ink than this share of its fullest row are dirt beside it."""

HALF = 0.55
"""Width of a digit as a share of a Chinese letter's."""

MOST_PATCHES = 3
"""Patches of ink beside each other in one Chinese letter, at most (件 has two)."""

MOST_ROWS, MOST_COLUMNS = 120, 40
"""Rows and columns of a table on one page, at most; noise has more."""

NARROW_DIGIT = 0.22
"""Width of the narrowest digits as a share of their height: less ink is fewer digits."""


@dataclass(frozen=True)
class _Strip:
    """A line of ink in a cell.

    Attributes:
        picture: the crop to read.
        middle: its vertical middle in points from the top of the upright page.
        patches: how many patches of ink stand side by side.
        shape: width of the ink as a share of its height.
    """

    picture: Image
    middle: float
    patches: int
    shape: float


@dataclass(frozen=True)
class _Part:
    """A cell before it is read."""

    row: int
    column: int
    row_end: int
    column_end: int
    box: Box
    strips: tuple[_Strip, ...]
    stamped: bool


class ScannedPage:
    """One page's picture: its tables, and its lines outside of them.

    All boxes are in points of the upright page, in which tables are tables.
    """

    def __init__(self, number: int, page: Upright) -> None:
        self.number = number
        self.page = page

    @cached_property
    def tables(self) -> list[Lattice]:
        """Where ruled tables are."""
        found = strokes(self.page.colours, self.page.scale)
        return [
            lattice
            for lattice in lattices(*found, self.page.width, self.page.height)
            if lattice.owner.shape[0] <= MOST_ROWS and lattice.owner.shape[1] <= MOST_COLUMNS
        ]

    @cached_property
    def grids(self) -> list[Grid]:
        """The ruled tables, read."""
        tables = [self._parts(lattice) for lattice in self.tables]
        strips = [strip for table in tables for part in table for strip in part.strips]
        read = iter(_read(strips))
        grids = []
        for lattice, table in zip(self.tables, tables, strict=True):
            cells = tuple(_cell(part, [next(read) for _ in part.strips]) for part in table)
            sides = (lattice.columns[0], lattice.rows[0], lattice.columns[-1], lattice.rows[-1])
            x0, y0, x1, y1 = (round(float(side), 2) for side in sides)
            grids.append(Grid(self.number, (x0, y0, x1, y1), cells))
        return grids

    @cached_property
    def lines(self) -> list[tuple[str, Box]]:
        """The lines outside of tables with their boxes, top to bottom."""
        scale = self.page.scale
        rest = self.page.clean.copy()
        for lattice in self.tables:
            x0, x1 = lattice.columns[[0, -1]] * scale
            y0, y1 = lattice.rows[[0, -1]] * scale
            rest[
                max(int(y0 - scale), 0) : int(y1 + scale), max(int(x0 - scale), 0) : int(x1 + scale)
            ] = 255
        rows = np.flatnonzero((rest < DARK).any(axis=1))
        if len(rows) == 0:
            return []
        found: list[tuple[str, Box]] = []
        for first, last in _bands(rows, round(BAND * scale)):
            for line in ocr.lines_of(rest[first:last], FINDING / scale, PROSE_SQUEEZE):
                x0, y0, x1, y1 = line.box
                counts = (ocr.cut(rest[first:last], line.box) < DARK).sum(axis=1)
                ink = np.flatnonzero(counts > FRAY * counts.max())
                top, bottom = (ink[0], ink[-1] + 1) if len(ink) else (0, y1 - y0)
                foot = first + y0
                box = (x0, foot + top, x1, foot + bottom)
                left, up, right, down = (float(side) / scale for side in box)
                found.append((line.text, (left, up, right, down)))
        return found

    def has_ink(self, box: Box) -> bool:
        """Whether a cell holds more than dirt."""
        return bool(self._ink(box)[0].any())

    def _parts(self, lattice: Lattice) -> list[_Part]:
        found = []
        for owner in np.unique(lattice.owner).tolist():
            rows, columns = np.nonzero(lattice.owner == owner)
            row, column = int(rows.min()), int(columns.min())
            row_end, column_end = int(rows.max()) + 1, int(columns.max()) + 1
            sides = (
                lattice.columns[column],
                lattice.rows[row],
                lattice.columns[column_end],
                lattice.rows[row_end],
            )
            x0, y0, x1, y1 = (round(float(side), 2) for side in sides)
            strips, stamped = self._strips((x0, y0, x1, y1))
            part = _Part(row, column, row_end, column_end, (x0, y0, x1, y1), strips, stamped)
            found.append(part)
        return sorted(found, key=lambda part: (part.row, part.column))

    def _ink(self, box: Box) -> tuple[npt.NDArray[np.bool_], int, int]:
        """Ink of a cell without rules and dirt, and where its first pixel is on the page."""
        x0, y0, x1, y1 = (max(round(side * self.page.scale), 0) for side in box)
        ink, left, top = _without_rules(self.page.clean[y0:y1, x0:x1] < DARK, self.page.scale)
        return _without_specks(ink, self.page.scale), x0 + left, y0 + top

    def _strips(self, box: Box) -> tuple[tuple[_Strip, ...], bool]:
        """The lines of a cell, and whether there is a seal on them."""
        ink, left, top = self._ink(box)
        if not ink.any():
            return (), False
        within = np.s_[top : top + ink.shape[0], left : left + ink.shape[1]]
        reach = 2 * round(FRINGE * self.page.scale) + 1
        near = cv2.dilate(ink.astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
        picture = np.where(near, self.page.clean[within], 255).astype(np.uint8)
        strips = tuple(
            _strip(picture, ink, first, last, top, self.page.scale)
            for first, last in _lines(np.flatnonzero(ink.any(axis=1)), self.page.scale)
        )
        return strips, bool((self.page.seal[within] & near).any())


BAND = 60.0
"""Points of empty page that part what is read by itself: tables are not looked at again."""


def _read(strips: Sequence[_Strip]) -> list[ocr.Letters]:
    """Read strips, long ones squeezed; whatever may be a long number is read as it is."""
    long = [strip.picture.shape[1] > LONG_LINE * strip.picture.shape[0] for strip in strips]
    squeezed = iter(
        ocr.letters_of(
            [s.picture for s, is_long in zip(strips, long, strict=True) if is_long], LABEL_SQUEEZE
        )
    )
    quick = [next(squeezed) if is_long else None for is_long in long]
    asked = [
        letters is None or letters.number_score >= NUMBER or letters.score < SURE_LABEL
        for letters in quick
    ]
    whole = iter(
        ocr.letters_of([s.picture for s, is_asked in zip(strips, asked, strict=True) if is_asked])
    )
    found = []
    for letters, is_asked in zip(quick, asked, strict=True):
        if is_asked:
            found.append(next(whole))
        else:
            assert letters is not None
            found.append(letters)
    return found


def _cell(part: _Part, read: Sequence[ocr.Letters]) -> GridCell:
    chosen = [_chosen(letters) for letters in read]
    texts = tuple(text for text, _ in chosen)
    whole = "".join(texts)
    score = min((score for _, score in chosen), default=1.0)
    doubts = []
    if part.strips and (not whole or parse(whole, signed=True).state != "unclear"):
        odd = any(_is_odd(text, strip) for text, strip in zip(texts, part.strips, strict=True))
        if odd or score < SURE or not whole:
            doubts.append("unsure")
        if part.stamped:
            doubts.append("stamped")
    return GridCell(
        part.row,
        part.column,
        part.row_end,
        part.column_end,
        part.box,
        texts,
        tuple(round(strip.middle, 2) for strip in part.strips),
        whole,
        tuple(doubts),
        score=score,
    )


def _chosen(letters: ocr.Letters) -> tuple[str, float]:
    """The text of a line: as a number where it may be one."""
    if letters.number_score >= NUMBER:
        return letters.number, letters.number_score
    return letters.text, letters.score


def _is_odd(text: str, strip: _Strip) -> bool:
    """Whether a number has fewer digits than patches of ink, or more than there is room for."""
    if not any(c.isdigit() for c in text):
        return False
    parts = sum(1 if c.isascii() else MOST_PATCHES for c in text)
    return strip.patches > parts or strip.shape < NARROW_DIGIT * sum(map(str.isdigit, text))


def _without_rules(
    ink: npt.NDArray[np.bool_], scale: float
) -> tuple[npt.NDArray[np.bool_], int, int]:
    """The inside of a cell, and how much was cut off at its left and top."""
    height, width = ink.shape
    reach = round(RULE * scale)
    top, bottom = (_rule(side[: min(reach, height // 3)]) for side in (ink, ink[::-1]))
    ink = ink[top : height - bottom]
    left, right = (_rule(side[: min(reach, width // 3)]) for side in (ink.T, ink.T[::-1]))
    return ink[:, left : width - right], left, top


def _rule(edge: npt.NDArray[np.bool_]) -> int:
    """How many rows from the edge of a cell inwards are its rule."""
    if edge.size == 0:
        return 0
    ruled = np.flatnonzero(edge.mean(axis=1) > RULED)
    return int(ruled[-1]) + 2 if len(ruled) else 1


def _without_specks(ink: npt.NDArray[np.bool_], scale: float) -> npt.NDArray[np.bool_]:
    """Ink without dirt; none where only dirt is left."""
    if not ink.any():
        return ink
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    kept = stats[:, cv2.CC_STAT_AREA] >= SPECK * scale**2
    kept[0] = False
    sides = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    if not (kept & (sides >= MARK * scale)).any():
        return np.zeros_like(ink)
    return np.asarray(kept[labels])


def _lines(rows: npt.NDArray[np.intp], scale: float) -> list[tuple[int, int]]:
    """First and last (exclusive) of the rows of each line of a cell.

    A faint digit may lie in two pieces: what is no higher than one letter is one line.
    """
    found: list[tuple[int, int]] = []
    for first, last in _bands(rows, LINE_GAP * scale):
        if found and last - found[-1][0] <= ONE_LINE * scale:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _bands(rows: npt.NDArray[np.intp], gap: float) -> list[tuple[int, int]]:
    """First and last (exclusive) of rows that follow each other without a gap."""
    breaks = np.flatnonzero(np.diff(rows) > gap) + 1
    return [(int(part[0]), int(part[-1]) + 1) for part in np.split(rows, breaks)]


def _strip(
    picture: Image, ink: npt.NDArray[np.bool_], first: int, last: int, top: int, scale: float
) -> _Strip:
    """Cut one line out, with free paper around it."""
    columns = np.flatnonzero(ink[first:last].any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    height = max(last - first, round(LETTER * scale))
    above = round((height - (last - first)) / 2 + AROUND * height)
    beside = round(AROUND * height)
    fringe = min(round(FRINGE * scale), above, beside)
    wide = cv2.copyMakeBorder(picture, *(fringe,) * 4, cv2.BORDER_CONSTANT, value=255)
    line = wide[first : last + 2 * fringe, left : right + 2 * fringe]
    above, beside = above - fringe, beside - fringe
    crop = cv2.copyMakeBorder(line, above, above, beside, beside, cv2.BORDER_CONSTANT, value=255)
    patches = len(_bands(columns, 1))
    shape = (right - left) / (last - first)
    return _Strip(crop, (top + (first + last) / 2) / scale, patches, shape)


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
        yield "ocr", [grid for number in chosen for grid in self.page(number).grids]

    def has_ink(self, page: int, box: Box) -> bool:
        """Whether something is drawn in a cell that has no text (a box of the upright page)."""
        return self.page(page).has_ink(box)

    @property
    def positions(self) -> dict[int, Position]:
        """How the pages looked at so far lie on the pages as displayed."""
        return {number: page.page.position for number, page in self._read.items()}

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
