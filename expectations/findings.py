"""Findings: what Great Expectations failed, in numbers and in words.

A finding exists because an expectation failed, could not be checked or broke;
its message names table, row and column as the form prints them and the
identity with the report's own numbers in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

import numpy as np
import numpy.typing as npt

from expectations.evaluate import Batch, Sides, deviation, evaluate, frame
from expectations.proposal import Failure, propose
from expectations.rules import Cell, Rule, checks, rule_book
from expectations.suite import Verdict, build_suite, run_suite
from gongkai.form import Form
from gongkai.number import plain
from gongkai.report import Remark

LISTED = 8
"""More terms than this are not written out one by one when they are zero."""


@dataclass(frozen=True)
class Part:
    """One cell that takes part in a finding."""

    cell: Cell
    value: Decimal | None
    coefficient: int


@dataclass(frozen=True)
class Finding:
    """One rule in one place that did not simply pass.

    Attributes:
        report: which report of the batch (its entry in `Batch.index`).
        claim: the place and the identity in words; part of the message.
        equation: the identity with the report's numbers in it; part of the message.
        proposal: what the number might rightly be; part of the message.
        places: pages and boxes to show beside the cells' own.
        verdict: whose mistake it is: `source`, `extraction` or `undecided`.
    """

    report: str
    rule: str
    severity: str
    outcome: str
    message: str
    table: str | None = None
    left: Decimal | None = None
    right: Decimal | None = None
    parts: tuple[Part, ...] = ()
    claim: str = ""
    equation: str = ""
    proposal: str = ""
    places: tuple[tuple[int, tuple[float, float, float, float]], ...] = ()
    verdict: str = "undecided"

    @property
    def difference(self) -> Decimal | None:
        """Left minus right."""
        return None if self.left is None or self.right is None else self.left - self.right

    @property
    def holds(self) -> bool:
        """Whether it keeps its report from being published."""
        return self.severity == "error" and self.outcome in ("fail", "broken")


def check_batch(
    form: Form, batch: Batch, remarks: Mapping[str, Sequence[Remark]]
) -> tuple[list[Finding], Verdict]:
    """Run the rule book of a form over a batch of reports, in one Great Expectations run.

    Args:
        form: the form all of them are on.
        batch: their figures.
        remarks: per report what the reader noticed.

    Returns:
        the findings, in the order of reports and rules, and GX's own verdict.
    """
    every = list(checks(form))
    sides = [evaluate(check, batch) for check in every]
    noticed = _noticed(batch, remarks)
    verdict = run_suite(build_suite(form, every), frame(sides, noticed, batch))
    proposals = _proposals(form, sides, batch, verdict)
    found: list[Finding] = []
    for side in sides:
        found.extend(_of_check(form, side, batch, verdict, proposals))
    found.extend(_blank_as_zero(sides, batch))
    for report in batch.index:
        found.extend(_of_remark(report, remark) for remark in remarks.get(report, ()))
    for key, error in verdict.broken.items():
        if key in rule_book():
            found.extend(_broken(rule_book()[key], report, error) for report in batch.index)
    order = {report: row for row, report in enumerate(batch.index)}
    rank = {rule: position for position, rule in enumerate(rule_book())}
    found.sort(key=lambda finding: (order[finding.report], rank[finding.rule]))
    judged = []
    for report, own in groupby(found, key=lambda finding: finding.report):
        said = remarks.get(report, ())
        ours, unsure = _remarked(said, "extraction"), _remarked(said, "")
        judged += [replace(f, verdict=_whose(f, batch, order[report], ours, unsure)) for f in own]
    return judged, verdict


def _remarked(remarks: Iterable[Remark], whose: str) -> set[Cell]:
    """Cells that remarks which hold the report are about, of rules that are so much ours."""
    rules = ((remark, rule_book()[remark.rule]) for remark in remarks)
    holding = (r for r, rule in rules if rule.severity == "error" and rule.whose == whose)
    return {cell for remark in holding for cell in remark.cells}


def _whose(finding: Finding, batch: Batch, row: int, ours: set[Cell], unsure: set[Cell]) -> str:
    """Whose mistake it is: the agency's only where two readers agree on every cell in it."""
    cells = {part.cell for part in finding.parts}
    said = {str(batch.seconds[cell][row]) for cell in cells}
    rule = rule_book()[finding.rule]
    if "differ" in said or cells & ours or rule.whose == "extraction":
        return "extraction"
    about_print = rule.kind != "reading" or rule.whose == "source"
    confirmed = said == {"agree"} and not cells & unsure
    return "source" if about_print and confirmed and finding.outcome != "broken" else "undecided"


