"""Figures that earlier releases brought and this run does not: they count across years.

A release carries them on, so that the current release alone is enough for the next
run, whichever runs brought them. What this run reads again, under whatever agency and
year, is taken from this run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from gongkai.columns import EARLIER as COLUMNS
from gongkai.report import Figure, Report
from tasks.publish.published import EARLIER, GATES, figure, table_names, table_rows

AgencyYear = tuple[str, int]


@dataclass(frozen=True)
class Earlier:
    """Reports of earlier releases that this run does not bring.

    Attributes:
        folder: of the release they stand in; None before the first.
        reports: rows of `gongkai.columns.EARLIER`, ordered by id and version.
    """

    folder: Path | None = None
    reports: tuple[dict[str, Any], ...] = ()

    def figures(self, wanted: Collection[AgencyYear]) -> dict[AgencyYear, tuple[Figure, ...]]:
        """The figures of the newest version of some agencies' reports, where there are any."""
        newest: dict[AgencyYear, dict[str, Any]] = {}
        for row in self.reports:
            if (row["agency"], row["year"]) in wanted:
                newest[row["agency"], row["year"]] = row
        found: dict[tuple[str, int], list[Figure]] = {}
        ids = {row["report_id"] for row in newest.values()}
        for table in table_names() if ids and self.folder else ():
            for part in self._parts(table, ids):
                for row in part.to_pylist():
                    name = (row["report_id"], row["version"])
                    found.setdefault(name, []).append(figure(row, table))
        return {
            place: tuple(found[row["report_id"], row["version"]])
            for place, row in newest.items()
            if (row["report_id"], row["version"]) in found
        }

    def tables(self) -> Iterator[tuple[str, int, pa.Table]]:
        """What a new release carries on: table, year and rows, in a fixed order."""
        kept = {(row["report_id"], row["version"]) for row in self.reports}
        ids = {report_id for report_id, _ in kept}
        for table in table_names() if ids and self.folder else ():
            parts = [part for part in self._parts(table, ids) if part.num_rows]
            if not parts:
                continue
            rows = pa.concat_tables(parts).combine_chunks()
            pairs = zip(rows["report_id"].to_pylist(), rows["version"].to_pylist(), strict=True)
            rows = rows.filter(pa.array([pair in kept for pair in pairs]))
            for year in sorted(set(rows["year"].to_pylist())):
                of_year = rows.filter(pc.equal(rows["year"], year)).drop_columns(["year"])
                yield table, year, _ordered(of_year)

    def _parts(self, table: str, ids: Collection[str]) -> Iterator[pa.Table]:
        assert self.folder is not None
        for gate in (*GATES, EARLIER):
            found = table_rows(self.folder, gate, table, ids)
            if found is not None:
                yield found


def _ordered(rows: pa.Table) -> pa.Table:
    """Reports by id and version; the cells of each stay in the form's order."""
    place = pa.array(range(rows.num_rows), pa.int64())
    keys = [("report_id", "ascending"), ("version", "ascending"), ("place", "ascending")]
    return rows.append_column("place", place).sort_by(keys).drop_columns(["place"])


def earlier_of(folder: Path | None, reports: Sequence[Report]) -> Earlier:
    """What the current release has and this run does not bring.

    Args:
        folder: of the current release; None before the first.
        reports: those of this run.
    """
    if folder is None or not (folder / "reports.parquet").is_file():
        return Earlier()
    rows = pq.read_table(folder / "reports.parquet").to_pylist()
    own = [{**r, "release": folder.name} for r in rows if r["status"] in ("published", "held")]
    carried = folder / EARLIER / "reports.parquet"
    if carried.is_file():
        own += pq.read_table(carried).to_pylist()
    here = {(report.agency, report.year) for report in reports}
    hashes = {report.document.sha256 for report in reports}
    kept = [
        row
        for row in own
        if row["agency"] is not None
        and row["year"] is not None
        and (row["agency"], row["year"]) not in here
        and row["document_sha256"] not in hashes
    ]
    kept.sort(key=lambda row: (row["report_id"], row["version"]))
    return Earlier(folder, tuple(kept))


def reports_table(earlier: Earlier) -> pa.Table:
    """The carried reports with the published columns."""
    return pa.Table.from_pylist(list(earlier.reports), schema=COLUMNS)
