"""Checked reports as Arrow tables with the published columns, in a fixed order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

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
from gongkai.number import fitting, whole
from gongkai.report import Figure, Prose, Report
from tasks.publish.published import GATE_OF
from tasks.validate import Checked, key
from tasks.versions import BEIJING


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
        "url": document.sidecar.url,
        "first_seen": report.first_seen,
        "status": report.status,
        "reason": report.reason,
        "published_on": document.sidecar.published_on,
        "collected_at": document.sidecar.collected_at,
    }


def facts_tables(checked: Checked) -> Iterator[Facts]:
    """The fact tables of every gate and year, reports by id and cells in the form's order."""
    groups: dict[tuple[str, str, int | None], list[Report]] = {}
    for report in sorted(checked.reports, key=key):
        gate = GATE_OF.get(report.status or "")
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
        "year": report.year,
        "form": form,
        "table": figure.table,
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
    held. An amount with more than ten decimals is not rounded either: it is held, and
    `raw` has them all.
    """
    if value is None:
        return None
    return whole(value) if table.value == "integer" else fitting(value)


def findings_table(checked: Checked) -> pa.Table:
    """One row per finding, reports by id, rules in the order of the rule book.

    Those of reports of earlier releases that a report of this run replaces come last.
    """
    rows = [
        _finding_row(report, finding, checked.successors.get(key(report)))
        for report in sorted(checked.reports, key=key)
        if report.status in ("published", "held")
        for finding in checked.findings.get(key(report), ())
    ]
    rows += [row for row in carried_findings(checked) if row["outcome"] == "resolved"]
    return pa.Table.from_pylist(rows, schema=FINDINGS)


def carried_findings(checked: Checked) -> list[dict[str, Any]]:
    """The findings of earlier releases on reports that are carried on, resolved where replaced."""
    earlier = checked.earlier
    resolved = {
        (known.report_id, earlier.version(known)): resolved_on(earlier.successors[known.edition])
        for known in earlier.reports
        if known.edition in earlier.successors
    }
    rows: list[dict[str, Any]] = earlier.said("findings").to_pylist()
    for row in rows:
        day = resolved.get((row["report_id"], row["version"]))
        is_open = row["outcome"] in ("fail", "broken", "resolved")
        row["resolved_on"] = day if is_open else None
        if is_open:
            row["outcome"] = "resolved" if day is not None else "fail"
    return rows


def resolved_on(newer: Report) -> dt.date | None:
    """The day on which a report replaced the version before, in Beijing."""
    return None if newer.first_seen is None else newer.first_seen.astimezone(BEIJING).date()


def carried_tables(checked: Checked) -> Iterator[tuple[str, pa.Table]]:
    """What is carried on beside figures, by its file's name without the ending."""
    open_ones = [row for row in carried_findings(checked) if row["outcome"] != "resolved"]
    yield "findings", pa.Table.from_pylist(open_ones, schema=FINDINGS)
    for name in ("statements", "quotations"):
        yield name, checked.earlier.said(name)
    yield "reports", checked.earlier.reports_table()


def _finding_row(report: Report, finding: Finding, newer: Report | None) -> dict[str, Any]:
    is_resolved = finding.outcome == "resolved" and newer is not None
    return {
        **_of(report),
        "rule": finding.rule,
        "severity": finding.severity,
        "outcome": finding.outcome,
        "resolved_on": resolved_on(newer) if is_resolved and newer is not None else None,
        "table": finding.table,
        "page": _page(report, finding),
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


def _page(report: Report, finding: Finding) -> int | None:
    """The page of the first cell of this report that has one, else of the first place."""
    own = {part.cell for part in finding.parts if not part.last}
    pages = [
        f.page for f in report.reading.figures if f.page and (f.table, f.item, f.measure) in own
    ]
    return min(pages) if pages else finding.page


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


def _of(report: Report) -> dict[str, Any]:
    """Which report, and whose."""
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
    return None if value is None else fitting(value)
