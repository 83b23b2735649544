"""The fewest cells whose change makes a block add up: every such set, exactly.

Of a smallest set of changes no part adds up by itself, so the identities determine
its amounts. In tables, where cells stand in a row and in a column, such a set always
leaves some identity with one changed cell only (else the cells would form a closed
chain, and a smaller set would do). That identity gives the amount of its cell; with
the cell changed, the rest is a smaller problem of the same shape.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from expectations.locate.model import Delta
from expectations.locate.system import System, members

MOST_CHANGES = 8
"""Sets of more cells are no explanation a person could check."""

MOST_STEPS = 4_000
"""Steps of one search. Counted, not timed: the answer must not depend on the machine."""


@dataclass(frozen=True)
class Found:
    """Smallest sets of changes, in a fixed order.

    Attributes:
        complete: whether these are all. If not, smaller sets may exist only
            where `deltas` is empty.
    """

    deltas: tuple[Delta, ...]
    complete: bool


def smallest(system: System, most_changes: int = MOST_CHANGES) -> Found:
    """Find every set of changes with the fewest cells that settles a block."""
    search = _Search(system)
    for size in range(fewest(system, system.failing), most_changes + 1):
        search.start(size)
        if search.found or search.is_over:
            return Found(tuple(sorted(search.found)), not search.is_over)
    return Found((), True)


def fewest(system: System, failing: int) -> int:
    """How many cells must change at least: failing identities that share no cell."""
    best = 0
    for kind in system.kinds:
        chosen = failing & kind
        count, rest = chosen.bit_count(), failing & ~kind
        for identity in members(chosen):
            rest &= ~system.neighbours[identity]
        while rest:
            count += 1
            rest &= ~system.neighbours[(rest & -rest).bit_length() - 1]
        best = max(best, count)
    return best


@dataclass
class _Search:
    system: System
    steps: int = 0
    found: set[Delta] = field(default_factory=set)
    seen: set[frozenset[tuple[int, int]]] = field(default_factory=set)
    alike: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for cell, guards in enumerate(self.system.guards):
            self.alike.setdefault(guards, []).append(cell)

    @property
    def is_over(self) -> bool:
        return self.steps > MOST_STEPS

    def start(self, size: int) -> None:
        self.seen.clear()
        self._go(size, list(self.system.sums), self.system.failing, {})

    def _go(self, left: int, sums: list[int], failing: int, changed: dict[int, int]) -> None:
        self.steps += 1
        if left == 1:
            self._finish(sums, failing, changed)
            return
        for identity in members(failing):
            for cell, coefficient in self.system.rows[identity]:
                amount = self._amount(cell, sums[identity], coefficient)
                if amount is None or cell in changed or self.is_over:
                    continue
                self._change(left, sums, failing, changed, (cell, amount))

    def _change(
        self,
        left: int,
        sums: list[int],
        failing: int,
        changed: dict[int, int],
        change: tuple[int, int],
    ) -> None:
        cell, amount = change
        column = self.system.columns[cell]
        still = failing
        for identity, coefficient in column:
            if sums[identity] + coefficient * amount:
                still |= 1 << identity
            else:
                still &= ~(1 << identity)
        if not still or fewest(self.system, still) > left - 1:
            return
        state = frozenset((*changed.items(), change))
        if state in self.seen:
            return
        self.seen.add(state)
        after = sums.copy()
        for identity, coefficient in column:
            after[identity] += coefficient * amount
        self._go(left - 1, after, still, {**changed, cell: amount})

    def _finish(self, sums: list[int], failing: int, changed: dict[int, int]) -> None:
        """The last change must settle exactly what still fails."""
        for cell in self.alike.get(failing, ()):
            column = self.system.columns[cell]
            amount = self._amount(cell, sums[column[0][0]], column[0][1])
            if amount is None or cell in changed:
                continue
            if all(sums[identity] + c * amount == 0 for identity, c in column):
                self.found.add(tuple(sorted((*changed.items(), (cell, amount)))))

    def _amount(self, cell: int, difference: int, coefficient: int) -> int | None:
        """What to add to a cell so that an identity adds up; None if it cannot be."""
        amount, rest = divmod(-difference, coefficient)
        return None if rest or self.system.values[cell] + amount < 0 else amount
