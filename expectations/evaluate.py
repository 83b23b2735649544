"""The two sides of every check for a whole batch of reports, vectorised.

Nothing is decided here of what holds a report: whether sides are as they must be is
Great Expectations' to say at the gate; the same is said here for findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from expectations.batch import ABSENT, BLANK, NUMBER, Batch, Codes, Flags, Numbers
from expectations.checks import Cell, Check, Side, Term, years_of
from expectations.outcomes import FAIL, NOT_APPLICABLE, NOT_CHECKABLE, PASS

_WRONG = {"=": np.not_equal, "<=": np.greater, ">=": np.less}


@dataclass(frozen=True)
class Sides:
    """One check on every report of a batch.

    Attributes:
        left, right: both sides (n,), NaN where the check cannot be made.
        applies: False where the rule is not applicable: another year, a condition that
            does not hold, none of the cells in the document.
        zeros: True where blank details were counted as zero.
        use: which of the alternatives was added, -1 for none.
    """

    check: Check
    left: Numbers
    right: Numbers
    applies: Flags
    zeros: Flags
    use: npt.NDArray[np.int8]

    @cached_property
    def checkable(self) -> Flags:
        """Where the rule applies and both sides are known."""
        return self.applies & ~(np.isnan(self.left) | np.isnan(self.right))

    @cached_property
    def fails(self) -> Flags:
        """Where both sides are known and not as the rule says."""
        wrong: Flags = self.checkable & _WRONG[self.check.operator](self.left, self.right)
        return wrong


@dataclass(frozen=True)
class _Sum:
    """A side added up: values, where blanks counted as zero, which alternative was taken."""

    values: Numbers
    zeros: Flags
    use: npt.NDArray[np.int8]


def evaluate(checks: Sequence[Check], batch: Batch) -> list[Sides]:
    """Every check on every report of a batch, in the order of the checks."""
    made: dict[tuple[str, str], Sides] = {}
    for check in checks:
        sides = _sides(check, batch)
        if check.rule.weaker_than:
            place = check.key.partition("[")[2]
            stronger = made.get((check.rule.weaker_than, place))
            if stronger is not None:
                sides = replace(sides, applies=sides.checkable & ~stronger.checkable)
        made[check.rule.id, check.key.partition("[")[2]] = sides
    return list(made.values())


def _sides(check: Check, batch: Batch) -> Sides:
    if check.rule.kind != "formula":
        return _single_values(check, batch)
    left = _side(check.left, batch, None)
    right = _side(check.right, batch, left.values if check.rule.blank_details else None)
    applies = valid(check, batch) & _any_printed(check.terms, batch)
    if check.when is not None:
        applies &= _side(check.when, batch, None).values >= check.rule.least
    use = np.where(left.use >= 0, left.use, right.use)
    return Sides(check, left.values, right.values, applies, right.zeros, use)


def valid(check: Check, batch: Batch) -> Flags:
    """Where a check is applicable by the report's year; rules without years always are."""
    years = years_of(check)
    if years is None:
        return np.ones(len(batch), dtype=bool)
    return np.isin(batch.years, sorted(years))


def _side(side: Side, batch: Batch, beside: Numbers | None) -> _Sum:
    """One side, with the first alternative that has a number, or else is printed."""
    n = len(batch)
    if side.largest:
        return _Sum(_largest(side, batch), np.zeros(n, dtype=bool), np.full(n, -1, dtype=np.int8))
    if not side.one_of:
        values, zeros = _sum(side.terms, batch, beside)
        return _Sum(values, zeros, np.full(n, -1, dtype=np.int8))
    use = np.zeros(n, dtype=np.int8)
    for with_number in (False, True):
        for position in range(len(side.one_of) - 1, -1, -1):
            use[_any_printed(side.one_of[position], batch, with_number)] = position
    values = np.full(n, np.nan)
    zeros = np.zeros(n, dtype=bool)
    for position, group in enumerate(side.one_of):
        total, filled = _sum((*side.terms, *group), batch, beside)
        chosen = use == position
        values = np.where(chosen, total, values)
        zeros |= chosen & filled
    return _Sum(values, zeros, use)


def _largest(side: Side, batch: Batch) -> Numbers:
    """The largest number printed among some cells, NaN where none is."""
    stack = np.stack([batch.value(t.cell, t.last) for t in side.terms])
    known = ~np.isnan(stack)
    largest = np.where(known, stack, -np.inf).max(axis=0)
    return np.where(known.any(axis=0), largest, np.nan)


def _sum(terms: Sequence[Term], batch: Batch, beside: Numbers | None) -> tuple[Numbers, Flags]:
    """Add up terms; NaN where one of them is no number.

    Args:
        terms: what to add up; nothing at all is 0.
        batch: the reports.
        beside: where given, blank cells count as zero beside a number there,
            unless all cells are blank (then nothing was filled in at all), or a blank one is
            the total of others that are not zero.

    Returns:
        the sums, and where blanks were counted as zero.
    """
    n = len(batch)
    total = np.zeros(n)
    blank_any = np.zeros(n, dtype=bool)
    number_any = np.zeros(n, dtype=bool)
    for term in terms:
        values = batch.value(term.cell, term.last)
        if beside is not None:
            states = batch.state(term.cell, term.last)
            blank = states == BLANK
            blank_any |= blank
            number_any |= states == NUMBER
            values = np.where(blank & ~_any_case(term.parts, batch), 0.0, values)
        total += term.coefficient * values
    total = _decimal(total)
    if beside is None:
        return total, blank_any
    counts = blank_any & ~np.isnan(beside) & (number_any | (beside == 0))
    total = np.where(blank_any & ~counts, np.nan, total)
    return total, counts & ~np.isnan(total)


