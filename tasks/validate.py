"""Check the reports by the rule book and decide which may be published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from expectations.agencies import Family
from expectations.batch import Batch, batch_of
from expectations.checks import Cell
from expectations.culprit import Results, with_culprits
from expectations.finding import Finding
from expectations.findings import Judged, Noted, check_batch
from expectations.outcomes import Tally, tallies
from expectations.verdict import Judge, great_expectations
from gongkai.form import Form, forms
from gongkai.report import Figure, Prose, Report
from tasks.agencies import Agencies
from tasks.earlier import AgencyYear, Earlier, newest_of

HELD = (
    "有 {count} 处问题须先核实（{first}），暂缓发布，请按质量报告逐条核实，由机关更正后重新放入。"
)
REPLACED = "机关已另行公布，由第 {version} 版（{source}）取代，本版不再需要核实。"


@dataclass(frozen=True)
class Checked:
    """A whole batch after the gate.

    Attributes:
        reports: every one with a status.
        findings: per report key, in the order of the rule book, root causes first.
        native: per form Great Expectations' own result.
        tallies: how often each rule came to each outcome, per form and year.
        earlier: reports of earlier releases that were looked at and are carried on.
        successors: of each report that a newer version replaces, by its key, that version.
        agencies: the register by which reports were compared.
    """

    reports: tuple[Report, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    native: Mapping[str, Mapping[str, Any]]
    tallies: tuple[Tally, ...] = ()
    earlier: Earlier = field(default_factory=Earlier)
    agencies: Agencies = field(default_factory=dict)
    successors: Mapping[str, Report] = field(default_factory=dict)


@dataclass(frozen=True)
class Others:
    """What other reports say that the rules compare a report with.

    Attributes:
        figures: by agency and year the figures of the newest version, of this run or earlier.
    """

    figures: Mapping[AgencyYear, Sequence[Figure]]
    agencies: Agencies = field(default_factory=dict)


def key(report: Report) -> str:
    """What identifies a report with its version in a batch and in file names."""
    return f"{report.report_id}-{report.version}"


def validate(
    reports: Sequence[Report],
    earlier: Earlier | None = None,
    agencies: Agencies | None = None,
    by: Judge = great_expectations,
) -> Checked:
    """Run the rule book once per form and give every report its status.

    A report with a failed `error` rule is held, the rest are published; reports
    that already have a status (unreadable, duplicate, ...) keep it.

    Args:
        reports: all of this run.
        earlier: reports of earlier releases, for the rules across years and agencies.
        agencies: which government aggregates which.
        by: who gives the verdict.
    """
    earlier, agencies = earlier or Earlier(), agencies or {}
    others = others_of(reports, earlier, agencies)
    judged: dict[str, tuple[Batch, Judged]] = {}
    for form in forms().values():
        on_form = [r for r in reports if r.status is None and r.reading.form == form.form]
        if on_form:
            judged[form.form] = judge(form, on_form, others, by)
    findings = gathered(judged.values(), reports)
    successors = successors_of(reports)
    decided = tuple(_decided(report, findings, successors) for report in reports)
    return Checked(
        decided,
        {name: closed(own) if name in successors else own for name, own in findings.items()},
        {form: found.verdict.native for form, (_, found) in judged.items()},
        tuple(
            tally
            for form, (batch, found) in judged.items()
            for tally in _tallies(form, batch, found, successors)
        ),
        earlier,
        agencies,
        successors,
    )


def successors_of(reports: Sequence[Report]) -> dict[str, Report]:
    """Of each report with figures that a newer version replaces, by its key, the newest one.

    Documents of which it cannot be told which is the newer do not replace each other.
    """
    newest = newest_of(reports)
    contested = {
        r.report_id for r in reports if any(m.rule == "report.two_documents" for m in r.remarks)
    }
    return {
        key(report): newest[report.report_id]
        for report in reports
        if report.report_id in newest
        and report.report_id not in contested
        and report.status in (None, "published", "held")
        and report.version < newest[report.report_id].version
    }


def closed(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a report that a newer version replaced: what failed is resolved."""
    return tuple(
        replace(f, outcome="resolved") if f.outcome in ("fail", "broken") else f for f in findings
    )


