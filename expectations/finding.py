"""What a finding is: one rule in one place of one report that did not simply pass."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from expectations.checks import Cell
from gongkai.report import Box, Outcome
from gongkai.verdict import Whose

Standing = Outcome | Literal["resolved"]
"""What a finding says of its rule: an outcome, or `resolved` where a newer version replaced
the report."""


@dataclass(frozen=True)
class Part:
    """One cell that takes part in a finding; `last` if it is of the year before."""

    cell: Cell
    value: Decimal | None
    coefficient: int
    last: bool = False


@dataclass(frozen=True)
class Suggestion:
    """What one cell might rightly be, as one change of a set that settles a cause.

    Attributes:
        set: which of several equally small sets it belongs to, from 1.
        edit: what may have happened, a code of `rules/causes.yaml`.
        printed: None where the cell is blank.
    """

    set: int
    edit: str
    cell: Cell
    printed: Decimal | None
    proposed: Decimal


@dataclass(frozen=True)
class Finding:
    """One rule in one place that did not simply pass.

    Attributes:
        report: which report of the batch (its entry in `Batch.index`).
        key: the check, or the rule where it has no places; with a number where one
            rule says several things of a report. Unique in a report.
        claim: the place and the identity in words; part of the message.
        equation: the identity with the report's numbers in it; part of the message.
        proposal: what the number might rightly be; part of the message.
        quote: the sentence of the report it rests on, or that explains it, and its page.
        under: the key of the root cause it stands under; empty for none.
        places: pages and boxes to show beside the cells' own.
        verdict: whose mistake it is, as far as that is proved (`expectations.whose`).
    """

    report: str
    rule: str
    severity: str
    outcome: Standing
    message: str
    table: str | None = None
    left: Decimal | None = None
    right: Decimal | None = None
    parts: tuple[Part, ...] = ()
    key: str = ""
    claim: str = ""
    equation: str = ""
    proposal: str = ""
    quote: tuple[str, int | None] | None = None
    suggestions: tuple[Suggestion, ...] = ()
    under: str = ""
    places: tuple[tuple[int, Box], ...] = ()
    verdict: Whose = "undecided"

    @property
    def difference(self) -> Decimal | None:
        """Left minus right."""
        return None if self.left is None or self.right is None else self.left - self.right

    @property
    def page(self) -> int | None:
        """The page of the first place to show beside the cells' own, else of the sentence."""
        if self.places:
            return self.places[0][0] or None
        return self.quote[1] if self.quote else None

    @property
    def holds(self) -> bool:
        """Whether it keeps its report from being published."""
        return self.severity == "error" and self.outcome in ("fail", "broken")
