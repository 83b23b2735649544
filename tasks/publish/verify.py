"""Read a release back by itself and check that it is what it claims to be."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from expectations import sql
from expectations.checks import checks_of
from expectations.rules import rule_book
from gongkai.errors import RunError
from gongkai.form import forms
from gongkai.number import parse
from gongkai.report import Document, Figure, Prose, Reading, Report, Statement
from tasks.agencies import Aggregator
from tasks.earlier import Earlier
from tasks.publish.published import EARLIER, GATES, figure, rows, table_names
from tasks.publish.release import MANIFEST, describe
from tasks.publish.tables import published_value
from tasks.validate import gathered, judge, key, others_of


def verify(folder: Path) -> list[str]:
    """Re-read a release alone; return a Chinese sentence for everything that differs.

    Every checksum, every published number against its own raw text, every rule on
    the published figures and sentences against the published findings (those that
    are arithmetic a second time, in SQL), and the gate.

    Raises:
        RunError: the folder is no release.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise RunError("no_release", folder=folder, manifest=MANIFEST) from error
    damaged = list(_files(folder, manifest))
    if damaged:
        return damaged
    published = _published(folder)
    return [*_cells(folder), *_rules(published), *_in_sql(folder, published), *_gate(published)]


def _files(folder: Path, manifest: dict[str, Any]) -> Iterator[str]:
    named = {entry["path"]: entry for entry in manifest["files"]}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    for extra in sorted(there - set(named) - {MANIFEST}):
        yield f"文件 {extra} 不在清单中，可能是事后加入的。"
    for name, entry in sorted(named.items()):
        if name not in there:
            yield f"文件 {name} 在清单中，但已不存在。"
            continue
        found = describe(folder / name)
        if found["sha256"] != entry["sha256"]:
            yield f"文件 {name} 的内容与清单不符，可能被改动或损坏。"
        elif "rows" in entry and pq.read_metadata(folder / name).num_rows != entry["rows"]:
            yield f"文件 {name} 的行数与清单不符。"


def _cells(folder: Path) -> Iterator[str]:
    """Published numbers must be what their own raw text says."""
    for name in table_names():
        for gate in GATES:
            for row in rows(folder, gate, name):
                table = forms()[row["form"]].table[name]
                printed = parse(row["raw"], table.measure[row["measure"]].signed)
                expected = published_value(table, printed.value)
                if row["state"] == "number" and row["value"] != expected:
                    yield (
                        f"{row['agency']}（{row['year']}）{name} {row['item']} "
                        f"{row['measure']} 发布的数字 {row['value']} "
                        f"与原文“{row['raw']}”不符。"
                    )


_ALONE: dict[str, Any] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""DuckDB by itself: nothing is fetched."""


@dataclass(frozen=True)
class _Published:
    """A release, as far as the rules can be run on it again.

    Attributes:
        reports: those with figures, their status taken off.
        status: of each by its key, and by which gate its figures came.
        findings: the published ones.
    """

    reports: tuple[Report, ...]
    status: Mapping[str, str]
    gates: Mapping[str, str]
    findings: tuple[dict[str, Any], ...]
    earlier: Earlier
    agencies: Mapping[str, Aggregator]


def _published(folder: Path) -> _Published:
    figures: dict[str, list[Figure]] = {}
    gates: dict[str, str] = {}
    for name in table_names():
        for gate in GATES:
            for row in rows(folder, gate, name):
                report = f"{row['report_id']}-{row['version']}"
                figures.setdefault(report, []).append(figure(row, name))
                gates[report] = gate
    registered = pq.read_table(folder / "reports.parquet").to_pylist()
    shown = [row for row in registered if row["status"] in ("published", "held")]
    proses = _proses(folder)
    reports = []
    for row in shown:
        name = f"{row['report_id']}-{row['version']}"
        reading = Reading(
            form=row["form"],
            figures=_in_form_order(row["form"], figures.get(name, [])),
            prose=proses.get(name, Prose()),
        )
        document = Document(row["source"], row["document_sha256"], 0)
        reports.append(
            Report(
                row["report_id"],
                row["version"],
                document,
                reading,
                row["agency"],
                row["year"],
                None,
            )
        )
    return _Published(
        tuple(reports),
        {f"{row['report_id']}-{row['version']}": row["status"] for row in shown},
        gates,
        tuple(pq.read_table(folder / "findings.parquet").to_pylist()),
        Earlier(folder, tuple(pq.read_table(folder / EARLIER / "reports.parquet").to_pylist())),
        _agencies(folder),
    )


def _in_form_order(form: str, figures: list[Figure]) -> tuple[Figure, ...]:
    place = {cell: number for number, cell in enumerate(forms()[form].cells())}
    return tuple(sorted(figures, key=lambda f: place[f.table, f.item, f.measure]))


def _proses(folder: Path) -> dict[str, Prose]:
    """What the published statements say, by report."""
    own: dict[str, list[dict[str, Any]]] = {}
    for row in pq.read_table(folder / "statements.parquet").to_pylist():
        own.setdefault(f"{row['report_id']}-{row['version']}", []).append(row)
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


def _is_repeated(rule: str) -> bool:
    """Whether a rule can be run on what is published; what was noticed while reading cannot."""
    return rule_book()[rule].kind != "noticed"


def _rules(published: _Published) -> Iterator[str]:
    """Rules run again on the published figures must give the published findings."""
    others = others_of(published.reports, published.earlier, published.agencies)
    judged = []
    for form in forms().values():
        on_form = [r for r in published.reports if r.reading.form == form.form]
        if on_form:
            judged.append(judge(form, on_form, others))
    found = gathered(judged, published.reports)
    again = {
        (report, finding.rule, finding.outcome, finding.message)
        for report, own in found.items()
        for finding in own
        if _is_repeated(finding.rule)
    }
    claimed = {
        (f"{f['report_id']}-{f['version']}", f["rule"], f["outcome"], f["message"])
        for f in published.findings
        if _is_repeated(f["rule"])
    }
    for report, rule, _, message in sorted(claimed ^ again):
        yield f"{_named(report)}的规则 {rule} 重新核对的结果与发布的不同：{message}"


def _in_sql(folder: Path, published: _Published) -> Iterator[str]:
    """The arithmetic once more, by means that share nothing with the first: SQL in DuckDB."""
    again = {
        (report, _place(key_), outcome)
        for report, key_, outcome in run_sql(folder)
        if report in published.status
    }
    claimed = {
        (
            f"{f['report_id']}-{f['version']}",
            _place(f["key"]),
            "not_checkable" if f["outcome"] == "not_checkable" else "fail",
        )
        for f in published.findings
        if rule_book()[f["rule"]].is_checked and f["outcome"] != "broken"
    }
    for report, place, _ in sorted(claimed ^ again):
        yield f"{_named(report)}的规则 {place} 用 SQL 重新计算的结果与发布的不同。"


def _place(key_: str) -> str:
    """Where SQL and findings count alike: rules on single values, and years missing, as a whole."""
    rule = rule_book()[key_.partition("[")[0]]
    return key_ if rule.kind == "formula" and not rule.needs_last else rule.id


def run_sql(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Report, check and outcome (`fail` or `not_checkable`) of all arithmetic, by DuckDB.

    Args:
        folder: of a release.
    """
    with duckdb.connect(config=_ALONE) as database:
        database.execute(_cells_view(folder))
        database.execute(_LAST_OF)
        for form in forms():
            checks = checks_of(form)
            database.execute(sql.wide_table(form, checks))
            for statement in sql.statements(checks):
                for report, version, name, outcome, _, _ in database.execute(statement).fetchall():
                    yield f"{report}-{version}", name, outcome


