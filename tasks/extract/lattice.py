"""Where the cells of a table are: its edges, and which of the parts between them are one cell.

However the rules were found (Camelot, a picture, the gaps between columns of
text), from here on a table is a lattice, and one code fills it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Edges = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Lattice:
    """The cells of one table on one page.

    Attributes:
        rows: edges of the rows (n + 1), in points from the top of the page.
        columns: edges of the columns (m + 1), in points from its left.
        owner: number of the merged cell that each part belongs to (n, m).
    """

    rows: Edges
    columns: Edges
    owner: npt.NDArray[np.intp]


Open = Callable[[int, int], bool]
"""Whether no rule stands behind (right of, or below) the part in a row and a column."""


def merged(rows: int, columns: int, right: Open, below: Open) -> npt.NDArray[np.intp]:
    """Number the cells of a lattice: parts with no rule between them are one."""
    parent = list(range(rows * columns))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and right(row, column):
                parent[root(here + 1)] = root(here)
            if row + 1 < rows and below(row, column):
                parent[root(here + columns)] = root(here)
    return np.array([root(node) for node in range(rows * columns)]).reshape(rows, columns)
