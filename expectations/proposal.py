"""What a number might rightly be: a proposal beside the printed one, never in its place.

Identities that fail together often fail for one wrong cell: the one they share,
if one same change would settle them all and it stands in no identity that holds.
A wrong cell of table 三 is in a failing row and a failing column at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

Cell = tuple[str, str, str]


@dataclass(frozen=True)
class Failure:
    """A failed identity of one report: its cells with coefficients, and left minus right."""

    key: str
    coefficients: Mapping[Cell, int]
    difference: Decimal


@dataclass(frozen=True)
class Proposal:
    """One cell, the value that would settle several failures at once, and how many."""

    cell: Cell
    value: Decimal
    settles: int


def propose(
    failures: Sequence[Failure], holding: frozenset[Cell], values: Mapping[Cell, Decimal]
) -> dict[str, Proposal]:
    """Find single cells that explain several failures of one report.

    Args:
        failures: the identities that fail.
        holding: cells of identities that hold; changing one would break those.
        values: the printed numbers of the cells in question.

    Returns:
        by key of the failures explained; only where exactly one cell explains them.
    """
    found: dict[str, Proposal] = {}
    for group in _connected(failures):
        shared = set.intersection(*(set(failure.coefficients) for failure in group))
        options = [
            Proposal(cell, values[cell] + change, len(group))
            for cell in sorted(shared - holding)
            if cell in values and (change := _change(cell, group)) is not None
        ]
        options = [option for option in options if option.value >= 0]
        if len(group) > 1 and len(options) == 1:
            found.update(dict.fromkeys((failure.key for failure in group), options[0]))
    return found


def _change(cell: Cell, group: Sequence[Failure]) -> Decimal | None:
    """By how much a cell would have to change to settle every failure; None if not by one."""
    changes = {-failure.difference / failure.coefficients[cell] for failure in group}
    return changes.pop() if len(changes) == 1 else None


def _connected(failures: Sequence[Failure]) -> list[list[Failure]]:
    """Failures that share cells, directly or through others, together."""
    groups: list[list[Failure]] = []
    for failure in failures:
        touching = [
            group
            for group in groups
            if any(set(failure.coefficients) & set(other.coefficients) for other in group)
        ]
        groups = [group for group in groups if group not in touching]
        groups.append([other for group in touching for other in group] + [failure])
    return groups
