"""The figures of many reports on one form as arrays: what all arithmetic works on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

import numpy as np
import numpy.typing as npt

from expectations.checks import Cell
from gongkai.confidence import agreement
from gongkai.form import Form, forms
from gongkai.number import LARGEST, plain
from gongkai.report import Figure

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int8]

STATES: Final = ("absent", "blank", "number")
ABSENT, BLANK, NUMBER = range(3)
SECONDS: Final = ("unasked", "agree", "differ")
UNASKED, AGREE, DIFFER = range(3)


@dataclass(frozen=True)
class Batch:
    """The figures of n reports on one form, a column per cell of the form.

    Attributes:
        form: the form's code.
        index: what identifies each report, one entry per row.
        years: their report years (n,), 0 where unknown.
        columns: of each cell, which column of the arrays is its.
        values: (n, cells) the numbers, NaN where the state is not `number`.
        states: (n, cells) positions in `STATES`.
        seconds: (n, cells) what the second reader says, positions in `SECONDS`.
        last: row by row the same agency's report on the year before, on whatever form,
            its columns all cells of all forms; None where no such reports are looked at.
        has_last: where there is one (n,).
        exact: by row and column the numbers that a float does not hold exactly.
    """

    form: str
    index: Sequence[str]
    years: npt.NDArray[np.int32]
    columns: Mapping[Cell, int]
    values: Numbers
    states: Codes
    seconds: Codes
    last: Batch | None = None
    has_last: Flags | None = None
    exact: Mapping[tuple[int, int], Decimal] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many reports."""
        return len(self.index)

    def value(self, cell: Cell, last: bool = False) -> Numbers:
        """The numbers of a cell (n,), NaN where there is none."""
        batch = self._of(last)
        if batch is None or cell not in batch.columns:
            return np.full(len(self), np.nan)
        return batch.values[:, batch.columns[cell]]

    def state(self, cell: Cell, last: bool = False) -> Codes:
        """The states of a cell (n,)."""
        batch = self._of(last)
        if batch is None or cell not in batch.columns:
            return np.full(len(self), ABSENT, dtype=np.int8)
        return batch.states[:, batch.columns[cell]]

    def printed(self, cell: Cell, row: int, last: bool = False) -> Decimal | None:
        """The number of a cell of one report exactly as printed, None where there is none."""
        batch = self._of(last)
        if batch is None or cell not in batch.columns:
            return None
        column = batch.columns[cell]
        value = float(batch.values[row, column])
        if np.isnan(value):
            return None
        return batch.exact.get((row, column), Decimal(plain(value)))

    def second(self, cell: Cell, row: int, last: bool = False) -> str:
        """What the second reader says of a cell of one report."""
        batch = self._of(last)
        if batch is None or cell not in batch.columns:
            return SECONDS[UNASKED]
        return SECONDS[batch.seconds[row, batch.columns[cell]]]

    @property
    def known_last(self) -> Flags:
        """Where there is a report on the year before."""
        return np.zeros(len(self), dtype=bool) if self.has_last is None else self.has_last

    def _of(self, last: bool) -> Batch | None:
        return self.last if last else self


def every_cell() -> Mapping[Cell, int]:
    """The columns of a batch of reports on whatever form: all cells of all forms."""
    cells = dict.fromkeys(cell for form in forms().values() for cell in form.cells())
    return {cell: place for place, cell in enumerate(cells)}


def batch_of(
    form: Form,
    index: Sequence[str],
    figures: Sequence[Iterable[Figure]],
    years: Sequence[int | None] = (),
    last: Sequence[Iterable[Figure] | None] = (),
) -> Batch:
    """Arrays from the figures of some reports; a cell that is not given is absent.

    Numbers too large to be counts or amounts are left out of the arithmetic (the
    reader has already refused them).

    Args:
        form: the form all of them are on.
        index: what identifies each.
        figures: of each.
        years: of each, 0 or None where unknown; none given: all unknown.
        last: of each, the figures of the report on the year before; None where there is none.
    """
    columns = {cell: place for place, cell in enumerate(form.cells())}
    signed = {
        (table.table, measure.code)
        for declared in forms().values()
        for table in declared.tables
        for measure in table.measures
        if measure.signed
    }
    given = np.array([year or 0 for year in years] or [0] * len(index), dtype=np.int32)
    batch = _batch(form.form, index, given, columns, figures, signed)
    if not last:
        return batch
    before = [figures or () for figures in last]
    older = _batch("", index, given - 1, every_cell(), before, signed)
    has_last = np.array([figures is not None for figures in last], dtype=bool)
    return replace(batch, last=older, has_last=has_last)


def _batch(
    form: str,
    index: Sequence[str],
    years: npt.NDArray[np.int32],
    columns: Mapping[Cell, int],
    figures: Sequence[Iterable[Figure]],
    signed: set[tuple[str, str]],
) -> Batch:
    shape = (len(figures), len(columns))
    values = np.full(shape, np.nan, order="F")
    states = np.full(shape, ABSENT, dtype=np.int8, order="F")
    seconds = np.full(shape, UNASKED, dtype=np.int8, order="F")
    state_codes = {name: code for code, name in enumerate(STATES)}
    second_codes = {name: code for code, name in enumerate(SECONDS)}
    exact: dict[tuple[int, int], Decimal] = {}
    for row, printed in enumerate(figures):
        for figure in printed:
            place = columns[(figure.table, figure.item, figure.measure)]
            states[row, place] = state_codes[figure.state]
            if figure.second is not None:
                said = agreement(figure, (figure.table, figure.measure) in signed)
                seconds[row, place] = second_codes[said]
            if figure.value is not None and abs(figure.value) <= LARGEST:
                values[row, place] = float(figure.value)
                if Decimal(plain(float(figure.value))) != figure.value:
                    exact[row, place] = figure.value
    return Batch(form, index, years, columns, values, states, seconds, exact=exact)
