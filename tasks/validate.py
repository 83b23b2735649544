"""Check the reports by the rule book and decide which may be published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from expectations.evaluate import Batch
from expectations.findings import Finding, check_batch
from gongkai.confidence import agreement
from gongkai.form import Form, forms
from gongkai.number import LARGEST
from gongkai.report import Figure, Report

HELD = (
    "有 {count} 处问题须先核实（{first}），暂缓发布，请按质量报告逐条核实，由机关更正后重新放入。"
)


@dataclass(frozen=True)
class Checked:
    """A whole batch after the gate.

    Attributes:
        reports: every one with a status.
        findings: per report key, in the order of the rule book.
        native: per form Great Expectations' own result.
    """

    reports: tuple[Report, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    native: Mapping[str, Mapping[str, Any]]


def key(report: Report) -> str:
    """What identifies a report with its version in a batch and in file names."""
    return f"{report.report_id}-{report.version}"


def validate(reports: Sequence[Report]) -> Checked:
    """Run the rule book once per form and give every report its status.

    A report with a failed `error` rule is held, the rest are published; reports
    that already have a status (unreadable, duplicate, ...) keep it.
    """
    findings: dict[str, tuple[Finding, ...]] = {}
    native: dict[str, Mapping[str, Any]] = {}
    for form in forms().values():
        on_form = [r for r in reports if r.status is None and r.reading.form == form.form]
        if not on_form:
            continue
        remarks = {key(report): report.remarks for report in on_form}
        found, verdict = check_batch(form, batch(form, on_form), remarks)
        native[form.form] = verdict.native
        for report in on_form:
            findings[key(report)] = ()
        for finding in found:
            findings[finding.report] = (*findings[finding.report], finding)
    decided = tuple(_decided(report, findings) for report in reports)
    return Checked(decided, findings, native)


def _decided(report: Report, findings: Mapping[str, Sequence[Finding]]) -> Report:
    if report.status is not None:
        return report
    holding = [finding for finding in findings[key(report)] if finding.holds]
    if not holding:
        return replace(report, status="published", reason="")
    first = holding[0].message.rstrip("。")
    return replace(report, status="held", reason=HELD.format(count=len(holding), first=first))


def batch(form: Form, reports: Sequence[Report]) -> Batch:
    """The figures of reports on one form as arrays, one entry per report."""
    return batch_of(form, [key(r) for r in reports], [r.reading.figures for r in reports])


def batch_of(form: Form, index: Sequence[str], figures: Sequence[Iterable[Figure]]) -> Batch:
    """Arrays from the figures of some reports; a cell that is not given is absent.

    Numbers too large to be counts or amounts are left out of the arithmetic (the
    reader has already refused them).
    """
    cells = list(form.cells())
    column = {cell: place for place, cell in enumerate(cells)}
    values = np.full((len(index), len(cells)), np.nan)
    states = np.full((len(index), len(cells)), "absent", dtype="<U6")
    seconds = np.full((len(index), len(cells)), "unasked", dtype="<U7")
    signed = {(t.table, m.code): m.signed for t in form.tables for m in t.measures}
    for row, printed in enumerate(figures):
        for figure in printed:
            place = column[(figure.table, figure.item, figure.measure)]
            states[row, place] = figure.state
            if figure.second is not None:
                said = agreement(figure, signed[figure.table, figure.measure])
                seconds[row, place] = said
            if figure.value is not None and abs(figure.value) <= LARGEST:
                values[row, place] = float(figure.value)
    return Batch(
        index,
        {cell: values[:, place] for cell, place in column.items()},
        {cell: states[:, place] for cell, place in column.items()},
        {cell: seconds[:, place] for cell, place in column.items()},
    )
