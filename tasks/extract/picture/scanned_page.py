"""One page's picture: its ruled tables cell by cell, and its lines outside of them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

import cv2
import numpy as np
import numpy.typing as npt

from gongkai.number import parse
from gongkai.report import Box, Grid, GridCell
from tasks.extract.lattice import Lattice, lattices
from tasks.extract.picture.cell import SURE, Part, cell_of, read_strips
from tasks.extract.picture.detect import lines_of
from tasks.extract.picture.pixels import cut
from tasks.extract.picture.strip import (
    FRINGE,
    Strip,
    bands,
    lines_of_ink,
    strip_of,
    without_rules,
    without_specks,
)
from tasks.extract.picture.stroke import strokes
from tasks.extract.picture.under_seal import rules_under_seal
from tasks.extract.picture.upright import Upright

DARK = 150
"""A pixel of a clean page that is darker is ink."""

PROSE_SQUEEZE = 0.5
"""Lines outside of tables are read this much narrower."""

FINDING = 80 / 72
"""Pixels per point at which lines outside of tables are looked for."""

FRAY = 0.1
"""Rows of a line with less ink than this share of its fullest row are dirt beside it."""

BLACK = 80
"""Print is darker than this, a grey seal is not."""

BAND = 60.0
"""Points of empty page that part what is read by itself: tables are not looked at again."""

MOST_ROWS, MOST_COLUMNS = 120, 40
"""Rows and columns of a table on one page, at most; noise has more."""


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
        level, upright = strokes(self.page.colours, self.page.scale)
        if self.page.seal.any():
            seal, ink = self._stamp, self._stamp | self._dark
            level = rules_under_seal(level, seal, ink, self.page.scale)
            upright = rules_under_seal(upright, seal.T, ink.T, self.page.scale)
        return [
            lattice
            for lattice in lattices(level, upright, self.page.width, self.page.height)
            if lattice.owner.shape[0] <= MOST_ROWS and lattice.owner.shape[1] <= MOST_COLUMNS
        ]

    @cached_property
    def grids(self) -> list[Grid]:
        """The ruled tables, read."""
        tables = [self._parts(lattice) for lattice in self.tables]
        strips = [strip for table in tables for part in table for strip in part.strips]
        read = iter(read_strips(strips))
        grids = []
        for lattice, table in zip(self.tables, tables, strict=True):
            cells = tuple(
                self._under_seal(part, cell_of(part, [next(read) for _ in part.strips]))
                for part in table
            )
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
        for first, last in bands(rows, round(BAND * scale)):
            for line in lines_of(rest[first:last], FINDING / scale, PROSE_SQUEEZE):
                x0, y0, x1, y1 = line.box
                counts = (cut(rest[first:last], line.box) < DARK).sum(axis=1)
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

    def _parts(self, lattice: Lattice) -> list[Part]:
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
            part = Part(row, column, row_end, column_end, (x0, y0, x1, y1), strips, stamped)
            found.append(part)
        return sorted(found, key=lambda part: (part.row, part.column))

    def _under_seal(self, part: Part, cell: GridCell) -> GridCell:
        """A stamped cell that is not surely read: the surest way to see a figure in it.

        Print is blacker than a grey seal over it, and a black ring may stand apart from it.
        """
        if not part.stamped or (_is_figure(cell) and cell.score >= SURE):
            return cell
        ways = (self._black, self._unstamped)
        found = [cell] if _is_figure(cell) else []
        for dark in ways:
            strips, _ = self._strips(part.box, dark)
            again = cell_of(replace(part, strips=strips), read_strips(strips))
            if _is_figure(again):
                found.append(again)
        return max(found, key=lambda way: way.score, default=cell)

    @cached_property
    def _dark(self) -> npt.NDArray[np.bool_]:
        """Where there is ink."""
        return self.page.clean < DARK

    @cached_property
    def _black(self) -> npt.NDArray[np.bool_]:
        """Where there is ink as black as print."""
        return self.page.clean < BLACK

    @cached_property
    def _unstamped(self) -> npt.NDArray[np.bool_]:
        """Where there is ink that is not a seal's."""
        return self._dark & ~self._stamp

    @cached_property
    def _stamp(self) -> npt.NDArray[np.bool_]:
        """Where a seal's ink is, and its edges."""
        size = 2 * round(FRINGE * self.page.scale) + 1
        near = cv2.dilate(self.page.seal.astype(np.uint8), np.ones((size, size), np.uint8))
        return np.asarray(near, dtype=np.bool_)

    def _ink(
        self, box: Box, dark: npt.NDArray[np.bool_] | None = None
    ) -> tuple[npt.NDArray[np.bool_], int, int]:
        """Ink of a cell without rules and dirt, and where its first pixel is on the page."""
        x0, y0, x1, y1 = (max(round(side * self.page.scale), 0) for side in box)
        dark = self._dark if dark is None else dark
        ink, left, top = without_rules(dark[y0:y1, x0:x1], self.page.scale)
        return without_specks(ink, self.page.scale), x0 + left, y0 + top

    def _strips(
        self, box: Box, dark: npt.NDArray[np.bool_] | None = None
    ) -> tuple[tuple[Strip, ...], bool]:
        """The lines of a cell, and whether there is a seal on them."""
        ink, left, top = self._ink(box, dark)
        if not ink.any():
            return (), False
        within = np.s_[top : top + ink.shape[0], left : left + ink.shape[1]]
        reach = 2 * round(FRINGE * self.page.scale) + 1
        near = cv2.dilate(ink.astype(np.uint8), np.ones((reach, reach), np.uint8)) > 0
        picture = np.where(near, self.page.clean[within], 255).astype(np.uint8)
        strips = tuple(
            strip_of(picture, ink, first, last, top, self.page.scale)
            for first, last in lines_of_ink(np.flatnonzero(ink.any(axis=1)), self.page.scale)
        )
        return strips, bool((self.page.seal[within] & near).any())


def _is_figure(cell: GridCell) -> bool:
    """Whether a number or a sign for none is printed in a cell."""
    return bool(cell.text) and parse(cell.text, signed=True).state != "unclear"
