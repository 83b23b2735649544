"""Read a release back by itself and check that it is what it claims to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from expectations.rules import rule_book
from gongkai.confidence import confidences
from gongkai.errors import RunError
from gongkai.form import forms
from gongkai.number import parse
from gongkai.report import Report
from gongkai.sentences import Said
from tasks.publish.declared import wrong_codes, wrong_columns
from tasks.publish.in_sql import run_sql
from tasks.publish.published import (
    EARLIER,
    GATE_OF,
    GATES,
    figure,
    rows,
    table_names,
    table_rows,
    year_folder,
)
from tasks.publish.rebuilt import rebuilt
from tasks.publish.release import describe, release_id
from tasks.publish.tables import findings_table, published_value, summary_table
from tasks.publish.trusted import DIGEST, MANIFEST, digest_of, parsed
from tasks.validate import Checked, key

SHOWN = 20
"""Of differences of one kind so many are told."""


def verify(folder: Path, english: bool = False) -> list[str]:
    """Re-read a release alone; return a sentence for everything that differs.

    Every checksum, every published number against its own raw text, every rule on
    the published figures and sentences against the published findings (those that
    are arithmetic a second time, in SQL), the counts of outcomes, and the gate. Codes,
    keys and numbers are compared; sentences are not.

    Args:
        folder: of the release.
        english: in which language.

    Raises:
        RunError: the folder is no release.
    """
    return [said.told(english) for said in differences(folder)]


def differences(folder: Path) -> list[Said]:
    """The same as codes with values."""
    manifest = parsed(folder)
    if manifest is None or not {"files", "inputs", "versions", "release"} <= set(manifest):
        raise RunError("no_release", folder=folder, manifest=MANIFEST)
    damaged = [*_files(folder, manifest)] or [*wrong_columns(folder)] or [*wrong_codes(folder)]
    if damaged:
        return damaged
    checked = rebuilt(folder)
    return [
        *_identity(folder, manifest),
        *_cells(folder, checked),
        *_rules(folder, checked),
        *_in_sql(folder, checked),
        *_gate(folder, checked),
    ]


def _identity(folder: Path, manifest: Mapping[str, Any]) -> Iterator[Said]:
    """The release's id is derived from all its tables, inputs and rules."""
    if manifest.get(DIGEST) != digest_of(manifest):
        yield Said("manifest_changed", {"manifest": MANIFEST})
    try:
        derived = release_id(manifest)
    except (KeyError, TypeError):
        derived = ""
    if not derived or derived != manifest["release"]:
        yield Said("other_id", {"release": manifest["release"]})
    elif folder.resolve().name != derived:
        yield Said("other_folder", {"folder": folder.name, "release": derived})


def _files(folder: Path, manifest: Mapping[str, Any]) -> Iterator[Said]:
    named = {entry["path"]: entry for entry in manifest["files"]}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    for extra in sorted(there - set(named) - {MANIFEST}):
        yield Said("file_extra", {"name": extra})
    for name, entry in sorted(named.items()):
        if name not in there:
            yield Said("file_missing", {"name": name})
            continue
        found = describe(folder / name)
        if found["sha256"] != entry["sha256"]:
            yield Said("file_changed", {"name": name})
        elif name.endswith(".parquet") and _count(folder / name) != entry.get("rows"):
            yield Said("file_rows", {"name": name})


def _count(path: Path) -> int | None:
    """How many rows a file has; None where it is no Parquet file."""
    try:
        count: int = pq.ParquetFile(path).read().num_rows
    except (pa.ArrowException, OSError):
        return None
    return count


def _cells(folder: Path, checked: Checked) -> Iterator[Said]:
    """Every published cell must be what its own raw text says, of the report it names."""
    known = {(r.report_id, r.version): (r.agency, r.year) for r in checked.reports}
    for known_report in checked.earlier.reports:
        known[known_report.edition] = (known_report.agency, known_report.year)
    for name in table_names():
        for gate in (*GATES, EARLIER):
            for row in rows(folder, gate, name):
                wrong = _wrong_in(row, name, known)
                if wrong:
                    yield Said("cell", {**row, "wrong": Said(wrong, row)})


def _wrong_in(
    row: Mapping[str, Any],
    name: str,
    known: Mapping[tuple[str, int], tuple[str | None, int | None]],
) -> str:
    """The code of what is wrong in a published cell; empty where nothing is."""
    table = forms()[row["form"]].table[name]
    if known.get((row["report_id"], row["version"])) != (row["agency"], row["year"]):
        return "cell_report"
    signed = table.measure[row["measure"]].signed
    printed = parse(row["raw"], signed)
    if row["state"] == "number":
        expected = published_value(table, printed.value)
        if printed.state != "number" or row["value"] != expected:
            return "cell_value"
    elif row["value"] is not None or (row["state"] == "absent" and row["raw"]):
        return "cell_state"
    if row["confidence"] not in confidences(row["reader"], figure(dict(row)), signed):
        # That of pictures depends on the reader's own score too, which is not published.
        return "" if row["reader"] == "ocr" and 0 <= row["confidence"] <= 1 else "cell_confidence"
    return ""


