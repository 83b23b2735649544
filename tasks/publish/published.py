"""Read back what a release holds: rows of fact tables, and figures from them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds

from gongkai.form import FormTable, forms
from gongkai.number import parse
from gongkai.report import Figure

HIVE = ds.partitioning(pa.schema([("year", pa.int32())]), flavor="hive")
GATES = ("facts", "held")
EARLIER = "earlier"
"""The folder of figures that came with earlier releases, with tables like those of `facts`."""


def table_names() -> list[str]:
    """The fact tables of all forms."""
    return list(dict.fromkeys(t.table for form in forms().values() for t in form.tables))


def table_rows(folder: Path, gate: str, table: str, reports: Collection[str] | None) -> pa.Table:
    """The rows of one fact table with their `year`; of some report ids, or of all.

    Args:
        folder: of a release.
        gate: `facts`, `held` or `earlier`.
        table: its code.
        reports: report ids; None for all.
    """
    place = folder / gate / table
    if not place.is_dir():
        return None
    found = ds.dataset(place, partitioning=HIVE)
    wanted = None if reports is None else ds.field("report_id").isin(sorted(reports))
    return found.to_table(filter=wanted)


def rows(
    folder: Path, gate: str, table: str, reports: Collection[str] | None = None
) -> Iterator[dict[str, Any]]:
    """The same, row by row as dictionaries."""
    found = table_rows(folder, gate, table, reports)
    if found is not None:
        yield from found.to_pylist()


def figure(row: dict[str, Any], table: str) -> Figure:
    """A figure from a published row, with all decimals that its raw text has."""
    declared = _declared(row["form"], table)
    value = None
    if row["state"] == "number":
        value = parse(row["raw"], declared.measure[row["measure"]].signed).value
    return Figure(
        table,
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


def _declared(form: str, table: str) -> FormTable:
    return forms()[form].table[table]
