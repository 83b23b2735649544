"""The smallest set of changes as an integer programme, for what no simpler search finds.

The programme finds candidates; whether they add up is checked in whole numbers.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from expectations.locate.model import Delta
from expectations.locate.system import System

NODES = 100
"""Nodes of the branch-and-bound tree, at most. Counted, not timed, as in the search."""


def fewest_changes(
    system: System, most_changes: int, most_answers: int
) -> tuple[tuple[Delta, ...], bool]:
    """Find the smallest sets of changes, one by one.

    Args:
        system: a block with failing identities.
        most_changes: larger sets are not answered.
        most_answers: stop after so many.

    Returns:
        sets of equally many cells, and whether these are all.
    """
    found: list[Delta] = []
    size = most_changes
    while len(found) < most_answers:
        delta, is_sure = _solve(system, size, found)
        if delta is None:
            return tuple(sorted(found)), is_sure
        if found and len(delta) > size:
            return tuple(sorted(found)), True
        found.append(delta)
        size = len(delta)
        if not is_sure:
            break
    return tuple(sorted(found)), False


def _solve(system: System, most_changes: int, known: Sequence[Delta]) -> tuple[Delta | None, bool]:
    """The smallest set that contains no known one; and whether the programme is sure of it."""
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    count, largest = len(system.cells), _largest(system)
    values = np.array(system.values)
    # Variables: what is added to every cell, what is taken away, whether it changes.
    rows: list[int] = []
    columns: list[int] = []
    factors: list[float] = []
    lower: list[float] = []
    upper: list[float] = []

    def constrain(terms: Sequence[tuple[int, float]], least: float, most: float) -> None:
        for variable, factor in terms:
            rows.append(len(lower))
            columns.append(variable)
            factors.append(factor)
        lower.append(least)
        upper.append(most)

    for identity, row in enumerate(system.rows):
        terms = [(cell, c) for cell, c in row] + [(count + cell, -c) for cell, c in row]
        constrain(terms, -system.sums[identity], -system.sums[identity])
        # These follow from the above, but spare the solver much branching: a failing
        # identity has a changed cell, a holding one never has exactly one.
        switches = [2 * count + cell for cell, _ in row]
        if system.sums[identity]:
            constrain([(switch, 1) for switch in switches], 1, len(row))
        else:
            for alone in switches:
                terms = [(switch, -1 if switch == alone else 1) for switch in switches]
                constrain(terms, 0, len(row))
    for cell in range(count):
        constrain([(cell, 1), (2 * count + cell, -largest)], -np.inf, 0)
        constrain([(count + cell, 1), (2 * count + cell, -int(values[cell]))], -np.inf, 0)
    for delta in known:
        constrain([(2 * count + cell, 1) for cell, _ in delta], 0, len(delta) - 1)
    constrain([(2 * count + cell, 1) for cell in range(count)], 1, most_changes)
    matrix = csr_array((factors, (rows, columns)), shape=(len(lower), 3 * count))
    with _said_to_stderr():
        answer = milp(
            np.concatenate([np.zeros(2 * count), np.ones(count)]),
            integrality=np.ones(3 * count),
            bounds=Bounds(0, np.concatenate([np.full(count, largest), values, np.ones(count)])),
            constraints=LinearConstraint(matrix, lower, upper),
            options={"node_limit": NODES},
        )
    is_sure = answer.status in (0, 2)  # solved to the end, or shown to have no solution
    if answer.x is None:
        return None, is_sure
    amounts = [round(answer.x[cell]) - round(answer.x[count + cell]) for cell in range(count)]
    delta = tuple((cell, amount) for cell, amount in enumerate(amounts) if amount)
    return (delta, is_sure) if system.is_settled_by(delta) else (None, False)


@contextmanager
def _said_to_stderr() -> Iterator[None]:
    """Let what the solver's C++ says go where messages go: the output is for results."""
    sys.stdout.flush()
    kept = os.dup(1)
    try:
        os.dup2(2, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _largest(system: System) -> int:
    """More than this no smallest set of changes adds to a cell."""
    return sum(abs(value) for value in system.sums)