def _decimal(sums: Numbers) -> Numbers:
    """Sums of decimal fractions without the error of binary ones: 0.1 + 0.2 is 0.3."""
    return np.where(sums == np.floor(sums), sums, np.round(sums, 10))


def _single_values(check: Check, batch: Batch) -> Sides:
    """How far the worst of the cells is from what it may be; right is 0."""
    n = len(batch)
    applies = valid(check, batch) & _any_printed(check.terms, batch)
    left = _DEVIATIONS[check.rule.kind](check, batch)
    if check.rule.needs_last:
        left = np.where(batch.known_last, left, np.nan)
    return Sides(
        check, left, np.zeros(n), applies, np.zeros(n, dtype=bool), np.full(n, -1, dtype=np.int8)
    )


def deviation(check: Check, values: Numbers) -> Numbers:
    """Distance of values from the nearest admissible one (0 for no number)."""
    admissible = np.floor(values) if check.rule.kind == "count" else values
    if not check.signed:
        admissible = np.maximum(admissible, 0.0)
    return np.nan_to_num(np.abs(values - admissible), nan=0.0)


def _worst(check: Check, batch: Batch) -> Numbers:
    """The worst deviation; NaN where none of the cells is a number."""
    worst = np.zeros(len(batch))
    some = np.zeros(len(batch), dtype=bool)
    for term in check.left.terms:
        values = batch.value(term.cell)
        np.maximum(worst, deviation(check, values), out=worst)
        some |= ~np.isnan(values)
    return np.where(some, worst, np.nan)


def departs(check: Check, now: Numbers, last: Numbers) -> Flags:
    """Where a number departs from last year's by a slip of the unit, or by a jump.

    A slip is a factor within a third and three times of the rule's `ratio`, either way.
    """
    ratio = check.rule.ratio
    with np.errstate(divide="ignore", invalid="ignore"):
        if check.rule.kind == "slip":
            both = (now > 0) & (last > 0)
            times = np.where(now > last, now / last, last / now)
            found: Flags = both & (times * 3 > ratio) & (times < ratio * 3)
            return found
        apart = np.abs(now - last) >= np.maximum(check.rule.least, np.abs(last) / 10)
        changed: Flags = apart & ((now > ratio * last) | (now * ratio < last))
        return changed


def _departures(check: Check, batch: Batch) -> Numbers:
    """How many cells depart from last year's; NaN where none has a number in both years."""
    counted = np.zeros(len(batch))
    some = np.zeros(len(batch), dtype=bool)
    for term in check.left.terms:
        now, last = batch.value(term.cell), batch.value(term.cell, last=True)
        counted += departs(check, now, last)
        some |= ~np.isnan(now + last)
    return np.where(some, counted, np.nan)


def _unchanged(check: Check, batch: Batch) -> Numbers:
    """1 where every number is last year's and enough are not zero, else 0; NaN without numbers."""
    same = np.ones(len(batch), dtype=bool)
    some = np.zeros(len(batch), dtype=np.int32)
    known = np.zeros(len(batch), dtype=bool)
    for term in check.left.terms:
        now, last = batch.value(term.cell), batch.value(term.cell, last=True)
        same &= (now == last) | (np.isnan(now) & np.isnan(last))
        some += np.nan_to_num(now) != 0
        known |= ~np.isnan(now)
    return np.where(known, same & (some >= check.rule.least), np.nan)


_DEVIATIONS = {
    "count": _worst,
    "amount": _worst,
    "slip": _departures,
    "jump": _departures,
    "unchanged": _unchanged,
}


def _any_printed(terms: Sequence[Term], batch: Batch, with_number: bool = False) -> Flags:
    """Where the document has any of this year's cells, or any with a number."""
    found = np.zeros(len(batch), dtype=bool)
    for term in terms:
        if not term.last:
            states = batch.state(term.cell)
            found |= states == NUMBER if with_number else states != ABSENT
    return found


def _any_case(cells: Sequence[Cell], batch: Batch) -> Flags:
    """Where any of some cells has a number other than zero."""
    found = np.zeros(len(batch), dtype=bool)
    for cell in cells:
        found |= np.nan_to_num(batch.value(cell)) != 0
    return found


def taken(sides: Sides, row: int) -> list[tuple[Cell, int, bool]]:
    """The cells a check takes on one report: left ones as they are, right ones negated."""
    found: list[tuple[Cell, int, bool]] = []
    for side, sign in ((sides.check.left, 1), (sides.check.right, -1)):
        use = int(sides.use[row])
        group = side.one_of[use] if side.one_of and use >= 0 else ()
        found += [(t.cell, sign * t.coefficient, t.last) for t in (*side.terms, *group)]
    return found


def marks(sides: Sequence[Sides], batch: Batch) -> dict[str, Codes]:
    """Per rule the outcome in each report (n,), the worst of its checks."""
    found: dict[str, Codes] = {}
    for side in sides:
        known = found.setdefault(side.check.rule.id, np.zeros(len(batch), dtype=np.int8))
        mark = np.where(side.applies, NOT_CHECKABLE, NOT_APPLICABLE)
        mark = np.where(side.checkable, PASS, mark)
        np.maximum(known, np.where(side.fails, FAIL, mark).astype(np.int8), out=known)
    return found