def _cells_view(folder: Path) -> str:
    """A view of every published cell; a number that did not fit its column from its raw text."""
    digits = r"regexp_replace(raw, '[,，\s件条次人项个篇元万]', '', 'g')"
    parts = [
        f"SELECT report_id, version, agency, year, form, '{name}' AS tbl, item, measure, state, "
        f"'{gate}' AS gate, CAST(CASE WHEN state = 'number' THEN "
        f"COALESCE(CAST(value AS DECIMAL(38, 4)), TRY_CAST({digits} AS DECIMAL(38, 4))) END "
        f"AS DECIMAL(38, 4)) AS value FROM read_parquet("
        f"'{(folder / gate / name).as_posix()}/*/*.parquet', hive_partitioning = true, "
        "hive_types = {'year': INT})"
        for name in table_names()
        for gate in (*GATES, EARLIER)
        if (folder / gate / name).is_dir()
    ]
    empty = (
        "SELECT '' AS report_id, 0 AS version, '' AS agency, 0 AS year, '' AS form, '' AS tbl, "
        "'' AS item, '' AS measure, '' AS state, '' AS gate, 0.0::DECIMAL(38, 4) AS value "
        "WHERE FALSE"
    )
    return f"CREATE VIEW cells AS {' UNION ALL BY NAME '.join([empty, *parts])}"


_LAST_OF = """
CREATE TABLE last_of AS
WITH known AS (SELECT DISTINCT agency, year, report_id, version FROM cells),
newest AS (
  SELECT agency, year, ARG_MAX(report_id, version) AS report_id, MAX(version) AS version
  FROM known GROUP BY agency, year
)
SELECT known.report_id, known.version, newest.report_id AS last_id, newest.version AS last_version
FROM known JOIN newest ON known.agency = newest.agency AND known.year = newest.year + 1
"""


def _gate(published: _Published) -> Iterator[str]:
    """Every report's figures must be whole, on the side its findings put it."""
    for report in published.reports:
        name = key(report)
        status, gate = published.status[name], published.gates.get(name)
        if gate is not None and {"facts": "published", "held": "held"}[gate] != status:
            yield f"{name} 的数字在 {gate} 中，但状态是 {status}。"
        cells = len(report.reading.figures)
        expected = len(list(forms()[str(report.reading.form)].cells()))
        if cells != expected:
            yield f"{name} 有 {cells} 格，表式应有 {expected} 格。"
    holding = {
        f"{f['report_id']}-{f['version']}"
        for f in published.findings
        if f["severity"] == "error" and f["outcome"] in ("fail", "broken")
    }
    for name, status in sorted(published.status.items()):
        if (name in holding) != (status == "held"):
            yield f"{name} 的状态 {status} 与其核对结果不符。"


def _named(report: str) -> str:
    report_id, _, version = report.rpartition("-")
    return f"{report_id} 第 {version} 版"