def _noticed(
    batch: Batch, remarks: Mapping[str, Sequence[Remark]]
) -> dict[str, npt.NDArray[np.int64]]:
    counts = {
        rule.id: np.zeros(len(batch), dtype=np.int64)
        for rule in rule_book().values()
        if rule.kind == "reading"
    }
    for row, report in enumerate(batch.index):
        for remark in remarks.get(report, ()):
            counts[remark.rule][row] += 1
    return counts


def _of_check(
    form: Form,
    side: Sides,
    batch: Batch,
    verdict: Verdict,
    proposals: Mapping[tuple[int, str], str],
) -> Iterator[Finding]:
    check = side.check
    if check.key in verdict.broken:
        for report in batch.index:
            yield _broken(check.rule, report, verdict.broken[check.key])
        return
    for row in verdict.failed.get(check.key, ()):
        if check.rule.kind == "identity":
            proposal = proposals.get((row, check.key), "")
            yield _failed_identity(form, side, batch, row, proposal)
        else:
            yield from _failed_values(form, side, batch, row)
    if check.rule.kind == "identity":
        for row in np.flatnonzero(side.applies & ~side.checkable).tolist():
            yield _not_checkable(form, side, batch, row)


def _cells(side: Sides, row: int) -> list[tuple[Cell, int]]:
    """The cells of a check on one report: left ones +1, right ones -1."""
    check = side.check
    chosen = check.one_of[side.use[row]] if side.use[row] >= 0 else ()
    right = (*check.right, *chosen)
    return [*((cell, 1) for cell in check.left), *((cell, -1) for cell in right)]


def _parts(side: Sides, batch: Batch, row: int) -> tuple[Part, ...]:
    return tuple(
        Part(cell, exact(batch.values[cell][row]), sign) for cell, sign in _cells(side, row)
    )


def exact(value: float) -> Decimal | None:
    """A float of the batch as the exact decimal it was printed as; None for NaN."""
    return None if np.isnan(value) else Decimal(plain(float(value)))


def _failed_identity(form: Form, side: Sides, batch: Batch, row: int, shared: str) -> Finding:
    check = side.check
    parts = _parts(side, batch, row)
    left, right = exact(side.left[row]), exact(side.right[row])
    assert left is not None and right is not None
    terms = _terms([p for p in parts if p.coefficient > 0])
    others = _terms([p for p in parts if p.coefficient < 0])
    equation = f"{terms} ≠ {others}，差 {plain(abs(left - right))}"
    proposal = shared or _left_out(parts, right)
    claim = f"{_place(form, side)}不符合“{check.rule.words}”"
    message = f"{claim}：{equation}。{proposal}"
    return Finding(
        batch.index[row],
        check.rule.id,
        check.rule.severity,
        "fail",
        message,
        check.left[0][0],
        left,
        right,
        parts,
        claim,
        equation,
        proposal,
    )


def _terms(parts: Sequence[Part]) -> str:
    """`21 + 0`; of many terms only those that are not zero."""
    texts = ["（空）" if p.value is None else plain(p.value) for p in parts]
    if len(parts) <= LISTED:
        return " + ".join(texts)
    shown = [t for t, p in zip(texts, parts, strict=True) if p.value]
    sum_of = plain(sum((p.value or Decimal(0) for p in parts), Decimal(0)))
    listed = " + ".join(shown) if shown else "0"
    return (
        f"{listed}（其余各项为 0 或空，合计 {sum_of}）"
        if len(shown) != 1
        else f"{listed}（其余各项为 0 或空）"
    )


def _proposals(
    form: Form, sides: Sequence[Sides], batch: Batch, verdict: Verdict
) -> dict[tuple[int, str], str]:
    """In words, per row of the batch and check: the one number that would settle it and others."""
    identities = [side for side in sides if side.check.rule.kind == "identity"]
    failed = {(row, key) for key, rows in verdict.failed.items() for row in rows}
    worded: dict[tuple[int, str], str] = {}
    for row in sorted({row for row, _ in failed}):
        failures: list[Failure] = []
        holding: set[Cell] = set()
        values: dict[Cell, Decimal] = {}
        for side in identities:
            cells = dict(_cells(side, row))
            if (row, side.check.key) in failed:
                difference = exact(side.left[row] - side.right[row]) or Decimal(0)
                failures.append(Failure(side.check.key, cells, difference))
                printed = {cell: exact(batch.values[cell][row]) for cell in cells}
                values.update({c: value for c, value in printed.items() if value is not None})
            elif side.checkable[row]:
                holding.update(cells)
        for key, proposal in propose(failures, frozenset(holding), values).items():
            worded[row, key] = (
                f"若{cell_name(form, proposal.cell)}由 {plain(values[proposal.cell])} "
                f"改为 {plain(proposal.value)}，则 {proposal.settles} 处不符同时消除。"
            )
    return worded


