"""Checked reports as Arrow tables with the published columns, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal

import pyarrow as pa

from expectations.finding import Finding
from gongkai.columns import (
    AGENCIES,
    FINDINGS,
    QUOTATIONS,
    REPORTS,
    RULE_SUMMARY,
    STATEMENTS,
    schema_of,
)
from gongkai.confidence import confidence
from gongkai.form import FormTable, forms
from gongkai.number import rounded, whole
from gongkai.report import Figure, Prose, Report
from tasks.validate import Checked, key


@dataclass(frozen=True)
class Facts:
    """The cells of one table of one year, of reports that passed or did not."""

    gate: str
    table: str
    year: int | None
    rows: pa.Table


def reports_table(reports: Iterable[Report]) -> pa.Table:
    """One row per document, ordered by source."""
    rows = [_report_row(report) for report in sorted(reports, key=lambda r: r.document.source)]
    return pa.Table.from_pylist(rows, schema=REPORTS)


def _report_row(report: Report) -> dict[str, object]:
    document, reading = report.document, report.reading
    return {
        "report_id": report.report_id,
        "version": report.version,
        "agency": report.agency,
        "year": report.year,
        "form": reading.form,
        "scope": "aggregate" if reading.prose.aggregates else None,
        "title": reading.title or None,
        "source": document.source,
        "document_sha256": document.sha256,
        "media_type": reading.media_type or None,
        "pages": reading.pages or None,
        "reader": reading.reader if reading.title or reading.figures else None,
        "status": report.status,
        "reason": report.reason,
        "published_on": document.sidecar.published_on,
        "collected_at": document.sidecar.collected_at,
    }


def facts_tables(checked: Checked) -> Iterator[Facts]:
    """The fact tables of every gate and year, reports by id and cells in the form's order."""
    gates = {"published": "facts", "held": "held"}
    groups: dict[tuple[str, str, int | None], list[Report]] = {}
    for report in sorted(checked.reports, key=key):
        gate = gates.get(report.status or "")
        if gate is None or report.reading.form is None:
            continue
        for table in forms()[report.reading.form].tables:
            groups.setdefault((gate, table.table, report.year), []).append(report)
    for (gate, code, year), on_table in sorted(groups.items(), key=str):
        yield Facts(gate, code, year, _facts(code, on_table))


def _facts(table: str, reports: Sequence[Report]) -> pa.Table:
    declared = {form.form: form.table[table] for form in forms().values() if table in form.table}
    schema = schema_of(next(iter(declared.values())))
    columns: dict[str, list[object]] = {name: [] for name in schema.names}
    for report in reports:
        form = str(report.reading.form)
        for figure in report.reading.figures:
            if figure.table == table:
                row = _fact_row(report, form, declared[form], figure)
                for name, values in columns.items():
                    values.append(row[name])
    return pa.Table.from_pydict(columns, schema=schema)


def _fact_row(report: Report, form: str, table: FormTable, figure: Figure) -> dict[str, object]:
    x0, y0, x1, y1 = figure.box or (None, None, None, None)
    return {
        "report_id": report.report_id,
        "version": report.version,
        "agency": report.agency,
        "form": form,
        "item": figure.item,
        "measure": figure.measure,
        "value": published_value(table, figure.value),
        "unit": figure.unit,
        "state": figure.state,
        "raw": figure.raw,
        "reader": report.reading.reader,
        "page": figure.page,
        "x0": x0,
        "y0": y0,
        "x1": x1,
        "y1": y1,
        "pointer": figure.pointer or None,
        "confidence": confidence(
            report.reading.reader, figure, table.measure[figure.measure].signed
        ),
        "second": figure.second,
    }


def published_value(table: FormTable, value: Decimal | None) -> int | Decimal | None:
    """A printed number in the type of its column; None where it does not fit.

    A count with a fraction is never rounded: a rule fails on it and the report is
    held. An amount has four decimals; further ones are rounded off, a finding
    says so, and `raw` has them all.
    """
    if value is None:
        return None
    return whole(value) if table.value == "integer" else rounded(value)


