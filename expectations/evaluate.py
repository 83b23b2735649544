"""The two sides of every check for a whole batch of reports, vectorised.

Input is a wide frame, one row per report, two columns per cell of the form;
output one row per report and what the suite of `expectations.suite` looks at.
Nothing is decided here: whether sides are equal is Great Expectations' to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from expectations.rules import Cell, Check

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Batch:
    """The figures of many reports on one form.

    Attributes:
        index: what identifies each report, one entry per row.
        values: per cell the numbers (n,), NaN where the state is not `number`.
        states: per cell the states (n,) as strings.
        seconds: per cell what the second reader says (n,): `agree`, `differ`, `unasked`.
    """

    index: Sequence[str]
    values: Mapping[Cell, Numbers]
    states: Mapping[Cell, npt.NDArray[np.str_]]
    seconds: Mapping[Cell, npt.NDArray[np.str_]]

    def __len__(self) -> int:
        """How many reports."""
        return len(self.index)


@dataclass(frozen=True)
class Sides:
    """One check on every report of a batch.

    Attributes:
        left, right: the sums (n,), NaN where the check cannot be made.
        applies: False where the document has none of the cells.
        zeros: True where blank details were counted as zero.
        use: which of the alternatives in `one_of` was added, -1 for none.
    """

    check: Check
    left: Numbers
    right: Numbers
    applies: Flags
    zeros: Flags
    use: npt.NDArray[np.int8]

    @property
    def checkable(self) -> Flags:
        """Where both sides are known."""
        return ~(np.isnan(self.left) | np.isnan(self.right))


def evaluate(check: Check, batch: Batch) -> Sides:
    """Add up both sides of a check; for a check on single values, see `deviation`."""
    if check.rule.kind != "identity":
        return _single_values(check, batch)
    printed = [_any_printed(group, batch) for group in check.one_of]
    use = np.full(len(batch), 0 if check.one_of else -1, dtype=np.int8)
    for position in range(len(printed) - 1, -1, -1):
        use[printed[position]] = position
    left, _ = _sum(check.left, batch, None)
    details = [check.right]
    if check.one_of:
        details = [(*check.right, *group) for group in check.one_of]
    right = np.full(len(batch), np.nan)
    zeros = np.zeros(len(batch), dtype=bool)
    for position, cells in enumerate(details):
        total, filled = _sum(cells, batch, left if check.rule.blank_details else None)
        chosen = use == position if check.one_of else np.ones(len(batch), dtype=bool)
        right = np.where(chosen, total, right)
        zeros |= chosen & filled
    every = [*check.left, *(cell for cells in details for cell in cells)]
    return Sides(check, left, right, _any_printed(every, batch), zeros, use)


def _sum(cells: Sequence[Cell], batch: Batch, beside: Numbers | None) -> tuple[Numbers, Flags]:
    """Add up cells; NaN where one of them is no number.

    Args:
        cells: what to add up.
        batch: the reports.
        beside: where given, blank cells count as zero beside a number there,
            unless all cells are blank (then nothing was filled in at all).

    Returns:
        the sums, and where blanks were counted as zero.
    """
    stack = np.stack([batch.values[cell] for cell in cells])
    if beside is None:
        return stack.sum(axis=0), np.zeros(len(batch), dtype=bool)
    blank = np.stack([batch.states[cell] == "blank" for cell in cells])
    numbers = ~np.isnan(stack)
    counts = ~np.isnan(beside) & blank.any(axis=0) & (numbers.any(axis=0) | (beside == 0))
    filled = np.where(blank & counts, 0.0, stack)
    total = filled.sum(axis=0)
    return total, counts & ~np.isnan(total)


def _single_values(check: Check, batch: Batch) -> Sides:
    """How far the worst of the cells is from a value it may have; right is 0."""
    worst = np.max([deviation(check, batch.values[cell]) for cell in check.left], axis=0)
    nothing = np.zeros(len(batch), dtype=bool)
    applies = _any_printed(check.left, batch)
    use = np.full(len(batch), -1, dtype=np.int8)
    return Sides(check, worst, np.zeros(len(batch)), applies, nothing, use)


def deviation(check: Check, values: Numbers) -> Numbers:
    """Distance of values from the nearest admissible one (0 for no number)."""
    admissible = np.floor(values) if check.rule.kind == "count" else values
    if not check.signed:
        admissible = np.maximum(admissible, 0.0)
    return np.nan_to_num(np.abs(values - admissible), nan=0.0)


def _any_printed(cells: Sequence[Cell], batch: Batch) -> Flags:
    found = np.zeros(len(batch), dtype=bool)
    for cell in cells:
        found |= batch.states[cell] != "absent"
    return found


def frame(
    sides: Sequence[Sides], noticed: Mapping[str, npt.NDArray[np.int64]], batch: Batch
) -> pd.DataFrame:
    """What Great Expectations validates: one row per report.

    Columns: `report`; per check `<key>.left` and `<key>.right` (NaN where not
    checkable); per reading rule how often it was noticed.
    """
    columns: dict[str, object] = {"report": list(batch.index)}
    for side in sides:
        known = side.checkable & side.applies
        columns[f"{side.check.key}.left"] = np.where(known, side.left, np.nan)
        columns[f"{side.check.key}.right"] = np.where(known, side.right, np.nan)
    columns.update(noticed)
    return pd.DataFrame(columns)
