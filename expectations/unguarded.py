"""Which figures of a report are worth a second reading: what arithmetic cannot vouch for.

Derived from the rule book: cells that no identity guards (table 二), totals
(a wrong one breaks two identities at once and locates nothing), every cell of
an identity that fails, and a sample of the rest.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np

from expectations.batch import Batch
from expectations.checks import Cell, Check, checks_of
from expectations.evaluate import evaluate
from gongkai.form import Form, forms


@lru_cache(maxsize=8)
def always(form: str) -> frozenset[Cell]:
    """Cells of a form that no identity guards, and totals."""
    identities = [check for check in checks_of(form) if check.is_identity]
    guarded = {term.cell for check in identities for term in check.terms}
    totals = {term.cell for check in identities if check.is_sum for term in check.left.terms}
    return frozenset(cell for cell in forms()[form].cells() if cell not in guarded) | totals


def failing(form: Form, batch: Batch) -> list[set[Cell]]:
    """Per report of a batch every cell of a check that fails, or that a blank keeps from it."""
    found: list[set[Cell]] = [set() for _ in batch.index]
    for sides in evaluate(_own(form.form), batch):
        wrong = sides.fails | (sides.applies & ~sides.checkable)
        cells = [term.cell for term in sides.check.terms]
        for row in np.flatnonzero(wrong).tolist():
            found[row].update(cells)
    return found


@lru_cache(maxsize=8)
def _own(form: str) -> tuple[Check, ...]:
    """Checks within a report that are more than a hint."""
    checks = checks_of(form)
    return tuple(c for c in checks if not c.rule.needs_last and c.rule.severity != "info")


def sampled(document: str, cell: Cell, rate: float) -> bool:
    """Whether a cell is in the random sample: the same cells on every run.

    Args:
        document: the SHA-256 of the document.
        cell: its table, item and measure.
        rate: share of all cells to be sampled, 0 to 1.
    """
    drawn = hashlib.sha256("\n".join((document, *cell)).encode()).digest()
    return int.from_bytes(drawn[:4], "big") < rate * 2**32
