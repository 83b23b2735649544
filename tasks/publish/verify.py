"""Read a release back by itself and check that it is what it claims to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, cast, get_args

import pyarrow.parquet as pq

from expectations.batch import STATES, Batch
from expectations.evaluate import Sides
from expectations.findings import BLANK_AS_ZERO
from expectations.rules import rule_book
from expectations.verdict import Counts, Judge, Verdict, comparisons
from gongkai.columns import AGENCIES, REPORTS, RULE_SUMMARY
from gongkai.columns import EARLIER as CARRIED
from gongkai.confidence import confidence
from gongkai.errors import RunError
from gongkai.form import Form, forms
from gongkai.number import parse
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
from tasks.previous import SAID, previous_of
from tasks.publish.in_sql import run_sql
from tasks.publish.published import (
    EARLIER,
    GATES,
    fact_schema,
    figure,
    rows,
    table_names,
    year_folder,
)
from tasks.publish.release import describe, release_id
from tasks.publish.tables import findings_table, published_value, summary_table
from tasks.publish.trusted import DIGEST, MANIFEST, digest_of, parsed
from tasks.validate import Checked, key, validate

GATE_OF = {"published": "facts", "held": "held"}
STATUSES = get_args(Status)
KINDS = ("count", "share", "growth")

SHOWN = 20
"""Of differences of one kind so many are told."""


def verify(folder: Path) -> list[str]:
    """Re-read a release alone; return a Chinese sentence for everything that differs.

    Every checksum, every published number against its own raw text, every rule on
    the published figures and sentences against the published findings (those that
    are arithmetic a second time, in SQL), the counts of outcomes, and the gate. Codes,
    keys and numbers are compared; sentences are not.

    Raises:
        RunError: the folder is no release.
    """
    manifest = parsed(folder)
    if manifest is None or not {"files", "inputs", "versions", "release"} <= set(manifest):
        raise RunError("no_release", folder=folder, manifest=MANIFEST)
    damaged = [*_files(folder, manifest)] or [*_columns(folder), *_codes(folder)]
    if damaged:
        return damaged
    checked = _rebuilt(folder)
    return [
        *_identity(folder, manifest),
        *_cells(folder, checked),
        *_rules(folder, checked),
        *_in_sql(folder, checked),
        *_gate(folder, checked),
    ]


def _identity(folder: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    """The release's id is derived from all its tables, inputs and rules."""
    if manifest.get(DIGEST) != digest_of(manifest):
        yield f"{MANIFEST} 的校验值与其内容不符，清单可能被改动。"
    try:
        derived = release_id(manifest)
    except (KeyError, TypeError):
        derived = ""
    if not derived or derived != manifest["release"]:
        yield f"发布编号 {manifest['release']} 与清单所列的文件、输入和规则不符，可能被改动。"
    elif folder.resolve().name != derived:
        yield f"目录名 {folder.name} 不是清单中的发布编号 {derived}。"


