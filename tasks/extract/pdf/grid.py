"""Camelot's ruled tables as frozen grids. The only module that imports Camelot.

Camelot finds the rules and cuts the page into cells; which cells are merged is
read off the rules that are missing between them.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import camelot
import numpy as np
from camelot import image_processing
from camelot.parsers import lattice as lattice_parser
from playa.exceptions import PDFTextExtractionNotAllowed

from gongkai.errors import ReadingError
from gongkai.report import Grid
from tasks.extract.cells import filled
from tasks.extract.lattice import Lattice, merged
from tasks.extract.pdf.page import Characters, well_formed

image_processing._LINE_AS_THIN_RECT_TOL = 4.0
"""Camelot takes filled bars up to 1.5 points for rules; agencies' borders go up to 3."""

lattice_parser._GRID_WHITESPACE_REJECT = 101.0
"""Camelot takes grids that are over 90 % empty for noise; many an agency has nothing to report."""


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
    """Turn one Camelot table into a grid, in display coordinates."""
    height = chars.height
    cells = table.cells
    lattice = Lattice(
        np.array([height - table.rows[0][0], *(height - row[1] for row in table.rows)]),
        np.array([table.cols[0][0], *(column[1] for column in table.cols)]),
        merged(
            len(cells),
            len(cells[0]),
            lambda row, column: not (cells[row][column].right or cells[row][column + 1].left),
            lambda row, column: not (cells[row][column].bottom or cells[row + 1][column].top),
        ),
    )
    rules = [(x0, height - y, x1) for x0, y, x1, _ in table._segments[1]]
    texts = [[well_formed(cell.text) for cell in row] for row in cells]
    return filled(table.page, lattice, chars, rules, texts)
