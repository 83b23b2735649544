"""A release read back as checked reports: all its rules run again on what it publishes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pyarrow.parquet as pq

from expectations.batch import Batch
from expectations.evaluate import Sides
from expectations.findings import BLANK_AS_ZERO
from expectations.rules import rule_book
from expectations.verdict import Counts, Judge, Verdict, comparisons
from gongkai.form import Form, forms
from gongkai.report import (
    Document,
    Figure,
    Outcome,
    Prose,
    Reading,
    Remark,
    Report,
    Statement,
    Status,
)
from tasks.agencies import Aggregator
from tasks.earlier import Earlier, newest_of
from tasks.previous import previous_of
from tasks.publish.published import GATES, figure, rows, table_names
from tasks.validate import Checked, validate


def rebuilt(folder: Path) -> Checked:
    """All that is published, checked anew."""
    figures: dict[tuple[str, int], list[Figure]] = {}
    for name in table_names():
        for gate in GATES:
            for row in rows(folder, gate, name):
                figures.setdefault((row["report_id"], row["version"]), []).append(figure(row))
    registered = pq.read_table(folder / "reports.parquet").to_pylist()
    findings = pq.read_table(folder / "findings.parquet").to_pylist()
    proses = _proses(folder)
    remarks = _remarks(findings)
    reports = []
    for row in registered:
        edition = (row["report_id"], row["version"])
        is_shown = row["status"] in ("published", "held")
        reading = Reading(
            form=row["form"],
            title=row["title"] or "",
            reader=row["reader"] or "text",
            figures=_in_form_order(row["form"], figures.get(edition, [])) if is_shown else (),
            prose=proses.get(edition, Prose()),
        )
        reports.append(
            Report(
                row["report_id"],
                row["version"],
                Document(row["source"], row["document_sha256"], 0),
                reading,
                row["agency"],
                row["year"],
                None if is_shown else cast(Status, row["status"]),
                "" if is_shown else row["reason"],
                tuple(remarks.get(edition, ())),
                row["first_seen"],
            )
        )
    judge = _compared_but_for({row["rule"] for row in findings if row["outcome"] == "broken"})
    return validate(reports, _carried(folder, reports), _agencies(folder), judge)


def _compared_but_for(broken: set[str]) -> Judge:
    """Judge by the comparisons alone; rules that were broken in the run stay so."""

    def judge(
        form: Form, sides: Sequence[Sides], counts: Mapping[str, Counts], batch: Batch
    ) -> Verdict:
        found = comparisons(form, sides, counts, batch)
        return replace(found, broken=dict.fromkeys(sorted(broken), ""))

    return judge


def _carried(folder: Path, reports: list[Report]) -> Earlier:
    """What the release carries on, as the run that made it had it."""
    previous = previous_of(folder)
    own = tuple(known for known in previous.reports if known.is_carried)
    newest = newest_of(reports)
    successors = {
        k.edition: newest[k.report_id]
        for k in own
        if k.report_id in newest and newest[k.report_id].version > k.version
    }
    return Earlier(previous, own, {}, successors)


def _remarks(findings: Iterable[Mapping[str, Any]]) -> dict[tuple[str, int], list[Remark]]:
    """What was noticed of each report, which no rule can find again in its figures."""
    found: dict[tuple[str, int], list[Remark]] = {}
    for row in findings:
        rule = rule_book().get(row["rule"])
        if rule is None or rule.kind != "noticed" or rule.id == BLANK_AS_ZERO:
            continue
        outcome: Outcome = "not_checkable" if row["outcome"] == "not_checkable" else "fail"
        quote = None if row["quote"] is None else (row["quote"], row["quote_page"])
        cells = tuple((c["table"], c["item"], c["measure"]) for c in row["cells"])
        remark = Remark(row["rule"], row["message"], row["table"], cells, (), outcome, quote)
        found.setdefault((row["report_id"], row["version"]), []).append(remark)
    return found


def _in_form_order(form: str, figures: list[Figure]) -> tuple[Figure, ...]:
    place = {cell: number for number, cell in enumerate(forms()[form].cells())}
    return tuple(sorted(figures, key=lambda f: place.get((f.table, f.item, f.measure), -1)))


def _proses(folder: Path) -> dict[tuple[str, int], Prose]:
    """What the published statements say, by report."""
    own: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for row in pq.read_table(folder / "statements.parquet").to_pylist():
        own.setdefault((row["report_id"], row["version"]), []).append(row)
    return {name: _prose(said) for name, said in own.items()}


def _prose(said: list[dict[str, Any]]) -> Prose:
    return Prose(
        tuple(
            Statement(
                row["quantity"],
                row["kind"],
                Decimal(row["value"]),
                Decimal(row["tolerance"]),
                row["scope"],
                row["denied"],
                row["sentence"],
                row["page"],
            )
            for row in said
            if row["kind"] is not None
        ),
        tuple((row["sentence"], row["page"]) for row in said if row["quantity"] == "reason"),
        next((row["sentence"] for row in said if row["quantity"] == "aggregates"), ""),
    )


def _agencies(folder: Path) -> dict[str, Aggregator]:
    children: dict[str, list[str]] = {}
    complete: dict[str, tuple[int, ...]] = {}
    for row in pq.read_table(folder / "agencies.parquet").to_pylist():
        children.setdefault(row["agency"], []).append(row["child"])
        complete[row["agency"]] = tuple(row["complete"])
    return {
        agency: Aggregator(agency=agency, children=tuple(names), complete=complete[agency])
        for agency, names in children.items()
    }
