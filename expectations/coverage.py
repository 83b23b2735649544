"""What the arithmetic rules can see: how many wrong cells are sure to be noticed, and found.

Identities are linear equations, so they act as a code does on a line: wrong cells stay
unseen exactly where the errors themselves satisfy every identity. The smallest such
pattern has some number d of cells. Up to d − 1 wrong cells always break an identity;
up to ⌊(d − 1)/2⌋ cannot be mistaken for as few others. Both hold whatever the numbers are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import Literal

from gongkai.form import Form, FormTable

Cell = tuple[str, str, str]
Equation = Mapping[Cell, int]
Kind = Literal["unguarded", "pair", "rectangle", "parallel", "chain"]


@dataclass(frozen=True)
class Guard:
    """The identities a cell stands in, and how many of them say something of their own."""

    cell: Cell
    identities: int
    independent: int


@dataclass(frozen=True)
class Pattern:
    """The smallest errors of one kind that break no identity.

    Attributes:
        kind: `unguarded`: any change of a cell in no identity. `pair`: two cells.
            `rectangle`: two rows and two columns, what one row has too much the other
            lacks. `parallel`: the same, but both rows too much. `chain`: any other.
        size: how many cells.
        count: how many such sets of cells there are.
        example: one of them; what is added to each cell.
    """

    kind: Kind
    size: int
    count: int
    example: Mapping[Cell, int]


@dataclass(frozen=True)
class Sight:
    """What identities can see among some cells.

    Attributes:
        cells: how many there are.
        identities: how many.
        rank: how many of them do not follow from others.
        detects: so many wrong cells, or fewer, always break an identity.
        locates: so many wrong cells, or fewer, are always told from any other as few.
        unseen: the smallest patterns that break none.
    """

    cells: int
    identities: int
    rank: int
    detects: int
    locates: int
    unseen: tuple[Pattern, ...]


@dataclass(frozen=True)
class TableCoverage:
    """What the identities of one table see: among all its cells, and among guarded ones."""

    table: str
    whole: Sight
    guarded: Sight


@dataclass(frozen=True)
class Coverage:
    """What the identities of a form see: all together, table by table, cell by cell."""

    whole: Sight
    tables: tuple[TableCoverage, ...]
    guards: tuple[Guard, ...]


def coverage(identities: Sequence[Equation], cells: Sequence[Cell]) -> Coverage:
    """Compute what identities can see and what they cannot, exactly.

    Args:
        identities: coefficient by cell; the sum of coefficient times value must be 0.
        cells: those that are printed, in the order of the form.

    Raises:
        ValueError: an identity has a cell that is not printed.
    """
    foreign = {cell for equation in identities for cell in equation} - set(cells)
    if foreign:
        raise ValueError(f"identities have cells that are not printed: {sorted(foreign)}")
    tables = []
    for table in dict.fromkeys(cell[0] for cell in cells):
        own = [cell for cell in cells if cell[0] == table]
        known = [e for e in identities if any(cell[0] == table for cell in e)]
        seen = {cell for equation in known for cell, c in equation.items() if c}
        reach = [cell for cell in cells if cell in seen]
        tables.append(TableCoverage(table, _sight(known, own, reach), _sight(known, reach, reach)))
    guards = tuple(_guard(cell, identities) for cell in cells)
    return Coverage(_sight(identities, cells, cells), tuple(tables), guards)


def _guard(cell: Cell, identities: Sequence[Equation]) -> Guard:
    own = [equation for equation in identities if equation.get(cell)]
    return Guard(cell, len(own), rank(own))


def _sight(identities: Sequence[Equation], own: Sequence[Cell], others: Sequence[Cell]) -> Sight:
    cells = list(dict.fromkeys((*own, *others)))
    independent = rank(identities)
    patterns = smallest_unseen(identities, cells) if independent < len(cells) else []
    smallest = len(patterns[0]) if patterns else len(cells) + 1
    return Sight(
        cells=len(own),
        identities=len(identities),
        rank=independent,
        detects=smallest - 1,
        locates=(smallest - 1) // 2,
        unseen=tuple(_kinds(patterns)),
    )


def rank(identities: Sequence[Mapping[Cell, int]]) -> int:
    """How many identities do not follow from the others."""
    return len(_reduced(identities))


def _reduced(vectors: Sequence[Mapping[Cell, int]]) -> dict[Cell, dict[Cell, Fraction]]:
    """Independent combinations of vectors, each by a coordinate that later ones lack."""
    found: dict[Cell, dict[Cell, Fraction]] = {}
    for vector in vectors:
        rest = {key: Fraction(value) for key, value in vector.items() if value}
        for pivot, known in found.items():
            factor = rest.get(pivot)
            if factor:
                for key, value in known.items():
                    rest[key] = rest.get(key, Fraction(0)) - factor * value
        rest = {key: value for key, value in rest.items() if value}
        if rest:
            pivot = min(rest)
            found[pivot] = {key: value / rest[pivot] for key, value in rest.items()}
    return found


# The smallest patterns


def smallest_unseen(
    identities: Sequence[Equation], cells: Sequence[Cell]
) -> list[Mapping[Cell, int]]:
    """Every smallest set of cells whose errors can break no identity, with such errors.

    An identity with exactly one wrong cell is broken. So from one wrong cell on, every
    such identity must have a further one; following these finds every unseen pattern.
    """
    search = _Search.of(identities, cells)
    for size in range(1, len(cells) + 1):
        found = search.patterns(size)
        if found:
            return found
    return []


@dataclass
class _Search:
    cells: tuple[Cell, ...]
    identities: tuple[tuple[int, ...], ...]
    columns: tuple[tuple[tuple[int, int], ...], ...]
    guards: tuple[int, ...]
    seen: set[frozenset[int]] = field(default_factory=set)

    @classmethod
    def of(cls, identities: Sequence[Equation], cells: Sequence[Cell]) -> _Search:
        number = {cell: index for index, cell in enumerate(cells)}
        columns: list[list[tuple[int, int]]] = [[] for _ in cells]
        for index, equation in enumerate(identities):
            for cell, coefficient in equation.items():
                if coefficient:
                    columns[number[cell]].append((index, coefficient))
        return cls(
            tuple(cells),
            tuple(tuple(sorted(number[c] for c in e if e[c])) for e in identities),
            tuple(tuple(column) for column in columns),
            tuple(sum(1 << index for index, _ in column) for column in columns),
        )

    def patterns(self, size: int) -> list[Mapping[Cell, int]]:
        """The patterns of so many cells, if none has fewer."""
        self.seen.clear()
        found = []
        for first in range(len(self.cells)):
            for chosen in self._grow(frozenset((first,)), first, size):
                errors = self._errors(sorted(chosen))
                if errors is not None:
                    found.append(errors)
        return found

    def _grow(self, chosen: frozenset[int], first: int, size: int) -> Iterator[frozenset[int]]:
        """Sets of cells of which no identity has exactly one, from `first` on."""
        once = twice = 0
        for cell in chosen:
            twice |= once & self.guards[cell]
            once |= self.guards[cell]
        alone = once & ~twice
        if len(chosen) == size:
            if not alone:
                yield chosen
            return
        options: Sequence[int] = range(len(self.cells))
        if alone:
            options = self.identities[(alone & -alone).bit_length() - 1]
        for cell in options:
            larger = chosen | {cell}
            if cell <= first or cell in chosen or larger in self.seen:
                continue
            self.seen.add(larger)
            yield from self._grow(larger, first, size)

    def _errors(self, chosen: Sequence[int]) -> Mapping[Cell, int] | None:
        """Whole numbers to add to all of the cells that break no identity; None if none."""
        solved: list[tuple[dict[int, Fraction], dict[int, Fraction]]] = []
        for cell in chosen:
            rest = {index: Fraction(c) for index, c in self.columns[cell]}
            made = {cell: Fraction(1)}
            for column, combination in solved:
                pivot = min(column)
                factor = rest.get(pivot, Fraction(0)) / column[pivot]
                if factor:
                    rest = _minus(rest, column, factor)
                    made = _minus(made, combination, factor)
            if not rest:
                if len(made) < len(chosen):
                    return None
                scale = lcm(*(value.denominator for value in made.values()))
                scale *= 1 if made[chosen[0]] > 0 else -1
                return {self.cells[c]: int(made[c] * scale) for c in chosen}
            solved.append((rest, made))
        return None


def _minus(
    one: Mapping[int, Fraction], other: Mapping[int, Fraction], factor: Fraction
) -> dict[int, Fraction]:
    made = {key: one.get(key, Fraction(0)) - factor * other.get(key, 0) for key in {*one, *other}}
    return {key: value for key, value in made.items() if value}


def _kinds(patterns: Sequence[Mapping[Cell, int]]) -> Iterator[Pattern]:
    groups: dict[Kind, list[Mapping[Cell, int]]] = {}
    for pattern in patterns:
        groups.setdefault(_kind(pattern), []).append(pattern)
    for kind, members in sorted(groups.items(), key=lambda group: -len(group[1])):
        yield Pattern(kind, len(members[0]), len(members), members[0])


def _kind(pattern: Mapping[Cell, int]) -> Kind:
    if len(pattern) <= 2:
        return "unguarded" if len(pattern) == 1 else "pair"
    rows: dict[tuple[str, str], dict[str, int]] = {}
    for (table, item, measure), value in pattern.items():
        rows.setdefault((table, item), {})[measure] = value
    one, other = (*rows.values(), {})[:2]
    if len(pattern) == 4 and len(rows) == 2 and one.keys() == other.keys():
        return "rectangle" if all(one[m] == -other[m] for m in one) else "parallel"
    return "chain"


# In words


_WORDS: Mapping[Kind, str] = {
    "unguarded": "没有等式约束的数字填错",
    "pair": "两个数字的差错恰好相抵",
    "rectangle": "两行两栏交叉处的四个数字，一行多计而另一行同样少计",
    "parallel": "两行两栏交叉处的四个数字，两行同样多计或同样少计",
    "chain": "几个数字的差错依次相抵",
}


def sentence(found: Coverage, form: Form) -> str:
    """Say in Chinese what a reviewer may rely on, table by table."""
    return "".join(_table_sentence(part, form.table[part.table]) for part in found.tables)


def _table_sentence(part: TableCoverage, table: FormTable) -> str:
    name = f"表{table.number}" if table.number else f"《{table.title}》"
    if not part.guarded.cells:
        return (
            f"{name}的 {part.whole.cells} 个数字不受表内等式约束，"
            "填错了仅凭表内核对发现不了，须对照台账、上年报告或正文。"
        )
    sight = part.guarded
    free = part.whole.cells - sight.cells
    subject = f"{name}的 {part.whole.cells} 个数字"
    if free:
        subject += (
            f"中，{free} 个不受表内等式约束，填错了仅凭表内核对发现不了；其余 {sight.cells} 个"
        )
    return f"{subject}受{_bound(sight)}约束；{_promise(sight)}；{_unseen(sight, table)}。"


def _bound(sight: Sight) -> str:
    if sight.rank == sight.identities:
        return f" {sight.rank} 条互相独立的等式"
    return f" {sight.identities} 条等式（其中 {sight.rank} 条互相独立）"


def _promise(sight: Sight) -> str:
    many = f"任意 {sight.detects} 个以内" if sight.detects > 1 else "任意 1 个"
    seen = f"{many}数字填错都必定能发现" if sight.detects else "一个数字填错也未必能发现"
    if not sight.locates:
        return f"{seen}，但仅凭等式不一定能指出是哪一格"
    more = "以内" if sight.locates > 1 else ""
    return f"{seen}，任意 {sight.locates} 个{more}填错都必定能指出是哪一格"


def _unseen(sight: Sight, table: FormTable) -> str:
    if not sight.unseen:
        return "没有发现不了的情形"
    told = "；".join(
        f"{_WORDS[pattern.kind]}（{pattern.count} 种，例如{_example(pattern, table)}）"
        for pattern in sight.unseen
    )
    return f"发现不了的最小情形：{told}"


def _example(pattern: Pattern, table: FormTable) -> str:
    return "、".join(
        f"“{table.item[item].label}”的“{table.measure[measure].label}”{value:+d}".replace("-", "−")
        for (_, item, measure), value in pattern.example.items()
    )
