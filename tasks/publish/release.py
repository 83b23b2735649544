"""Write a release whole, then switch to it.

A release is built in a hidden folder beside the others, flushed to disk, renamed
into place, and only then named in `current.json`. A run that is killed at any
moment leaves the last release valid; the next run removes what was left behind.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import gongkai
from expectations.rules import digest
from gongkai.columns import (
    AGENCIES,
    FINDINGS,
    QUOTATIONS,
    REPORTS,
    RULE_SUMMARY,
    STATEMENTS,
    dictionary,
    facts,
)
from gongkai.form import forms
from tasks.collect import file_hash
from tasks.publish.published import EARLIER, year_folder
from tasks.publish.readers import readers_of
from tasks.publish.tables import (
    agencies_table,
    carried_tables,
    facts_tables,
    findings_table,
    quotations_table,
    reports_table,
    statements_table,
    summary_table,
)
from tasks.publish.trusted import CURRENT, DIGEST, MANIFEST, damaged_files, digest_of
from tasks.store import write_whole
from tasks.validate import Checked, key

STAGING = ".staging-"
_LIBRARIES = ("camelot-py", "pypdfium2", "pyarrow", "pandas", "great_expectations", "prefect")


@dataclass(frozen=True)
class Release:
    """A release on disk; `fresh` is False where the same one was there already."""

    release_id: str
    folder: Path
    fresh: bool


def publish(
    processed: Path,
    checked: Checked,
    write_quality: Callable[[Path, str], None],
    painted_by: str = "",
) -> Release:
    """Write the release of a checked batch and make it the current one.

    Args:
        processed: the output folder, held by `tasks.publish.lock.exclusive`.
        checked: every report with its status.
        write_quality: writes the quality report into the folder it is given; its
            second argument is the release's id.
        painted_by: the browser that painted web pages; empty where there was none.

    Raises:
        OSError: the disk is full or not writable; the last release stays current.
    """
    releases = processed / "releases"
    releases.mkdir(parents=True, exist_ok=True)
    sweep(releases)
    staging = releases / f"{STAGING}{os.getpid()}"
    staging.mkdir()
    try:
        manifest = _manifest(checked, write_tables(staging, checked), painted_by)
        name = release_id(manifest)
        folder = releases / name
        fresh = damaged_files(folder) != frozenset()
        if fresh:
            write_native(staging, checked.native)
            write_quality(staging / "quality", name)
            _write_manifest(staging, {**manifest, "release": name})
            _flush(staging)
            if folder.exists():
                os.replace(folder, releases / f"{STAGING}broken-{os.getpid()}")
            os.replace(staging, folder)
            _flush_folder(releases)
    finally:
        sweep(releases)
    write_whole(processed / CURRENT, _json({"release": name}))
    return Release(name, folder, fresh)


def sweep(releases: Path) -> None:
    """Remove what killed runs left behind."""
    for left in releases.glob(f"{STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)


def write_tables(folder: Path, checked: Checked) -> list[dict[str, Any]]:
    """Write all Parquet files; return path, rows, bytes and sha256 of each."""
    written = [
        ("reports.parquet", reports_table(checked.reports)),
        ("findings.parquet", findings_table(checked)),
        ("quotations.parquet", quotations_table(checked)),
        ("statements.parquet", statements_table(checked)),
        ("rule_summary.parquet", summary_table(checked)),
        ("agencies.parquet", agencies_table(checked)),
    ]
    for name, table in carried_tables(checked):
        written.append((f"{EARLIER}/{name}.parquet", table))
    for name, of_year, rows in checked.earlier.tables():
        written.append((f"{EARLIER}/{name}/{year_folder(of_year)}/part-0.parquet", rows))
    for part in facts_tables(checked):
        place = f"{part.gate}/{part.table}/{year_folder(part.year)}"
        written.append((f"{place}/part-0.parquet", part.rows))
    return [
        _write_table(folder, path, table) for path, table in sorted(written, key=lambda w: w[0])
    ]


def _write_table(folder: Path, path: str, table: pa.Table) -> dict[str, Any]:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, target, compression="zstd", version="2.6", write_statistics=True)
    return {"path": path, "rows": table.num_rows, **describe(target)}


def describe(path: Path) -> dict[str, Any]:
    """Size and hash of a file."""
    return {"bytes": path.stat().st_size, "sha256": file_hash(path)}


def write_native(folder: Path, native: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep Great Expectations' own results beside the report that is made from them."""
    for form, result in native.items():
        target = folder / "quality" / "great_expectations" / f"form_{form}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_json(result))


def release_id(manifest: Mapping[str, Any]) -> str:
    """Derived from what is in a release and the code that shows it: same input, same id.

    Args:
        manifest: its `files`, `inputs` and `versions` are looked at.
    """
    tables = sorted(
        (entry["path"], entry["sha256"])
        for entry in manifest["files"]
        if entry["path"].endswith(".parquet")
    )
    inputs = [(i["source"], i["sha256"], i["url"] or "") for i in manifest["inputs"]]
    code = [manifest["versions"][name] for name in ("rules", "pages")]
    found = hashlib.sha256(json.dumps([tables, inputs, code]).encode())
    return f"r-{found.hexdigest()[:16]}"


def _pages_digest() -> str:
    """Changes with the code that makes the quality report."""
    found = hashlib.sha256()
    for source in sorted((Path(__file__).parents[1] / "review").rglob("*")):
        if source.suffix in (".py", ".html", ".css"):
            found.update(source.read_bytes())
    return found.hexdigest()


def _manifest(checked: Checked, files: list[dict[str, Any]], painted_by: str) -> dict[str, Any]:
    """What a manifest says, but for the quality report's files and the id."""
    statuses = [
        "superseded" if key(report) in checked.successors else str(report.status)
        for report in checked.reports
    ]
    return {
        "counts": {
            "documents": len(statuses),
            **{status: statuses.count(status) for status in sorted(set(statuses))},
        },
        "files": files,
        "inputs": [
            {
                "source": r.document.source,
                "sha256": r.document.sha256,
                "bytes": r.document.size,
                "url": r.document.sidecar.url,
            }
            for r in sorted(checked.reports, key=lambda report: report.document.source)
        ],
        "versions": {
            "gongkai": gongkai.__version__,
            **{name: version(name) for name in _LIBRARIES},
            **{f"form {code}": form.digest for code, form in forms().items()},
            "rules": digest(),
            "pages": _pages_digest(),
        },
        "readers": readers_of((report.reading for report in checked.reports), painted_by),
        "columns": {
            "reports": dictionary(REPORTS),
            "findings": dictionary(FINDINGS),
            "facts": dictionary(facts("integer")),
            "quotations": dictionary(QUOTATIONS),
            "statements": dictionary(STATEMENTS),
            "rule_summary": dictionary(RULE_SUMMARY),
            "agencies": dictionary(AGENCIES),
        },
    }


def _write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    known = {entry["path"] for entry in manifest["files"]}
    others = (path for path in sorted(folder.rglob("*")) if path.is_file())
    paths = ((path.relative_to(folder).as_posix(), path) for path in others)
    extra = [{"path": name, **describe(path)} for name, path in paths if name not in known]
    whole = {**manifest, "files": [*manifest["files"], *extra]}
    (folder / MANIFEST).write_bytes(_json({**whole, DIGEST: digest_of(whole)}))


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def _flush(folder: Path) -> None:
    """Put every file of a folder on disk before it is given its name."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            _flush_folder(path)
        else:
            with path.open("rb") as file:
                os.fsync(file.fileno())
    _flush_folder(folder)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
