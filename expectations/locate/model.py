"""What the search for the error is given, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Cell = tuple[str, str, str]
"""(table, item, measure)"""

Delta = tuple[tuple[int, int], ...]
"""Changes of a system's cells: (number of the cell, what to add to it), by number of the cell."""

EDITS = (
    *("mistyped", "transposed", "total_missing", "swapped", "split", "offset"),
    *("row_shifted", "column_shifted", "other"),
)


@dataclass(frozen=True)
class Identity:
    """An equality between cells of one report: the sum of coefficient times value must be 0."""

    key: str
    coefficients: Mapping[Cell, int]


@dataclass(frozen=True)
class Change:
    """A cell, the number printed in it (None: blank), and what it might rightly be."""

    cell: Cell
    printed: int | None
    proposed: int


@dataclass(frozen=True)
class Repair:
    """Changes that together make every identity of a cause add up and break none.

    Attributes:
        edit: what happened, one of `EDITS`; `other` also where several things happened.
        changes: at least one, in the order of the form.
    """

    edit: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Cause:
    """Why some identities fail.

    Attributes:
        edit: what happened; `other` where the repairs differ in that, or there is none.
        repairs: one if the answer is unique; several that are about equally plausible,
            best first; none if nothing small enough explains the failures.
        complete: False if there may be further repairs as good as those given.
        settles: keys of the failing identities it explains, in the order they were given.
    """

    edit: str
    repairs: tuple[Repair, ...]
    complete: bool
    settles: tuple[str, ...]