def _left_out(parts: Sequence[Part], right: Decimal) -> str:
    """The sum of the details, where the total is printed as zero."""
    totals = [p for p in parts if p.coefficient > 0]
    if len(totals) == 1 and totals[0].value == 0 and right != 0:
        return f"疑为漏填，按各分项相加应为 {plain(right)}。"
    return ""


def _place(form: Form, side: Sides) -> str:
    """`表三（…）“自然人”列`: where a check is, in the form's own words."""
    table = form.table[side.check.left[0][0]]
    _, item, measure = side.check.left[0]
    if side.check.rule.each == "measure":
        return f"{table.name}“{table.measure[measure].label}”列"
    return f"{table.name}“{table.item[item].label}”" + ("行" if table.layout == "rows" else "一组")


def cell_name(form: Form, cell: Cell) -> str:
    """`“（七）总计”行“自然人”列`: a cell in the form's own words."""
    table = form.table[cell[0]]
    row = "行" if table.layout == "rows" else "的"
    column = "列" if table.layout == "rows" else ""
    return f"“{table.item[cell[1]].label}”{row}“{table.measure[cell[2]].label}”{column}"


def _failed_values(form: Form, side: Sides, batch: Batch, row: int) -> Iterator[Finding]:
    check = side.check
    for cell in check.left:
        values = batch.values[cell][row : row + 1]
        if deviation(check, values)[0] == 0:
            continue
        value = exact(values[0])
        assert value is not None
        message = (
            f"{form.table[cell[0]].name}{cell_name(form, cell)}印的是 {plain(value)}，"
            f"不符合“{check.rule.words}”。"
        )
        yield Finding(
            batch.index[row],
            check.rule.id,
            check.rule.severity,
            "fail",
            message,
            cell[0],
            value,
            None,
            (Part(cell, value, 1),),
        )


def _not_checkable(form: Form, side: Sides, batch: Batch, row: int) -> Finding:
    """A check a blank keeps from being made: worth a warning only beside printed numbers."""
    parts = _parts(side, batch, row)
    missing = [p.cell for p in parts if p.value is None]
    numbers = any(p.value is not None for p in parts)
    states = {str(batch.states[cell][row]) for cell in missing}
    why = (
        "为空"
        if states == {"blank"}
        else "在原文中没有"
        if states == {"absent"}
        else "为空、缺失或数字过大"
    )
    named = "、".join(cell_name(form, cell) for cell in missing[:3])
    more = f"等 {len(missing)} 格" if len(missing) > 3 else ""
    message = (
        f"{_place(form, side)}无法核对“{side.check.rule.words}”：{named}{more}{why}，空格不当作零。"
    )
    return Finding(
        batch.index[row],
        side.check.rule.id,
        "warning" if numbers else "info",
        "not_checkable",
        message,
        side.check.left[0][0],
        exact(side.left[row]),
        exact(side.right[row]),
        parts,
    )


def _blank_as_zero(sides: Iterable[Sides], batch: Batch) -> Iterator[Finding]:
    """Say once per report that blank details beside a printed total counted as zero."""
    rule = rule_book()["cells.blank_as_zero"]
    by_row: dict[int, dict[Cell, None]] = {}
    for side in sides:
        for row in np.flatnonzero(side.zeros).tolist():
            blanks = (c for c, _ in _cells(side, row) if batch.states[c][row] == "blank")
            by_row.setdefault(row, {}).update(dict.fromkeys(blanks))
    for row, cells in sorted(by_row.items()):
        message = (
            f"有 {len(cells)} 个空格所在的行或列印有总计，核对合计时这些空格按零计算；"
            "发布的数据里仍是空，不是零。"
        )
        parts = tuple(Part(cell, None, 0) for cell in cells)
        yield Finding(
            batch.index[row], rule.id, rule.severity, "explained", message, None, None, None, parts
        )


def _of_remark(report: str, remark: Remark) -> Finding:
    rule = rule_book()[remark.rule]
    parts = tuple(Part(cell, None, 0) for cell in remark.cells)
    outcome = "explained" if rule.severity == "info" else "fail"
    return Finding(
        report,
        rule.id,
        rule.severity,
        outcome,
        remark.message,
        remark.table,
        None,
        None,
        parts,
        places=remark.places,
    )


def _broken(rule: Rule, report: str, error: str) -> Finding:
    message = (
        f"规则“{rule.title}”（{rule.id}）运行出错，无法核对，报告暂缓发布，"
        f"请告知维护人员：{error[:300]}"
    )
    return Finding(report, rule.id, rule.severity, "broken", message)
