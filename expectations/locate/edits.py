"""The mistakes that really happen, to propose and to recognise them.

`proposed` makes the changes that undo one mistake in several cells (cells exchanged,
a number split, a run of cells moved, totals left at 0). `named` tells of any set of
changes which mistakes it undoes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from expectations.locate.lines import Grid, Line
from expectations.locate.model import Delta
from expectations.locate.system import System

FEWEST_SHIFTED = 3
"""A run of fewer moved cells cannot be told from two neighbours exchanged."""


@dataclass(frozen=True)
class Error:
    """One mistake: what happened, what undoes it, and how unusual it is.

    Attributes:
        bits: 0 for a slip of the pen; each bit halves how often it happens. Less than 0
            for what happens more often still: a total left at 0.
    """

    edit: str
    delta: Delta
    bits: int


def proposed(system: System, grid: Grid) -> Iterator[Delta]:
    """Changes that undo one mistake in several cells and settle the whole block."""
    candidates = (
        *_exchanged_and_split(system, grid),
        *(delta for line in grid.lines if (delta := _restored(system, line))),
        *_totals_filled(system),
    )
    for delta in dict.fromkeys(candidates):
        if system.is_settled_by(delta) and len(named(system, grid, delta)) == 1:
            yield delta


def named(system: System, grid: Grid, delta: Delta) -> tuple[Error, ...]:
    """The fewest and most usual mistakes that a set of changes undoes."""
    whole = _all_totals(system, delta) or _shifted(system, grid, delta)
    if whole is not None:
        return (whole,)
    missing = tuple(change for change in delta if _is_missing_total(system, change))
    rest = tuple(change for change in delta if change not in missing)
    together = _all_totals(system, missing)
    errors = min(
        _pairs(system, grid, delta),
        (*((together,) if together else ()), *_pairs(system, grid, rest)),
        key=_weight,
    )
    return tuple(sorted(errors, key=lambda error: error.delta))


# One cell


def _single(system: System, change: tuple[int, int]) -> Error:
    cell, amount = change
    printed, value = system.values[cell], system.values[cell] + amount
    if _is_missing_total(system, change):
        return Error("total_missing", (change,), -6)
    if is_slip(printed, value):
        return Error("mistyped", (change,), 0 if value else 3)
    if is_transposition(printed, value):
        return Error("transposed", (change,), 1)
    return Error("other", (change,), 6 if printed else 3)


def is_slip(printed: int, value: int) -> bool:
    """Whether two numbers differ by one digit: typed wrong, added or left out.

    >>> is_slip(345, 315), is_slip(345, 35), is_slip(45, 345), is_slip(12, 21)
    (True, True, True, False)
    """
    one, other = sorted((str(printed), str(value)), key=len)
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    shorter = (other[:place] + other[place + 1 :] for place in range(len(other)))
    return len(other) == len(one) + 1 and one in shorter


def is_transposition(printed: int, value: int) -> bool:
    """Whether two numbers differ by two neighbouring digits in the other order.

    >>> is_transposition(1234, 1324), is_transposition(1234, 3214)
    (True, False)
    """
    one, other = str(printed), str(value)
    differ = [place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return (
        len(one) == len(other)
        and len(differ) == 2
        and differ[1] == differ[0] + 1
        and one[differ[0]] == other[differ[1]]
        and one[differ[1]] == other[differ[0]]
    )


def _is_missing_total(system: System, change: tuple[int, int]) -> bool:
    cell, amount = change
    return cell in system.totals and system.values[cell] == 0 and amount > 0


def _all_totals(system: System, delta: Delta) -> Error | None:
    if not delta or not all(_is_missing_total(system, change) for change in delta):
        return None
    return Error("total_missing", delta, -6)


# Two cells


def _pairs(system: System, grid: Grid, delta: Delta) -> tuple[Error, ...]:
    """Pair off changes that are one mistake together, as many and as usual as possible."""
    if not delta:
        return ()
    first, *others = delta
    best = (_single(system, first), *_pairs(system, grid, tuple(others)))
    for other in others:
        pair = _pair(system, grid, (first, other))
        if pair is not None:
            rest = tuple(change for change in others if change != other)
            best = min(best, (pair, *_pairs(system, grid, rest)), key=_weight)
    return best


def _weight(errors: Sequence[Error]) -> tuple[int, int]:
    return len(errors), sum(error.bits for error in errors)


def _pair(system: System, grid: Grid, delta: Delta) -> Error | None:
    (one, more), (other, less) = delta
    if not grid.share_a_line(one, other):
        return None
    values = system.values
    if (one, other) in grid.neighbours:
        if values[one] + more == values[other] and values[other] + less == values[one]:
            return Error("swapped", delta, 2)
        if _is_split(system, delta):
            return Error("split", delta, 2)
    if more + less == 0:
        slips = all(_single(system, change).bits <= 3 for change in delta)
        return Error("offset", delta, 2 if abs(more) == 1 else 6 if slips else 12)
    return None


def _is_split(system: System, delta: Delta) -> bool:
    (one, more), (other, less) = delta
    left, right = system.values[one], system.values[other]
    return left > 0 <= right and (left + more, right + less) in _joined(left, right)


def _joined(left: int, right: int) -> tuple[tuple[int, int], tuple[int, int]]:
    together = int(f"{left}{right}")
    return (together, 0), (0, together)


def _exchanged_and_split(system: System, grid: Grid) -> Iterator[Delta]:
    failing = system.failing
    for one, other in grid.neighbours:
        if failing & ~(system.guards[one] | system.guards[other]):
            continue
        left, right = system.values[one], system.values[other]
        if left != right:
            yield (one, right - left), (other, left - right)
        if left > 0 <= right:
            for first, second in _joined(left, right):
                changes = (one, first - left), (other, second - right)
                yield tuple(change for change in changes if change[1])


# A row or a column


def _restored(system: System, line: Line) -> Delta | None:
    """What every cell of a line must be by the identities that cross the line there.

    None where these contradict one another, or the line does not explain everything.
    """
    along = _along(system, line)
    explained, delta = along, []
    for cell in line.cells:
        amounts = {
            divmod(-system.sums[identity], coefficient)
            for identity, coefficient in system.columns[cell]
            if not along >> identity & 1
        }
        explained |= system.guards[cell]
        if len(amounts) > 1 or any(rest for _, rest in amounts):
            return None
        delta += [(cell, amount) for amount, _ in amounts if amount]
    return None if system.failing & ~explained else tuple(sorted(delta))


def _along(system: System, line: Line) -> int:
    """The identities that have two or more cells of a line."""
    once = twice = 0
    for cell in line.cells:
        twice |= once & system.guards[cell]
        once |= system.guards[cell]
    return twice


def _shifted(system: System, grid: Grid, delta: Delta) -> Error | None:
    """A run of a line moved by one place: every cell has the number of the one beside it.

    The cell at the end of the run has lost its number; the identities say what it was.
    """
    if len(delta) < FEWEST_SHIFTED:
        return None
    changed = dict(delta)
    for line in grid.lines:
        places = sorted(line.place[cell] for cell in changed if cell in line.place)
        if len(places) < len(changed):
            continue
        values = [system.values[cell] for cell in line.cells]
        right = [system.values[cell] + changed.get(cell, 0) for cell in line.cells]
        first, last = places[0], places[-1]
        back = right[first:last] == values[first + 1 : last + 1]
        forth = right[first + 1 : last + 1] == values[first:last]
        if back or forth:
            return Error("row_shifted" if line.is_row else "column_shifted", delta, 6)
    return None


# Totals


def _totals_filled(system: System) -> Iterator[Delta]:
    """Every total left at 0 as the sum of its parts, totals of totals last."""
    empty = {cell for cell in system.totals if system.values[cell] == 0}
    filled: dict[int, int] = {}
    sums = list(system.sums)
    for _ in range(3):
        for cell in sorted(empty, key=lambda cell: len(system.totals[cell])):
            identity = system.totals[cell][0]
            coefficient = dict(system.rows[identity])[cell]
            amount = -sums[identity] // coefficient
            filled[cell] = filled.get(cell, 0) + amount
            for other, factor in system.columns[cell]:
                sums[other] += factor * amount
    yield tuple(sorted((cell, amount) for cell, amount in filled.items() if amount))


def touched(system: System, errors: Sequence[Error]) -> int:
    """The set of identities that mistakes have to do with."""
    found = 0
    for error in errors:
        for cell, _ in error.delta:
            found |= system.guards[cell]
    return found
