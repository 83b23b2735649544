"""What stands in a release, read from its files alone."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

TABLES: Final = ("applications", "proactive_disclosure", "review_litigation", "statistics")
AMOUNT: Final = pa.decimal128(38, 10)
Row = dict[str, Any]


def current(processed: Path) -> Path | None:
    """The release that `current.json` names, if there is such a folder."""
    try:
        name = json.loads((processed / "current.json").read_bytes())["release"]
        folder = processed / "releases" / name
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return folder if folder.is_dir() and folder.parent.name == "releases" else None


def digest(folder: Path, ending: str = "") -> str:
    """SHA-256 over the names and bytes of all files with an ending, and over empty folders."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.name.endswith(ending):
            total.update(f"{path.relative_to(folder)}\0".encode("utf-8", "surrogateescape"))
            total.update(path.read_bytes() if path.is_file() else b"\0folder")
    return total.hexdigest()


def parquets(release: Path) -> Iterator[Path]:
    """The Parquet files of a release."""
    return iter(sorted(path for path in release.rglob("*.parquet") if path.is_file()))


def rows(path: Path) -> list[Row]:
    """The rows of one file, opened alone."""
    return pq.ParquetFile(path).read().to_pylist() if path.is_file() else []


def reports(release: Path) -> list[Row]:
    """`reports.parquet`."""
    return rows(release / "reports.parquet")


def findings(release: Path) -> list[Row]:
    """`findings.parquet`."""
    return rows(release / "findings.parquet")


def cells(release: Path) -> Iterator[tuple[str, Row]]:
    """Every cell with where it stands: `facts`, `held` or `earlier`; `table` and `year` added."""
    for path in parquets(release):
        parts = path.relative_to(release).parts
        if parts[0] not in ("facts", "held", "earlier") or "item" not in pq.read_schema(path).names:
            continue
        named = [table for table in TABLES if any(part.startswith(table) for part in parts)]
        years = re.findall(r"year=(\d+)", path.as_posix())
        for row in rows(path):
            if named:
                row.setdefault("table", named[0])
            if years:
                row.setdefault("year", int(years[0]))
            yield parts[0], row


def _printed(row: Row) -> tuple[Any, ...]:
    """What a cell says; the same whatever type the column has."""
    value = None if row["value"] is None else Decimal(row["value"]).normalize() + 0
    return (row["table"], row["item"], row["measure"], row["state"], row["raw"], value)


Figures = dict[tuple[str, int], frozenset[tuple[Any, ...]]]


def figures(release: Path, *where: str) -> Figures:
    """By report and version what is printed in its cells; from `facts` and `held` if not said."""
    found: dict[tuple[str, int], set[tuple[Any, ...]]] = {}
    for place, row in cells(release):
        if place in (where or ("facts", "held")):
            found.setdefault((row["report_id"], row["version"]), set()).add(_printed(row))
    return {key: frozenset(each) for key, each in found.items()}


def by_agency(release: Path) -> dict[tuple[str, int], tuple[str, frozenset[tuple[Any, ...]]]]:
    """By agency and year: status and figures of the newest version in `facts` or `held`."""
    known = figures(release)
    found = {}
    for report in sorted(reports(release), key=lambda report: report["version"]):
        key = (report["report_id"], report["version"])
        if key in known and report["status"] != "duplicate":
            found[report["agency"], report["year"]] = (report["status"], known[key])
    return found


def pages_text(release: Path) -> str:
    """All that people read in a release: pages, reasons, messages."""
    pages = [path.read_text("utf-8", "replace") for path in sorted(release.rglob("*.html"))]
    reasons = [report["reason"] or "" for report in reports(release)]
    messages = [finding["message"] or "" for finding in findings(release)]
    return "\n".join([*pages, *reasons, *messages])
