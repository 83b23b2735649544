"""Which figures of a report are worth a second reading: what arithmetic cannot vouch for.

Derived from the rule book: cells that no identity guards (table 二), totals
(a wrong one breaks two identities at once and locates nothing), every cell of
an identity that fails, and a sample of the rest.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np

from expectations.evaluate import Batch, evaluate
from expectations.rules import Cell, Check, checks
from gongkai.form import Form, forms


@lru_cache(maxsize=8)
def always(form: str) -> frozenset[Cell]:
    """Cells of a form that no identity guards, and totals."""
    declared = forms()[form]
    identities = [check for check in checks(declared) if check.rule.kind == "identity"]
    guarded = {cell for check in identities for cell in _cells(check)}
    totals = {cell for check in identities if check.is_sum for cell in check.left}
    return frozenset(cell for cell in declared.cells() if cell not in guarded) | totals


def failing(form: Form, batch: Batch) -> list[set[Cell]]:
    """Per report of a batch every cell of a check that fails, or that a blank keeps from it."""
    found: list[set[Cell]] = [set() for _ in batch.index]
    for check in checks(form):
        sides = evaluate(check, batch)
        holds = sides.checkable & (sides.left == sides.right)
        for row in np.flatnonzero(sides.applies & ~holds).tolist():
            found[row].update(_cells(check))
    return found


def sampled(document: str, cell: Cell, rate: float) -> bool:
    """Whether a cell is in the random sample: the same cells on every run.

    Args:
        document: the SHA-256 of the document.
        cell: its table, item and measure.
        rate: share of all cells to be sampled, 0 to 1.
    """
    drawn = hashlib.sha256("\n".join((document, *cell)).encode()).digest()
    return int.from_bytes(drawn[:4], "big") < rate * 2**32


def _cells(check: Check) -> list[Cell]:
    others = (cell for group in check.one_of for cell in group)
    return [*check.left, *check.right, *others]
