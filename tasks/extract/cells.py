"""Fill a lattice: which characters stand in which cell, and what speaks against them.

The text of a merged cell is what PDFium has inside it, character by character;
another library's text for the same cell is kept beside it, so that a
disagreement shows.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gongkai.report import Box, Grid, GridCell
from tasks.extract.doubt import Doubts
from tasks.extract.lattice import Lattice
from tasks.extract.pdf.page import Characters, lines

THIN = 4.0
"""Rows and columns narrower than this (points) hold no text: gaps of double rules."""

LOST = 0.5
"""Camelot may lose this share of a table's digits and still count as a second reading."""

TWIN = 0.3
"""The same character again within this share of its height is the same one drawn twice …"""

TWIN_WIDTH, LEAST_TWIN = 0.5, 0.1
"""… and within this share of its width, or of its height where it is thin: a line's height is
not known for certain of every font."""

Rule = tuple[float, float, float]
"""Left end, height and right end of a horizontal rule, in points from the top left."""

Texts = Sequence[Sequence[str]]
"""The text of every part of a lattice, by row and column."""


def filled(
    page: int,
    lattice: Lattice,
    chars: Characters,
    rules: Sequence[Rule] = (),
    texts: Texts | None = None,
) -> Grid:
    """A grid from a lattice and the characters of its page.

    Args:
        page: 1-based.
        lattice: where the cells are.
        chars: all characters of the page.
        rules: the horizontal rules of the page, from its top: what may strike digits out.
        texts: what another library has in each part of the lattice, if one has read it.
    """
    rows, columns = lattice.rows, lattice.columns
    inside = _inside(chars, rows, columns)
    agreed = texts is None or _agree(
        _figures("".join(chars.text[i] for indices in inside.values() for i in indices)),
        _figures("".join(text for row in texts for text in row)),
    )
    doubts = Doubts(chars, inside, lattice.owner, rules)
    kept_rows = _kept(np.diff(rows), {row for row, _ in inside})
    kept_columns = _kept(np.diff(columns), {column for _, column in inside})
    parts: dict[int, list[tuple[int, int]]] = {}
    for row in kept_rows:
        for column in kept_columns:
            parts.setdefault(int(lattice.owner[row, column]), []).append((row, column))
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
        whole = "".join(_text(chars, line) for line in printed)
        again = whole
        if texts is not None and not agreed:
            other = "".join(texts[row][column] for row, column in sorted(members))
            drawn = "".join(_text(chars, line) for line in everything)
            same = _figures(other) == _figures(drawn) or _is_repeated(other, whole)
            again = whole if same else other.strip()
        cells.append(
            GridCell(
                new_row[first],
                new_column[left],
                new_row[last] + 1,
                new_column[right] + 1,
                cell_box,
                tuple(_text(chars, line) for line in printed),
                tuple(round(chars.middles[line[0]], 2) for line in printed),
                again,
                tuple(doubts.of(printed, cell_box)),
            )
        )
    box = _box(rows, columns, 0, len(rows) - 1, 0, len(columns) - 1)
    return Grid(page, box, tuple(sorted(cells, key=lambda c: (c.row, c.column))))


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
            and _apart(chars, other, index) < _twin_at_most(chars, index)
            for other in kept[-2:]
        )
        if not twin:
            kept.append(index)
    return kept


def _twin_at_most(chars: Characters, index: int) -> float:
    size, width = chars.sizes[index], chars.box[index][2] - chars.box[index][0]
    return min(TWIN * size, max(TWIN_WIDTH * width, LEAST_TWIN * size))


def _apart(chars: Characters, one: int, other: int) -> float:
    sides = zip(chars.box[one], chars.box[other], strict=True)
    return max(abs(a - b) for a, b in sides)


def _agree(ours: Counter[str], camelots: Counter[str]) -> bool:
    """Whether Camelot has the same digits in a table, or loses some and invents none.

    It drops lines of wrapped numbers whose glyphs reach below the table.
    """
    lost = (ours - camelots).total()
    return not camelots - ours and lost <= LOST * ours.total()


def _is_repeated(text: str, once: str) -> bool:
    """Whether a text is another one drawn several times; PDFium drops the copies itself."""
    tight, copies = "".join(once.split()), "".join(text.split())
    return bool(tight) and copies == tight * (len(copies) // len(tight))


def _figures(text: str) -> Counter[str]:
    """The digits of a text with what belongs to numbers, in no order."""
    return Counter(c for c in unicodedata.normalize("NFKC", text) if c.isdigit() or c in ".,-")