def _files(folder: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
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


def _cells(folder: Path, checked: Checked) -> Iterator[str]:
    """Every published cell must be what its own raw text says, of the report it names."""
    known = {(r.report_id, r.version): (r.agency, r.year) for r in checked.reports}
    for known_report in checked.earlier.reports:
        known[known_report.edition] = (known_report.agency, known_report.year)
    for name in table_names():
        for gate in (*GATES, EARLIER):
            for row in rows(folder, gate, name):
                wrong = _wrong_in(row, name, known)
                if wrong:
                    yield (
                        f"{row['agency']}（{row['year']}）{name} {row['item']} {row['measure']} "
                        f"{wrong}。"
                    )


def _wrong_in(
    row: Mapping[str, Any],
    name: str,
    known: Mapping[tuple[str, int], tuple[str | None, int | None]],
) -> str:
    """What is wrong in a published cell, as the end of a sentence; empty where nothing is."""
    table = forms()[row["form"]].table[name]
    if known.get((row["report_id"], row["version"])) != (row["agency"], row["year"]):
        return "所属的报告不在 reports.parquet 中，或机关、年度不同"
    signed = table.measure[row["measure"]].signed
    printed = parse(row["raw"], signed)
    if row["state"] == "number":
        expected = published_value(table, printed.value)
        if printed.state != "number" or row["value"] != expected:
            return f"发布的数字 {row['value']} 与原文“{row['raw']}”不符"
    elif row["value"] is not None or (row["state"] == "absent" and row["raw"]):
        return f"状态是 {row['state']}，却有数字或原文"
    if row["confidence"] != confidence(row["reader"], figure(dict(row)), signed):
        return _doubtful_confidence(row)
    return ""


def _doubtful_confidence(row: Mapping[str, Any]) -> str:
    """The confidence of pictures depends on the reader's own score too, which is not published."""
    is_right = row["reader"] == "ocr" and 0 <= row["confidence"] <= 1
    return "" if is_right else f"把握程度 {row['confidence']} 与读取的情况不符"


_ALONE: dict[str, Any] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""DuckDB by itself: nothing is fetched."""


def _columns(folder: Path) -> Iterator[str]:
    """Every table must have the declared columns and types."""
    declared = {
        "reports": REPORTS,
        "rule_summary": RULE_SUMMARY,
        "agencies": AGENCIES,
        f"{EARLIER}/reports": CARRIED,
        **SAID,
        **{f"{EARLIER}/{name}": schema for name, schema in SAID.items()},
    }
    for name, schema in declared.items():
        path = folder / f"{name}.parquet"
        if not path.is_file():
            yield f"缺少文件 {name}.parquet。"
        elif not pq.read_schema(path).equals(schema):
            yield f"文件 {name}.parquet 的列与规定的不同。"
    for gate in (*GATES, EARLIER):
        for path in sorted((folder / gate).glob("*/*/*.parquet")):
            table = path.parent.parent.name
            if table not in table_names() or not pq.read_schema(path).equals(fact_schema(table)):
                yield f"文件 {path.relative_to(folder).as_posix()} 的列与规定的不同。"


def _codes(folder: Path) -> Iterator[str]:
    """Every code in a table must be one that is declared."""
    for row in pq.read_table(folder / "reports.parquet").to_pylist():
        is_shown = row["status"] in GATE_OF
        if row["status"] not in STATUSES or (is_shown and row["form"] not in forms()):
            yield f"{row['source']} 的状态 {row['status']} 或表式 {row['form']} 不是已知的。"
    for gate in (*GATES, EARLIER):
        for name in table_names():
            for row in rows(folder, gate, name):
                form = forms().get(row["form"])
                cells = form.table[name].cells if form and name in form.table else ()
                is_cell = (row["item"], row["measure"]) in cells
                if not is_cell or row["table"] != name or row["state"] not in STATES:
                    yield (
                        f"{gate}/{name} 中 {row['report_id']} 的 {row['item']} {row['measure']} "
                        "不是其表式的格子，或状态不是已知的。"
                    )
    for row in pq.read_table(folder / "statements.parquet").to_pylist():
        numbers = [row[name] for name in ("value", "tolerance", "scope", "denied")]
        is_known = row["kind"] in KINDS and None not in numbers
        if not is_known and (row["kind"] is not None or numbers != [None] * len(numbers)):
            yield f"statements.parquet 中 {row['report_id']} 的一句不完整。"
    for row in pq.read_table(folder / "findings.parquet").to_pylist():
        if row["rule"] not in rule_book():
            yield f"findings.parquet 中有不存在的规则 {row['rule']}。"


def _rebuilt(folder: Path) -> Checked:
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


def _rules(folder: Path, checked: Checked) -> Iterator[str]:
    """Rules run again on what is published must come to the published findings and counts."""
    published = pq.read_table(folder / "findings.parquet").to_pylist()
    again = {_known_by(row): row for row in findings_table(checked).to_pylist()}
    claimed = {_known_by(row): row for row in published}
    if len(claimed) != len(published):
        yield "findings.parquet 中有重复的发现。"
    differing = sorted(
        name
        for name in {*again, *claimed}
        if _compared(again.get(name)) != _compared(claimed.get(name))
    )
    for name in differing[:SHOWN]:
        report_id, version, key = name
        how = (
            "没有发布" if name not in claimed else "不应有" if name not in again else "与发布的不同"
        )
        yield f"{report_id} 第 {version} 版的发现 {key} 重新核对的结果{how}。"
    if len(differing) > SHOWN:
        yield f"另有 {len(differing) - SHOWN} 条发现不符。"
    if not summary_table(checked).equals(pq.read_table(folder / "rule_summary.parquet")):
        yield "rule_summary.parquet 与重新核对的各条规则的份数不符。"


def _known_by(row: Mapping[str, Any]) -> tuple[str, int, str]:
    """What tells a finding from every other."""
    return row["report_id"], row["version"], row["key"]


_SENTENCES = ("message", "page", "quote", "quote_page")
"""Columns that are no identity: made for people, or about where something is shown."""


def _compared(row: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    return row and {name: value for name, value in row.items() if name not in _SENTENCES}


def _in_sql(folder: Path, checked: Checked) -> Iterator[str]:
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
        yield f"{_named(report)}的规则 {place} 用 SQL 重新计算的结果与发布的不同。"


def _place(key_: str) -> str:
    """Where SQL and findings count alike: rules on single values, and years missing, as a whole."""
    rule = rule_book()[key_.partition("[")[0]]
    return key_ if rule.kind == "formula" and not rule.needs_last else rule.id


def _gate(folder: Path, checked: Checked) -> Iterator[str]:
    """Every report's figures must be whole, on the side its findings put it."""
    gates: dict[tuple[str, int], set[str]] = {}
    for name in table_names():
        for gate in GATES:
            for row in rows(folder, gate, name):
                gates.setdefault((row["report_id"], row["version"]), set()).add(gate)
    registered = pq.read_table(folder / "reports.parquet").to_pylist()
    published = {(row["report_id"], row["version"]): row["status"] for row in registered}
    if len(published) != len(registered):
        yield "reports.parquet 中有重复的报告和版次。"
    for report in checked.reports:
        edition = (report.report_id, report.version)
        if published[edition] != report.status:
            yield f"{_told(report)}的状态 {published[edition]} 与其核对结果 {report.status} 不符。"
        if report.status in ("published", "held"):
            yield from _wholly_in(report, gates.get(edition, set()))
    for known in checked.earlier.reports:
        newer = checked.earlier.successors.get(known.edition)
        if known.row["successor"] != (newer.version if newer else None):
            yield f"{known.report_id} 第 {known.version} 版所记的后继版次与 reports.parquet 不符。"
    yield from _years(folder)


def _wholly_in(report: Report, gates: set[str]) -> Iterator[str]:
    """Every cell of its form once, all on the side of its status."""
    due = GATE_OF[str(report.status)]
    if gates != {due}:
        yield f"{_told(report)}的数字应在 {due} 中，实际在 {'、'.join(sorted(gates)) or '别处'}。"
    cells = [(f.table, f.item, f.measure) for f in report.reading.figures]
    expected = set(forms()[str(report.reading.form)].cells())
    if len(cells) != len(expected) or set(cells) != expected:
        yield f"{_told(report)}有 {len(cells)} 格，表式应有 {len(expected)} 格，各一次。"


def _years(folder: Path) -> Iterator[str]:
    """Every row lies in the folder of its year."""
    for gate in (*GATES, EARLIER):
        for path in sorted((folder / gate).glob("*/*/*.parquet")):
            years = pq.read_table(path, columns=["year"], partitioning=None)["year"].to_pylist()
            if {year_folder(year) for year in years} - {path.parent.name}:
                yield f"{path.relative_to(folder).as_posix()} 中有其他年度的行。"


def _told(report: Report) -> str:
    return f"{report.report_id} 第 {report.version} 版"


def _named(report: str) -> str:
    report_id, _, version = report.rpartition("-")
    return f"{report_id} 第 {version} 版"
