"""Tables whose rules a PDF draws piece by piece: dot by dot, dash by dash, cell by cell.

Browsers draw every dot of a dotted rule, and many programs a rule for every cell. What lies
behind each other on one level is one rule. Nothing is looked for on a picture, so that no
stroke of a letter is taken for a dash.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from gongkai.report import Grid
from tasks.extract.cells import filled
from tasks.extract.lattice import lattices
from tasks.extract.pdf.drawn import striking
from tasks.extract.pdf.page import Characters, Pdf
from tasks.extract.pdf.pieces import THIN
from tasks.extract.picture.stroke import DOT_GAP, SHORTEST, Stroke

LEVEL = 0.6
"""Points by which the pieces of one rule may differ in height."""

MANY = 400
"""A page with so many dots has its rules drawn dot by dot; others have a few."""

_Boxes = npt.NDArray[np.float64]


def pieced(document: Pdf, pages: Sequence[int], chars: Mapping[int, Characters]) -> list[Grid]:
    """Read the tables of some pages by the rules that their pieces make.

    Args:
        document: an open PDF.
        pages: 1-based page numbers.
        chars: the characters of those pages.

    Returns:
        grids in reading order; boxes in points of the page as displayed.
    """
    found: list[Grid] = []
    for page in pages:
        pieces = document.pieces(page)
        horizontals, verticals = rules_of(pieces), rules_of(pieces[:, [1, 0, 3, 2]])
        struck = striking(horizontals, chars[page])
        found += [
            filled(page, lattice, chars[page], struck)
            for lattice in lattices(horizontals, verticals, chars[page].width, chars[page].height)
        ]
    return found


def is_dotted(document: Pdf, pages: Sequence[int]) -> bool:
    """Whether a page has so many dots that ways by whole rules find none, and take long to."""
    return any(int(_is_dot(document.pieces(page)).sum()) >= MANY for page in pages)


def rules_of(pieces: _Boxes) -> list[Stroke]:
    """The horizontal rules that some bars and dots make, in reading order.

    Args:
        pieces: left, top, right and bottom of each; for vertical rules x and y changed.
    """
    if not len(pieces):
        return []
    wide, high = pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1]
    flat = pieces[(high <= THIN) & ((wide > high) | _is_dot(pieces))]
    levels = (flat[:, 1] + flat[:, 3]) / 2
    ordered = np.argsort(levels, kind="stable")
    breaks = np.flatnonzero(np.diff(levels[ordered]) > LEVEL) + 1
    found = [rule for row in np.split(ordered, breaks) for rule in _behind_each_other(flat[row])]
    return sorted(found, key=lambda rule: (rule.level, rule.start))


def _is_dot(pieces: _Boxes) -> npt.NDArray[np.bool_]:
    sides = pieces[:, 2:] - pieces[:, :2]
    return np.asarray((sides <= THIN).all(axis=1))


def _behind_each_other(row: _Boxes) -> list[Stroke]:
    """The rules of one level."""
    if not len(row):
        return []
    row = row[np.argsort(row[:, 0], kind="stable")]
    reached = np.maximum.accumulate(row[:, 2])
    breaks = np.flatnonzero(row[1:, 0] - reached[:-1] > DOT_GAP) + 1
    found = []
    for part in np.split(row, breaks):
        start, end = float(part[0, 0]), float(part[:, 2].max())
        if end - start >= SHORTEST:
            level = float(((part[:, 1] + part[:, 3]) / 2).mean())
            found.append(Stroke(start, level, end))
    return found
