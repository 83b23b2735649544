"""Camelot's ruled tables as frozen grids. The only module that imports Camelot.

Camelot finds the rules and cuts the page into cells; which cells are merged is
read off the rules that are missing between them. The text of a merged cell is
what PDFium has inside it, character by character; Camelot's own text for the
same cell is kept as a second reading, so that a disagreement shows.
"""

from __future__ import annotations

import unicodedata
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import camelot
import numpy as np
import numpy.typing as npt
from camelot import image_processing
from playa.exceptions import PDFTextExtractionNotAllowed

from gongkai.errors import ReadingError
from gongkai.report import Box, Grid, GridCell
from tasks.extract.doubt import Doubts
from tasks.extract.page import Characters, lines

THIN = 4.0
"""Rows and columns narrower than this (points) hold no text: gaps of double rules."""

image_processing._LINE_AS_THIN_RECT_TOL = 4.0
"""Camelot takes filled bars up to 1.5 points for rules; agencies' borders go up to 3."""

LOST = 0.5
"""Camelot may lose this share of a table's digits and still count as a second reading."""

TWIN = 0.3
"""The same character again within this share of its height is the same one drawn twice."""


def grids(
    path: Path, pages: Sequence[int], engine: str, chars: Mapping[int, Characters]
) -> list[Grid]:
    """Read the ruled tables of some pages, in reading order.

    Args:
        path: the PDF.
        pages: 1-based page numbers.
        engine: `vector` (rules from the PDF's own graphics) or `combined` (also
            from the rendered page; about ten times slower).
        chars: the characters of those pages.

    Raises:
        ReadingError: the document forbids extraction.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tables = camelot.read_pdf(
                path,
                pages=",".join(map(str, pages)),
                flavor="lattice",
                engine=engine,
                split_text=True,
                suppress_stdout=True,
                use_fallback=False,
                layout_kwargs={"boxes_flow": None},  # half the time: no order of text boxes
            )
        except PDFTextExtractionNotAllowed as error:
            raise ReadingError("locked") from error
    found = [_grid(table, chars[table.page]) for table in tables]
    return sorted(found, key=lambda grid: (grid.page, grid.box[1], grid.box[0]))


def _grid(table: Any, chars: Characters) -> Grid:
    """Turn one Camelot table into a grid: merged cells, display coordinates, text."""
    height = chars.height
    rows = np.array([height - table.rows[0][0], *(height - row[1] for row in table.rows)])
    columns = np.array([table.cols[0][0], *(column[1] for column in table.cols)])
    owner = _merged(table.cells)
    inside = _inside(chars, rows, columns)
    box = _box(rows, columns, 0, len(rows) - 1, 0, len(columns) - 1)
    agreed = _agree(
        _figures("".join(chars.text[i] for indices in inside.values() for i in indices)),
        _figures("".join(cell.text for row in table.cells for cell in row)),
    )
    doubts = Doubts(
        chars, inside, owner, [(x0, height - y, x1) for x0, y, x1, _ in table._segments[1]]
    )
    kept_rows = _kept(np.diff(rows), {row for row, _ in inside})
    kept_columns = _kept(np.diff(columns), {column for _, column in inside})
    parts: dict[int, list[tuple[int, int]]] = {}
    for row in kept_rows:
        for column in kept_columns:
            parts.setdefault(int(owner[row, column]), []).append((row, column))
    new_row = {row: i for i, row in enumerate(kept_rows)}
    new_column = {column: i for i, column in enumerate(kept_columns)}
    cells = []
    for members in parts.values():
        in_rows = [row for row, _ in members]
        in_columns = [column for _, column in members]
        first, last = min(in_rows), max(in_rows)
        left, right = min(in_columns), max(in_columns)
        everything = _lines(chars, [i for member in members for i in inside.get(member, ())])
        printed = [_without_twins(chars, line) for line in everything]
        cell_box = _box(rows, columns, first, last + 1, left, right + 1)
        cells.append(
            GridCell(
                new_row[first],
                new_column[left],
                new_row[last] + 1,
                new_column[right] + 1,
                cell_box,
                tuple(_text(chars, line) for line in printed),
                tuple(round(chars.middles[line[0]], 2) for line in printed),
                _second_reading(
                    "".join(_text(chars, line) for line in everything),
                    "".join(_text(chars, line) for line in printed),
                    "".join(table.cells[r][c].text for r, c in sorted(members)),
                    agreed,
                ),
                tuple(doubts.of(printed, cell_box)),
            )
        )
    return Grid(table.page, box, tuple(sorted(cells, key=lambda c: (c.row, c.column))))


def _box(
    rows: npt.NDArray[np.float64],
    columns: npt.NDArray[np.float64],
    first: int,
    last: int,
    left: int,
    right: int,
) -> Box:
    sides = (columns[left], rows[first], columns[right], rows[last])
    x0, y0, x1, y1 = (round(float(side), 2) for side in sides)
    return x0, y0, x1, y1


def _kept(widths: npt.NDArray[np.float64], with_text: set[int]) -> list[int]:
    """Indices of rows (or columns) that are no mere gap between double rules."""
    return [i for i, width in enumerate(widths) if width >= THIN or i in with_text]


def _merged(cells: Sequence[Sequence[Any]]) -> npt.NDArray[np.intp]:
    """Number the merged cells of a grid: cells with no rule between them are one."""
    rows, columns = len(cells), len(cells[0])
    parent = list(range(rows * columns))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for row, column in _positions(rows, columns):
        here = cells[row][column]
        if column + 1 < columns and not here.right and not cells[row][column + 1].left:
            parent[root(row * columns + column + 1)] = root(row * columns + column)
        if row + 1 < rows and not here.bottom and not cells[row + 1][column].top:
            parent[root((row + 1) * columns + column)] = root(row * columns + column)
    return np.array([root(node) for node in range(rows * columns)]).reshape(rows, columns)


def _positions(rows: int, columns: int) -> Iterator[tuple[int, int]]:
    return ((row, column) for row in range(rows) for column in range(columns))


def _inside(
    chars: Characters, rows: npt.NDArray[np.float64], columns: npt.NDArray[np.float64]
) -> dict[tuple[int, int], list[int]]:
    """Which characters have their centre in which cell of the unmerged grid."""
    if len(chars.text) == 0:
        return {}
    x = (chars.boxes[:, 0] + chars.boxes[:, 2]) / 2
    y = (chars.boxes[:, 1] + chars.boxes[:, 3]) / 2
    row = np.searchsorted(rows, y, side="right") - 1
    column = np.searchsorted(columns, x, side="right") - 1
    within = (row >= 0) & (row < len(rows) - 1) & (column >= 0) & (column < len(columns) - 1)
    found: dict[tuple[int, int], list[int]] = {}
    for index in np.flatnonzero(within).tolist():
        found.setdefault((int(row[index]), int(column[index])), []).append(index)
    return {
        key: value
        for key, value in found.items()
        if any(not chars.text[index].isspace() for index in value)
    }


def _lines(chars: Characters, indices: Sequence[int]) -> list[list[int]]:
    """The printed lines of some characters, without white space at their ends."""
    found = []
    for line in lines(chars, indices):
        inked = [place for place, i in enumerate(line) if not chars.text[i].isspace()]
        if inked:
            found.append(line[inked[0] : inked[-1] + 1])
    return found


def _text(chars: Characters, line: Sequence[int]) -> str:
    return "".join(chars.text[i] for i in line)


def _without_twins(chars: Characters, line: Sequence[int]) -> list[int]:
    """A line without characters that are drawn twice to look bold or shadowed."""
    kept: list[int] = []
    for index in line:
        twin = any(
            chars.text[other] == chars.text[index]
            and _apart(chars, other, index) < TWIN * chars.sizes[index]
            for other in kept[-2:]
        )
        if not twin:
            kept.append(index)
    return kept


def _apart(chars: Characters, one: int, other: int) -> float:
    sides = zip(chars.box[one], chars.box[other], strict=True)
    return max(abs(a - b) for a, b in sides)


def _second_reading(everything: str, printed: str, camelot_text: str, agreed: bool) -> str:
    """What the second reader has in a cell.

    Args:
        everything: the characters inside the cell, those drawn twice included.
        printed: the same without the second ones.
        camelot_text: Camelot's text, which keeps lines of text together and so may
            give the end of a wrapped number to the cell beside.
        agreed: whether both readers have the same digits in the whole table; then
            the box decides which digit is whose.
    """
    same = _figures(camelot_text) == _figures(everything)
    return printed if agreed or same else camelot_text.strip()


def _agree(ours: Counter[str], camelots: Counter[str]) -> bool:
    """Whether Camelot has the same digits in a table, or loses some and invents none.

    It drops lines of wrapped numbers whose glyphs reach below the table.
    """
    lost = (ours - camelots).total()
    return not camelots - ours and lost <= LOST * ours.total()


def _figures(text: str) -> Counter[str]:
    """The digits of a text with what belongs to numbers, in no order."""
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isdigit() or c in ".,-")
