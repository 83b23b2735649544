"""Findings of a batch: what its judge failed, in numbers and in words.

A finding of severity `error` exists because an expectation failed, could not be
checked or broke; its message names table, row and column as the form prints them
and the identity with the report's own numbers in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import numpy as np
import numpy.typing as npt

from expectations import agencies, prose
from expectations.agencies import Family
from expectations.batch import STATES, Batch, Flags
from expectations.causes import with_causes
from expectations.checks import Cell, Check, checks_of
from expectations.evaluate import Sides, departs, deviation, evaluate, marks, taken
from expectations.finding import Finding, Part
from expectations.outcomes import BROKEN, EXPLAINED, FAIL, NOT_CHECKABLE, PASS, Codes
from expectations.rules import Rule, rule_book
from expectations.verdict import Counts, Judge, Verdict, counted_rules
from expectations.whose import with_verdicts
from expectations.wording import BETWEEN, cell_name, exact, place, terms
from gongkai.form import Form
from gongkai.number import plain
from gongkai.report import Prose, Remark

Rows = npt.NDArray[np.intp]

BLANK_AS_ZERO = "cells.blank_as_zero"
"""The rule of kind `noticed` that is found in the sums and not by the reader."""


@dataclass(frozen=True)
class Noted:
    """What is known of one report beside its figures: what was noticed, what its prose says."""

    remarks: Sequence[Remark] = ()
    prose: Prose = field(default_factory=Prose)


@dataclass(frozen=True)
class Judged:
    """A batch under the rule book.

    Attributes:
        findings: in the order of reports and rules.
        verdict: the judge's own.
        marks: per rule its outcome in each report (n,), positions in `outcomes.NAMES`.
        sides: every check on every report.
    """

    findings: tuple[Finding, ...]
    verdict: Verdict
    marks: Mapping[str, Codes]
    sides: Sequence[Sides]


_NOTHING = Noted()


@dataclass(frozen=True)
class Ran:
    """The rules over a batch, before anything is put into words.

    Attributes:
        said: every statement of the prose, compared.
        compared: every family of agencies, compared.
        counts: per rule that counts, 1 where it fails in a report.
    """

    sides: Sequence[Sides]
    said: Sequence[prose.Said]
    compared: Sequence[agencies.Compared]
    marks: dict[str, Codes]
    counts: Mapping[str, Counts]
    verdict: Verdict


def run_rules(
    form: Form,
    batch: Batch,
    notes: Sequence[Noted],
    families: Sequence[Family],
    judge: Judge,
) -> Ran:
    """Every rule of a form over every report, and the verdict.

    Args:
        form: the form all of them are on.
        batch: their figures, and those of the year before.
        notes: what else is known of each, row by row.
        families: reports of the batch that aggregate others.
        judge: says what fails.
    """
    checks = checks_of(form.form)
    sides = evaluate(checks, batch)
    said = prose.compare(batch, [note.prose.statements for note in notes])
    compared = agencies.compare(batch, families)
    outcomes = {
        **marks(sides, batch),
        **prose.marks(batch, said),
        **agencies.marks(batch, compared),
        **_noticed(form, batch, notes),
    }
    counts = _counts(outcomes, batch)
    verdict = judge(form, sides, counts, batch)
    for key, rows in verdict.failed.items():
        outcomes[key.partition("[")[0]][list(rows)] = FAIL
    for rule in verdict.broken:
        outcomes[rule] = np.full(len(batch), BROKEN, dtype=np.int8)
    return Ran(sides, said, compared, outcomes, counts, verdict)


def check_batch(
    form: Form,
    batch: Batch,
    noted: Mapping[str, Noted],
    families: Sequence[Family],
    judge: Judge,
) -> Judged:
    """Run the rule book of a form over a batch of reports and tell what it finds.

    Args:
        form: the form all of them are on.
        batch: their figures, and those of the year before.
        noted: per report what else is known of it.
        families: reports of the batch that aggregate others.
        judge: says what fails.
    """
    notes = [noted.get(report, _NOTHING) for report in batch.index]
    ran = run_rules(form, batch, notes, families, judge)
    found = _in_order(_single(form, batch, notes, ran), batch)
    row_of = {report: row for row, report in enumerate(batch.index)}
    judged: list[Finding] = []
    for report, own in groupby(found, key=lambda finding: finding.report):
        row = row_of[report]
        settled = [_explained(finding, notes[row].prose) for finding in own]
        settled = with_causes(form, batch, row, _keyed(settled), ran.sides)
        judged += with_verdicts(settled, batch, row, notes[row].remarks)
    _mark_explained(ran.marks, judged, row_of)
    return Judged(tuple(judged), ran.verdict, ran.marks, ran.sides)


def _single(form: Form, batch: Batch, notes: Sequence[Noted], ran: Ran) -> Iterator[Finding]:
    """What each rule finds by itself."""
    missing: dict[str, set[int]] = {}
    for side in ran.sides:
        said = missing.setdefault(side.check.rule.id, set())
        yield from _of_check(form, side, batch, ran.verdict, said)
    yield from _of_verdict(batch, ran)
    yield from _blank_as_zero(ran.sides, batch)
    yield from prose.findings(form, batch, ran.said)
    yield from agencies.findings(form, batch, ran.compared)
    for report, note in zip(batch.index, notes, strict=True):
        yield from (_of_remark(report, remark) for remark in note.remarks)
    for key, error in ran.verdict.broken.items():
        rule = rule_book()[key]
        yield from (_broken(rule, report, error, key) for report in batch.index)


def _in_order(found: Iterable[Finding], batch: Batch) -> list[Finding]:
    order = {report: row for row, report in enumerate(batch.index)}
    rank = {rule: position for position, rule in enumerate(rule_book())}
    return sorted(found, key=lambda finding: (order[finding.report], rank[finding.rule]))


def _keyed(found: Sequence[Finding]) -> list[Finding]:
    """Give every finding of a report a key of its own, numbering those that share one."""
    counts: Counter[str] = Counter()
    keyed = []
    for finding in found:
        key = finding.key or finding.rule
        counts[key] += 1
        number = counts[key]
        keyed.append(replace(finding, key=f"{key}#{number}" if number > 1 else key))
    return keyed


def _explained(finding: Finding, said: Prose) -> Finding:
    """A failure as `explained`, where the report itself gives the reason."""
    explanation = rule_book()[finding.rule].explained_by
    if finding.outcome != "fail" or explanation is None:
        return finding
    for sentence, page in said.reasons:
        if explanation.holds(sentence):
            where = f"第 {page} 页" if page else "正文"
            message = f"{finding.message}报告{where}说明了原因：“{sentence}”"
            return replace(finding, outcome="explained", message=message, quote=(sentence, page))
    return finding


def _mark_explained(
    outcomes: Mapping[str, Codes], found: Sequence[Finding], row_of: Mapping[str, int]
) -> None:
    """In the outcomes, a rule all of whose failures in a report are explained is explained."""
    failing = {(f.report, f.rule) for f in found if f.outcome == "fail"}
    for finding in found:
        where = (finding.report, finding.rule)
        row = row_of[finding.report]
        if finding.outcome == "explained" and where not in failing and finding.rule in outcomes:
            codes = outcomes[finding.rule]
            codes[row] = EXPLAINED if codes[row] == FAIL else codes[row]


def _noticed(form: Form, batch: Batch, notes: Sequence[Noted]) -> dict[str, Codes]:
    """Per rule of what is noticed its outcome in each report: pass where nothing was."""
    found: dict[str, Codes] = {}
    for rule in rule_book().values():
        if rule.kind == "noticed":
            years = batch.years.tolist()
            valid = [rule.valid(form.form, year or None) for year in years]
            found[rule.id] = np.array(valid, dtype=np.int8) * np.int8(PASS)
    for row, note in enumerate(notes):
        for remark in note.remarks:
            is_info = rule_book()[remark.rule].severity == "info"
            failed = EXPLAINED if is_info else FAIL
            code = NOT_CHECKABLE if remark.outcome == "not_checkable" else failed
            codes = found[remark.rule]
            codes[row] = max(codes[row], code)
    return found


def _counts(outcomes: Mapping[str, Codes], batch: Batch) -> dict[str, Counts]:
    """For the judge: per rule that counts, 1 where it fails in a report."""
    zeros = np.zeros(len(batch), dtype=np.int8)
    return {
        rule.id: (outcomes.get(rule.id, zeros) == FAIL).astype(np.int64) for rule in counted_rules()
    }


def _of_check(
    form: Form, side: Sides, batch: Batch, verdict: Verdict, said: set[int]
) -> Iterator[Finding]:
    """What one check finds; `said` are the reports of which its rule has said that a year lacks."""
    check = side.check
    if check.rule.id in verdict.broken:
        return
    for row in verdict.failed.get(check.key, ()):
        if not side.fails[row]:
            yield _by_verdict(check.rule, batch.index[row], check.key)
        elif check.rule.kind == "formula":
            yield _failed_formula(form, side, batch, row)
        elif check.rule.kind == "unchanged":
            yield _unchanged(side, batch, row)
        else:
            yield from _failed_values(form, side, batch, row)
    waiting = np.flatnonzero(side.applies & ~side.checkable)
    if check.rule.needs_last:
        waiting = waiting[_says_missing(batch, waiting, said)]
    for row in waiting.tolist():
        yield _not_checkable(form, side, batch, row)


def _of_verdict(batch: Batch, ran: Ran) -> Iterator[Finding]:
    """Rules that only count, where the verdict alone says that they fail."""
    for rule in counted_rules():
        for row in ran.verdict.failed.get(rule.id, ()):
            if not ran.counts[rule.id][row]:
                yield _by_verdict(rule, batch.index[row], rule.id)


def _by_verdict(rule: Rule, report: str, key: str) -> Finding:
    """What fails by the verdict alone: held like any other failure."""
    message = (
        f"规则“{rule.title}”（{rule.id}）核对时判为未通过，但按所读到的数字看不出哪里不符，"
        "报告暂缓发布，请告知维护人员。"
    )
    return Finding(report, rule.id, rule.severity, "fail", message, key=key)


def _says_missing(batch: Batch, rows: Rows, said: set[int]) -> Flags:
    """Of rules over years, a missing report is said once per rule, not in every place."""
    first: Flags = np.array([row not in said for row in rows.tolist()], dtype=bool)
    said.update(rows[~batch.known_last[rows]].tolist())
    told: Flags = batch.known_last[rows] | first
    return told


def _parts(side: Sides, batch: Batch, row: int) -> tuple[Part, ...]:
    return tuple(
        Part(cell, batch.printed(cell, row, last), coefficient, last)
        for cell, coefficient, last in taken(side, row)
    )


def _failed_formula(form: Form, side: Sides, batch: Batch, row: int) -> Finding:
    check = side.check
    parts = _parts(side, batch, row)
    left, right = exact(side.left[row]), exact(side.right[row])
    assert left is not None and right is not None
    on_left = len(check.left.terms) + (
        len(check.left.one_of[side.use[row]]) if check.left.one_of else 0
    )
    first = terms(parts[:on_left], check.left.largest)
    others = [replace(part, coefficient=-part.coefficient) for part in parts[on_left:]]
    second = terms(others, check.right.largest)
    between = BETWEEN[check.operator]
    equation = f"{first} {between} {second}，差 {plain(abs(left - right))}"
    claim = f"{place(form, check)}不符合“{check.rule.words}”"
    if check.rule.needs_last:
        claim = f"与 {int(batch.years[row]) - 1} 年度的报告相比，{claim}"
    return Finding(
        batch.index[row],
        check.rule.id,
        check.rule.severity,
        "fail",
        f"{claim}：{equation}。",
        check.terms[0].cell[0],
        left,
        right,
        parts,
        key=check.key,
        claim=claim,
        equation=equation,
    )


def _failed_values(form: Form, side: Sides, batch: Batch, row: int) -> Iterator[Finding]:
    check = side.check
    for term in check.left.terms:
        cell = term.cell
        values, last = batch.value(cell)[row : row + 1], batch.value(cell, last=True)[row : row + 1]
        wrong = departs(check, values, last) if check.rule.needs_last else deviation(check, values)
        if not wrong[0]:
            continue
        value, before = batch.printed(cell, row), batch.printed(cell, row, last=True)
        assert value is not None
        is_across = check.rule.needs_last and before is not None
        compared = f"，上年是 {plain(before)}：" if is_across and before is not None else "，不符合"
        message = (
            f"{form.table[cell[0]].name}{cell_name(form, cell)}印的是 {plain(value)}{compared}"
            f"“{check.rule.words}”。"
        )
        parts = [Part(cell, value, 1)]
        if check.rule.needs_last:
            parts.append(Part(cell, before, -1, last=True))
        yield Finding(
            batch.index[row],
            check.rule.id,
            check.rule.severity,
            "fail",
            message,
            cell[0],
            value,
            before if check.rule.needs_last else None,
            tuple(parts),
            key=f"{check.rule.id}[{'/'.join(cell)}]",
        )


def _unchanged(side: Sides, batch: Batch, row: int) -> Finding:
    rule, year = side.check.rule, int(batch.years[row])
    cells = [term.cell for term in side.check.left.terms]
    numbers = [cell for cell in cells if batch.value(cell)[row] > 0]
    message = (
        f"表中全部数字与 {year - 1} 年度的报告完全相同（其中不为零的有 {len(numbers)} 个），"
        "疑为误用了上一年度的表格。"
    )
    parts = tuple(Part(cell, batch.printed(cell, row), 1) for cell in numbers)
    return Finding(
        batch.index[row], rule.id, rule.severity, "fail", message, parts=parts, key=rule.id
    )


def _not_checkable(form: Form, side: Sides, batch: Batch, row: int) -> Finding:
    """A check a blank keeps from being made: worth a warning only beside printed numbers."""
    check = side.check
    if check.rule.needs_last and not batch.known_last[row]:
        return _without_last(check, batch, row)
    parts = _parts(side, batch, row)
    missing = [p for p in parts if p.value is None]
    numbers = any(p.value is not None for p in parts)
    states = {STATES[batch.state(p.cell, p.last)[row]] for p in missing}
    why = (
        "为空"
        if states == {"blank"}
        else "在原文中没有"
        if states == {"absent"}
        else "为空、缺失或数字过大"
    )
    names = [("上年报告的" if p.last else "") + cell_name(form, p.cell) for p in missing[:3]]
    more = f"等 {len(missing)} 格" if len(missing) > 3 else ""
    message = (
        f"{place(form, check)}无法核对“{check.rule.words}”：{'、'.join(names)}{more}{why}，"
        "空格不当作零。"
    )
    is_info = check.rule.severity == "info" or check.rule.needs_last or not numbers
    return Finding(
        batch.index[row],
        check.rule.id,
        "info" if is_info else "warning",
        "not_checkable",
        message,
        check.terms[0].cell[0],
        exact(side.left[row]),
        exact(side.right[row]),
        parts,
        key=check.key,
    )


def _without_last(check: Check, batch: Batch, row: int) -> Finding:
    message = (
        f"缺少 {int(batch.years[row]) - 1} 年度的报告，无法核对“{check.rule.words}”；"
        "补入该年度的报告后即可核对。"
    )
    table = check.rule.table or None
    return Finding(
        batch.index[row], check.rule.id, "info", "not_checkable", message, table, key=check.rule.id
    )


def _blank_as_zero(sides: Iterable[Sides], batch: Batch) -> Iterator[Finding]:
    """Say once per report that blank details beside a printed total counted as zero."""
    rule = rule_book()[BLANK_AS_ZERO]
    by_row: dict[int, dict[Cell, None]] = {}
    for side in sides:
        for row in np.flatnonzero(side.zeros & side.applies).tolist():
            taking = (cell for cell, _, _ in taken(side, row))
            blanks = (c for c in taking if STATES[batch.state(c)[row]] == "blank")
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
    outcome = remark.outcome
    if outcome == "fail" and rule.severity == "info":
        outcome = "explained"
    severity = "info" if outcome == "not_checkable" else rule.severity
    return Finding(
        report,
        rule.id,
        severity,
        outcome,
        remark.message,
        remark.table,
        None,
        None,
        parts,
        quote=remark.quote,
        places=remark.places,
    )


def _broken(rule: Rule, report: str, error: str, key: str) -> Finding:
    message = (
        f"规则“{rule.title}”（{rule.id}）运行出错，无法核对，报告暂缓发布，"
        f"请告知维护人员：{error[:300]}"
    )
    return Finding(report, rule.id, rule.severity, "broken", message, key=key)
