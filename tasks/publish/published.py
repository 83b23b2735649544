"""Read back what a release holds: rows of fact tables, and figures from them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds

from gongkai.columns import schema_of
from gongkai.form import FormTable, forms
from gongkai.number import parse
from gongkai.report import Figure

HIVE = ds.partitioning(pa.schema([("year", pa.int32())]), flavor="hive")
GATES = ("facts", "held")
GATE_OF = {"published": "facts", "held": "held"}
"""Where the figures of a report lie, by its status."""
EARLIER = "earlier"
"""The folder of figures that came with earlier releases, with tables like those of `facts`."""
YEAR_UNKNOWN = "year_unknown"
"""The folder of a table's rows whose year is not known; `year=` would need a value."""


def year_folder(year: int | None) -> str:
    """The folder of a year's rows in that of their table."""
    return YEAR_UNKNOWN if year is None else f"year={year}"


def table_names() -> list[str]:
    """The fact tables of all forms."""
    return list(dict.fromkeys(t.table for form in forms().values() for t in form.tables))


def fact_schema(table: str) -> pa.Schema:
    """The columns of a fact table, by its code."""
    return schema_of(next(f.table[table] for f in forms().values() if table in f.table))


def table_rows(
    folder: Path, gate: str, table: str, reports: Collection[str] | None
) -> pa.Table | None:
    """The rows of one fact table; of some report ids, or of all. None where there is no file.

    A release of an earlier version of this program, whose files had neither `year` nor
    `table`, is read with them.

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
    rows = found.to_table(filter=wanted)
    if "table" not in rows.column_names:
        rows = rows.append_column("table", pa.array([table] * rows.num_rows, pa.string()))
    schema = fact_schema(table)
    return rows.select(schema.names).cast(schema)


def rows(
    folder: Path, gate: str, table: str, reports: Collection[str] | None = None
) -> Iterator[dict[str, Any]]:
    """The same, row by row as dictionaries."""
    found = table_rows(folder, gate, table, reports)
    if found is not None:
        yield from found.to_pylist()


def figure(row: dict[str, Any]) -> Figure:
    """A figure from a published row, with all decimals that its raw text has."""
    declared = _declared(row["form"], row["table"])
    value = None
    if row["state"] == "number":
        value = parse(row["raw"], declared.measure[row["measure"]].signed).value
    sides = (row["x0"], row["y0"], row["x1"], row["y1"])
    return Figure(
        row["table"],
        row["item"],
        row["measure"],
        row["state"],
        value,
        row["unit"],
        row["raw"],
        row["page"],
        None if None in sides else sides,
        pointer=row["pointer"] or "",
        second=row["second"],
    )


def _declared(form: str, table: str) -> FormTable:
    return forms()[form].table[table]