def _tallies(
    form: str, batch: Batch, found: Judged, successors: Mapping[str, Report]
) -> list[Tally]:
    """The outcomes of the rules, counted over the versions in force."""
    kept = np.array([report not in successors for report in batch.index], dtype=bool)
    marks = {rule: codes[kept] for rule, codes in found.marks.items()}
    return tallies(form, batch.years[kept], marks)


def judge(
    form: Form, reports: Sequence[Report], others: Others, by: Judge = great_expectations
) -> tuple[Batch, Judged]:
    """The rule book over reports on one form, judged by Great Expectations or by another."""
    made = batch_of(
        form,
        [key(report) for report in reports],
        [report.reading.figures for report in reports],
        [report.year for report in reports],
        [_last(report, others) for report in reports],
    )
    noted = {key(r): Noted(r.remarks, r.reading.prose) for r in reports}
    families = [
        family
        for row, report in enumerate(reports)
        if (family := _family(row, report.agency, report.year, report.reading.prose, others))
    ]
    return made, check_batch(form, made, noted, families, by)


def gathered(
    judged: Iterable[tuple[Batch, Judged]], reports: Sequence[Report]
) -> dict[str, tuple[Finding, ...]]:
    """The findings per report, those across years with the likelier culprit."""
    whose = {key(r): (r.agency, r.year) for r in reports if r.agency and r.year}
    every = list(judged)
    results = Results.of(every, whose)
    findings: dict[str, list[Finding]] = {
        report: [] for batch, _ in every for report in batch.index
    }
    for _, found in every:
        for finding in with_culprits(found.findings, results):
            findings[finding.report].append(finding)
    return {report: tuple(own) for report, own in findings.items()}


def others_of(reports: Sequence[Report], earlier: Earlier, agencies: Agencies) -> Others:
    """The newest figures of every agency and year that a rule may ask for."""
    newest: dict[AgencyYear, Report] = {}
    for report in sorted(reports, key=lambda r: r.version):
        if report.status is None and report.agency is not None and report.year is not None:
            newest[report.agency, report.year] = report
    wanted = {(agency, year - 1) for agency, year in newest}
    wanted |= {
        (child, year)
        for agency, year in newest
        if agency in agencies
        for child in agencies[agency].children
    }
    figures: dict[AgencyYear, Sequence[Figure]] = {**earlier.figures(wanted - set(newest))}
    figures.update({place: report.reading.figures for place, report in newest.items()})
    return Others(figures, agencies)


def _last(report: Report, others: Others) -> Sequence[Figure] | None:
    if report.agency is None or report.year is None:
        return None
    return others.figures.get((report.agency, report.year - 1))


def _family(
    row: int, agency: str | None, year: int | None, prose: Prose, others: Others
) -> Family | None:
    """A report that declares that it aggregates, with the agencies below it by the register."""
    if agency is None or year is None or not prose.aggregates or agency not in others.agencies:
        return None
    entry = others.agencies[agency]
    known = {c: others.figures[c, year] for c in entry.children if (c, year) in others.figures}
    return Family(
        row,
        {child: _numbers(figures) for child, figures in known.items()},
        tuple(child for child in entry.children if child not in known),
        year in entry.complete,
    )


def _numbers(figures: Iterable[Figure]) -> dict[Cell, float]:
    return {(f.table, f.item, f.measure): float(f.value) for f in figures if f.value is not None}


def _decided(
    report: Report, findings: Mapping[str, Sequence[Finding]], successors: Mapping[str, Report]
) -> Report:
    if report.status is not None:
        return report
    holding = [finding for finding in findings[key(report)] if finding.holds]
    if not holding:
        return replace(report, status="published", reason="")
    newer = successors.get(key(report))
    if newer is not None:
        reason = REPLACED.format(version=newer.version, source=newer.document.source)
        return replace(report, status="held", reason=reason)
    first = holding[0].message.rstrip("。")
    count = sum(not finding.under for finding in holding)
    return replace(report, status="held", reason=HELD.format(count=count, first=first))
