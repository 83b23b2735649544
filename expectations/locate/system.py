"""The identities of one report as linear equations over whole numbers, block by block.

Identities that share cells, directly or through others, are one block; what happens
in one block says nothing about another. Cells and identities of a block are numbered.
Sets of identities are bits of an integer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from expectations.locate.model import Cell, Delta, Identity


@dataclass(frozen=True)
class System:
    """One block of equations and the numbers printed.

    Attributes:
        identities: those of the block, holding or not.
        cells: every cell of theirs, in the order of the form.
        printed: by cell; None is blank and counts as 0.
    """

    identities: tuple[Identity, ...]
    cells: tuple[Cell, ...]
    printed: tuple[int | None, ...]

    @cached_property
    def values(self) -> tuple[int, ...]:
        """The numbers printed, blank ones as 0."""
        return tuple(value or 0 for value in self.printed)

    @cached_property
    def rows(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Per identity its (cell, coefficient)."""
        number = {cell: index for index, cell in enumerate(self.cells)}
        return tuple(
            tuple(sorted((number[cell], c) for cell, c in identity.coefficients.items() if c))
            for identity in self.identities
        )

    @cached_property
    def columns(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Per cell its (identity, coefficient)."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.cells]
        for identity, row in enumerate(self.rows):
            for cell, coefficient in row:
                found[cell].append((identity, coefficient))
        return tuple(tuple(column) for column in found)

    @cached_property
    def guards(self) -> tuple[int, ...]:
        """Per cell the set of identities it stands in."""
        return tuple(sum(1 << identity for identity, _ in column) for column in self.columns)

    @cached_property
    def neighbours(self) -> tuple[int, ...]:
        """Per identity the set of identities that share a cell with it, itself included."""
        found = [1 << identity for identity in range(len(self.rows))]
        for identity, row in enumerate(self.rows):
            for cell, _ in row:
                found[identity] |= self.guards[cell]
        return tuple(found)

    @cached_property
    def kinds(self) -> tuple[int, ...]:
        """Sets of identities that share no cell with one another, together all of them.

        Of table 三 these are the sums of its rows, the sums of its columns, and the balances.
        """
        found: list[tuple[int, int]] = []
        for identity, near in enumerate(self.neighbours):
            for index, (members, around) in enumerate(found):
                if not around >> identity & 1:
                    found[index] = (members | 1 << identity, around | near)
                    break
            else:
                found.append((1 << identity, near))
        return tuple(members for members, _ in found)

    @cached_property
    def totals(self) -> Mapping[int, tuple[int, ...]]:
        """Cells that are the sum of others, with the identities that say so."""
        found: dict[int, tuple[int, ...]] = {}
        for identity, row in enumerate(self.rows):
            for alone in (
                [cell for cell, c in row if c > 0],
                [cell for cell, c in row if c < 0],
            ):
                if len(alone) == 1 and len(row) > 2:
                    found[alone[0]] = (*found.get(alone[0], ()), identity)
        return found

    @cached_property
    def sums(self) -> tuple[int, ...]:
        """Per identity by how much it does not add up."""
        return tuple(sum(c * self.values[cell] for cell, c in row) for row in self.rows)

    @cached_property
    def failing(self) -> int:
        """The set of identities that do not add up."""
        return sum(1 << identity for identity, value in enumerate(self.sums) if value)

    def is_settled_by(self, delta: Delta) -> bool:
        """Whether changes make everything add up and leave no number below zero."""
        touched = 0
        sums = list(self.sums)
        for cell, amount in delta:
            if self.values[cell] + amount < 0:
                return False
            touched |= self.guards[cell]
            for identity, coefficient in self.columns[cell]:
                sums[identity] += coefficient * amount
        return not self.failing & ~touched and not any(sums)


def members(identities: int) -> Iterator[int]:
    """The numbers in a set of identities, smallest first."""
    while identities:
        lowest = identities & -identities
        yield lowest.bit_length() - 1
        identities ^= lowest


def systems(
    identities: Sequence[Identity],
    values: Mapping[Cell, int | None],
    order: Mapping[Cell, int],
) -> list[System]:
    """Group identities into blocks.

    Args:
        identities: of one report, holding or not.
        values: numbers printed; None is blank, and what is not given is blank too.
        order: the place of every cell in the form.
    """
    made = []
    for block in blocks([identity.coefficients for identity in identities]):
        chosen = tuple(identities[index] for index in block)
        cells = {cell for identity in chosen for cell, c in identity.coefficients.items() if c}
        ordered = tuple(sorted(cells, key=lambda cell: (order.get(cell, len(order)), cell)))
        made.append(System(chosen, ordered, tuple(values.get(cell) for cell in ordered)))
    return made


def blocks(identities: Sequence[Mapping[Cell, int]]) -> list[list[int]]:
    """Numbers of the identities that share cells, directly or through others, together."""
    parent = list(range(len(identities)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    first: dict[Cell, int] = {}
    for index, coefficients in enumerate(identities):
        for cell, coefficient in coefficients.items():
            if coefficient:
                one, other = sorted((root(index), root(first.setdefault(cell, index))))
                parent[other] = one
    found: dict[int, list[int]] = {}
    for index in range(len(identities)):
        found.setdefault(root(index), []).append(index)
    return list(found.values())
