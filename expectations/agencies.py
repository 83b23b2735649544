"""A government's report against those of the agencies it aggregates: rules of kind `children`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from expectations.batch import Batch, Codes
from expectations.checks import Cell
from expectations.finding import Finding, Part
from expectations.outcomes import FAIL, NOT_CHECKABLE, PASS
from expectations.rules import Rule, rule_book
from expectations.wording import cell_name, exact
from gongkai.form import Form
from gongkai.number import plain

SHOWN = 3
"""Of so many cells a message tells the numbers; a finding has them all."""


@dataclass(frozen=True)
class Family:
    """A report that declares that it aggregates, and the reports of the agencies below it.

    Attributes:
        row: of the batch.
        children: by the agency's name, the numbers of its report of the same year; a cell
            that is no number there is left out.
        missing: children on the register whose report of the year is not known.
        complete: whether the register says that it lists them all.
    """

    row: int
    children: Mapping[str, Mapping[Cell, float]]
    missing: tuple[str, ...]
    complete: bool


@dataclass(frozen=True)
class Compared:
    """One family under one rule.

    Attributes:
        cells: those that are not as they must be, with both numbers.
        child: the agency below, where it is one.
    """

    row: int
    rule: Rule
    outcome: int
    cells: tuple[tuple[Cell, float, float], ...] = ()
    child: str = ""
    missing: tuple[str, ...] = ()


def compare(batch: Batch, families: Sequence[Family]) -> list[Compared]:
    """Compare every family, rule by rule."""
    found: list[Compared] = []
    for rule in rule_book().values():
        if rule.kind != "children":
            continue
        for family in families:
            if rule.valid(batch.form, int(batch.years[family.row]) or None):
                found += (
                    _against_each(rule, batch, family)
                    if rule.formula == "self >= child"
                    else _against_sum(rule, batch, family)
                )
    return found


def _own(rule: Rule, batch: Batch, family: Family) -> dict[Cell, float]:
    """The numbers of the aggregating report that the rule is about."""
    values = {
        cell: float(batch.values[family.row, place])
        for cell, place in batch.columns.items()
        if cell[0] in rule.tables
    }
    return {cell: value for cell, value in values.items() if not np.isnan(value)}


def _against_each(rule: Rule, batch: Batch, family: Family) -> list[Compared]:
    own = _own(rule, batch, family)
    found = []
    for child, values in family.children.items():
        cells = tuple((c, v, values[c]) for c, v in own.items() if c in values and v < values[c])
        found.append(Compared(family.row, rule, FAIL if cells else PASS, cells, child))
    if family.missing and not family.children:
        found.append(Compared(family.row, rule, NOT_CHECKABLE, missing=family.missing))
    return found


def _against_sum(rule: Rule, batch: Batch, family: Family) -> list[Compared]:
    """Equal where all children are known; else at least what the known ones add up to."""
    own = _own(rule, batch, family)
    children = list(family.children.values())
    if family.complete and children and not family.missing:
        whole = {c for c in own if all(c in child for child in children)}
        sums = {c: sum(child[c] for child in children) for c in whole}
        cells = tuple((c, own[c], sums[c]) for c in own if c in sums and own[c] != sums[c])
        return [Compared(family.row, rule, FAIL if cells else PASS, cells)]
    known = {c: sum(child[c] for child in children if c in child) for c in own}
    cells = tuple((c, own[c], total) for c, total in known.items() if own[c] < total)
    # Where one child alone counts more, the rule on each says it.
    if any(child[c] > own[c] for child in children for c in own if c in child):
        cells = ()
    if cells:
        return [Compared(family.row, rule, FAIL, cells)]
    if family.complete:
        return [Compared(family.row, rule, NOT_CHECKABLE, missing=family.missing)]
    return []


def marks(batch: Batch, compared: Sequence[Compared]) -> dict[str, Codes]:
    """Per rule the outcome in each report; not applicable where it aggregates nothing."""
    rules = [rule.id for rule in rule_book().values() if rule.kind == "children"]
    found = {rule: np.zeros(len(batch), dtype=np.int8) for rule in rules}
    for one in compared:
        known = found[one.rule.id]
        known[one.row] = max(known[one.row], one.outcome)
    return found


def findings(form: Form, batch: Batch, compared: Sequence[Compared]) -> list[Finding]:
    """A finding per family and rule, and child where it is of one, that did not pass."""
    return [_finding(form, batch, one) for one in compared if one.outcome != PASS]


def _finding(form: Form, batch: Batch, one: Compared) -> Finding:
    report, rule = batch.index[one.row], one.rule
    if one.outcome == NOT_CHECKABLE:
        message = (
            f"缺少下级单位（{'、'.join(one.missing[:SHOWN])}"
            f"{f'等 {len(one.missing)} 个' if len(one.missing) > SHOWN else ''}）同年度的报告，"
            f"无法核对“{rule.words}”。"
        )
        return Finding(report, rule.id, "info", "not_checkable", message)
    other = f"“{one.child}”的数" if one.child else "各下级单位之和"
    listed = "；".join(
        f"{cell_name(form, cell)}为 {plain(own)}，{other}为 {plain(theirs)}"
        for cell, own, theirs in one.cells[:SHOWN]
    )
    more = f"；另有 {len(one.cells) - SHOWN} 格" if len(one.cells) > SHOWN else ""
    table = form.table[one.cells[0][0][0]]
    claim = f"{table.name}等的汇总数不符合“{rule.words}”"
    parts = tuple(Part(cell, exact(own), 1) for cell, own, _ in one.cells)
    left, right = exact(one.cells[0][1]), exact(one.cells[0][2])
    return Finding(
        report,
        rule.id,
        rule.severity,
        "fail",
        f"{claim}：{listed}{more}。",
        table.table,
        left,
        right,
        parts,
        key=f"{rule.id}[{one.child}]" if one.child else rule.id,
        claim=claim,
        equation=f"{listed}{more}",
    )