def _rules(folder: Path, checked: Checked) -> Iterator[Said]:
    """Rules run again on what is published must come to the published findings and counts."""
    published = pq.read_table(folder / "findings.parquet").to_pylist()
    again = {_known_by(row): row for row in findings_table(checked).to_pylist()}
    claimed = {_known_by(row): row for row in published}
    if len(claimed) != len(published):
        yield Said("finding_twice")
    differing = sorted(
        name
        for name in {*again, *claimed}
        if _compared(again.get(name)) != _compared(claimed.get(name))
    )
    for name in differing[:SHOWN]:
        report_id, version, key = name
        how = "finding_lost" if name not in claimed else "finding_extra"
        if name in claimed and name in again:
            how = "finding_differs"
        yield Said(how, {"report": report_id, "version": version, "key": key})
    if len(differing) > SHOWN:
        yield Said("findings_more", {"more": len(differing) - SHOWN})
    if not summary_table(checked).equals(pq.read_table(folder / "rule_summary.parquet")):
        yield Said("summary_differs")


def _known_by(row: Mapping[str, Any]) -> tuple[str, int, str]:
    """What tells a finding from every other."""
    return row["report_id"], row["version"], row["key"]


_SENTENCES = ("message", "page", "quote", "quote_page")
"""Columns that are no identity: made for people, or about where something is shown."""


def _compared(row: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    return row and {name: value for name, value in row.items() if name not in _SENTENCES}


def _in_sql(folder: Path, checked: Checked) -> Iterator[Said]:
    """The arithmetic once more, by means that share nothing with the first: SQL in DuckDB."""
    own = {key(report) for report in checked.reports}
    again = {
        (report, _place(key_), outcome)
        for report, key_, outcome in run_sql(folder)
        if report in own
    }
    claimed = {
        (
            f"{f['report_id']}-{f['version']}",
            _place(f["key"]),
            "not_checkable" if f["outcome"] == "not_checkable" else "fail",
        )
        for f in pq.read_table(folder / "findings.parquet").to_pylist()
        if f["rule"] in rule_book() and rule_book()[f["rule"]].is_checked
        if f["outcome"] != "broken" and f"{f['report_id']}-{f['version']}" in own
    }
    for report, place, _ in sorted(claimed ^ again):
        report_id, _, version = report.rpartition("-")
        yield Said("sql_differs", {"report": report_id, "version": version, "key": place})


def _place(key_: str) -> str:
    """Where SQL and findings count alike: rules on single values, and years missing, as a whole."""
    rule = rule_book().get(key_.partition("[")[0])
    if rule is None or (rule.kind == "formula" and not rule.needs_last):
        return key_
    return rule.id


def _gate(folder: Path, checked: Checked) -> Iterator[Said]:
    """Every report's figures must be whole, on the side its findings put it."""
    gates: dict[tuple[str, int], set[str]] = {}
    for name in table_names():
        for gate in GATES:
            found = table_rows(folder, gate, name, None)
            if found is None:
                continue
            editions = found.group_by(["report_id", "version"]).aggregate([]).to_pylist()
            for row in editions:
                gates.setdefault((row["report_id"], row["version"]), set()).add(gate)
    registered = pq.read_table(folder / "reports.parquet").to_pylist()
    shown = [row for row in registered if row["status"] in GATE_OF]
    published = {(row["report_id"], row["version"]): row["status"] for row in shown}
    if len(published) != len(shown):
        yield Said("report_twice")
    for report_id, version in sorted(set(gates) - set(published)):
        yield Said("figures_extra", {"report": report_id, "version": version})
    for report in checked.reports:
        edition = (report.report_id, report.version)
        if report.status in GATE_OF and published[edition] != report.status:
            values = {"found": published[edition], "expected": str(report.status)}
            yield Said("status_differs", {**_named(report), **values})
        if report.status in GATE_OF:
            yield from _wholly_in(report, gates.get(edition, set()))
    for known in checked.earlier.reports:
        newer = checked.earlier.successors.get(known.edition)
        if known.row["successor"] != (newer.version if newer else None):
            yield Said("successor", {"report": known.report_id, "version": known.version})
    yield from _years(folder)


def _wholly_in(report: Report, gates: set[str]) -> Iterator[Said]:
    """Every cell of its form once, all on the side of its status."""
    due = GATE_OF[str(report.status)]
    if gates != {due}:
        found = "、".join(sorted(gates)) or ("别处", "nowhere")
        yield Said("gate_differs", {**_named(report), "expected": due, "found": found})
    cells = [(f.table, f.item, f.measure) for f in report.reading.figures]
    expected = set(forms()[str(report.reading.form)].cells())
    if len(cells) != len(expected) or set(cells) != expected:
        values = {"found": len(cells), "expected": len(expected)}
        yield Said("cells_differ", {**_named(report), **values})


def _years(folder: Path) -> Iterator[Said]:
    """Every row lies in the folder of its year."""
    for gate in (*GATES, EARLIER):
        for path in sorted((folder / gate).glob("*/*/*.parquet")):
            years = pq.read_table(path, columns=["year"], partitioning=None)["year"].to_pylist()
            if {year_folder(year) for year in years} - {path.parent.name}:
                yield Said("other_year", {"name": path.relative_to(folder).as_posix()})


def _named(report: Report) -> dict[str, object]:
    return {"report": report.report_id, "version": report.version}
