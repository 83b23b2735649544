"""The release before this run: which reports it has, in which version, and since when.

A release carries on what earlier ones brought, so that it alone is enough for the
next run. Nothing here decides anything: `tasks.versions` and `tasks.earlier` do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from gongkai.columns import EARLIER as COLUMNS
from gongkai.columns import FINDINGS, QUOTATIONS, STATEMENTS
from gongkai.report import Figure
from tasks.publish.published import EARLIER, GATES, figure, table_names, table_rows

Edition = tuple[str, int]
"""A report's id and its version."""

SAID: Mapping[str, pa.Schema] = {
    "findings": FINDINGS,
    "statements": STATEMENTS,
    "quotations": QUOTATIONS,
}
"""The tables that say something of a report beside its figures; a release carries them on."""

WITH_FIGURES = ("published", "held")
_WITH_CONTENT = (*WITH_FIGURES, "no_form")


@dataclass(frozen=True)
class Known:
    """A report as the release before has it.

    Attributes:
        is_carried: whether that release had it from a release before it.
        contested: whether it was held because another document said the same year's otherwise.
        row: all its columns, of `gongkai.columns.EARLIER`.
    """

    report_id: str
    version: int
    agency: str | None
    year: int | None
    sha256: str
    source: str
    status: str
    published_on: dt.date | None
    first_seen: dt.datetime | None
    is_carried: bool
    contested: bool
    row: Mapping[str, Any]

    @property
    def edition(self) -> Edition:
        """What tells it from every other."""
        return self.report_id, self.version


@dataclass(frozen=True)
class Previous:
    """The release before.

    Attributes:
        folder: None before the first release.
        reports: those that were published, held or had no form, by id and version.
        arrivals: when each document, by content hash, was first seen.
        sources: the paths of all its documents; hashes: those of their content.
        mistrusted: files of the release, relative to it, that are damaged and not read.
    """

    folder: Path | None = None
    reports: tuple[Known, ...] = ()
    arrivals: Mapping[str, dt.datetime] = field(default_factory=dict)
    mistrusted: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    hashes: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Known, ...]]:
        """The versions of each report, in order."""
        found: dict[str, list[Known]] = {}
        for known in self.reports:
            found.setdefault(known.report_id, []).append(known)
        return {name: tuple(sorted(own, key=lambda k: k.version)) for name, own in found.items()}

    def figures(self, editions: Collection[Edition]) -> dict[Edition, tuple[Figure, ...]]:
        """The figures of some reports, in the order they were written; none for those without."""
        found: dict[Edition, list[Figure]] = {}
        ids = {report_id for report_id, _ in editions}
        for _, part in self.fact_rows(ids):
            for row in part.to_pylist():
                edition = (row["report_id"], row["version"])
                if edition in editions:
                    found.setdefault(edition, []).append(figure(row))
        return {edition: tuple(own) for edition, own in found.items()}

    def fact_rows(self, ids: Collection[str]) -> Iterator[tuple[str, pa.Table]]:
        """The rows of some report ids: the code of a fact table, and a part of its rows."""
        for table in table_names() if ids and self.folder is not None else ():
            for gate in (*GATES, EARLIER):
                if self.folder is None or self._is_mistrusted(f"{gate}/{table}/"):
                    continue
                part = table_rows(self.folder, gate, table, ids)
                if part is not None:
                    yield table, part

    def said(self, name: str, editions: Collection[Edition]) -> pa.Table:
        """The rows of `findings`, `statements` or `quotations` of some reports."""
        schema = SAID[name]
        parts = [schema.empty_table()]
        for file in (f"{name}.parquet", f"{EARLIER}/{name}.parquet"):
            if self.folder is None or file in self.mistrusted:
                continue
            path = self.folder / file
            if path.is_file():
                parts.append(_of_editions(pq.read_table(path), editions, schema, self.by_id))
        return pa.concat_tables(parts)

    def _is_mistrusted(self, folder: str) -> bool:
        return any(path.startswith(folder) for path in self.mistrusted)


def _of_editions(
    rows: pa.Table,
    editions: Collection[Edition],
    schema: pa.Schema,
    known: Mapping[str, Sequence[Known]],
) -> pa.Table:
    """The rows of some reports with today's columns; those a release did not have yet are null."""
    ids = pa.array(sorted({report_id for report_id, _ in editions}), pa.string())
    rows = rows.filter(pc.is_in(rows["report_id"], ids))
    pairs = zip(rows["report_id"].to_pylist(), rows["version"].to_pylist(), strict=True)
    rows = rows.filter(pa.array([pair in editions for pair in pairs], pa.bool_()))
    whose = {k.edition: k for own in known.values() for k in own}
    kept = []
    for row in rows.to_pylist():
        one = whose.get((row["report_id"], row["version"]))
        own = {} if one is None else {"agency": one.agency, "year": one.year}
        kept.append({**own, **row})
    return pa.Table.from_pylist(kept, schema=schema)


def previous_of(folder: Path | None, mistrusted: Collection[str] = ()) -> Previous:
    """What a release has.

    Args:
        folder: of the release; None before the first.
        mistrusted: files of it, relative to it, that are damaged.
    """
    if folder is None or not (folder / "reports.parquet").is_file():
        return Previous()
    if "reports.parquet" in mistrusted:
        return Previous(None, mistrusted=frozenset(mistrusted))
    rows = pq.read_table(folder / "reports.parquet").to_pylist()
    contested = _contested(folder) if "findings.parquet" not in mistrusted else set()
    known = [
        _known({**row, "release": folder.name}, contested, is_carried=False)
        for row in rows
        if row["status"] in _WITH_CONTENT
    ]
    carried = f"{EARLIER}/reports.parquet"
    before: list[dict[str, Any]] = []
    if carried not in mistrusted and (folder / carried).is_file():
        before = pq.read_table(folder / carried).to_pylist()
    known += [_known(row, set(), is_carried=True) for row in before]
    return Previous(
        folder,
        tuple(sorted(known, key=lambda k: k.edition)),
        {
            row["document_sha256"]: row["first_seen"]
            for row in (*before, *rows)
            if row.get("first_seen") is not None
        },
        frozenset(mistrusted),
        frozenset(row["source"] for row in rows),
        frozenset(row["document_sha256"] for row in rows),
    )


def _contested(folder: Path) -> set[Edition]:
    columns = ["report_id", "version", "rule"]
    rows = pq.read_table(folder / "findings.parquet", columns=columns).to_pylist()
    return {(r["report_id"], r["version"]) for r in rows if r["rule"] == "report.two_documents"}


def _known(row: dict[str, Any], contested: set[Edition], *, is_carried: bool) -> Known:
    full = {name: row.get(name) for name in COLUMNS.names}
    return Known(
        row["report_id"],
        row["version"],
        row["agency"],
        row["year"],
        row["document_sha256"],
        row["source"],
        row["status"],
        row["published_on"],
        full["first_seen"],
        is_carried,
        (row["report_id"], row["version"]) in contested,
        full,
    )