def findings_table(checked: Checked) -> pa.Table:
    """One row per finding, reports by id, rules in the order of the rule book."""
    rows = [
        _finding_row(report, finding)
        for report in sorted(checked.reports, key=key)
        if report.status in ("published", "held")
        for finding in checked.findings.get(key(report), ())
    ]
    return pa.Table.from_pylist(rows, schema=FINDINGS)


def _finding_row(report: Report, finding: Finding) -> Mapping[str, object]:
    return {
        "report_id": report.report_id,
        "version": report.version,
        "rule": finding.rule,
        "severity": finding.severity,
        "outcome": finding.outcome,
        "table": finding.table,
        "left": _amount(finding.left),
        "right": _amount(finding.right),
        "difference": _amount(finding.difference),
        "cells": [
            {
                "year": _year(report, part.last),
                "table": part.cell[0],
                "item": part.cell[1],
                "measure": part.cell[2],
                "value": _amount(part.value),
                "coefficient": part.coefficient,
            }
            for part in finding.parts
        ],
        "message": finding.message,
        "key": finding.key,
        "under": finding.under or None,
        "quote": finding.quote[0] if finding.quote else None,
        "quote_page": finding.quote[1] if finding.quote else None,
        "suggestions": [
            {
                "set": suggestion.set,
                "edit": suggestion.edit,
                "table": suggestion.cell[0],
                "item": suggestion.cell[1],
                "measure": suggestion.cell[2],
                "printed": _amount(suggestion.printed),
                "proposed": _amount(suggestion.proposed),
            }
            for suggestion in finding.suggestions
        ],
        "verdict": finding.verdict,
    }


def _year(report: Report, last: bool) -> int | None:
    return report.year - 1 if last and report.year is not None else report.year


def summary_table(checked: Checked) -> pa.Table:
    """How often each rule came to each outcome, one row per rule, form and year."""
    rows = [
        {"rule": tally.rule, "form": tally.form, "year": tally.year or None, **tally.counts}
        for tally in sorted(checked.tallies, key=lambda t: (t.form, t.year))
    ]
    return pa.Table.from_pylist(rows, schema=RULE_SUMMARY)


def agencies_table(checked: Checked) -> pa.Table:
    """The register of agencies that the rules went by, one row per agency below another."""
    rows = [
        {"agency": entry.agency, "child": child, "complete": sorted(entry.complete)}
        for _, entry in sorted(checked.agencies.items())
        for child in entry.children
    ]
    return pa.Table.from_pylist(rows, schema=AGENCIES)


def statements_table(checked: Checked) -> pa.Table:
    """What the prose beside the tables says, one row per statement."""
    rows = [
        {**_of(report), **row}
        for report in sorted(checked.reports, key=key)
        if report.status in ("published", "held")
        for row in _statements(report.reading.prose)
    ]
    return pa.Table.from_pylist(rows, schema=STATEMENTS)


def _of(report: Report) -> dict[str, object]:
    """Whose sentence it is."""
    return {
        "report_id": report.report_id,
        "version": report.version,
        "agency": report.agency,
        "year": report.year,
    }


def _statements(prose: Prose) -> Iterator[dict[str, object]]:
    for statement in prose.statements:
        row = asdict(statement)
        yield {
            **row,
            "value": _amount(statement.value),
            "tolerance": _amount(statement.tolerance),
        }
    for sentence, page in prose.reasons:
        yield {"quantity": "reason", "sentence": sentence, "page": page}
    if prose.aggregates:
        yield {"quantity": "aggregates", "sentence": prose.aggregates}


def quotations_table(checked: Checked) -> pa.Table:
    """What the prose says, one row per sentence, of reports from before there was a form."""
    rows = [
        {**_of(report), **asdict(quotation)}
        for report in sorted(checked.reports, key=key)
        if report.status == "no_form"
        for quotation in report.reading.quotations
    ]
    return pa.Table.from_pylist(rows, schema=QUOTATIONS)


def _amount(value: Decimal | None) -> Decimal | None:
    return None if value is None else rounded(value)
