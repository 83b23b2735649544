"""Which explanations are best, and which of them are about equally good.

An explanation weighs 16 bits for every mistake and some bits for how unusual each
is; every bit halves how likely it is. So fewer mistakes come first, and among equally
many the more usual ones. Explanations that are less than 512 times as unlikely as the
best are shown beside it: which of them is true only a person can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from expectations.locate.edits import Error
from expectations.locate.model import Cell
from expectations.locate.system import System

MISTAKE = 16
"""Bits of one mistake, at least."""

MARGIN = 9
"""Bits by which the best explanation must be better than any other to be the only one."""

DOUBT = ((990, 0), (900, 3), (500, 6), (0, 9))
"""Confidence in thousandths, at least; and the bits by which a mistake there is likelier."""


@dataclass(frozen=True)
class Explanation:
    """Mistakes that together explain all failures of a block, and what they weigh."""

    errors: tuple[Error, ...]
    bits: int


def weigh(system: System, errors: Sequence[Error], confidence: Mapping[Cell, float]) -> Explanation:
    """Weigh an explanation; a cell read with doubt is the likelier wrong."""
    bits = 0
    for error in errors:
        doubts = [_doubt(confidence.get(system.cells[cell], 1.0)) for cell, _ in error.delta]
        bits += MISTAKE + error.bits - min(doubts)
    return Explanation(tuple(errors), bits)


def best(explanations: Iterable[Explanation]) -> list[Explanation]:
    """Those of the fewest mistakes first, without any that is clearly less likely."""
    ordered = sorted(explanations, key=lambda e: (len(e.errors), e.bits, _changes(e)))
    least = min((explanation.bits for explanation in ordered), default=0)
    return [explanation for explanation in ordered if explanation.bits < least + MARGIN]


def _changes(explanation: Explanation) -> list[tuple[int, int]]:
    return sorted(change for error in explanation.errors for change in error.delta)


def _doubt(confidence: float) -> int:
    thousandths = int(confidence * 1000)
    return next(bits for least, bits in DOUBT if thousandths >= least)
