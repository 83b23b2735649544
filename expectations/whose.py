"""Whose mistake a finding is, and never more than the evidence proves.

That two readers agree on a number proves that it is printed. That the agency is wrong is
proved only where, besides, what is printed cannot be so: where numbers of one report break
an identity of its own tables. A sentence beside a table, two reports that do not fit
together and a number that is unusual are questions: they may be about different things.
So is a sum that a number in place of a blank might settle; where the parts that are printed
are more than their total, none can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from expectations.batch import Batch
from expectations.checks import Cell
from expectations.finding import Finding
from expectations.rules import Rule, rule_book
from gongkai.report import Remark
from gongkai.verdict import Whose


@dataclass(frozen=True)
class _Doubts:
    """Cells that remarks which hold the report are about.

    Attributes:
        ours: of rules that say that we read wrong.
        open: of rules that cannot say whose matter it is.
    """

    ours: frozenset[Cell]
    open: frozenset[Cell]

    @classmethod
    def of(cls, remarks: Iterable[Remark]) -> _Doubts:
        """The cells by whose matter the remark's rule says it is."""
        cells: dict[str, set[Cell]] = {}
        for remark in remarks:
            rule = rule_book()[remark.rule]
            if rule.severity == "error":
                cells.setdefault(rule.whose, set()).update(remark.cells)
        return cls(frozenset(cells.get("extraction", ())), frozenset(cells.get("", ())))


def with_verdicts(
    found: Sequence[Finding], batch: Batch, row: int, remarks: Iterable[Remark]
) -> Iterator[Finding]:
    """The findings of one report, each with whose mistake it is.

    Args:
        found: all findings of the report, root causes with those under them.
        batch: the reports.
        row: which of them.
        remarks: what was noticed of it.
    """
    doubts = _Doubts.of(remarks)
    own = {f.key: _of_its_cells(f, batch, row, doubts) for f in found}
    under: dict[str, list[Whose]] = {}
    for finding in found:
        if finding.under and finding.outcome == "fail":
            under.setdefault(finding.under, []).append(own[finding.key])
    for finding in found:
        is_cause = rule_book()[finding.rule].kind == "cause"
        below = under.get(finding.key, []) if is_cause else []
        yield replace(finding, verdict=_of_cause(own[finding.key], below))


def proves(rule: Rule) -> bool:
    """Whether numbers that fail a rule cannot all be right, whatever they are about.

    Identities within the tables are printed on the form, or are what its words mean; where
    even they leave room, they are not of severity `error`.
    """
    return rule.level == "table" and rule.severity == "error"


def _of_its_cells(finding: Finding, batch: Batch, row: int, doubts: _Doubts) -> Whose:
    rule = rule_book()[finding.rule]
    if rule.level == "prose" and rule.kind == "noticed":
        return "source" if finding.outcome == "fail" else "undecided"
    own = {part.cell for part in finding.parts if not part.last}
    said = {batch.second(cell, row) for cell in own}
    if "differ" in said or own & doubts.ours or rule.whose == "extraction":
        return "extraction"
    said |= {batch.second(part.cell, row, last=True) for part in finding.parts if part.last}
    is_about_print = rule.kind != "noticed" or rule.whose == "source"
    is_confirmed = said == {"agree"} and not own & doubts.open
    if not (is_about_print and is_confirmed) or finding.outcome == "broken":
        return "undecided"
    is_proved = proves(rule) and finding.outcome == "fail" and not may_add_up(finding)
    return "source" if is_proved else "agreed"


def may_add_up(finding: Finding) -> bool:
    """Whether numbers in its blank cells might settle a failure: counts, so none below zero."""
    blank = [part.coefficient for part in finding.parts if part.value is None]
    difference = finding.difference
    return bool(blank) and (difference is None or any(c * difference < 0 for c in blank))


def _of_cause(own: Whose, below: Sequence[Whose]) -> Whose:
    """A root cause proves no more than the failures it stands for, all of them."""
    if not below or own == "extraction":
        return own
    proved = [whose for whose in below if whose != "agreed"]
    if "extraction" in proved:
        return "extraction"
    if "undecided" in proved:
        return "undecided"
    return "source" if proved else own
