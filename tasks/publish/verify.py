"""Read a release back by itself and check that it is what it claims to be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from expectations.findings import check_batch
from expectations.rules import rule_book
from gongkai.errors import RunError
from gongkai.form import FormTable, forms
from gongkai.number import parse
from gongkai.report import Figure
from tasks.publish.release import MANIFEST, describe
from tasks.publish.tables import published_value
from tasks.validate import batch_of

_HIVE = ds.partitioning(pa.schema([("year", pa.int32())]), flavor="hive")


def verify(folder: Path) -> list[str]:
    """Re-read a release alone; return a Chinese sentence for everything that differs.

    Every checksum, every published number against its own raw text, every rule on
    the published figures against the published findings, and the gate.

    Raises:
        RunError: the folder is no release.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise RunError(f"{folder} 不是一个发布目录：缺少完好的 {MANIFEST}，请检查路径。") from error
    damaged = list(_files(folder, manifest))
    if damaged:
        return damaged
    return [*_cells(folder), *_rules(folder)]


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


def _rows(folder: Path, gate: str, table: FormTable) -> list[dict[str, Any]]:
    place = folder / gate / table.table
    if not place.is_dir():
        return []
    rows: list[dict[str, Any]] = ds.dataset(place, partitioning=_HIVE).to_table().to_pylist()
    return rows


def _cells(folder: Path) -> Iterator[str]:
    """Published numbers must be what their own raw text says."""
    for form in forms().values():
        for table in form.tables:
            for gate in ("facts", "held"):
                for row in _rows(folder, gate, table):
                    if row["form"] != form.form:
                        continue
                    printed = parse(row["raw"], table.measure[row["measure"]].signed)
                    expected = published_value(table, printed.value)
                    if row["state"] == "number" and row["value"] != expected:
                        yield (
                            f"{row['agency']}（{row['year']}）{table.table} {row['item']} "
                            f"{row['measure']} 发布的数字 {row['value']} "
                            f"与原文“{row['raw']}”不符。"
                        )


def _rules(folder: Path) -> Iterator[str]:
    """Rules run again on the published figures must give the published findings."""
    reports = pq.read_table(folder / "reports.parquet").to_pylist()
    published = pq.read_table(folder / "findings.parquet").to_pylist()
    status = {
        f"{r['report_id']}-{r['version']}": r["status"]
        for r in reports
        if r["status"] in ("published", "held")
    }
    claimed = {_signature(f) for f in published if rule_book()[f["rule"]].kind != "reading"}
    again: set[tuple[str, int, str, str, str]] = set()
    for form in forms().values():
        figures: dict[str, list[Figure]] = {}
        gates: dict[str, str] = {}
        for table in form.tables:
            for gate in ("facts", "held"):
                for row in _rows(folder, gate, table):
                    if row["form"] == form.form:
                        name = f"{row['report_id']}-{row['version']}"
                        figures.setdefault(name, []).append(_figure(table, row))
                        gates[name] = gate
        if not figures:
            continue
        index = sorted(figures)
        for name in index:
            yield from _gate(
                name, gates[name], status.get(name), len(figures[name]), len(list(form.cells()))
            )
        found, _ = check_batch(form, batch_of(form, index, [figures[i] for i in index]), {})
        for finding in found:
            if rule_book()[finding.rule].kind != "reading":
                report_id, _, number = finding.report.rpartition("-")
                again.add((report_id, int(number), finding.rule, finding.outcome, finding.message))
    for identity, edition, rule, _, message in sorted(claimed ^ again):
        yield f"{identity} 第 {edition} 版的规则 {rule} 重新核对的结果与发布的不同：{message}"
    holding = {
        f"{f['report_id']}-{f['version']}"
        for f in published
        if f["severity"] == "error" and f["outcome"] in ("fail", "broken")
    }
    for name, is_now in sorted(status.items()):
        if (name in holding) != (is_now == "held"):
            yield f"{name} 的状态 {is_now} 与其核对结果不符。"


def _gate(name: str, gate: str, status: str | None, cells: int, expected: int) -> Iterator[str]:
    if {"facts": "published", "held": "held"}[gate] != status:
        yield f"{name} 的数字在 {gate} 中，但状态是 {status}。"
    if cells != expected:
        yield f"{name} 有 {cells} 格，表式应有 {expected} 格。"


def _figure(table: FormTable, row: dict[str, Any]) -> Figure:
    value = row["value"]
    if row["state"] == "number" and value is None:
        value = parse(row["raw"], table.measure[row["measure"]].signed).value
    return Figure(
        table.table,
        row["item"],
        row["measure"],
        row["state"],
        value,
        row["unit"],
        row["raw"],
        None,
        None,
        second=row["second"],
    )


def _signature(finding: dict[str, Any]) -> tuple[str, int, str, str, str]:
    return (
        finding["report_id"],
        finding["version"],
        finding["rule"],
        finding["outcome"],
        finding["message"],
    )
